package import Domain
import SQL

extension Catalogue {
  /// A new heading, the last of them. Refuses a name that there is already.
  @discardableResult
  package func addHeading(_ name: String) throws -> ID<Heading> {
    try viewer.must(.do, .catalogue)
    let headings = try headings()
    let name = try checked(name, against: headings, except: nil)
    let id = connection.newID(Heading.self)
    try insert(id, name, position: (headings.map(\.position).max() ?? 0) + 1)
    return id
  }

  /// Refuses a name that there is already, and a heading that somebody else has changed since `version`.
  package func renameHeading(_ id: ID<Heading>, to name: String, version: Int) throws {
    try viewer.must(.do, .catalogue)
    let headings = try headings()
    guard let old = headings.first(where: { $0.id == id }) else { throw Refusal.notFound() }
    let name = try checked(name, against: headings, except: id)
    guard old.version == version else {
      throw Refusal.conflict("Somebody else has renamed this heading: it is “\(old.name)” now.")
    }
    if name == old.name { return }
    try connection.run(
      """
      UPDATE headings SET name = \(name), version = version + 1
      WHERE organisation_id = \(organisation) AND id = \(id)
      """)
    try connection.record(
      "renamed", "heading", id.text, by: viewer, before: ["name": old.name], after: ["name": name])
  }

  /// One place up or down; at the end of the list nothing happens.
  package func moveHeading(_ id: ID<Heading>, up: Bool) throws {
    try viewer.must(.do, .catalogue)
    var headings = try headings()
    guard let index = headings.firstIndex(where: { $0.id == id }) else { throw Refusal.notFound() }
    let other = up ? index - 1 : index + 1
    guard headings.indices.contains(other) else { return }
    headings.swapAt(index, other)
    for (position, heading) in headings.enumerated() where heading.position != position + 1 {
      try connection.run(
        """
        UPDATE headings SET position = \(position + 1) WHERE organisation_id = \(organisation) AND id = \(heading.id)
        """)
    }
    try connection.record(
      "moved", "heading", id.text, by: viewer, before: ["place": "\(index + 1)"], after: ["place": "\(other + 1)"])
  }

  /// The headings under which types or groups stand.
  package func usedHeadings() throws -> Set<ID<Heading>> {
    try viewer.must(.see, .catalogue)
    return Set(
      try connection.rows(
        """
        SELECT heading_id FROM provision_types WHERE organisation_id = \(organisation)
        UNION SELECT heading_id FROM groups WHERE organisation_id = \(organisation)
        """
      ) { $0.id(0) })
  }

  /// Refuses a heading under which types or groups stand.
  package func removeHeading(_ id: ID<Heading>) throws {
    try viewer.must(.do, .catalogue)
    let old = try heading(id)
    if try usedHeadings().contains(id) {
      throw Refusal.invalid("“\(old.name)” cannot be removed while provision stands under it. Move that first.")
    }
    try connection.run("DELETE FROM headings WHERE organisation_id = \(organisation) AND id = \(id)")
    try connection.record("removed", "heading", id.text, by: viewer, before: ["name": old.name])
  }

  func insert(_ id: ID<Heading>, _ name: String, position: Int) throws {
    try connection.run(
      """
      INSERT INTO headings (organisation_id, id, name, position, version)
      VALUES (\(organisation), \(id), \(name), \(position), 1)
      """)
    try connection.record("added", "heading", id.text, by: viewer, after: ["name": name])
  }

  private func checked(_ typed: String, against headings: [Heading], except id: ID<Heading>?) throws -> String {
    let name = typed.trimmingSpaces
    guard !name.isEmpty else { throw Refusal.invalid("Give the heading a name.", field: "name") }
    guard name.count <= 100 else {
      throw Refusal.invalid("A heading's name has at most 100 characters.", field: "name")
    }
    if headings.contains(where: { $0.id != id && Folding.fold($0.name) == Folding.fold(name) }) {
      throw Refusal.invalid("There is a heading “\(name)” already.", field: "name")
    }
    return name
  }
}
