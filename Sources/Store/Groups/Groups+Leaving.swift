package import Domain
import SQL

extension Groups {
  /// When an adult leaves the school: what they lead ends with that day at the latest, and what would have begun later never
  /// does. It asks for the right to change staff, since that is the act that it belongs to.
  package func endLeads(of staff: ID<StaffMember>, on day: Day) throws {
    try viewer.must(.do, .staff)
    let leads = try connection.rows(
      """
      SELECT id, group_id, staff_id, from_day, until_day, share_top, share_bottom FROM group_leads
      WHERE organisation_id = \(organisation) AND staff_id = \(staff) AND (until_day IS NULL OR until_day > \(day))
      ORDER BY id
      """, Groups.lead)
    for lead in leads {
      guard let span = Span(lead.span.from, day) else {
        try delete(lead)
        continue
      }
      try rewrite(lead, span: span, share: lead.share, act: "ended")
    }
  }
}
