package import Domain
import SQL

extension Groups {
  /// A new group with everything that belongs to it, in one act. Refuses what `GroupDetails`, `Schedule` and `NewItem`
  /// refuse, a type or heading that is not there, leads outside the days on which they work here, and places outside a
  /// pupil's time on the roll. `id`: the one that the form was given, so that a form that is sent twice adds one group.
  @discardableResult
  package func add(_ new: NewGroup, id given: ID<Group>? = nil) throws -> ID<Group> {
    try mustChange()
    if let given, try connection.keeps(given, in: "groups", of: organisation) { return given }
    let details = try new.details.checked()
    if details.isConfidential { try mustKeepConfidential() }
    try mustStand(details)
    let id = given ?? connection.newID(Group.self)
    try connection.run(
      """
      INSERT INTO groups (organisation_id, id, type_id, heading_id, name, from_day, until_day, place, note, strand,
        level, area, is_confidential, version, created_at)
      VALUES (\(organisation), \(id), \(details.type), \(details.heading), \(details.name), \(details.span.from),
        \(details.span.until), \(details.place), \(details.note), \(details.strand?.rawValue), \(details.level),
        \(details.area), \(details.isConfidential), 1, \(connection.now))
      """)
    try writeYears(details.years, of: id)
    let group = Group(id: id, details: details, version: 1)
    try connection.record("added", "group", id.text, by: viewer, after: words(group))
    if let schedule = new.schedule { try insert(schedule, details.span, of: group) }
    try insert(new.leads, into: group)
    try insert(new.items, into: group)
    try insert(new.members, into: group)
    return id
  }

  /// Refuses a heading or a type that is not this school's.
  func mustStand(_ details: GroupDetails) throws {
    let hasHeading = try connection.exists(
      "SELECT 1 FROM headings WHERE organisation_id = \(organisation) AND id = \(details.heading)")
    if !hasHeading { throw Refusal.invalid("Choose a heading.", field: "heading") }
    if let type = details.type {
      let hasType = try connection.exists(
        "SELECT 1 FROM provision_types WHERE organisation_id = \(organisation) AND id = \(type)")
      if !hasType { throw Refusal.invalid("Choose a provision of the catalogue.", field: "type") }
    }
  }

  func writeYears(_ years: [YearGroup], of id: ID<Group>) throws {
    for year in years {
      try connection.run(
        "INSERT INTO group_years (organisation_id, group_id, year) VALUES (\(organisation), \(id), \(year))")
    }
  }

  /// For history: what there is to say of the group as a whole. The title of confidential provision is not said, because
  /// more people read history than may know of it.
  func words(_ group: Group) -> [String: String] {
    let details = group.details
    var words = ["from": details.span.from.iso]
    words["until"] = details.span.until?.iso
    if !details.years.isEmpty { words["years"] = details.years.map(\.code).joined(separator: ", ") }
    if details.isConfidential {
      words["name"] = Group.confidentialName
      return words
    }
    words["name"] = details.name
    words["place"] = details.place
    words["note"] = details.note
    words["strand"] = details.strand?.name
    words["level"] = details.level.flatMap(Level.keyed)?.name
    words["area of need"] = details.area.flatMap(AreaOfNeed.named)?.name
    return words
  }
}
