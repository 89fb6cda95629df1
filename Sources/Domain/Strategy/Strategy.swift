/// A school's inclusion strategy: over which days, how it goes about lowering barriers to learning and to taking part, with
/// which activities and whose money. Schools in England that receive the Inclusive Mainstream Fund publish one each year by
/// 31 December (conditions of the grant 2026 to 2027, Department for Education).
package struct Strategy: Hashable, Sendable {
  package let id: ID<Strategy>
  package let details: StrategyDetails
  /// In the order in which they stand in the document.
  package let funding: [StrategyFunding]
  package let activities: [Activity]
  /// Grows with every change of any part of it: what governors approved and what was published name it.
  package let version: Int

  package init(
    id: ID<Strategy>, details: StrategyDetails, funding: [StrategyFunding], activities: [Activity], version: Int
  ) {
    self.id = id
    self.details = details
    self.funding = funding
    self.activities = activities
    self.version = version
  }

  /// Whether it covers more than one school year: then it is reviewed each year, and its cover says so.
  package var isOfSeveralYears: Bool { details.period.academicYears.count > 1 }
}

/// What a strategy says of itself, beside its activities.
package struct StrategyDetails: Hashable, Sendable {
  /// `Inclusion strategy`.
  package var title: String
  /// Both days count; five school years at the most.
  package var period: Period
  /// Who answers for it: a role rather than a name.
  package var owner: String
  /// In order; one in every school year where there are several.
  package var reviewDays: [Day]
  /// How the school goes about inclusion, in a few paragraphs.
  package var approach: String
  /// What the school expects its pupils to need, beside the counts that Trellis knows.
  package var needs: String

  package init(
    title: String, period: Period, owner: String = "", reviewDays: [Day] = [], approach: String = "", needs: String = ""
  ) {
    self.title = title
    self.period = period
    self.owner = owner
    self.reviewDays = reviewDays
    self.approach = approach
    self.needs = needs
  }

  /// Trimmed, its days in order. Refuses a blank title, more than five school years, days of review outside them, and texts
  /// beyond their lengths.
  package func checked() throws(Refusals) -> StrategyDetails {
    var refusals = Refusals()
    var details = self
    details.title = refusals.text(title, "title", "The title", most: 200)
    if details.title.isEmpty, refusals.all.isEmpty { refusals.add("Give the strategy a title.", field: "title") }
    details.owner = refusals.text(owner, "owner", "Who answers for it", most: 200)
    details.approach = refusals.text(approach, "approach", "The approach", most: 10_000)
    details.needs = refusals.text(needs, "needs", "What pupils are expected to need", most: 10_000)
    if period.academicYears.count > 5 {
      refusals.add("A strategy covers five school years at the most.", field: "until")
    }
    details.reviewDays = reviewDays.sorted().unique
    if let outside = details.reviewDays.first(where: { $0 < period.from || $0 > period.until + 366 }) {
      refusals.add(
        "\(outside.words) is before the strategy begins, or more than a year after it ends.", field: "reviews")
    }
    if details.reviewDays.count > 20 { refusals.add("Twenty days of review are enough.", field: "reviews") }
    if !refusals.all.isEmpty { throw refusals }
    return details
  }
}

/// Money that the strategy plans with, by financial year.
package struct StrategyFunding: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case grant, core, notional, premium = "pupil-premium", topUp = "top-up", other

    package var name: String {
      switch self {
      case .grant: "Inclusive Mainstream Fund"
      case .core: "Core budget"
      case .notional: "Notional SEN budget"
      case .premium: "Pupil premium"
      case .topUp: "EHC top-up"
      case .other: "Other"
      }
    }
  }

  package let id: ID<StrategyFunding>
  package let kind: Kind
  package let name: String
  /// What is there to spend. A year that nobody has said is not in it.
  package let amounts: [FinancialYear: Pence]

  package init(id: ID<StrategyFunding>, kind: Kind, name: String, amounts: [FinancialYear: Pence] = [:]) {
    self.id = id
    self.kind = kind
    self.name = name
    self.amounts = amounts
  }
}

extension Refusals {
  /// Trimmed; refused where it is longer than `most` characters.
  mutating func text(_ typed: String, _ field: String, _ what: String, most: Int) -> String {
    let text = typed.trimmingSpaces
    if text.count > most { add("\(what) can have at most \(most.grouped) characters.", field: field) }
    return text
  }
}
