import Domain
import Foundation
import SQL
import Security
import TestSupport
import Testing

@testable import Store

private let ashfield = SampleSchool.ashfieldPrimary
private let brookvale = SampleSchool.brookvaleSecondary
private let today = Day(2026, 11, 21)!

@Suite struct MembersTests {
  @Test(arguments: Engine.all) func `a list of members holds this school's only`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let members = try await database.read { try Members(ashfield.viewer(.senco), $0).all() }
    #expect(members.count == Role.allCases.count)
    #expect(members.allSatisfy { $0.account.email.hasSuffix("@900001.example") })
    #expect(members.first { $0.account.name == "Dawn Carter" }?.staffName == "Dawn Carter")
    await #expect(throws: Refusal.self) {
      try await database.read { try Members(ashfield.viewer(.senco), $0).member(brookvale.person(.senco).account) }
    }
    await #expect(throws: Refusal.self) {
      try await database.read { try Members(ashfield.viewer(.teacher), $0).all() }
    }
  }

  @Test func `nobody grants rights beyond their own`() {
    #expect(!ashfield.viewer(.senco).grantableRoles.contains(.finance))
    #expect(!ashfield.viewer(.senco).grantableRoles.contains(.headTeacher))
    #expect(ashfield.viewer(.senco).grantableRoles.contains(.teacher))
    #expect(ashfield.viewer(.headTeacher).grantableRoles.contains(.finance))
    #expect(ashfield.operatorViewer.grantableRoles == Role.allCases)
    for role in Role.allCases where role != .senco && role != .headTeacher {
      #expect(ashfield.viewer(role).grantableRoles.isEmpty, "\(role)")
    }
  }

  @Test(arguments: Engine.all) func `a role ends at once, and nobody takes one beyond their own`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    let teacher = ashfield.person(.teacher)
    try await database.write(keeper: ashfield.id.text) { connection in
      let members = Members(ashfield.viewer(.senco), connection)
      #expect(try Viewers.viewer(account: teacher.account, in: ashfield.id, on: today, connection) != nil)
      try members.end(teacher.membership, after: nil, today: today)
      #expect(try Viewers.viewer(account: teacher.account, in: ashfield.id, on: today, connection) == nil)
      for role in [Role.headTeacher, .finance] {
        let refusal = #expect(throws: Refusal.self) {
          try members.end(ashfield.person(role).membership, after: nil, today: today)
        }
        #expect(refusal?.kind == .refused)
      }
      #expect(throws: Refusal.self) {
        try members.end(brookvale.person(.teacher).membership, after: nil, today: today)
      }
      try members.grant(.teacher, to: teacher.account, during: Span(today, today)!)
      #expect(throws: Refusal.self) { try members.grant(.teacher, to: teacher.account, during: Span(today)!) }
      #expect(throws: Refusal.self) { try members.grant(.finance, to: teacher.account, during: Span(today)!) }
      let acts = try History(ashfield.viewer(.senco), connection).lines(noun: "member").map(\.act)
      #expect(acts.sorted() == ["added", "ended"])
    }
  }

  @Test(arguments: Engine.all) func `a school keeps somebody who can invite`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    try await database.write(keeper: ashfield.id.text) { connection in
      let head = Members(ashfield.viewer(.headTeacher), connection)
      try head.end(ashfield.person(.senco).membership, after: nil, today: today)
      let refusal = #expect(throws: Refusal.self) {
        try head.end(ashfield.person(.headTeacher).membership, after: nil, today: today)
      }
      #expect(refusal?.kind == .conflict)
    }
  }

  @Test(arguments: Engine.all) func `a member of staff is linked to one account`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let office = ashfield.person(.office).account
    let assistant = ashfield.person(.teachingAssistant)
    try await database.write(keeper: ashfield.id.text) { connection in
      let members = Members(ashfield.viewer(.senco), connection)
      #expect(try members.linkableStaff(for: office, on: today).isEmpty)
      #expect(throws: Refusal.self) { try members.link(office, to: assistant.staffMember) }
      try members.link(assistant.account, to: nil)
      #expect(try members.linkableStaff(for: office, on: today).map(\.name) == ["Dawn Carter"])
      try members.link(office, to: assistant.staffMember)
      #expect(try members.member(office).staffMember == assistant.staffMember)
    }
  }

  @Test(arguments: Engine.all) func `a reset is made only for those whose rights are within one's own`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    let may = try await database.write(keeper: ashfield.id.text) { connection in
      let abroad = ashfield.person(.office).account
      try Members(brookvale.operatorViewer, connection).grant(.office, to: abroad, during: Span(today)!)
      let members = Members(ashfield.viewer(.senco), connection)
      return try [Role.teacher, .headTeacher, .finance, .senco, .office].map {
        try members.mayReset(ashfield.person($0).account)
      }
    }
    #expect(may == [true, false, false, false, false])
  }
}

