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
    guard try JoinCodes.use(code, in: organisation, on: today, connection) else {
      throw Refusal.invalid(
        "This code has just stopped working. Ask whoever gave it to you for the new one.", field: "code")
    }
    let participant = try participant(of: claim, in: organisation, connection)
    try enter(account, participant, claim, terms?.id, isConfirmed: false, in: organisation, connection)
    try AreaPeople.give(.contributor, to: account, by: "The code", from: today, in: organisation, connection)
    try connection.record(
      "joined", "person", account.text, by: visitor,
      after: ["organisation": participant.text, "job": claim.job, "terms": terms.map { String($0.number) } ?? ""])
  }

  /// Says for which organisation a member works who has named none: a coordinator who contributes as well. They need no
  /// code, since they are in. Refuses whoever has named one, whom the coordinator moves, and what `join` refuses.
  package static func claim(
    _ claim: JoiningClaim, by viewer: AreaViewer, on today: Day, _ connection: any Connection
  ) throws {
    guard let account = viewer.account, !viewer.roles.isEmpty else { throw Refusal.notFound() }
    if viewer.participant != nil {
      throw Refusal.conflict("You have named your organisation already. The coordinator can move you to another.")
    }
    let terms = try TermsOfUse(viewer, connection).current()
    guard terms == nil || claim.terms == terms?.id.text else {
      throw Refusal.invalid("The terms of use have changed. Please read and accept them again.", field: "terms")
    }
    let participant = try participant(of: claim, in: viewer.organisation, connection)
    // Who confirms everybody else's claim needs nobody for their own.
    let isConfirmed = viewer.mayAll(.do, .participants)
    try enter(account, participant, claim, terms?.id, isConfirmed: isConfirmed, in: viewer.organisation, connection)
    try AreaPeople.give(
      .contributor, to: account, by: viewer.name, from: today, in: viewer.organisation, connection)
    try connection.record(
      "joined", "person", account.text, by: viewer, after: ["organisation": participant.text, "job": claim.job])
  }

  /// Somebody who comes back for the same organisation stays confirmed; for another they are confirmed anew.
  private static func enter(
    _ account: ID<Account>, _ participant: ID<Participant>, _ claim: JoiningClaim, _ terms: ID<TermsOfUse.Version>?,
    isConfirmed: Bool, in organisation: ID<Organisation>, _ connection: any Connection
  ) throws {
    guard claim.job.count <= 200 else {
      throw Refusal.invalid("What you do there has at most 200 characters.", field: "job")
    }
    try connection.run(
      """
      INSERT INTO area_people (organisation_id, account_id, participant_id, job, joined_at, confirmed_at, confirmed_by,
        terms_id, terms_accepted_at, reminded_at, version)
      VALUES (\(organisation), \(account), \(participant), \(claim.job.trimmingSpaces), \(connection.now), NULL, NULL,
        \(terms), \(connection.now), NULL, 1)
      ON CONFLICT (organisation_id, account_id) DO UPDATE SET terms_id = excluded.terms_id,
        terms_accepted_at = excluded.terms_accepted_at, job = excluded.job, participant_id = excluded.participant_id,
        confirmed_at = CASE WHEN area_people.participant_id = excluded.participant_id
          THEN area_people.confirmed_at ELSE NULL END,
        version = area_people.version + 1
      """)
    guard isConfirmed else { return }
    try connection.run(
      """
      UPDATE area_people SET confirmed_at = \(connection.now), confirmed_by = 'Coordinates the project'
      WHERE organisation_id = \(organisation) AND account_id = \(account)
      """)
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
    if try Accounts.withEmail(found.email, connection) != nil {
      throw Refusal.conflict(
        "There is an account for this e-mail address by now. Sign in with it, then join with the code.")
    }
    let account = try Accounts.add(email: found.email, name: found.name, password: found.password, connection)
    let claim = try JSONDecoder().decode(JoiningClaim.self, from: Data(found.claim.utf8))
    try join(account, with: found.code, claim, in: found.organisation, on: today, connection)
    return (account, found.organisation)
  }

  /// The e-mail address of a kept registration in one area that can be confirmed now; nil where there is none.
  package static func waiting(
    tokenHash: String, in organisation: ID<Organisation>, _ connection: any Connection
  ) throws -> String? {
    try connection.first(
      """
      SELECT email FROM registrations WHERE token_hash = \(tokenHash) AND organisation_id = \(organisation)
        AND used_at IS NULL AND expires_at > \(connection.now)
      """
    ) { $0.text(0) }
  }

  /// One of the area's, the area's for a school of the register, or a new one.
  private static func participant(
    of claim: JoiningClaim, in organisation: ID<Organisation>, _ connection: any Connection
  ) throws -> ID<Participant> {
    if let id = claim.participant.flatMap({ ID<Participant>($0) }),
      try Participants.joinable(id, in: organisation, connection) != nil
    {
      return id
    }
    // One that was chosen may have been merged into another since; then its name says which.
    guard !claim.name.trimmingSpaces.isEmpty else {
      throw Refusal.invalid("Choose an organisation of this project.", field: "organisation")
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
