package import Domain
import SQL

extension Catalogue {
  /// A new type under a heading. Refuses a name that there is already, archived ones included, and figures that no provision
  /// has. `id`: the one that the form was given, so that a form that is sent twice adds one type.
  @discardableResult
  package func addType(
    _ name: String, under heading: ID<Heading>, _ details: ProvisionDetails, id given: ID<ProvisionType>? = nil
  ) throws -> ID<ProvisionType> {
    try viewer.must(.do, .catalogue)
    if let given, try connection.keeps(given, in: "provision_types", of: organisation) { return given }
    let (name, details) = try checked(name, heading, details, except: nil)
    return try insert(name, under: heading, details, given ?? connection.newID())
  }

  /// Groups that run already keep what they were given. Refuses a type that somebody else has changed since `version`.
  package func changeType(
    _ id: ID<ProvisionType>, name: String, heading: ID<Heading>, _ details: ProvisionDetails, version: Int
  ) throws {
    try viewer.must(.do, .catalogue)
    let old = try type(id)
    let (name, details) = try checked(name, heading, details, except: id)
    try unchanged(old, since: version)
    try connection.run(
      """
      UPDATE provision_types SET heading_id = \(heading), name = \(name), description = \(details.description),
        outcome = \(details.outcome), minutes = \(details.minutes), sessions_per_week = \(details.sessionsPerWeek),
        weeks = \(details.weeks), group_size = \(details.groupSize), strand = \(details.strand?.rawValue),
        level = \(details.level), area = \(details.area), evidence = \(details.evidence),
        is_confidential = \(details.isConfidential), version = version + 1
      WHERE organisation_id = \(organisation) AND id = \(id)
      """)
    let headings = try headingNames()
    let before = words(old.name, headings[old.heading], old.details)
    let after = words(name, headings[heading], details)
    try connection.recordChange("provision type", id.text, by: viewer, before, after)
  }

  /// No longer offered for new groups; or offered again.
  package func archiveType(_ id: ID<ProvisionType>, _ isArchived: Bool = true, version: Int) throws {
    try viewer.must(.do, .catalogue)
    let old = try type(id)
    try unchanged(old, since: version)
    try connection.run(
      """
      UPDATE provision_types SET is_archived = \(isArchived), version = version + 1
      WHERE organisation_id = \(organisation) AND id = \(id)
      """)
    try connection.record(
      isArchived ? "archived" : "restored", "provision type", id.text, by: viewer, before: ["name": old.name])
  }

  func insert(
    _ name: String, under heading: ID<Heading>, _ details: ProvisionDetails, _ id: ID<ProvisionType>
  ) throws -> ID<ProvisionType> {
    try connection.run(
      """
      INSERT INTO provision_types (organisation_id, id, heading_id, name, description, outcome, minutes,
        sessions_per_week, weeks, group_size, strand, level, area, evidence, is_confidential, is_archived, version)
      VALUES (\(organisation), \(id), \(heading), \(name), \(details.description), \(details.outcome),
        \(details.minutes), \(details.sessionsPerWeek), \(details.weeks), \(details.groupSize),
        \(details.strand?.rawValue), \(details.level), \(details.area), \(details.evidence), \(details.isConfidential),
        \(false), 1)
      """)
    try connection.record("added", "provision type", id.text, by: viewer, after: words(name, nil, details))
    return id
  }

  private func checked(
    _ typed: String, _ heading: ID<Heading>, _ details: ProvisionDetails, except id: ID<ProvisionType>?
  ) throws -> (String, ProvisionDetails) {
    var refusals = Refusals()
    let name = typed.trimmingSpaces
    if name.isEmpty { refusals.add("Give the provision a name.", field: "name") }
    if name.count > 200 { refusals.add("A provision's name has at most 200 characters.", field: "name") }
    if try types(withArchived: true).contains(where: { $0.id != id && Folding.fold($0.name) == Folding.fold(name) }) {
      refusals.add("“\(name)” is in the catalogue already; perhaps it is archived.", field: "name")
    }
    if try headingNames()[heading] == nil { refusals.add("Choose a heading.", field: "heading") }
    var checked = details
    do { checked = try details.checked() } catch { refusals.all += error.all }
    try refusals.throwIfAny()
    return (name, checked)
  }

  private func unchanged(_ old: ProvisionType, since version: Int) throws {
    guard old.version == version else {
      throw Refusal.conflict("Somebody else has changed “\(old.name)” since you opened this page.")
    }
  }

  private func headingNames() throws -> [ID<Heading>: String] {
    Dictionary(uniqueKeysWithValues: try headings().map { ($0.id, $0.name) })
  }

  private func words(_ name: String, _ heading: String?, _ details: ProvisionDetails) -> [String: String] {
    var words = ["name": name, "dosage": details.dosageWords]
    words["heading"] = heading
    words["description"] = details.description.nilIfEmpty
    words["outcome"] = details.outcome.nilIfEmpty
    words["strand"] = details.strand?.name
    words["level"] = details.level.flatMap(Level.keyed)?.name
    words["area of need"] = details.area.flatMap(AreaOfNeed.named)?.name
    words["evidence"] = details.evidence
    if details.isConfidential { words["confidential"] = "yes" }
    return words
  }
}
