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

@Suite struct AccountsTests {
  @Test(arguments: Engine.all) func `an address has one account, in whatever case it is written`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    try await database.write(keeper: "accounts") { connection in
      let id = try Accounts.add(email: " New.Person@Ashfield.Example ", name: "  New   Person ", connection)
      let account = try #require(try Accounts.withEmail("new.person@ashfield.example", connection))
      #expect(account.id == id)
      #expect(account.name == "New Person")
      let refusal = #expect(throws: Refusal.self) {
        try Accounts.add(email: "NEW.person@ashfield.example", name: "Somebody", connection)
      }
      #expect(refusal?.kind == .conflict)
      #expect(throws: Refusal.self) { try Accounts.add(email: "no address", name: "Somebody", connection) }
      #expect(throws: Refusal.self) { try Accounts.add(email: "a@b.example", name: " ", connection) }
    }
  }

  @Test(arguments: Engine.all) func `a disabled account is out at once, and in history`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let teacher = ashfield.person(.teacher)
    try await database.write(keeper: "accounts") { connection in
      try Sessions.start(
        account: teacher.account, tokenHash: "a hash", label: "", secondFactorGiven: true, isDemonstration: false,
        connection)
      #expect(try Sessions.open(tokenHash: "a hash", on: today, connection) != nil)
      try Accounts.disable(teacher.account, connection)
      #expect(try Sessions.open(tokenHash: "a hash", on: today, connection) == nil)
      let lines = try History(ashfield.viewer(.senco), connection).lines(noun: "account")
      #expect(lines.map(\.act) == ["disabled"])
      #expect(lines.first?.actor == "Operator (command line)")
      #expect(throws: Refusal.self) { try Accounts.resetPassword(email: teacher.email, connection) }
    }
  }

  @Test(arguments: Engine.all) func `the operator lists accounts with their roles`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let list = try await database.read { try Accounts.list($0) }
    #expect(list.count == (Role.allCases.count + SampleArea.Person.allCases.count) * 2)
    let senco = try #require(list.first { $0.account.email == "senco@900001.example" })
    #expect(senco.places.map(\.place) == ["900001"])
    #expect(senco.places.map(\.role) == ["SENCO"])
    let coordinator = try #require(list.first { $0.account.email == "coordinator@northvale-speech.example" })
    #expect(
      coordinator.places.map(\.place) == ["northvale-speech"] && coordinator.places.map(\.role) == ["Coordinator"])
  }

  @Test(arguments: Engine.all) func `a reset link works once and ends every session`(engine: Engine) async throws {
    let clock = TestClock()
    let database = try await sampleDatabase(engine, clock: clock)
    let senco = ashfield.person(.senco)
    let token = try await database.write(keeper: "accounts") { connection in
      try Sessions.start(
        account: senco.account, tokenHash: "a hash", label: "", secondFactorGiven: true, isDemonstration: false,
        connection)
      return try Accounts.resetPassword(email: senco.email.uppercased(), connection)
    }
    let password = PasswordHash(of: "seven brass kettles", cost: .lowest)
    try await database.write(keeper: "accounts") { connection in
      #expect(try PasswordResets.account(tokenHash: token.hash, on: today, connection)?.id == senco.account)
      try PasswordResets.use(tokenHash: token.hash, password: password, on: today, connection)
      #expect(try Sessions.open(tokenHash: "a hash", on: today, connection) == nil)
      #expect(try Accounts.passwordHash(of: senco.account, connection) == password)
      #expect(throws: Refusal.self) {
        try PasswordResets.use(tokenHash: token.hash, password: password, on: today, connection)
      }
    }
    let (first, second) = try await database.write(keeper: "accounts") { connection in
      let first = try PasswordResets.issue(for: senco.account, lasting: PasswordResets.mailed, connection)
      return (first, try PasswordResets.issue(for: senco.account, lasting: PasswordResets.mailed, connection))
    }
    clock.advance(by: 3599)
    let alive = try await database.read { connection in
      try [first, second].map { try PasswordResets.account(tokenHash: $0.hash, on: today, connection) != nil }
    }
    #expect(alive == [false, true])
    clock.advance(by: 1)
    let late = try await database.read { try PasswordResets.account(tokenHash: second.hash, on: today, $0) }
    #expect(late == nil)
  }
}

