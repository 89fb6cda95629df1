extension StrategyCheck {
  /// `named`: names of the roll that were found, by where they stand.
  mutating func checkNames(
    _ all: [(place: TextPlace, texts: [String])], _ named: [TextPlace: [String]]
  ) {
    for (place, texts) in all {
      let onRoll = named[place] ?? []
      let found = PersonalData.found(in: texts.joined(separator: "\n"), of: .children)
      let other = found.filter { one in !onRoll.contains { $0.contains(one.text) } }
      if !onRoll.isEmpty {
        let list = onRoll.prefix(4).map { "“\($0)”" }.joined(separator: ", ")
        names.append(Finding("\(place.name) holds the name of a pupil of the school: \(list).", place.place))
      }
      if let list = PersonalData.list(other) {
        names.append(Finding("\(place.name) may hold \(list).", place.place))
      }
    }
  }
}

extension StrategyCheck {
  /// Where people write what others read.
  package enum TextPlace: Hashable, Sendable {
    case own, principles, funding, approval
    case activity(ID<Activity>, name: String)
    case review(AcademicYear)

    var name: String {
      switch self {
      case .own: "The strategy’s own text"
      case .principles: "A principle"
      case .funding: "The name of some money"
      case .approval: "What the governors’ approval says"
      case .activity(_, let name): "“\(name)”"
      case .review(let year): "The review of \(year.words)"
      }
    }

    var place: Place {
      switch self {
      case .own: .details
      case .principles: .principles
      case .funding: .funding
      case .approval: .approval
      case .activity(let id, _): .activity(id)
      case .review(let year): .review(year)
      }
    }
  }

  /// Every text of a strategy that is published with it.
  package static func texts(
    of strategy: Strategy, _ principles: [Principle], _ reviews: [StrategyReview], approvals: [String]
  ) -> [(place: TextPlace, texts: [String])] {
    [
      (.own, strategy.details.texts), (.principles, principles.flatMap { [$0.text, $0.source] }),
      (.funding, strategy.funding.map(\.name)), (.approval, approvals),
    ] + strategy.activities.map { (.activity($0.id, name: $0.details.name), $0.texts) }
      + reviews.map { review in
        (.review(review.year), [review.changed] + review.activities.flatMap { [$0.name, $0.impact] })
      }
  }
}

extension StrategyDetails {
  /// What people wrote, where a name could stand.
  package var texts: [String] { [title, owner, approach, needs] }
}

extension Activity {
  package var texts: [String] {
    [
      details.name, details.description, details.barrier, details.owner, details.impact, details.measure,
      details.baseline, details.target, details.evidence, details.reviewNote,
    ] + costs.map(\.what)
  }
}
