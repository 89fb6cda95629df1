/// Something that a strategy invests in. It stands on rows of the school's map, which also say what it costs, or was
/// written in with costs of its own; or both.
package struct Activity: Hashable, Sendable {
  package let id: ID<Activity>
  package let details: ActivityDetails
  /// Rows of the map that it consists of.
  package let sources: [Source]
  package let costs: [WrittenCost]
  package let version: Int

  package init(id: ID<Activity>, details: ActivityDetails, sources: [Source], costs: [WrittenCost], version: Int) {
    self.id = id
    self.details = details
    self.sources = sources
    self.costs = costs
    self.version = version
  }

  /// Not on the map: readers are told so.
  package var isWrittenIn: Bool { sources.isEmpty }

  /// What of the map it is drawn from.
  package enum Source: Hashable, Sendable {
    /// Every group of this type that runs in the strategy's days, also one that is planned later.
    case type(ID<ProvisionType>)
    /// One group or strategy.
    case group(ID<Group>)
  }

  /// A cost that the map does not have: training, a service that is bought, what is planned for a later year.
  package struct WrittenCost: Hashable, Sendable {
    package let id: ID<WrittenCost>
    /// `Makaton training for eight`.
    package let what: String
    package let amount: Pence
    /// The day on which it falls, or the days over which it is spread, day by day.
    package let period: Period
    /// Days of the map that it was reckoned from, and what the activity's groups cost in these days then; nil where it was
    /// typed.
    package let basis: Basis?

    package struct Basis: Hashable, Sendable {
      package let period: Period
      package let cost: Pence

      package init(period: Period, cost: Pence) {
        self.period = period
        self.cost = cost
      }
    }

    package init(id: ID<WrittenCost>, what: String, amount: Pence, period: Period, basis: Basis? = nil) {
      self.id = id
      self.what = what
      self.amount = amount
      self.period = period
      self.basis = basis
    }

    /// Trimmed. Refuses a blank name, no money, and days outside those of the strategy.
    package func checked(in strategy: Period) throws(Refusals) -> WrittenCost {
      var refusals = Refusals()
      let what = refusals.text(what, "what", "What it is for", most: 200)
      if what.isEmpty { refusals.add("Say what the cost is for.", field: "what") }
      if amount.count <= 0 { refusals.add("A cost is more than £0.", field: "amount") }
      if period.intersection(strategy) != period {
        refusals.add("Its days lie outside the strategy’s, which are \(strategy.words).", field: "from")
      }
      if !refusals.all.isEmpty { throw refusals }
      return WrittenCost(id: id, what: what, amount: amount, period: period, basis: basis)
    }

    /// What falls into a part of the strategy's days: running totals by the day, each rounded half up, so that the parts
    /// add up to the cost.
    package func pence(in part: Period) -> Pence {
      guard let own = period.intersection(part) else { return .zero }
      func until(_ day: Day) -> Int {
        Fraction.roundedHalfUp(Int128(amount.count) * Int128(day - period.from + 1), Int128(period.days))
      }
      return Pence(until(own.until) - until(own.from.previous))
    }
  }
}

/// What is said of an activity.
package struct ActivityDetails: Hashable, Sendable {
  package var name: String
  /// What happens, for readers who do not know the school.
  package var description: String
  /// The barrier to learning or to taking part that it lowers.
  package var barrier: String
  /// The key of its layer.
  package var layer: String?
  package var principle: ID<Principle>?
  package var funding: ID<StrategyFunding>?
  /// Who answers for it: a role rather than a name.
  package var owner: String
  /// What is to be different.
  package var impact: String
  package var measure: String
  package var baseline: String
  package var target: String
  /// Why it is thought to work: a reference or a link.
  package var evidence: String
  /// What the last review said.
  package var reviewNote: String
  /// Whether the share of pupils is left out whose places other money pays for on the map: EHC top-up or pupil premium, where
  /// the activity is not paid from the same.
  package var leavesOut = false

  package init(_ name: String) {
    self.name = name
    (description, barrier, owner, impact) = ("", "", "", "")
    (measure, baseline, target, evidence, reviewNote) = ("", "", "", "", "")
  }

  /// Trimmed. Refuses a blank name, a layer that there is not, and texts beyond their lengths.
  package func checked() throws(Refusals) -> ActivityDetails {
    var refusals = Refusals()
    var details = self
    details.name = refusals.text(name, "name", "The name", most: 200)
    if details.name.isEmpty { refusals.add("Give the activity a name.", field: "name") }
    details.description = refusals.text(description, "description", "What happens", most: 3_000)
    details.barrier = refusals.text(barrier, "barrier", "The barrier", most: 1_000)
    details.owner = refusals.text(owner, "owner", "Who answers for it", most: 200)
    details.impact = refusals.text(impact, "impact", "The intended impact", most: 2_000)
    details.measure = refusals.text(measure, "measure", "The measure", most: 500)
    details.baseline = refusals.text(baseline, "baseline", "The baseline", most: 500)
    details.target = refusals.text(target, "target", "The target", most: 500)
    details.evidence = refusals.text(evidence, "evidence", "The evidence", most: 1_000)
    details.reviewNote = refusals.text(reviewNote, "note", "The review note", most: 2_000)
    if let layer, Layer.keyed(layer) == nil { refusals.add("Choose a layer of the list.", field: "layer") }
    if !refusals.all.isEmpty { throw refusals }
    return details
  }
}

/// A layer of support in England's reform: to whom an activity is for, how far it is focused. Dated data, since layers are
/// proposals; the levels of a map count as layers by `of(level:)`.
package struct Layer: Hashable, Sendable {
  package let key: String
  package let name: String
  package let meaning: String
  /// From which day, and by which source.
  package let from: Day
  package let source: String

  package static let all: [Layer] = StandardFramework.fourLevels.map { level in
    Layer(
      key: level.key, name: level.name, meaning: level.meaning, from: Day(2026, 2, 23)!,
      source: "Department for Education, SEND reform: putting children and young people first (consultation, 2026)")
  }

  package static func keyed(_ key: String) -> Layer? { all.first { $0.key == key } }

  /// The crosswalk: a level of three or of four is the layer of its key; anything else has none.
  package static func of(level: String?) -> Layer? { level.flatMap(keyed) }
}

/// A principle by which the school works, or one of the seven of the Department for Education, which schools type or paste
/// in: we have not seen their text. Dated, with its source.
package struct Principle: Hashable, Sendable {
  package let id: ID<Principle>
  package let text: String
  package let source: String
  package let span: Span

  package init(id: ID<Principle>, text: String, source: String, span: Span) {
    self.id = id
    self.text = text
    self.source = source
    self.span = span
  }
}