@Suite struct InvitationTests {
  @Test(arguments: Engine.all) func `an invitation is for one address, one time, 72 hours`(engine: Engine) async throws
  {
    let clock = TestClock()
    let database = try await sampleDatabase(engine, clock: clock)
    let staff = ashfield.person(.teachingAssistant).staffMember!
    let (id, token) = try await database.write(keeper: ashfield.id.text) { connection in
      let senco = ashfield.viewer(.senco)
      try Members(senco, connection).link(ashfield.person(.teachingAssistant).account, to: nil)
      return try Invitations(senco, connection).invite(
        email: "Jo@New.example", to: .teachingAssistant, staff: staff, today: today)
    }
    try await database.write(keeper: ashfield.id.text) { connection in
      let jo = try Accounts.add(email: "jo@new.example", name: "Jo Field", connection)
      let other = ashfield.person(.office).account
      #expect(throws: Refusal.self) { try Invitations.accept(hash: token.hash, as: other, on: today, connection) }
      try Invitations.accept(hash: token.hash, as: jo, on: today, connection)
      let viewer = try Viewers.viewer(account: jo, in: ashfield.id, on: today, connection)
      #expect(viewer?.roles == [.teachingAssistant])
      #expect(viewer?.staffMember == staff)
      #expect(throws: Refusal.self) { try Invitations.accept(hash: token.hash, as: jo, on: today, connection) }
      #expect(throws: Refusal.self) {
        try Invitations(ashfield.viewer(.senco), connection).issueAgain(id, today: today)
      }
    }
    let late = try await database.write(keeper: ashfield.id.text) {
      try Invitations(ashfield.viewer(.senco), $0).invite(email: "al@new.example", to: .office, today: today)
    }
    clock.advance(by: 72 * 3600)
    try await database.write(keeper: ashfield.id.text) { connection in
      let al = try Accounts.add(email: "al@new.example", name: "Al", connection)
      let day = today + 3
      #expect(throws: Refusal.self) { try Invitations.accept(hash: late.token.hash, as: al, on: day, connection) }
      let again = try Invitations(ashfield.viewer(.senco), connection).issueAgain(late.id, today: day)
      #expect(throws: Refusal.self) { try Invitations.accept(hash: late.token.hash, as: al, on: day, connection) }
      try Invitations(ashfield.viewer(.senco), connection).withdraw(late.id)
      #expect(throws: Refusal.self) { try Invitations.accept(hash: again.hash, as: al, on: day, connection) }
    }
  }

  @Test(arguments: Engine.all) func `nobody is invited beyond the inviter's rights, or twice`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    try await database.write(keeper: ashfield.id.text) { connection in
      let senco = Invitations(ashfield.viewer(.senco), connection)
      #expect(throws: Refusals.self) { try senco.invite(email: "x@y.example", to: .finance, today: today) }
      #expect(throws: Refusals.self) { try senco.invite(email: "x", to: .teacher, today: today) }
      #expect(throws: Refusals.self) {
        try senco.invite(email: "x@y.example", to: .teacher, lastDay: today.previous, today: today)
      }
      let teacher = ashfield.person(.teacher)
      #expect(throws: Refusal.self) { try senco.invite(email: teacher.email, to: .teacher, today: today) }
      let first = try senco.invite(email: "x@y.example", to: .teacher, today: today)
      let second = try senco.invite(email: "x@y.example", to: .teacher, today: today)
      let states = try [first.id, second.id].map { try senco.invitation($0).state(at: connection.now, on: today) }
      #expect(states == [.withdrawn, .waiting])
      #expect(throws: Refusal.self) { try Invitations(ashfield.viewer(.office), connection).open() }
      #expect(throws: Refusal.self) { try Invitations(brookvale.viewer(.senco), connection).invitation(second.id) }
      try Invitations(ashfield.viewer(.headTeacher), connection).invite(
        email: "x@y.example", to: .finance, today: today)
    }
  }
}

