import Domain
import SQL
import Store
import TestSupport
import Testing

/// What is dated about pupils and staff, through the figures of the map.
@Suite struct DatedFactsOnMapTests {
  private static let change = Day(2026, 11, 2)!
  private static let before = Period(GroupsWorld.term.from, change.previous)!
  private static let after = Period(change, GroupsWorld.term.until!)!
  private static let whole = Period(GroupsWorld.term.from, GroupsWorld.term.until!)!

  @Test(arguments: Engine.all)
  func `a changed year begins on its day, and what was spent before stays in the year of then`(engine: Engine)
    async throws
  {
    let world = try await GroupsWorld.make(engine)
    try await world.write { try $0.add(try world.phonicsGroup()) }
    let (spent, planned) = (try await map(Self.before, world), try await map(Self.whole, world))
    #expect(column(3, planned) == planned.total.projected && column(2, planned) == nil)

    try await change(world) { try $0.changeYearShift(world.ada, to: -1, from: Self.change, version: 1) }
    let ada = try #require(try await world.database.read { try Pupils(world.senco, $0).find(world.ada) })
    #expect(ada.year(on: Self.change.previous) == YearGroup(3) && ada.year(on: Self.change) == YearGroup(2))
    let (spentNow, later) = (try await map(Self.before, world), try await map(Self.after, world))
    #expect(spentNow.total == spent.total && column(3, spentNow) == column(3, spent) && column(2, spentNow) == nil)
    let moved = try #require(column(2, later))
    #expect(moved > .zero)
    let now = try await map(Self.whole, world)
    #expect(now.total.projected == planned.total.projected)
    #expect(column(2, now).map { $0 + column(3, now)! } == now.total.projected)

    let rows = try await world.database.read { connection in
      let pupils = Pupils(world.senco, connection)
      return (
        try pupils.list(PupilFilter(years: [YearGroup(2)]), on: Self.change.previous).map(\.id),
        try pupils.list(PupilFilter(years: [YearGroup(2)]), on: Self.change).map(\.id)
      )
    }
    #expect(!rows.0.contains(world.ada) && rows.1.contains(world.ada))
  }

