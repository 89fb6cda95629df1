import Domain
import SQL
import Security
import Store
import TestSupport
import Testing

private let ashfield = SampleSchool.ashfieldPrimary
private let senco = ashfield.viewer(.senco)
private let amina = SamplePupil.amina.id(in: ashfield)
private let today = Day(2026, 11, 21)!

/// What closes the demonstration's doors for good, and what may be done behind them.
@Suite struct DemonstrationTests {
  struct Writing: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let work: @Sendable (any Connection) throws -> Void

    init(_ name: String, _ work: @escaping @Sendable (any Connection) throws -> Void) {
      testDescription = name
      self.work = work
    }
  }

  static let closing: [Writing] = [
    Writing("a school") {
      try Schools.add(NewSchool(urn: "123456", name: "Real Primary", phase: .primary), today: today, $0)
    },
    Writing("a file") { try Imports(senco, $0).record(kind: "pupils", fileName: "pupils.csv", counts: "1 new") },
    Writing("an invitation that is taken up") { connection in
      let (_, token) = try Invitations(senco, connection).invite(
        email: "real@council.example", to: .teacher, today: today)
      let password = PasswordHash(of: "x", cost: .lowest)
      let account = try Accounts.add(
        email: "real@council.example", name: "Real Person", password: password, connection)
      try Invitations.accept(hash: token.hash, as: account, on: today, connection)
    },
  ]

  static let free: [Writing] = [
    Writing("a pupil") {
      try Pupils(senco, $0).add(
        NewPupil(PupilDetails(surname: "Typed", forename: "Robin", birthDay: Day(2017, 4, 3)!, joinedOn: today)))
    },
    Writing("another name of a pupil") { connection in
      let pupils = Pupils(senco, connection)
      var details = try #require(try pupils.find(amina)).details
      details.surname = "Typed"
      try pupils.correct(amina, to: details)
    },
    Writing("a contact") {
      try Contacts(senco, $0).add(ContactDetails(name: "Typed Parent", relationship: "Mother", priority: 1), to: amina)
    },
    Writing("a colleague") {
      try Staff(senco, $0).add(StaffDetails(name: "Typed Colleague", span: Span(today)!), as: ashfield.teacherPay)
    },
    Writing("another name of a colleague") { connection in
      let staff = Staff(senco, connection)
      let member = try #require(try staff.find(ashfield.person(.teacher).staffMember!))
      try staff.correct(
        member.id, StaffDetails(name: "Typed Colleague", span: member.span), version: member.version)
    },
    Writing("an invitation that nobody has taken up") {
      try Invitations(senco, $0).invite(email: "real@council.example", to: .teacher, today: today)
    },
    Writing("an account of the operator's") { try Accounts.add(email: "real@council.example", name: "Real", $0) },
    Writing("a link to a password, by the operator") {
      _ = try Accounts.resetPassword(email: ashfield.person(.senco).email, $0)
    },
    Writing("a password") {
      try Accounts.setPassword(PasswordHash(of: "x", cost: .lowest), of: ashfield.person(.senco).account, $0)
    },
    Writing("a group") {
      let details = GroupDetails(name: "Chess", heading: ashfield.literacyHeading, span: Span(today)!)
      try Groups(senco, $0).add(NewGroup(details, schedule: try Schedule(minutes: 20, .perWeek(1))))
    },
    Writing("the catalogue") { try Catalogue(senco, $0).addHeading("Outdoor learning") },
    Writing("the calendar") { try SchoolCalendars(senco, $0).markChecked() },
  ]

  @Test(arguments: Engine.all, closing)
  func `what is real closes the doors for good, and signs out who came in by them`(
    engine: Engine, writing: Writing
  ) async throws {
    let database = try await sampleDatabase(engine)
    try await database.becomeDemonstration()
    try await database.write(keeper: "visitor") { connection in
      try Sessions.start(
        account: ashfield.person(.governor).account, tokenHash: "a door", label: "", secondFactorGiven: false,
        isDemonstration: true, connection)
    }
    #expect(try await database.hasOpenDoors())
    try await database.write(keeper: "somebody", writing.work)
    #expect(try await !database.hasOpenDoors())
    #expect(try await database.read { try Sessions.open(tokenHash: "a door", on: today, $0) } == nil)
    // For good, whatever becomes of it.
    try await database.write(keeper: "somebody") { connection in
      try connection.run("DELETE FROM invitations")
      try connection.run("UPDATE organisations SET is_demonstration = \(true)")
    }
    #expect(try await !database.hasOpenDoors())
  }

  @Test(arguments: Engine.all, free)
  func `what is typed by hand, and what the operator does with accounts, does not`(
    engine: Engine, writing: Writing
  ) async throws {
    let database = try await sampleDatabase(engine)
    try await database.becomeDemonstration()
    try await database.write(keeper: "visitor", writing.work)
    #expect(try await database.hasOpenDoors())
  }

  @Test(arguments: Engine.all)
  func `a door asks what is there, whatever was written down`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    try await database.becomeDemonstration()
    try await database.write(keeper: "elsewhere") { connection in
      try Invitations(senco, connection).invite(email: "real@council.example", to: .teacher, today: today)
      try connection.run("UPDATE invitations SET used_at = \(connection.now)")
    }
    #expect(try await !database.hasOpenDoors())
  }

  @Test(arguments: Engine.all)
  func `a link is good for three days until there is a password, then for one`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    try await database.write(keeper: "operator") { connection in
      let new = try Accounts.add(email: "new@ashfield.example", name: "New Person", connection)
      #expect(try PasswordResets.handedOver(to: new, connection) == 72 * 3600)
      try Accounts.setPassword(PasswordHash(of: "x", cost: .lowest), of: new, connection)
      #expect(try PasswordResets.handedOver(to: new, connection) == 24 * 3600)
    }
  }
}