@Suite struct ThrottleTests {
  @Test(arguments: Engine.all) func `the eleventh attempt in five minutes waits for the first to be forgotten`(
    engine: Engine
  ) async throws {
    let clock = TestClock()
    let database = try await freshDatabase(engine, migrations: Schema.migrations, clock: clock)
    let key = Throttles.Key.password(email: "a@b.example")
    let begun = clock.now
    for _ in 1...10 {
      let answer = try await database.write(keeper: key.hash) { try Throttles.attempt([key], $0) }
      guard case .admitted = answer else {
        Issue.record("refused too early")
        return
      }
      clock.advance(by: 10)
    }
    let refused = try await database.write(keeper: key.hash) { try Throttles.attempt([key], $0) }
    #expect(refused == .tooMany(until: begun.addingTimeInterval(300)))
    let other = try await database.write(keeper: key.hash) {
      try Throttles.attempt([.password(email: "c@d.example")], $0)
    }
    guard case .admitted = other else {
      Issue.record("another account was refused")
      return
    }
    clock.now = begun.addingTimeInterval(300)
    let again = try await database.write(keeper: key.hash) { try Throttles.attempt([key], $0) }
    guard case .admitted(let attempt) = again else {
      Issue.record("refused too long")
      return
    }
    let kept = try await database.write(keeper: key.hash) { connection in
      try Throttles.forgive(attempt, key, connection)
      return try connection.count("SELECT COUNT(*) FROM throttles WHERE key_hash = \(key.hash)")
    }
    #expect(kept == 0)
  }

  @Test(arguments: Engine.all) func `what is counted does not say whom it counts`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: Schema.migrations)
    let keys = try await database.write(keeper: "k") { connection in
      _ = try Throttles.attempt([.password(email: "a@b.example"), .address("192.0.2.7")], connection)
      return try connection.rows("SELECT key_hash FROM throttles") { $0.text(0) }
    }
    #expect(keys.count == 2)
    #expect(keys.allSatisfy { $0.count == 64 && !$0.contains("@") && !$0.contains(".") })
  }
}

@Suite struct SecondFactorTests {
  @Test(arguments: Engine.all) func `a code of the app works once, a printed code once`(engine: Engine) async throws {
    let clock = TestClock()
    let database = try await sampleDatabase(engine, clock: clock)
    let account = ashfield.person(.senco).account
    let app = OneTimeCode()
    let codes = try await database.write(keeper: account.text) { connection in
      try SecondFactors.setUp(app, step: OneTimeCode.step(at: connection.now), of: account, connection)
    }
    #expect(codes.count == 10)
    let first = app.code(step: OneTimeCode.step(at: clock.now))
    clock.advance(by: 30)
    let second = app.code(step: OneTimeCode.step(at: clock.now))
    let accepted = try await database.write(keeper: account.text) { connection in
      try [first, second, second, "000000", ""].map { try SecondFactors.accept($0, of: account, connection) }
    }
    #expect(accepted == [false, true, false, false, false])
    let printed = try await database.write(keeper: account.text) { connection in
      try [codes[3].printed.uppercased(), codes[3].printed, "nonsense"].map {
        try SecondFactors.acceptPrinted($0, of: account, connection)
      }
    }
    #expect(printed == [true, false, false])
    let state = try await database.read { try SecondFactors.state(of: account, $0) }
    #expect(state == SecondFactors.State(isSetUp: true, codesLeft: 9))
    let stranger = try await database.write(keeper: account.text) {
      try SecondFactors.acceptPrinted(codes[0].printed, of: ashfield.person(.teacher).account, $0)
    }
    #expect(!stranger)
  }

  @Test(arguments: Engine.all) func `turned off, nothing of it works`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let account = ashfield.person(.governor).account
    let works = try await database.write(keeper: account.text) { connection in
      let app = OneTimeCode()
      let step = OneTimeCode.step(at: connection.now)
      let codes = try SecondFactors.setUp(app, step: step - 1, of: account, connection)
      try SecondFactors.turnOff(of: account, connection)
      return try SecondFactors.accept(app.code(step: step), of: account, connection)
        || SecondFactors.acceptPrinted(codes[0].printed, of: account, connection)
    }
    #expect(!works)
  }
}
