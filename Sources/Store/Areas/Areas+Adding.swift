package import Domain
package import SQL

/// What a new area is made from.
package struct NewArea: Sendable {
  package let name: String
  package let address: String
  package var isDemonstration = false

  /// Refuses a blank name, and an address that cannot stand in a web address.
  package init(name typed: String, address: String, isDemonstration: Bool = false) throws {
    let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty else { throw Refusal.invalid("Give the area's name.", field: "name") }
    guard name.count <= 200 else { throw Refusal.invalid("An area's name has at most 200 characters.", field: "name") }
    guard let address = Area.address(address) else {
      let word = address.trimmingSpaces.lowercased()
      if Area.wordsOfPages.contains(word) {
        throw Refusal.invalid("“\(word)” leads to a page of Trellis itself. Choose another address.", field: "address")
      }
      throw Refusal.invalid(
        "An address is 3 to 60 small letters, digits and hyphens, such as northvale-speech.", field: "address")
    }
    self.name = name
    self.address = address
    self.isDemonstration = isDemonstration
  }
}

extension Areas {
  /// Adds an area with what it needs to begin: the standard framework of three levels, its specialisms, the usual sectors,
  /// a first round from today, terms of use, and a code. Nobody can join before the coordinator has opened it. A real area
  /// closes the demonstration's doors for good. Refuses an address that is taken.
  @discardableResult
  package static func add(
    _ new: NewArea, code: JoinCode, today: Day, _ connection: any Connection
  ) throws -> Area {
    if try withAddress(new.address, connection) != nil {
      throw Refusal(.conflict, "There is an area at the address \(new.address) already.", field: "address")
    }
    let id: ID<Organisation> = connection.newID()
    try connection.run(
      """
      INSERT INTO organisations (id, kind, name, is_demonstration, created_at)
      VALUES (\(id), 'area', \(new.name), \(new.isDemonstration), \(connection.now))
      """)
    try connection.run(
      """
      INSERT INTO areas (organisation_id, address, title, about, organiser, contact, is_listed, opens_on, closes_on,
        publishes_map, takes_survey, version)
      VALUES (\(id), \(new.address), \("Support for children in \(new.name)"), '', \(new.name), '', \(false), NULL, NULL,
        \(false), \(false), 1)
      """)
    let operatorHere = AreaViewer(operatorIn: id)
    for (position, specialism) in StandardFramework.specialisms.enumerated() {
      try connection.run(
        """
        INSERT INTO area_specialisms (organisation_id, position, key, name, is_offered)
        VALUES (\(id), \(position), \(specialism.key), \(specialism.name), \(true))
        """)
    }
    for (position, sector) in Sector.usual.enumerated() {
      try connection.run(
        """
        INSERT INTO area_sectors (organisation_id, key, name, is_expected, position)
        VALUES (\(id), \(sector.key), \(sector.name), \(sector.isExpected), \(position))
        """)
    }
    let framework = try Frameworks(operatorHere, connection).addStandard(StandardFramework.threeLevels, from: today)
    try Rounds(operatorHere, connection).add(name: "", framework: framework, from: today, until: nil)
    try TermsOfUse(operatorHere, connection).write(TermsOfUse.usual)
    try JoinCodes(operatorHere, connection).issue(code, lastDay: nil, mostUses: nil)
    try connection.record(
      "added", "area", id.text, by: operatorHere, after: ["name": new.name, "address": new.address])
    if !new.isDemonstration { try Demonstration.close(connection) }
    guard let area = try withID(id, connection) else { throw DatabaseError.other("the new area is not there") }
    return area
  }

  /// Changes what the project says of itself. Refuses where somebody has changed it since `version`.
  package static func change(
    to details: AreaDetails, version: Int, by viewer: AreaViewer, _ connection: any Connection
  ) throws {
    try viewer.mustAll(.do, .project)
    let details = try details.checked()
    guard let old = try withID(viewer.organisation, connection) else { throw Refusal.notFound() }
    let written = try connection.run(
      """
      UPDATE areas SET title = \(details.title), about = \(details.about), organiser = \(details.organiser),
        contact = \(details.contact), is_listed = \(details.isListed), opens_on = \(details.opensOn),
        closes_on = \(details.closesOn), publishes_map = \(details.publishesMap),
        takes_survey = \(details.takesSurvey), version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND version = \(version)
      """)
    if written == 0 { throw Refusal.conflict("Somebody has changed the project since you opened this page.") }
    let (before, after) = (words(old.details), words(details))
    let changed = Set(before.keys.filter { before[$0] != after[$0] })
    try connection.record(
      "changed", "project", viewer.organisation.text, by: viewer, before: before.filter { changed.contains($0.key) },
      after: after.filter { changed.contains($0.key) })
  }

  private static func words(_ details: AreaDetails) -> [String: String] {
    [
      "title": details.title, "about": details.about, "organiser": details.organiser, "contact": details.contact,
      "listed": details.isListed ? "yes" : "no", "opens": details.opensOn?.words ?? "",
      "closes": details.closesOn?.words ?? "", "public map": details.publishesMap ? "shown" : "not shown",
      "survey": details.takesSurvey ? "open" : "closed",
    ]
  }
}
