package import Domain
package import SQL

/// What whoever joins an area accepts, version by version.
package struct TermsOfUse {
  let viewer: AreaViewer
  let connection: any Connection

  package init(_ viewer: AreaViewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  package struct Version: Sendable, Hashable {
    package let id: ID<Version>
    package let number: Int
    package let text: String
  }

  /// What a new area starts with; to be looked through by whoever answers for its data.
  package static let usual = """
    What you enter is kept by the organisers of this review, who answer for it, and is used to understand and improve support \
    for children and young people in the area.

    Describe services and places, never a child: write no child’s name, birth date, address or anything else by which \
    somebody could be known.

    Your name and e-mail address are seen by the organisers. Your organisation’s name stands beside its entries on the \
    map. An entry is shown to the public only when you and the organisers have both agreed to it.

    You can change and withdraw your entries while the round is open.
    """

  /// The newest; nil where there are none.
  package func current() throws -> Version? {
    try connection.first(
      """
      SELECT id, number, text FROM terms_of_use WHERE organisation_id = \(viewer.organisation) ORDER BY number DESC LIMIT 1
      """
    ) { Version(id: $0.id(0), number: $0.int(1), text: $0.text(2)) }
  }

  /// The version that the viewer has still to accept before they write; nil where they accepted the newest, or none is
  /// there.
  package func outstanding() throws -> Version? {
    guard let account = viewer.account, let current = try current() else { return nil }
    let isAccepted = try connection.exists(
      """
      SELECT 1 FROM area_people WHERE organisation_id = \(viewer.organisation) AND account_id = \(account)
        AND terms_id = \(current.id)
      """)
    return isAccepted ? nil : current
  }

  /// Accepts the newest version for the viewer. Refuses one that has been replaced since it was read.
  package func accept(_ id: ID<Version>) throws {
    guard let account = viewer.account, let current = try current() else { throw Refusal.notFound() }
    guard current.id == id else {
      throw Refusal.invalid("The terms of use have just changed again. Please read the new ones.", field: "terms")
    }
    let written = try connection.run(
      """
      UPDATE area_people SET terms_id = \(id), terms_accepted_at = \(connection.now), version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND account_id = \(account)
        AND (terms_id IS NULL OR terms_id <> \(id))
      """)
    if written == 1 {
      try connection.record(
        "accepted", "terms of use", account.text, by: viewer, after: ["version": String(current.number)])
    }
  }

  /// Writes the next version, which everybody is asked to accept anew.
  package func write(_ typed: String) throws {
    try viewer.mustAll(.do, .project)
    let text = typed.trimmingSpaces
    guard !text.isEmpty, text.count <= 20_000 else {
      throw Refusal.invalid("Terms of use have between 1 and 20,000 characters.", field: "terms")
    }
    let old = try current()
    if old?.text == text { return }
    let id = connection.newID(Version.self)
    try connection.run(
      """
      INSERT INTO terms_of_use (organisation_id, id, number, text, written_at, written_by)
      VALUES (\(viewer.organisation), \(id), \((old?.number ?? 0) + 1), \(text), \(connection.now), \(viewer.name))
      """)
    try connection.record(
      "changed", "terms of use", id.text, by: viewer, after: ["version": String((old?.number ?? 0) + 1)])
  }
}
