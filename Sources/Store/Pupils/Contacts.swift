package import Domain
package import SQL

/// Whom to speak to about a pupil, as `viewer` may see and change it.
package struct Contacts {
  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  /// In the order in which they are spoken to; none where the viewer may see none.
  package func of(_ pupil: ID<Pupil>) throws -> [Contact] { try load("c.pupil_id = \(pupil)", for: .see) }

  /// Those of many pupils at once.
  package func of(_ pupils: [ID<Pupil>]) throws -> [ID<Pupil>: [Contact]] {
    let contacts = try pupils.chunks(of: 400).flatMap { try load("c.pupil_id IN (\(SQL.list($0)))", for: .see) }
    return Dictionary(grouping: contacts, by: \.pupil)
  }

  package func find(_ id: ID<Contact>) throws -> Contact? { try load("c.id = \(id)", for: .see).first }

  /// Refused where the viewer may not, where there is no such pupil, and by the rules for what is typed. `id`: the one that
  /// the form was given, so that a form that is sent twice adds one contact.
  @discardableResult
  package func add(_ details: ContactDetails, to pupil: ID<Pupil>, id given: ID<Contact>? = nil) throws -> ID<Contact> {
    try viewer.must(.do, .contacts)
    guard try Pupils(viewer, connection).find(pupil) != nil else { throw Refusal.notFound() }
    try details.refuseUnlessSound()
    if let given, try connection.keeps(given, in: "contacts", of: viewer.organisation) { return given }
    let id = given ?? connection.newID(Contact.self)
    try connection.run(
      """
      INSERT INTO contacts (organisation_id, id, pupil_id, name, relationship, priority, email, phone, address, version)
      VALUES (\(viewer.organisation), \(id), \(pupil), \(details.name), \(details.relationship), \(details.priority),
        \(details.email), \(details.phone), \(details.address), 1)
      """)
    try connection.record("added", "contact", id.text, by: viewer, pupil: pupil, after: details.words)
    return id
  }

  package func change(_ id: ID<Contact>, to details: ContactDetails, version: Int? = nil) throws {
    let contact = try toChange(id)
    if let version, version != contact.version { throw Pupils.changedMeanwhile }
    try details.refuseUnlessSound()
    if details == contact.details { return }
    try connection.run(
      """
      UPDATE contacts SET name = \(details.name), relationship = \(details.relationship), priority = \(details.priority),
        email = \(details.email), phone = \(details.phone), address = \(details.address), version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND id = \(id)
      """)
    try connection.record(
      "changed", "contact", id.text, by: viewer, pupil: contact.pupil, before: contact.details.words,
      after: details.words)
  }

  package func remove(_ id: ID<Contact>) throws {
    let contact = try toChange(id)
    try connection.run("DELETE FROM contacts WHERE organisation_id = \(viewer.organisation) AND id = \(id)")
    try connection.record(
      "removed", "contact", id.text, by: viewer, pupil: contact.pupil, before: contact.details.words)
  }

  private func toChange(_ id: ID<Contact>) throws -> Contact {
    try viewer.must(.do, .contacts)
    guard let contact = try load("c.id = \(id)", for: .do).first else { throw Refusal.notFound() }
    return contact
  }

  private func load(_ condition: SQL, for act: Act) throws -> [Contact] {
    try connection.rows(
      """
      SELECT c.id, c.pupil_id, c.name, c.relationship, c.priority, c.email, c.phone, c.address, c.version FROM contacts c
      WHERE c.organisation_id = \(viewer.organisation) AND \(condition)
        AND \(PupilReach.condition("c.pupil_id", act, .contacts, viewer, connection))
      ORDER BY c.pupil_id, c.priority, c.id
      """
    ) { row in
      Contact(
        id: row.id(0), pupil: row.id(1), name: row.text(2), relationship: row.text(3), priority: row.int(4),
        email: row.textOrNil(5), phone: row.textOrNil(6), address: row.textOrNil(7), version: row.int(8))
    }
  }
}

extension ContactDetails {
  var words: [String: String] {
    var words = ["name": name, "relationship": relationship, "order": String(priority)]
    words["e-mail"] = email
    words["phone"] = phone
    words["address"] = address
    return words
  }
}
