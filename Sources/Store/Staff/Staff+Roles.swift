package import Domain
import SQL

extension Staff {
  /// The kinds of work that the school pays for, by name.
  package func roles() throws -> [PayRole] {
    try viewer.must(.see, .staff)
    return try Staff.payRoles(in: viewer.organisation, connection)
  }

  /// Asks no right: for what names roles of its own accord.
  static func payRoles(in organisation: ID<Organisation>, _ connection: any Connection) throws -> [PayRole] {
    try connection.rows(
      "SELECT id, name, kind FROM pay_roles WHERE organisation_id = \(organisation) ORDER BY name"
    ) { PayRole(id: $0.id(0), name: $0.text(1), kind: PayRole.Kind(rawValue: $0.text(2)) ?? .other) }
  }

  /// Adds a role; refuses a second one of the name.
  @discardableResult
  package func addRole(_ name: String, _ kind: PayRole.Kind) throws -> ID<PayRole> {
    try viewer.must(.do, .staff)
    try checkName(name, among: try roles())
    let id: ID<PayRole> = connection.newID()
    try connection.run(
      "INSERT INTO pay_roles (organisation_id, id, name, kind) VALUES (\(viewer.organisation), \(id), \(name), \(kind.rawValue))"
    )
    try connection.record("added", "role", id.text, by: viewer, after: ["name": name, "kind": kind.name])
    return id
  }

  /// Gives a role another name, or counts its hours with others. Both hold for the past too: they are corrections. Refuses
  /// where the role is no longer what was `shown`.
  package func correctRole(_ id: ID<PayRole>, _ name: String, _ kind: PayRole.Kind, shown: PayRole? = nil) throws {
    try viewer.must(.do, .staff)
    let roles = try roles()
    guard let old = roles.first(where: { $0.id == id }) else { throw Refusal.notFound() }
    if let shown, shown != old { throw Refusal.conflict("Somebody has changed this role since you opened this page.") }
    try checkName(name, among: roles.filter { $0.id != id })
    try connection.run(
      """
      UPDATE pay_roles SET name = \(name), kind = \(kind.rawValue)
      WHERE organisation_id = \(viewer.organisation) AND id = \(id)
      """)
    try connection.record(
      "corrected", "role", id.text, by: viewer, before: ["name": old.name, "kind": old.kind.name],
      after: ["name": name, "kind": kind.name])
  }

  /// One of the school's roles; refuses any other.
  func role(_ id: ID<PayRole>) throws -> PayRole {
    guard let role = try roles().first(where: { $0.id == id }) else {
      throw Refusal.invalid("Choose one of the school's roles.", field: "role")
    }
    return role
  }

  private func checkName(_ name: String, among roles: [PayRole]) throws {
    guard (1...100).contains(name.count) else { throw Refusal.invalid("Give the role a name.", field: "role") }
    guard roles.allSatisfy({ Folding.fold($0.name) != Folding.fold(name) }) else {
      throw Refusal.invalid("There is a role called “\(name)” already.", field: "role")
    }
  }
}
