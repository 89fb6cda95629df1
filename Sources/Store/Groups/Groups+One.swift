package import Domain
import SQL

/// One group with everything that belongs to it, as the viewer may see it.
package struct WholeGroup: Sendable {
  package let group: Group
  package let heading: String
  /// The type's name; nil for a group that is free of the catalogue.
  package let type: String?
  /// In order of their days; empty for a strategy.
  package let schedules: [DatedSchedule]
  package let leads: [LeadLine]
  package let items: [GroupItem]
  /// By name, those that the viewer may know.
  package let places: [PlaceLine]
  /// How many places there are besides, whose pupils are not the viewer's to know.
  package let hiddenPlaces: Int

  /// Whether this is confidential provision that the viewer may not know.
  package let isMasked: Bool

  package init(
    group: Group, heading: String, type: String?, schedules: [DatedSchedule], leads: [LeadLine], items: [GroupItem],
    places: [PlaceLine], hiddenPlaces: Int, isMasked: Bool
  ) {
    self.group = group
    self.heading = heading
    self.type = type
    self.schedules = schedules
    self.leads = leads
    self.items = items
    self.places = places
    self.hiddenPlaces = hiddenPlaces
    self.isMasked = isMasked
  }
}

/// A pupil's place, with what a page needs to say whose it is.
package struct PlaceLine: Sendable {
  package let place: GroupMember
  package let forename: String
  package let surname: String
  package let taught: TaughtYears
  /// The pupil's last day on the roll; nil: still here.
  package let leftOn: Day?
  package let stream: FundingStream?

  package init(
    place: GroupMember, forename: String, surname: String, taught: TaughtYears, leftOn: Day?, stream: FundingStream?
  ) {
    self.place = place
    self.forename = forename
    self.surname = surname
    self.taught = taught
    self.leftOn = leftOn
    self.stream = stream
  }

  package var fullName: String { "\(forename) \(surname)" }
  package var listName: String { "\(surname), \(forename)" }
}

extension Groups {
  /// "Not found" where the viewer may not see it at all.
  package func whole(_ id: ID<Group>) throws -> WholeGroup {
    let group = try group(id)
    let isMasked = try group.isConfidential && isHidden(id)
    let names = try connection.first(
      """
      SELECT h.name, t.name FROM groups g
      JOIN headings h ON h.organisation_id = g.organisation_id AND h.id = g.heading_id
      LEFT JOIN provision_types t ON t.organisation_id = g.organisation_id AND t.id = g.type_id
      WHERE g.organisation_id = \(organisation) AND g.id = \(id)
      """
    ) { ($0.text(0), $0.textOrNil(1)) }
    let places = try placeLines(of: id)
    let count = try connection.count(
      "SELECT COUNT(*) FROM group_members WHERE organisation_id = \(organisation) AND group_id = \(id)")
    return WholeGroup(
      group: group, heading: names?.0 ?? "", type: isMasked ? nil : names?.1,
      schedules: isMasked ? [] : (try schedules(of: "= \(id)")[id] ?? []).map(\.dated),
      leads: isMasked ? [] : try leadLines(of: "= \(id)")[id] ?? [], items: isMasked ? [] : try items(of: id),
      places: places, hiddenPlaces: count - places.count, isMasked: isMasked)
  }

  /// What was written of the group, the latest first; nothing for who may not read history or not know what the group is.
  package func history(of id: ID<Group>, most: Int = 200) throws -> [HistoryLine] {
    let group = try group(id)
    guard viewer.may(.see, .history), try !group.isConfidential || !isHidden(id) else { return [] }
    return try connection.rows(
      """
      SELECT at, actor, act, noun, noun_id, pupil_id, before, after FROM history
      WHERE organisation_id = \(organisation) AND noun IN ('group', 'schedule', 'lead', 'item', 'place')
        AND noun_id = \(id.text)
      ORDER BY id DESC LIMIT \(most)
      """
    ) { row in
      HistoryLine(
        at: row.moment(0), actor: row.text(1), act: row.text(2), noun: row.text(3), nounID: row.text(4),
        pupil: row.idOrNil(5), before: HistoryText.read(row.textOrNil(6)), after: HistoryText.read(row.textOrNil(7)))
    }
  }

  private func placeLines(of id: ID<Group>) throws -> [PlaceLine] {
    let shifts = try PupilFactTables.yearShifts(in: organisation, connection)
    return try connection.rows(
      """
      SELECT m.id, m.group_id, m.pupil_id, m.from_day, m.until_day, m.weight, m.stream_id,
        COALESCE(p.preferred_forename, p.forename), p.surname, p.birth_day, p.left_on, f.name, f.kind
      FROM group_members m JOIN groups g ON g.organisation_id = m.organisation_id AND g.id = m.group_id
      JOIN pupils p ON p.organisation_id = m.organisation_id AND p.id = m.pupil_id
      LEFT JOIN funding_streams f ON f.organisation_id = m.organisation_id AND f.id = m.stream_id
      WHERE m.organisation_id = \(organisation) AND m.group_id = \(id)
        AND \(visiblePlaces)
      ORDER BY p.sort_name, m.from_day
      """
    ) { row in
      let place = Groups.member(row)
      let stream = place.stream.map {
        FundingStream(id: $0, name: row.text(11), kind: FundingStream.Kind(rawValue: row.text(12)) ?? .other)
      }
      return PlaceLine(
        place: place, forename: row.text(7), surname: row.text(8),
        taught: TaughtYears(bornOn: row.day(9), shifts: shifts[place.pupil] ?? Timeline()), leftOn: row.dayOrNil(10),
        stream: stream)
    }
  }
}