@Suite struct CaseOpeningTests {
  @Test(arguments: Engine.all) func `named cases are opened to a moderator until a day`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let moderator = ashfield.person(.moderator).account
    let amina = SamplePupil.amina.id(in: ashfield)
    try await database.write(keeper: ashfield.id.text) { connection in
      let cases = CaseOpenings(ashfield.viewer(.senco), connection)
      #expect(
        try cases.choices(on: today).map(\.name).sorted() == [
          "O’Hara, Tom", "Price, Ella", "Wójcik, Jakub", "Yusuf, Amina",
        ])
      try cases.open([amina], to: moderator, until: today + 7, today: today)
      try cases.open([amina], to: moderator, until: today + 14, today: today)
      let open = try cases.open(to: moderator, on: today)
      #expect(open.map(\.pupilName) == ["Yusuf, Amina"])
      #expect(open.map(\.until) == [today + 14])
      #expect(try cases.open(to: moderator, on: today + 15).isEmpty)
      #expect(throws: Refusals.self) { try cases.open([amina], to: moderator, until: today + 93, today: today) }
      #expect(throws: Refusals.self) { try cases.open([], to: moderator, until: today, today: today) }
      #expect(throws: Refusal.self) {
        try cases.open([amina], to: ashfield.person(.teacher).account, until: today, today: today)
      }
      #expect(throws: Refusal.self) {
        try cases.open([SamplePupil.zofia.id(in: brookvale)], to: moderator, until: today, today: today)
      }
      #expect(throws: Refusal.self) { try CaseOpenings(brookvale.viewer(.senco), connection).close(open[0].id) }
      try cases.close(open[0].id)
      #expect(try cases.open(to: moderator, on: today).isEmpty)
    }
  }
}

@Suite struct DemonstrationWayTests {
  @Test(arguments: Engine.all) func `the doors lead to the demonstration's people only, and close for good`(
    engine: Engine
  ) async throws {
    let database = try await sampleDatabase(engine)
    try await database.write(keeper: "demonstration") { connection in
      try Demonstration.begin(connection)
      #expect(try !Demonstration.isOpen(connection))
      #expect(try Demonstration.ways(on: today, connection).isEmpty)
      try connection.run("UPDATE organisations SET is_demonstration = \(true)")
      #expect(try Demonstration.isOpen(connection))
      let ways = try Demonstration.ways(on: today, connection)
      #expect(ways.filter { $0.urn == ashfield.urn }.map(\.role) == Role.allCases)
      #expect(Set(ways.map(\.school)) == [ashfield.name, brookvale.name])
      try Sessions.start(
        account: ways[0].account, tokenHash: "a hash", label: "", secondFactorGiven: false, isDemonstration: true,
        connection)
      try Demonstration.close(connection)
      #expect(try !Demonstration.isOpen(connection))
      #expect(try Sessions.open(tokenHash: "a hash", on: today, connection) == nil)
    }
  }
}
