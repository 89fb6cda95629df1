import Domain
import Foundation
import SQL
import Security
import TestSupport
import Testing

@testable import Store

private let northvale = SampleArea.northvale
private let southmere = SampleArea.southmere
private let today = Day(2026, 11, 21)!

@Suite struct JoiningStoreTests {
  private func claim(_ participant: ID<Participant>? = nil, name: String = "") -> JoiningClaim {
    JoiningClaim(
      participant: participant?.text, name: name, sector: "school", job: "Teacher",
      terms: (northvale.id(of: 63) as ID<Never>).text)
  }

  private func code(_ connection: any Connection) throws -> ID<JoinCode> {
    guard case .right(let code) = try JoinCodes.check(SampleArea.code, in: northvale.id, on: today, connection) else {
      throw Refusal.notFound()
    }
    return code
  }

  private func person(_ account: ID<Account>, _ connection: any Connection) throws -> AreaPeople.Person {
    try AreaPeople(northvale.viewer(.coordinator), connection).find(account, on: today)
  }

  @Test(arguments: Engine.all) func `a code admits a person, not an organisation`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    try await database.write(keeper: northvale.id.text) { connection in
      let account = try Accounts.add(email: "ada@harbour.example", name: "Ada Okafor", connection)
      try Joining.join(
        account, with: try code(connection), claim(northvale.clinic), in: northvale.id, on: today, connection)
      let joined = try person(account, connection)
      #expect(joined.roles == [.contributor] && joined.confirmedAt == nil && joined.participant == northvale.clinic)
      let viewer = AreaViewer(
        account: account, organisation: northvale.id, roles: [.contributor], participant: northvale.clinic,
        isConfirmed: false, name: "Ada Okafor")
      #expect(try Entries(viewer, connection).all(in: northvale.round).isEmpty)
    }
  }

  @Test(arguments: Engine.all) func `whoever was removed and comes back is confirmed anew`(engine: Engine) async throws
  {
    let database = try await sampleDatabase(engine)
    try await database.write(keeper: northvale.id.text) { connection in
      let (people, account) = (
        AreaPeople(northvale.viewer(.coordinator), connection), northvale.account(.contributor)
      )
      try people.remove(account, today: today)
      try Joining.join(
        account, with: try code(connection), claim(northvale.clinic), in: northvale.id, on: today, connection)
      #expect(try person(account, connection).confirmedAt == nil)
      try people.confirm(account)
      // Who comes again for the same stays confirmed; for another they do not.
      try Joining.join(
        account, with: try code(connection), claim(northvale.clinic), in: northvale.id, on: today, connection)
      #expect(try person(account, connection).confirmedAt != nil)
      try Joining.join(
        account, with: try code(connection), claim(northvale.playgroup), in: northvale.id, on: today, connection)
      #expect(try person(account, connection).confirmedAt == nil)
    }
  }

  @Test(arguments: Engine.all) func `an organisation that was merged meanwhile is found by its name`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    try await database.write(keeper: northvale.id.text) { connection in
      let account = try Accounts.add(email: "ada@harbour.example", name: "Ada Okafor", connection)
      let gone: ID<Participant> = northvale.id(of: 999)
      try Joining.join(
        account, with: try code(connection), claim(gone, name: "LITTLE ACORNS playgroup"), in: northvale.id, on: today,
        connection)
      #expect(try person(account, connection).participant == northvale.playgroup)
      #expect(throws: Refusal.self) {
        try Joining.join(
          account, with: try code(connection), claim(gone), in: northvale.id, on: today, connection)
      }
    }
  }

  @Test(arguments: Engine.all) func `a code with a limit is never used once too often`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    try await database.write(keeper: northvale.id.text) { connection in
      let codes = JoinCodes(northvale.viewer(.coordinator), connection)
      try codes.issue(JoinCode(chosen: "only-for-two-people"), lastDay: nil, mostUses: 2)
    }
    let joined = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<6 {
        group.addTask {
          let done: Void? = try? await database.write(keeper: northvale.id.text) { connection in
            let account = try Accounts.add(email: "guest\(number)@harbour.example", name: "Guest", connection)
            guard
              case .right(let code) = try JoinCodes.check(
                "only-for-two-people", in: northvale.id, on: today, connection)
            else { throw Refusal.notFound() }
            try Joining.join(account, with: code, claim(northvale.clinic), in: northvale.id, on: today, connection)
          }
          return done != nil
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(joined == 2)
  }

  @Test(arguments: Engine.all) func `whether an organisation has answered: silence is none, nothing here is one`(
    engine: Engine
  ) async throws {
    let database = try await sampleDatabase(engine)
    try await database.write(keeper: northvale.id.text) { connection in
      func standing(_ id: ID<Participant>) throws -> Participants.Standing? {
        try Participants(northvale.viewer(.commissioner), connection).standings(in: northvale.round, on: today).first {
          $0.participant.id == id
        }
      }
      #expect(try standing(northvale.clinic)?.hasAnswered == true)
      #expect(try standing(northvale.clinic)?.people == 2 && standing(northvale.clinic)?.unconfirmed == 1)
      #expect(try standing(northvale.silent)?.hasAnswered == false)
      try connection.run(
        """
        INSERT INTO nothing_here (organisation_id, round_id, participant_id, specialism, cell, said_by, said_at)
        VALUES (\(northvale.id), \(northvale.round), \(northvale.silent), 0, 0, 'Nobody', \(connection.now))
        """)
      #expect(try standing(northvale.silent)?.hasAnswered == true)
      #expect(throws: Refusal.self) {
        try Participants(northvale.viewer(.contributor), connection).standings(in: northvale.round, on: today)
      }
    }
  }

  @Test(arguments: Engine.all) func `an organisation with people or entries is not taken away, another is`(
    engine: Engine
  ) async throws {
    let database = try await sampleDatabase(engine)
    try await database.write(keeper: northvale.id.text) { connection in
      let participants = Participants(northvale.viewer(.coordinator), connection)
      #expect(throws: Refusal.self) { try participants.remove(northvale.clinic) }
      try participants.remove(northvale.silent)
      #expect(try participants.all().count == 2)
      #expect(throws: Refusal.self) { try participants.remove(southmere.silent) }
    }
  }

  @Test(arguments: Engine.all) func `an invitation is for one address, one area, and one time`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    try await database.write(keeper: northvale.id.text) { connection in
      let invitations = AreaInvitations(northvale.viewer(.coordinator), connection)
      let (first, _) = try invitations.invite(email: "ivy@board.example", to: .commissioner, today: today)
      let (id, token) = try invitations.invite(email: " Ivy@Board.example", to: .commissioner, today: today)
      #expect(try invitations.invitation(first).state(at: connection.now) == .withdrawn)
      #expect(throws: Refusal.self) { try invitations.invite(email: "a@b.example", to: .contributor, today: today) }
      #expect(throws: Refusal.self) {
        try AreaInvitations(northvale.viewer(.contributor), connection).invite(
          email: "a@b.example", to: .commissioner, today: today)
      }
      let ivy = try Accounts.add(email: "ivy@board.example", name: "Ivy Marsh", connection)
      let other = northvale.account(.contributor)
      #expect(throws: Refusal.self) {
        try AreaInvitations.accept(hash: token.hash, in: southmere.id, as: ivy, on: today, connection)
      }
      #expect(throws: Refusal.self) {
        try AreaInvitations.accept(hash: token.hash, in: northvale.id, as: other, on: today, connection)
      }
      try AreaInvitations.accept(hash: token.hash, in: northvale.id, as: ivy, on: today, connection)
      #expect(try person(ivy, connection).roles == [.commissioner])
      #expect(try invitations.invitation(id).state(at: connection.now) == .used)
      #expect(throws: Refusal.self) {
        try AreaInvitations.accept(hash: token.hash, in: northvale.id, as: ivy, on: today, connection)
      }
      #expect(try Invitations.withToken(hash: token.hash, connection) == nil)
    }
  }
}
