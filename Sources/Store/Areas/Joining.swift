package import Domain
package import Foundation
package import SQL
package import Security

/// For which organisation somebody joins, and what they do there.
package struct JoiningClaim: Codable, Hashable, Sendable {
  /// One of the area's; else a school of the national register, or a new name.
  package var participant: String?
  package var urn: String?
  package var name: String
  package var sector: String
  package var locality: String?
  package var job: String
  package var terms: String?

  package init(
    participant: String? = nil, urn: String? = nil, name: String = "", sector: String = "", locality: String? = nil,
    job: String = "", terms: String? = nil
  ) {
    self.participant = participant
    self.urn = urn
    self.name = name
    self.sector = sector
    self.locality = locality
    self.job = job
    self.terms = terms
  }
}

/// How a person comes into an area: with its code. A code admits a person, not an organisation: what they claim to work
/// for is confirmed by the coordinator or a confirmed colleague, and until then they see only what they wrote themselves.
/// Nothing here opens a school's own records.
package enum Joining {
  package static let lasting: TimeInterval = 72 * 3600

  /// Takes `account` into the area. Refuses a code that has been used up in the meantime, terms that are no longer the
  /// newest, and what `Participants` refuses of a new organisation.
  package static func join(
    _ account: ID<Account>, with code: ID<JoinCode>, _ claim: JoiningClaim, in organisation: ID<Organisation>,
    on today: Day, _ connection: any Connection
  ) throws {
    guard let person = try Accounts.withID(account, connection) else { throw Refusal.notFound() }
    let visitor = AreaViewer(account: account, organisation: organisation, roles: [], name: person.name)
    let terms = try TermsOfUse(visitor, connection).current()
    guard terms == nil || claim.terms == terms?.id.text else {
      throw Refusal.invalid("The terms of use have changed. Please read and accept them again.", field: "terms")
    }
    guard claim.job.count <= 200 else {
      throw Refusal.invalid("What you do there has at most 200 characters.", field: "job")
    }
    guard try JoinCodes.use(code, in: organisation, on: today, connection) else {
      throw Refusal.invalid(
        "This code has just stopped working. Ask whoever gave it to you for the new one.", field: "code")
    }
    let participant = try participant(of: claim, in: organisation, connection)
    try connection.run(
      """
      INSERT INTO area_people (organisation_id, account_id, participant_id, job, joined_at, confirmed_at, confirmed_by,
        terms_id, terms_accepted_at, reminded_at, version)
      VALUES (\(organisation), \(account), \(participant), \(claim.job.trimmingSpaces), \(connection.now), NULL, NULL,
        \(terms?.id), \(connection.now), NULL, 1)
      ON CONFLICT (organisation_id, account_id) DO UPDATE SET terms_id = excluded.terms_id,
        terms_accepted_at = excluded.terms_accepted_at, job = excluded.job
      """)
    try AreaPeople.give(.contributor, to: account, by: "The code", from: today, in: organisation, connection)
    try connection.record(
      "joined", "person", account.text, by: visitor, after: ["organisation": participant.text, "job": claim.job])
  }

  /// Keeps a registration until its e-mail address is confirmed by the link of `token`.
  package static func keep(
    email: String, name: String, password: PasswordHash, code: ID<JoinCode>, _ claim: JoiningClaim,
    in organisation: ID<Organisation>, token: Token, _ connection: any Connection
  ) throws {
    try connection.run("DELETE FROM registrations WHERE expires_at <= \(connection.now)")
    try connection.run(
      """
      INSERT INTO registrations (token_hash, organisation_id, code_id, email, name, password_hash, claim, created_at,
        expires_at, used_at)
      VALUES (\(token.hash), \(organisation), \(code), \(email), \(name), \(password.encoded),
        \(String(decoding: try JSONEncoder().encode(claim), as: UTF8.self)), \(connection.now),
        \(connection.now.addingTimeInterval(lasting)), NULL)
      """)
  }

  /// Makes the account of a kept registration and takes it into its area. Refuses a link that is not good any more.
  package static func confirm(
    tokenHash: String, on today: Day, _ connection: any Connection
  ) throws -> (account: ID<Account>, organisation: ID<Organisation>) {
    let found = try connection.first(
      """
      SELECT organisation_id, code_id, email, name, password_hash, claim FROM registrations
      WHERE token_hash = \(tokenHash) AND used_at IS NULL AND expires_at > \(connection.now)
      """
    ) { row in
      (
        organisation: row.id(0, Organisation.self), code: row.id(1, JoinCode.self), email: row.text(2),
        name: row.text(3), password: PasswordHash(encoded: row.text(4)), claim: row.text(5)
      )
    }
    guard let found else { throw Refusal.notFound("This link is no longer good. Please register again.") }
    try connection.run("UPDATE registrations SET used_at = \(connection.now) WHERE token_hash = \(tokenHash)")
    let account = try Accounts.add(email: found.email, name: found.name, password: found.password, connection)
    let claim = try JSONDecoder().decode(JoiningClaim.self, from: Data(found.claim.utf8))
    try join(account, with: found.code, claim, in: found.organisation, on: today, connection)
    return (account, found.organisation)
  }

  /// The keeper of a kept registration, for taking its lock first.
  package static func organisation(tokenHash: String, _ connection: any Connection) throws -> ID<Organisation>? {
    try connection.first("SELECT organisation_id FROM registrations WHERE token_hash = \(tokenHash)") { $0.id(0) }
  }

  /// One of the area's, the area's for a school of the register, or a new one.
  private static func participant(
    of claim: JoiningClaim, in organisation: ID<Organisation>, _ connection: any Connection
  ) throws -> ID<Participant> {
    if let id = claim.participant.flatMap({ ID<Participant>($0) }) {
      guard try Participants.joinable(id, in: organisation, connection) != nil else {
        throw Refusal.invalid("Choose an organisation of this project.", field: "organisation")
      }
      return id
    }
    if let urn = claim.urn, let there = try Participants.withURN(urn, in: organisation, connection) { return there.id }
    let same = try Participants.alike(claim.name, in: organisation, connection).first {
      ParticipantName.fold($0.name) == ParticipantName.fold(claim.name)
    }
    if let same { return same.id }
    return try Participants.insert(
      name: claim.name, sector: claim.sector, urn: claim.urn, locality: claim.locality.flatMap { ID($0) },
      isExpected: false, in: organisation, connection)
  }
}
