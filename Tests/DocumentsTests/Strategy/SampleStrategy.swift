@testable import Domain

/// A strategy of three school years, and so of four financial years, with one activity of each kind: priced, not priced,
/// withheld.
enum SampleStrategy {
  static func document(isPublic: Bool = true, approach: String = "We begin with families.\n\nThen we plan.")
    -> StrategyDocument
  {
    StrategyDocument(
      school: "Oak Primary School", urn: "123456", title: "Inclusion strategy", from: "2026-09-01",
      until: "2029-08-31", owner: "Inclusion lead", reviewDays: ["2027-07-09", "2028-07-07"], made: "2026-12-06",
      isPublic: isPublic, isDraft: !isPublic, approach: approach, needs: "More words.", cohort: cohort,
      principles: [StrategyDocument.Principle(text: "Every child belongs.", source: "Our policy")],
      academicYears: ["2026/27", "2027/28", "2028/29"],
      financialYears: ["2026-27", "2027-28", "2028-29", "2029-30"],
      funding: [
        StrategyDocument.Funding(
          name: "Inclusive Mainstream Fund", available: [1_400_000, nil, nil, nil], planned: nil)
      ],
      activities: [
        activity("Phonics catch-up", costs(100_000), working: [working(100_000)]),
        activity("Quiet room", costs(0, isNotAllPriced: true), isWrittenIn: true), activity("One to one", withheld),
      ], total: costs(150_000, isNotAllPriced: true),
      approval: StrategyDocument.Approval(day: "2026-12-03", by: "The governing body"),
      reviews: [
        StrategyDocument.Review(
          academicYear: "2026/27", day: "2027-07-09", changed: "More groups.",
          activities: [
            StrategyDocument.Reviewed(
              name: "Phonics catch-up", budgeted: amount(100_000), spent: .withheld, impact: "12 caught up.",
              decision: "carried on")
          ])
      ], notes: ["Costs of staff are at a rate for each role."])
  }

  private static let cohort = StrategyDocument.Cohort(
    onRoll: 412, senSupport: 58, plans: 14, needs: [("Speech", 31), ("Moderate learning", 9), ("Hearing", 3)])

  private static func amount(_ pence: Int, isNotAllPriced: Bool = false) -> StrategyDocument.Amount {
    StrategyDocument.Amount(pence: pence, isNotAllPriced: isNotAllPriced)
  }

  private static let withheld = StrategyDocument.Costs(
    byAcademicYear: [.withheld, .withheld, .withheld], byFinancialYear: [.withheld, .withheld, .withheld, .withheld],
    total: .withheld)

  /// A third in each school year, the odd pennies in the last; half of a third in the first financial year.
  private static func costs(_ pence: Int, isNotAllPriced: Bool = false) -> StrategyDocument.Costs {
    func sums(_ parts: [Int]) -> [StrategyDocument.Amount] {
      parts.map { amount($0, isNotAllPriced: isNotAllPriced) }
    }
    let (third, sixth) = (pence / 3, pence / 6)
    return StrategyDocument.Costs(
      byAcademicYear: sums([third, third, pence - 2 * third]),
      byFinancialYear: sums([sixth, third, third, pence - 2 * third - sixth]),
      total: amount(pence, isNotAllPriced: isNotAllPriced))
  }

  private static func working(_ pence: Int) -> StrategyDocument.Working {
    let parts = costs(pence)
    return StrategyDocument.Working(
      what: "Phonics catch-up: Teaching assistant, 38 h", byAcademicYear: parts.byAcademicYear,
      byFinancialYear: parts.byFinancialYear, total: parts.total)
  }

  private static func activity(
    _ name: String, _ costs: StrategyDocument.Costs, working: [StrategyDocument.Working] = [],
    isWrittenIn: Bool = false
  ) -> StrategyDocument.Activity {
    StrategyDocument.Activity(
      id: name, name: name, description: "Thirty minutes, three times a week.", barrier: "Few words",
      principle: "Every child belongs.", layer: Layer.all[1].name, funding: "Inclusive Mainstream Fund",
      owner: "Inclusion lead", impact: "Children read.", measure: "Screen in July", baseline: "", target: "20 of 60",
      evidence: "", reviewNote: "", isWrittenIn: isWrittenIn, costs: costs, working: working)
  }
}
