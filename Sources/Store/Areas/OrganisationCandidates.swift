package import Domain
package import SQL

/// An organisation that a typed name may mean: one of the area's, or a school of the national register.
package struct OrganisationCandidate: Sendable, Hashable {
  /// What a form sends back for it.
  package let key: String
  package let name: String
  /// What tells it from others of the same name.
  package let words: String
  /// Whether it is written as it was typed, but for spelling that says nothing, and takes part or is expected.
  package let isExact: Bool
  private let participant: ID<Participant>?
  private let urn: String?
  private let sector: String

  /// What whoever joins says by choosing it.
  package func claim(job: String, terms: String?) -> JoiningClaim {
    JoiningClaim(
      participant: participant?.text, urn: urn, name: name, sector: sector, job: job, terms: terms)
  }

  /// Only for somebody who has given the code: who takes part is not for strangers.
  package static func all(
    for typed: String, in area: ID<Organisation>, _ connection: any Connection
  ) throws -> [OrganisationCandidate] {
    let parts = AreaParts(area, connection)
    let sectors = try parts.sectors()
    let folded = ParticipantName.fold(typed)
    let own = try Participants.alike(typed, in: area, connection)
    let places = Dictionary(uniqueKeysWithValues: try parts.localities().map { ($0.id, $0.name) })
    let here = own.map { one in
      let words = [sectors.first { $0.key == one.sector }?.name, one.locality.flatMap { places[$0] }]
      return OrganisationCandidate(
        key: "here:\(one.id.text)", name: one.name, words: words.compactMap(\.self).joined(separator: ", "),
        isExact: ParticipantName.fold(one.name) == folded || one.urn == typed.trimmingSpaces, participant: one.id,
        urn: one.urn, sector: one.sector)
    }
    let taken = Set(try Participants.numbers(in: area, connection))
    let register = try RegisterSearch.named(typed, connection).filter { !taken.contains($0.urn) }
    return here + register.map { OrganisationCandidate($0, sectors) }
  }

  /// The one that was chosen; nil where `key` is none of them. A school of the register stays chosen although a typed name
  /// means more schools than are offered.
  package static func chosen(
    _ key: String, among found: [OrganisationCandidate], in area: ID<Organisation>, _ connection: any Connection
  ) throws -> OrganisationCandidate? {
    if let one = found.first(where: { $0.key == key }) { return one }
    let parts = key.split(separator: ":")
    guard parts.count == 2, parts[0] == "register",
      let school = try RegisterSearch.withURN(String(parts[1]), connection),
      found.contains(where: { $0.name == school.name })
    else { return nil }
    return OrganisationCandidate(school, try AreaParts(area, connection).sectors())
  }
}

extension OrganisationCandidate {
  private init(_ school: RegisterSearch.Found, _ sectors: [Sector]) {
    self.init(
      key: "register:\(school.urn)", name: school.name, words: school.words, isExact: false, participant: nil,
      urn: school.urn,
      sector: sectors.contains { $0.key == school.sector } ? school.sector : sectors.last?.key ?? "")
  }
}

extension Participants {
  /// The numbers of the schools of an area, in the national register.
  package static func numbers(in organisation: ID<Organisation>, _ connection: any Connection) throws -> [String] {
    try connection.rows(
      "SELECT urn FROM participants WHERE organisation_id = \(organisation) AND urn IS NOT NULL"
    ) { $0.text(0) }
  }
}
