package import Domain
import SQL

extension Strategies {
  /// By school year.
  package func reviews(of id: ID<Strategy>) throws -> [StrategyReview] {
    guard viewer.may(.see, .strategy) else { return [] }
    var reviewed: [ID<StrategyReview>: [StrategyReview.Reviewed]] = [:]
    try connection.each(
      """
      SELECT d.review_id, d.activity_id, d.name, d.budgeted, d.spent, d.impact, d.decision, d.is_of_few,
        d.is_not_priced
      FROM strategy_reviewed d
      JOIN strategy_reviews r ON r.organisation_id = d.organisation_id AND r.id = d.review_id
      WHERE r.organisation_id = \(organisation) AND r.strategy_id = \(id) ORDER BY d.position
      """
    ) { row in
      reviewed[row.id(0), default: []].append(
        StrategyReview.Reviewed(
          activity: row.id(1), name: row.text(2), budgeted: Pence(row.int(3)), spent: Pence(row.int(4)),
          impact: row.text(5), decision: StrategyReview.Decision(rawValue: row.text(6)) ?? .carriedOn,
          isOfFew: row.bool(7), isNotPriced: row.bool(8)))
    }
    return try connection.rows(
      """
      SELECT id, academic_year, day, written_by, changed FROM strategy_reviews
      WHERE organisation_id = \(organisation) AND strategy_id = \(id) ORDER BY academic_year
      """
    ) { row in
      let review = row.id(0, StrategyReview.self)
      return StrategyReview(
        id: review, year: AcademicYear(row.int(1)), day: row.day(2), by: row.text(3), changed: row.text(4),
        activities: reviewed[review] ?? [])
    }
  }

  /// Keeps the review of a school year. Of one that was kept before it corrects what is said: what was planned stays as it was
  /// when the year was reviewed, and activities that have left the strategy since stay in it. Refuses a year outside the
  /// strategy's, a day to come, texts beyond their lengths, and a strategy that has changed since `version`.
  package func review(
    _ id: ID<Strategy>, of year: AcademicYear, on day: Day, changed typed: String,
    _ typedRows: [StrategyReview.Reviewed], version: Int, today: Day
  ) throws {
    let strategy = try changing(id)
    guard strategy.version == version else { throw changedMeanwhile }
    let before = try reviews(of: id).first { $0.year == year }
    let reviewed = Self.merged(typedRows, with: before)
    let changed = typed.trimmingSpaces
    var refusals = Refusals()
    if !strategy.details.period.academicYears.contains(year) {
      refusals.add("\(year.words) is not a year of this strategy.", field: "year")
    }
    if day > today {
      refusals.add("A review is written down once it was held: the day is later than today.", field: "day")
    }
    if changed.isEmpty { refusals.add("Say what has changed, or that nothing has.", field: "changed") }
    if changed.count > 5000 { refusals.add("What has changed can have at most 5,000 characters.", field: "changed") }
    for one in reviewed where one.impact.count > 2000 {
      refusals.add("What came of it can have at most 2,000 characters.", field: "impact-\(one.activity.text)")
    }
    try refusals.throwIfAny()
    let old = before?.id
    if let old {
      try connection.run("DELETE FROM strategy_reviewed WHERE organisation_id = \(organisation) AND review_id = \(old)")
      try connection.run("DELETE FROM strategy_reviews WHERE organisation_id = \(organisation) AND id = \(old)")
    }
    let review = old ?? connection.newID()
    try connection.run(
      """
      INSERT INTO strategy_reviews (organisation_id, id, strategy_id, academic_year, day, written_by, changed)
      VALUES (\(organisation), \(review), \(id), \(year.start), \(day), \(viewer.name), \(changed))
      """)
    for (position, one) in reviewed.enumerated() {
      try connection.run(
        """
        INSERT INTO strategy_reviewed (organisation_id, review_id, activity_id, position, name, budgeted, spent, impact,
          decision, is_of_few, is_not_priced)
        VALUES (\(organisation), \(review), \(one.activity), \(position + 1), \(one.name), \(one.budgeted.count),
          \(one.spent.count), \(one.impact.trimmingSpaces), \(one.decision.rawValue), \(one.isOfFew),
          \(one.isNotPriced))
        """)
    }
    try touch(id)
    try connection.record(
      "reviewed", "strategy", id.text, by: viewer, after: ["year": year.words, "day": day.iso, "changed": changed])
  }

  private static func merged(
    _ typed: [StrategyReview.Reviewed], with before: StrategyReview?
  ) -> [StrategyReview.Reviewed] {
    let old = Dictionary(before?.activities.map { ($0.activity, $0) } ?? []) { first, _ in first }
    let now = typed.map { one -> StrategyReview.Reviewed in
      guard let kept = old[one.activity] else { return one }
      return StrategyReview.Reviewed(
        activity: one.activity, name: kept.name, budgeted: kept.budgeted, spent: one.spent, impact: one.impact,
        decision: one.decision, isOfFew: kept.isOfFew || one.isOfFew, isNotPriced: kept.isNotPriced)
    }
    let there = Set(typed.map(\.activity))
    return now + (before?.activities ?? []).filter { !there.contains($0.activity) }
  }
}
