package import Domain
package import SQL

/// Provision that runs: groups with their schedules, leads, items and places. Who sees all groups sees these; a lead sees
/// those that they lead, a class's teacher those in which the class's pupils are, and whoever a case is opened to those of
/// that pupil. Confidential provision is hidden as `Group.masked` from whoever may not see it.
///
/// Schedules, leads and places always lie inside the group's own dates: they have no last day only where the group has none.
package struct Groups {
  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  var organisation: ID<Organisation> { viewer.organisation }

  /// The group as the viewer may see it: masked where it is confidential. "Not found" where they may not see it at all.
  package func group(_ id: ID<Group>) throws -> Group {
    let group = try connection.first(
      """
      SELECT \(Groups.columns) FROM groups g
      WHERE g.organisation_id = \(organisation) AND g.id = \(id) AND \(try visible())
      """, Groups.group)
    guard let group else { throw Refusal.notFound() }
    let whole = try with(group, years: years(of: "= \(id)")[id] ?? [])
    return try group.isConfidential && isHidden(id) ? whole.masked : whole
  }

  static let columns: SQL = """
    g.id, g.name, g.heading_id, g.from_day, g.until_day, g.type_id, g.place, g.note, g.strand, g.level, g.area,
    g.is_confidential, g.version
    """

  /// Without its years, which stand in a table of their own.
  static func group(_ row: any Row) -> Group {
    var details = GroupDetails(name: row.text(1), heading: row.id(2), span: row.span(3))
    details.type = row.idOrNil(5)
    details.place = row.textOrNil(6)
    details.note = row.textOrNil(7)
    details.strand = row.textOrNil(8).flatMap(Strand.init(rawValue:))
    details.level = row.textOrNil(9)
    details.area = row.textOrNil(10)
    details.isConfidential = row.bool(11)
    return Group(id: row.id(0), details: details, version: row.int(12))
  }

  func with(_ group: Group, years: [YearGroup]) -> Group {
    if years.isEmpty { return group }
    var details = group.details
    details.years = years
    return Group(id: group.id, details: details, version: group.version)
  }

  /// The years of the groups whose ids `which` says: `= …` or `IN (…)`.
  func years(of which: SQL) throws -> [ID<Group>: [YearGroup]] {
    var years: [ID<Group>: [YearGroup]] = [:]
    try connection.each(
      """
      SELECT group_id, year FROM group_years WHERE organisation_id = \(organisation) AND group_id \(which)
      ORDER BY group_id, year
      """
    ) { years[$0.id(0), default: []].append(YearGroup($0.int(1))) }
    return years
  }
}
