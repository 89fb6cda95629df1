import Domain
import SQL
import Store
import TestSupport
import Testing

@Suite struct RatesTests {
  private let school = SampleSchool.ashfieldPrimary
  private var finance: Viewer { school.viewer(.finance) }
  private let today = Day(2026, 11, 21)!

  private func hourly(_ amount: String) throws -> Rate { try Rate(typed: amount, .hour) }

  /// The assistants' rates, and what an hour costs on each of `days`.
  private func price(_ database: any Database, on days: Day...) async throws -> [String?] {
    let school = school
    let book = try await database.read { try Rates.book(school.id, $0) }
    return days.map { book.price(of: school.assistantPay, on: $0)?.rate.words }
  }

  private func set(_ database: any Database, _ amount: String, from day: Day, _ source: String = "Payroll") async throws
  {
    let (finance, role, rate) = (finance, school.assistantPay, try hourly(amount))
    try await database.write(keeper: school.id.text) {
      try Rates(finance, $0).setRate(of: role, to: rate, from: day, source: source)
    }
  }

  @Test(arguments: Engine.all)
  func `a rate that is entered late counts from its day until the next one that is known`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    try await set(database, "18.40", from: Day(2026, 9, 1)!)
    try await set(database, "17.90", from: Day(2026, 4, 1)!, "Agreed in July, from April")
    #expect(
      try await price(database, on: Day(2026, 3, 31)!, Day(2026, 4, 1)!, Day(2026, 8, 31)!, Day(2026, 9, 1)!)
        == ["£17.20 an hour", "£17.90 an hour", "£17.90 an hour", "£18.40 an hour"])
    let finance = finance
    let rates = try await database.read { try Rates(finance, $0).roleRates() }[school.assistantPay] ?? []
    #expect(rates.map(\.span.until) == [Day(2026, 3, 31), Day(2026, 8, 31), nil])
    #expect(rates.map(\.isReference) == [true, false, false])
    #expect(try await database.read { try Soundness.problems($0) }.isEmpty)
  }

  @Test(arguments: Engine.all) func `a rate from the same day replaces, and the old one stays in history`(
    engine: Engine
  )
    async throws
  {
    let clock = TestClock()
    let database = try await sampleDatabase(engine, clock: clock)
    try await set(database, "18.40", from: Day(2026, 9, 1)!)
    clock.advance(by: 60)
    try await set(database, "18.60", from: Day(2026, 9, 1)!)
    #expect(try await price(database, on: Day(2026, 9, 1)!) == ["£18.60 an hour"])
    let (finance, head, senco) = (school.viewer(.finance), school.viewer(.headTeacher), school.viewer(.senco))
    #expect(try await database.read { try Rates(finance, $0).roleRates() }[school.assistantPay]?.count == 2)
    let line = try #require(try await database.read { try History(head, $0).lines(noun: "role rate") }.first)
    #expect(line.before["rate"] == "£18.40 an hour" && line.after["rate"] == "£18.60 an hour")
    // A SENCO reads that a rate was changed, by whom and when, and not what it is.
    let hidden = try #require(try await database.read { try History(senco, $0).lines(noun: "role rate") }.first)
    #expect(hidden.actor == "Priya Nair" && hidden.before.isEmpty && hidden.after.isEmpty)
  }

  @Test(arguments: Engine.all) func `a rate that was never right is taken out, and what held before holds on`(
    engine: Engine
  ) async throws {
    let database = try await sampleDatabase(engine)
    let (finance, role) = (finance, school.assistantPay)
    try await set(database, "184.00", from: Day(2026, 9, 1)!)
    try await database.write(keeper: school.id.text) {
      try Rates(finance, $0).removeRate(of: role, beginningOn: Day(2026, 9, 1)!)
    }
    #expect(try await price(database, on: today) == ["£17.20 an hour"])
    await #expect(throws: Refusal.notFound()) {
      try await database.write(keeper: school.id.text) {
        try Rates(finance, $0).removeRate(of: role, beginningOn: Day(2026, 9, 1)!)
      }
    }
    try await database.write(keeper: school.id.text) {
      try Rates(finance, $0).removeRate(of: role, beginningOn: Day(2025, 9, 1)!)
    }
    #expect(try await price(database, on: today) == [nil])
  }

  @Test(arguments: Engine.all) func `what no hour of work costs, or from no day of a rate, is not kept`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    for (amount, day) in [
      ("0.50", Day(2026, 9, 1)!), ("1000.01", Day(2026, 9, 1)!), ("17.20", Day(1999, 12, 31)!),
      ("17.20", Day(2099, 1, 1)!),
    ] {
      await #expect(throws: Refusal.self, "\(amount) \(day.iso)") { try await set(database, amount, from: day) }
    }
    #expect(try await price(database, on: today) == ["£17.20 an hour"])
    // Volunteers cost nothing, and that is known.
    try await set(database, "0", from: Day(2026, 9, 1)!)
    #expect(try await price(database, on: today) == ["£0.00 an hour"])
  }

  /// A school with the published rates of April 2024 and 2025, as `school add` gives them.
  private func addSchool(_ database: any Database) async throws -> (viewer: Viewer, role: ID<PayRole>) {
    let new = try NewSchool(urn: "900009", name: "Newfield Primary School", phase: .primary)
    let today = today
    let id = try await database.write(keeper: "schools") { try Schools.add(new, today: today, $0).id }
    let viewer = Viewer(operatorIn: id)
    let roles = try await database.read { try Staff(viewer, $0).roles() }
    return (viewer, try #require(roles.first { $0.name == "Teaching assistant" }).id)
  }

  @Test(arguments: Engine.all)
  func `a school's own rate stands in the place of reference rates until its next own one`(engine: Engine) async throws
  {
    let database = try await sampleDatabase(engine)
    let (viewer, role) = try await addSchool(database)
    func kept() async throws -> [String] {
      let rates = try await database.read { try Rates(viewer, $0).roleRates()[role] ?? [] }
      return rates.map { "\($0.span.from.iso) \($0.rate.words)" }
    }
    func set(_ amount: String, _ day: Day) async throws {
      let rate = try hourly(amount)
      try await database.write(keeper: "a") {
        try Rates(viewer, $0).setRate(of: role, to: rate, from: day, source: "Payroll")
      }
    }
    let published = ["2024-04-01 £18.0943 an hour", "2025-04-01 £19.2297 an hour"]
    #expect(try await kept() == published)
    try await set("15", Day(2024, 9, 1)!)
    #expect(try await kept() == [published[0], "2024-09-01 £15.00 an hour"])
    try await set("15", Day(2024, 9, 1)!)
    // Before the first of all, and up to the own one that is there.
    try await set("14", Day(2023, 9, 1)!)
    #expect(try await kept() == ["2023-09-01 £14.00 an hour", "2024-09-01 £15.00 an hour"])
    // What was never right goes; in its place the published rates are there again.
    for day in [Day(2024, 9, 1)!, Day(2023, 9, 1)!] {
      try await database.write(keeper: "a") { try Rates(viewer, $0).removeRate(of: role, beginningOn: day) }
    }
    #expect(try await kept() == published)
    // On a reference rate's own day, it alone is replaced with what follows.
    try await set("16", Day(2025, 4, 1)!)
    #expect(try await kept() == [published[0], "2025-04-01 £16.00 an hour"])
    #expect(try await database.read { try Soundness.problems($0) }.isEmpty)
  }

  @Test(arguments: Engine.all)
  func `reference rates that were confirmed are the school's own, and stay`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (viewer, role) = try await addSchool(database)
    let rate = try hourly("15")
    let kept = try await database.write(keeper: "a") { connection in
      let rates = Rates(viewer, connection)
      try rates.confirm(role)
      try rates.setRate(of: role, to: rate, from: Day(2024, 9, 1)!, source: "Payroll")
      return try rates.roleRates()[role] ?? []
    }
    #expect(kept.map(\.span.from) == [Day(2024, 4, 1)!, Day(2024, 9, 1)!, Day(2025, 4, 1)!])
  }

  @Test(arguments: Engine.all) func `reference rates are confirmed role by role`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (finance, school, today) = (finance, school, today)
    try await database.write(keeper: school.id.text) { try Rates(finance, $0).confirm(school.assistantPay) }
    let book = try await database.read { try Rates.book(school.id, $0) }
    #expect(book.price(of: school.assistantPay, on: today)?.isReference == false)
    #expect(book.price(of: school.teacherPay, on: today)?.isReference == true)
    #expect(book.price(of: school.assistantPay, on: today)?.rate.words == "£17.20 an hour")
  }

  @Test(arguments: Engine.all)
  func `the own pay of three makes the price of their role, until one of them leaves`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (finance, senco, school) = (finance, school.viewer(.senco), school)
    let rates = try ["17.00", "18.00", "19.10"].map(hourly)
    try await database.write(keeper: school.id.text) { connection in
      var people = [school.person(.teachingAssistant).staffMember!]
      for name in ["Jo Lane", "Sam Reed"] {
        people.append(
          try Staff(senco, connection).add(
            StaffDetails(name: name, span: Span(Day(2025, 9, 1)!)!), as: school.assistantPay))
      }
      for (person, rate) in zip(people, rates).prefix(2) {
        try Rates(finance, connection).setPay(of: person, to: rate, from: Day(2025, 9, 1)!, source: "")
      }
      let ofTwo = try Rates.book(school.id, connection).price(of: school.assistantPay, on: Day(2026, 9, 1)!)
      #expect(ofTwo?.rate.words == "£17.20 an hour")
      try Rates(finance, connection).setPay(of: people[2], to: rates[2], from: Day(2026, 4, 1)!, source: "")
      try Staff(senco, connection).leave(people[1], on: Day(2026, 12, 31)!, version: 1)
    }
    let book = try await database.read { try Rates.book(school.id, $0) }
    let ofThree = book.price(of: school.assistantPay, on: Day(2026, 4, 1)!)
    #expect(ofThree?.rate.words == "£18.0333 an hour" && ofThree?.origin == .averagePay(holders: 3))
    #expect(
      try await price(database, on: Day(2026, 3, 31)!, Day(2026, 12, 31)!, Day(2027, 1, 1)!)
        == ["£17.20 an hour", "£18.0333 an hour", "£17.20 an hour"])
  }

  @Test(arguments: Engine.all) func `pay is for finance: nobody else reads or writes it`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let (school, rate) = (school, try hourly("20.00"))
    let dawn = school.person(.teachingAssistant).staffMember!
    for role in Role.allCases where role != .finance && role != .headTeacher {
      let viewer = school.viewer(role)
      await #expect(throws: Refusal.refused()) { try await database.read { _ = try Rates(viewer, $0).roleRates() } }
      await #expect(throws: Refusal.refused()) { try await database.read { _ = try Rates(viewer, $0).pay() } }
    }
    for role in Role.allCases where role != .finance {
      let viewer = school.viewer(role)
      await #expect(throws: Refusal.refused()) {
        try await database.write(keeper: school.id.text) {
          try Rates(viewer, $0).setPay(of: dawn, to: rate, from: Day(2026, 9, 1)!, source: "")
        }
      }
    }
    let stranger = SampleSchool.brookvaleSecondary.viewer(.finance)
    await #expect(throws: Refusal.notFound()) {
      try await database.write(keeper: "x") {
        try Rates(stranger, $0).setPay(of: dawn, to: rate, from: Day(2026, 9, 1)!, source: "")
      }
    }
    await #expect(throws: Refusal.notFound()) {
      try await database.write(keeper: "x") {
        try Rates(stranger, $0).setRate(of: school.assistantPay, to: rate, from: Day(2026, 9, 1)!, source: "")
      }
    }
  }
}
