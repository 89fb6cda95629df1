import Domain
import SQL

/// Reads what is in force in a period, as one viewer may know it: groups with schedules, leads, items and places, and the
/// names that they need. Whom and what the viewer may know is what `Groups` says; of the rest only what a cost is divided by
/// is read.
struct MapFactsReader {
  let viewer: Viewer
  let connection: any Connection
  let period: Period
  /// Of the groups that are read, as a condition on `groups g`.
  let inForce: SQL
  /// Which places have a name, as a condition on `group_members m` of `groups g`.
  let isNamed: SQL
  /// Of the groups that are read, those of which only place, hours and cost are told.
  let masked: Set<ID<Group>>

  /// Which groups are read, of those that the viewer may see.
  enum Only {
    case everything
    case group(ID<Group>)
    /// Those that the pupil is or was in.
    case pupil(ID<Pupil>)
    /// Those of these types, and these.
    case chosen(Set<ID<ProvisionType>>, Set<ID<Group>>)
  }

  init(_ groups: Groups, in period: Period, only: Only) throws {
    viewer = groups.viewer
    connection = groups.connection
    self.period = period
    isNamed = groups.visiblePlaces
    // Whoever sees a pupil's groups sees them on that pupil's sheet, also without seeing the school's map.
    let noun: Noun = if case .pupil = only { .groups } else { .map }
    let visible: SQL = """
      g.organisation_id = \(groups.organisation) AND g.from_day <= \(period.until)
      AND (g.until_day IS NULL OR g.until_day >= \(period.from)) AND \(try groups.visible(noun))
      """
    inForce =
      switch only {
      case .everything: visible
      case .group(let group): "\(visible) AND g.id = \(group)"
      case .chosen(let types, let chosen):
        "\(visible) AND (\(Self.isAny("g.type_id", of: types)) OR \(Self.isAny("g.id", of: chosen)))"
      case .pupil(let pupil):
        """
        \(visible) AND g.id IN (SELECT m.group_id FROM group_members m
          WHERE m.organisation_id = \(groups.organisation) AND m.pupil_id = \(pupil))
        """
      }
    masked = try groups.hidden(among: inForce)
  }

  private static func isAny<Noun>(_ column: SQL, of ids: Set<ID<Noun>>) -> SQL {
    ids.isEmpty ? "FALSE" : "\(column) IN (\(SQL.list(ids.sorted())))"
  }

  func facts(of school: School, _ calendar: SchoolCalendar) throws -> MapFacts {
    let groups = try self.groups()
    let schedules = try self.schedules()
    let leads = try self.leads()
    let items = try self.items()
    let places = try self.places()
    return MapFacts(
      school: school, headings: try headings(),
      groups: groups.map { group in
        let isMasked = masked.contains(group.id)
        return MapGroup(
          group: isMasked ? group.masked : group,
          facts: GroupFacts(
            group: group.id, span: group.span, schedules: schedules[group.id] ?? [],
            leads: leads.ofGroup[group.id] ?? [], items: items.ofGroup[group.id] ?? [],
            members: places.ofGroup[group.id] ?? []),
          isMasked: isMasked)
      },
      pupils: places.pupils, staff: leads.names, roles: try roles(), items: items.names, streams: try streams(),
      calendar: calendar, rates: try Rates.book(viewer.organisation, connection))
  }

  private func groups() throws -> [Group] {
    var years: [ID<Group>: [YearGroup]] = [:]
    try connection.each(
      """
      SELECT y.group_id, y.year FROM group_years y
      JOIN groups g ON g.organisation_id = y.organisation_id AND g.id = y.group_id
      WHERE \(inForce) ORDER BY y.year
      """
    ) { years[$0.id(0), default: []].append(YearGroup($0.int(1))) }
    return try connection.rows(
      """
      SELECT g.id, g.type_id, g.heading_id, g.name, g.from_day, g.until_day, g.strand, g.level, g.area, g.is_confidential
      FROM groups g WHERE \(inForce) ORDER BY g.from_day, g.id
      """
    ) { row in
      let id: ID<Group> = row.id(0)
      var details = GroupDetails(name: row.text(3), heading: row.id(2), span: row.span(4))
      details.type = row.idOrNil(1)
      details.strand = row.textOrNil(6).flatMap(Strand.init(rawValue:))
      details.level = row.textOrNil(7)
      details.area = row.textOrNil(8)
      details.isConfidential = row.bool(9)
      details.years = years[id] ?? []
      return Group(id: id, details: details, version: 0)
    }
  }

  private func roles() throws -> [ID<PayRole>: PayRole] {
    let roles = try Staff.payRoles(in: viewer.organisation, connection)
    return Dictionary(uniqueKeysWithValues: roles.map { ($0.id, $0) })
  }

  private func headings() throws -> [Heading] {
    try connection.rows(
      "SELECT id, name, position, version FROM headings WHERE organisation_id = \(viewer.organisation) ORDER BY position, name"
    ) { Heading(id: $0.id(0), name: $0.text(1), position: $0.int(2), version: $0.int(3)) }
  }

  private func streams() throws -> [FundingStream] {
    try connection.rows(
      "SELECT id, name, kind FROM funding_streams WHERE organisation_id = \(viewer.organisation) ORDER BY position, name"
    ) { FundingStream(id: $0.id(0), name: $0.text(1), kind: FundingStream.Kind(rawValue: $0.text(2)) ?? .other) }
  }
}
