package import Domain
import SQL

extension Groups {
  /// When a pupil leaves the school: every place ends with that day at the latest, and places that would have begun later
  /// never do. It asks for the right to change pupils, since that is the act that it belongs to.
  package func endPlaces(of pupil: ID<Pupil>, on day: Day) throws {
    try viewer.must(.do, .pupils)
    let places = try connection.rows(
      """
      SELECT id, group_id, pupil_id, from_day, until_day, weight, stream_id FROM group_members
      WHERE organisation_id = \(organisation) AND pupil_id = \(pupil) AND (until_day IS NULL OR until_day > \(day))
      ORDER BY id
      """, Groups.member)
    for place in places {
      guard let span = Span(place.span.from, day) else {
        try delete(place)
        continue
      }
      try rewrite(place, as: place.with(span), act: "ended")
    }
  }

  /// When an adult leaves the school: the same for what they lead.
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
