package import Domain
import SQL

extension Strategies {
  /// The day by which a mainstream school in England publishes its inclusion strategy (conditions of the Inclusive Mainstream
  /// Fund 2026 to 2027), for those who write it, in the school year of that day; nil where one is published for `today`.
  package func due(at school: School, on today: Day) throws -> Day? {
    let day = Day(2026, 12, 31)!
    guard viewer.mayAll(.do, .strategy), AcademicYear(containing: day).period.contains(today),
      [.primary, .infant, .junior, .middle, .secondary, .allThrough].contains(school.phase)
    else { return nil }
    let isPublished = try connection.exists(
      """
      SELECT 1 FROM strategy_editions e
      JOIN strategies s ON s.organisation_id = e.organisation_id AND s.id = e.strategy_id
      WHERE e.organisation_id = \(organisation) AND s.from_day <= \(today) AND s.until_day >= \(today)
      """)
    return isPublished ? nil : day
  }
}
