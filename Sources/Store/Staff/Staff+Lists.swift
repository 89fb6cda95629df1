package import Domain
import SQL

extension Staff {
  /// How many groups each adult leads on `day`. Only for who may see every group.
  package func groupsLed(on day: Day) throws -> [ID<StaffMember>: Int] {
    guard viewer.mayAll(.see, .groups) else { return [:] }
    var counts: [ID<StaffMember>: Int] = [:]
    try connection.each(
      """
      SELECT l.staff_id, COUNT(DISTINCT l.group_id) FROM group_leads l
      JOIN groups g ON g.organisation_id = l.organisation_id AND g.id = l.group_id
      WHERE l.organisation_id = \(viewer.organisation) AND l.from_day <= \(day)
        AND (l.until_day IS NULL OR l.until_day >= \(day)) AND g.from_day <= \(day)
        AND (g.until_day IS NULL OR g.until_day >= \(day))
      GROUP BY l.staff_id
      """
    ) { counts[$0.id(0)] = $0.int(1) }
    return counts
  }

  /// The names of the accounts that records are linked to. Only for who may see who has an account.
  package func accountNames() throws -> [ID<Account>: String] {
    guard viewer.may(.see, .members) else { return [:] }
    var names: [ID<Account>: String] = [:]
    try connection.each(
      """
      SELECT a.id, a.name, a.email FROM staff s JOIN accounts a ON a.id = s.account_id
      WHERE s.organisation_id = \(viewer.organisation)
      """
    ) { names[$0.id(0)] = "\($0.text(1)) (\($0.text(2)))" }
    return names
  }

  /// The accounts that a record could be linked to: those with a role here on `day` or later, and no other record.
  package func linkableAccounts(
    for member: ID<StaffMember>, on day: Day
  ) throws -> [(id: ID<Account>, name: String)] {
    try viewer.must(.do, .members)
    return try connection.rows(
      """
      SELECT DISTINCT a.id, a.name, a.email FROM memberships m JOIN accounts a ON a.id = m.account_id
      LEFT JOIN staff s ON s.organisation_id = m.organisation_id AND s.account_id = a.id
      WHERE m.organisation_id = \(viewer.organisation) AND (m.until_day IS NULL OR m.until_day >= \(day))
        AND a.disabled_at IS NULL AND (s.id IS NULL OR s.id = \(member))
      ORDER BY a.name, a.email
      """
    ) { ($0.id(0), "\($0.text(1)) (\($0.text(2)))") }
  }
}
