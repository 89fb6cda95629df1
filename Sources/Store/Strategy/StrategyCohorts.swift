import Domain
import SQL

extension StrategyDocument.Cohort {
  /// Pupils on the roll on a day, by status and by primary need. The whole school's, whoever asks: it counts, and small
  /// numbers are withheld.
  static func read(in organisation: ID<Organisation>, on day: Day, _ connection: any Connection) throws -> Self {
    let onRoll: SQL = "p.organisation_id = \(organisation) AND \(PupilFilter.isOnRoll(on: day))"
    let statuses: SQL = """
      pupils p JOIN pupil_statuses s ON s.organisation_id = p.organisation_id AND s.pupil_id = p.id
        AND s.from_day <= \(day) AND (s.until_day IS NULL OR s.until_day >= \(day)) AND s.status IN ('K', 'E')
      """
    var (counts, needs): ([String: Int], [(name: String, pupils: Int)]) = ([:], [])
    try connection.each("SELECT s.status, COUNT(*) FROM \(statuses) WHERE \(onRoll) GROUP BY s.status") {
      counts[$0.text(0)] = $0.int(1)
    }
    try connection.each(
      """
      SELECT n.type, COUNT(*) FROM \(statuses)
      JOIN pupil_needs n ON n.organisation_id = p.organisation_id AND n.pupil_id = p.id AND n.rank = 1
        AND n.from_day <= \(day) AND (n.until_day IS NULL OR n.until_day >= \(day))
      WHERE \(onRoll) GROUP BY n.type
      """
    ) { needs.append((NeedType.coded($0.text(0))?.name ?? $0.text(0), $0.int(1))) }
    return Self(
      onRoll: try connection.count("SELECT COUNT(*) FROM pupils p WHERE \(onRoll)"), senSupport: counts["K"] ?? 0,
      plans: counts["E"] ?? 0, needs: needs.sorted { ($1.pupils, $0.name) < ($0.pupils, $1.name) })
  }
}
