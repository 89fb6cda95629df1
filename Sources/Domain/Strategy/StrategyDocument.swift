/// A strategy as it is read: page, paper, office document and file are all drawn from this one value, and a published one
/// is kept as this value, exactly as it was. It names no pupil and counts none of fewer than five.
package struct StrategyDocument: Codable, Hashable, Sendable {
  package let school: String
  package let urn: String
  package let title: String
  /// `YYYY-MM-DD`, as all days here.
  package let from: String
  package let until: String
  package let owner: String
  package let reviewDays: [String]
  /// The day of which the costs and counts are.
  package let made: String
  /// Costs of activities for fewer than five pupils, and what would give them away, are left out.
  package let isPublic: Bool
  /// As it stands today, and not what was published.
  package let isDraft: Bool
  package let approach: String
  package let needs: String
  package let cohort: Cohort
  package let principles: [Principle]
  /// `2026/27`, in order.
  package let academicYears: [String]
  /// `2026-27`, in order.
  package let financialYears: [String]
  package let funding: [Funding]
  package let activities: [Activity]
  package let total: Costs
  package let approval: Approval?
  package let reviews: [Review]
  package let notes: [String]

  /// How many pupils have which needs today: counts, never names.
  package struct Cohort: Codable, Hashable, Sendable {
    package let onRoll: Count
    package let senSupport: Count
    package let plans: Count
    /// By primary need, the most first.
    package let needs: [Need]

    package struct Need: Codable, Hashable, Sendable {
      package let name: String
      package let pupils: Count
    }
  }

  /// A number of pupils; nil where it is withheld.
  package struct Count: Codable, Hashable, Sendable {
    package let number: Int?
    /// Withheld, and 1 to 4: `fewer than 5`. What is withheld to protect another is `not shown`.
    package let isFew: Bool

    package var words: String { number.map(\.grouped) ?? (isFew ? "fewer than 5" : "not shown") }
  }

  package struct Principle: Codable, Hashable, Sendable {
    package let text: String
    package let source: String
  }

  package struct Funding: Codable, Hashable, Sendable {
    package let name: String
    /// What is there, in pence, by financial year; nil where nobody has said.
    package let available: [Int?]
    /// What activities plan to spend of it, by financial year; nil where costs are withheld.
    package let planned: [Amount]?
  }

  /// What something costs, by school year, by financial year and in all.
  package struct Costs: Codable, Hashable, Sendable {
    package let byAcademicYear: [Amount]
    package let byFinancialYear: [Amount]
    package let total: Amount
  }

  package struct Amount: Codable, Hashable, Sendable {
    /// Nil where it is withheld.
    package let pence: Int?
    /// Whether the sum lacks what has no rate, or what nobody leads.
    package let isNotAllPriced: Bool

    package static let withheld = Amount(pence: nil, isNotAllPriced: false)

    /// `£1,234.56`, `£12.00 + not priced`, `not priced`, `not shown`.
    package var words: String {
      guard let pence else { return "not shown" }
      return Pence(pence).words(lacking: isNotAllPriced ? 1 : 0)
    }
  }

  package struct Activity: Codable, Hashable, Sendable {
    /// The same in every version of the strategy.
    package let id: String
    package let name: String
    package let description: String
    package let barrier: String
    /// Nil: none of the list.
    package let principle: String?
    package let layer: String?
    package let funding: String?
    package let owner: String
    package let impact: String
    package let measure: String
    package let baseline: String
    package let target: String
    package let evidence: String
    package let reviewNote: String
    /// Not on the school's map.
    package let isWrittenIn: Bool
    package let costs: Costs
    /// How the cost comes about; empty where it is withheld.
    package let working: [Working]
  }

  package struct Working: Codable, Hashable, Sendable {
    /// `Phonics catch-up: Teaching assistant, 38 h`.
    package let what: String
    package let byAcademicYear: [Amount]
    package let byFinancialYear: [Amount]
    package let total: Amount
  }

  package struct Approval: Codable, Hashable, Sendable {
    package let day: String
    /// `The governing body`.
    package let by: String
  }

  /// A review that was held.
  package struct Review: Codable, Hashable, Sendable {
    package let academicYear: String
    package let day: String
    package let changed: String
    package let activities: [Reviewed]
  }

  package struct Reviewed: Codable, Hashable, Sendable {
    package let name: String
    package let budgeted: Amount
    package let spent: Amount
    package let impact: String
    /// `carried on`, `changed`, `ended`.
    package let decision: String
  }

  /// What the cover says where the strategy is of several years (conditions of the grant 2026 to 2027).
  package var coverNote: String? {
    academicYears.count > 1
      ? "This strategy covers \(academicYears.count) school years, \(academicYears.first!) to \(academicYears.last!). It is reviewed each year."
      : nil
  }

  package var period: Period { Period(Day(iso: from)!, Day(iso: until)!)! }
}