  @Test(arguments: Engine.all)
  func `a year that was never true goes, and a wrong one is put right, each with its line`(engine: Engine)
    async throws
  {
    let world = try await GroupsWorld.make(engine)
    let joined = Day(2024, 9, 2)!
    try await change(world) { try $0.changeYearShift(world.ada, to: 1, from: Self.change) }
    try await change(world) {
      try $0.correct(
        world.ada, factBeginningOn: Self.change, to: .yearShift(-1, Span(Self.change, Self.after.until)!), version: 2)
    }
    func year(_ day: Day) async throws -> YearGroup? {
      try await world.database.read { try Pupils(world.senco, $0).find(world.ada)?.year(on: day) }
    }
    #expect(try await year(Self.change) == YearGroup(2))
    #expect(try await year(Self.after.until.next) == YearGroup(3))
    await #expect(throws: Pupils.changedMeanwhile) {
      try await change(world) {
        try $0.correct(world.ada, factBeginningOn: Self.change, to: .neverYearShift, version: 2)
      }
    }
    await #expect(throws: Refusal.self) {
      try await change(world) { try $0.changeYearShift(world.ada, to: 1, from: joined.previous) }
    }
    try await change(world) {
      try $0.correct(world.ada, factBeginningOn: Self.change, to: .neverYearShift, version: 3)
    }
    #expect(try await year(Self.change) == YearGroup(3))
    let lines = try await world.database.read { try History(world.senco, $0).lines(about: world.ada) }
    #expect(lines.map(\.act) == ["corrected", "corrected", "changed"])
    #expect(lines[2].after["year"] == "1 year above age from 2026-11-02")
  }

  @Test(arguments: Engine.all)
  func `a new role leaves what was led before at its rate`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    try await world.write { try $0.add(try world.phonicsGroup()) }
    let (spent, rest) = (try await map(Self.before, world), try await map(Self.after, world))
    let teacher = try await role(.teacher, world)
    try await staff(world) { try $0.changeRole(world.lowe, to: teacher, from: Self.change, version: 1) }

    let (spentNow, restNow) = (try await map(Self.before, world), try await map(Self.after, world))
    #expect(spentNow.total == spent.total)
    #expect(restNow.total.projected > rest.total.projected)
    #expect(restNow.total.assistantMinutes == 0 && restNow.total.teacherMinutes == rest.total.assistantMinutes)
    let whole = try await map(Self.whole, world)
    #expect(whole.total.projected == spentNow.total.projected + restNow.total.projected)
    let cell = try #require(whole.sections.flatMap(\.lines).first?.cells.compactMap(\.self).first)
    #expect(cell.runs.map(\.who) == [["Mrs Jo Lowe"]])

    let member = try #require(try await world.database.read { try Staff(world.senco, $0).find(world.lowe) })
    #expect(member.version == 2 && member.roles.on(Self.change) == teacher)
    #expect(member.roles.on(Self.change.previous) != teacher)
  }

  @Test(arguments: Engine.all)
  func `a role is put right or taken back, by who saw it as it is`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    try await world.write { try $0.add(try world.phonicsGroup()) }
    let planned = try await map(Self.whole, world)
    let teacher = try await role(.teacher, world)
    let assistant = try #require(try await world.database.read { try Staff(world.senco, $0).find(world.lowe) })
      .roles.on(Self.change)
    try await staff(world) { try $0.changeRole(world.lowe, to: teacher, from: Self.change) }
    await #expect(throws: Refusal.conflict("Somebody has changed Mrs Jo Lowe's record since you opened this page.")) {
      try await staff(world) { try $0.changeRole(world.lowe, to: assistant, from: Self.after.until, version: 1) }
    }
    await #expect(throws: Refusal.invalid("Mrs Jo Lowe has this role on that day already.", field: "role")) {
      try await staff(world) { try $0.changeRole(world.lowe, to: teacher, from: Self.after.until) }
    }
    try await staff(world) {
      try $0.correctRole(world.lowe, beginningOn: Self.change, to: teacher, from: Self.change + 7, version: 2)
    }
    let moved = try #require(try await world.database.read { try Staff(world.senco, $0).find(world.lowe) })
    #expect(moved.roles.on(Self.change + 6) == assistant && moved.roles.on(Self.change + 7) == teacher)
    let first = moved.roles.timeline.facts[0].span.from
    await #expect(throws: Refusal.self) {
      try await staff(world) { try $0.removeRole(world.lowe, beginningOn: first) }
    }
    try await staff(world) { try $0.removeRole(world.lowe, beginningOn: Self.change + 7, version: 3) }
    #expect(try await map(Self.whole, world).total == planned.total)

    try await staff(world) {
      try $0.correctRole(world.lowe, beginningOn: first, to: teacher, from: first, version: 4)
    }
    #expect(try await map(Self.before, world).total.assistantMinutes == 0)
  }

  private func map(_ period: Period, _ world: GroupsWorld) async throws -> SchoolMap {
    try await world.database.read {
      try SchoolMaps(world.senco, $0).map(MapQuestion(.period(period, asAt: period.until)), of: world.school)
    }
  }

  /// Nil where the map has no such column, or nothing in it.
  private func column(_ year: Int, _ map: SchoolMap) -> Pence? {
    guard let index = map.columns.firstIndex(of: .year(YearGroup(year))) else { return nil }
    return map.totals[index].projected == .zero ? nil : map.totals[index].projected
  }

  private func role(_ kind: PayRole.Kind, _ world: GroupsWorld) async throws -> ID<PayRole> {
    let roles = try await world.database.read { try Staff(world.senco, $0).roles() }
    return try #require(roles.first { $0.kind == kind }).id
  }

  private func change(_ world: GroupsWorld, _ act: @escaping @Sendable (Pupils) throws -> Void) async throws {
    try await world.database.write(keeper: world.organisation.text) { try act(Pupils(world.senco, $0)) }
  }

  private func staff(_ world: GroupsWorld, _ act: @escaping @Sendable (Staff) throws -> Void) async throws {
    try await world.database.write(keeper: world.organisation.text) { try act(Staff(world.senco, $0)) }
  }
}
