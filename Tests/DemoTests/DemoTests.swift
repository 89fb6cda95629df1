import Demo
import Domain
import SQL
import Store
import TestSupport
import Testing

@Suite struct DemoTests {
  private let today = Day(2026, 11, 21)!

  @Test(arguments: Engine.all)
  func `two schools of 420 and 1,150 pupils, 15 in a hundred with SEN support and 6 with a plan`(
    engine: Engine
  ) async throws {
    let database = try await demonstration(engine)
    for (urn, size) in [(Demo.primary, 420), (Demo.secondary, 1150)] {
      let (school, viewer) = try await school(urn, database)
      #expect(school.authority == Demo.authority)
      let pupils = try await database.read { try Pupils(viewer, $0).list(on: today) }
      #expect(pupils.count == size)
      #expect(pupils.count { $0.status == .support } == (size * 15 + 50) / 100)
      #expect(pupils.count { $0.status == .plan } == (size * 6 + 50) / 100)
      #expect(Set(pupils.map(\.surname)).count > 80)
    }
  }

  @Test(arguments: Engine.all)
  func `three years of groups, leavers, joiners and a few mistakes`(engine: Engine) async throws {
    let database = try await demonstration(engine)
    for (urn, groups) in [(Demo.primary, 80...90), (Demo.secondary, 150...160)] {
      let (school, viewer) = try await school(urn, database)
      let years = [AcademicYear(2024), AcademicYear(2025), AcademicYear(2026)]
      var seen: Set<ID<Group>> = []
      for year in years {
        let map = try await map(of: year, school, viewer, database)
        let runs = map.sections.flatMap(\.lines).flatMap(\.cells).compactMap { $0 }.flatMap(\.runs)
        #expect(map.total.projected > .zero && !runs.isEmpty)
        seen.formUnion(runs.map(\.group))
      }
      #expect(groups.contains(seen.count))
      let map = try await map(of: years[2], school, viewer, database)
      #expect(map.unpriced.contains { $0.provision == "Paired reading" })
    }
  }

  @Test(arguments: Engine.all)
  func `every class is of its year and of its school, whatever the day; a leaver's is no choice`(
    engine: Engine
  ) async throws {
    let database = try await demonstration(engine)
    for urn in [Demo.primary, Demo.secondary] {
      let (school, viewer) = try await school(urn, database)
      for day in [Day(2024, 10, 1)!, Day(2025, 9, 10)!, Day(2026, 7, 10)!, today] {
        let (pupils, classes) = try await database.read { connection in
          let keeper = Pupils(viewer, connection)
          return (try keeper.list(on: day), try keeper.classes(on: day))
        }
        #expect(pupils.count > 200)
        for pupil in pupils {
          let code = pupil.year.code
          let name = try #require(pupil.className)
          #expect(
            name.hasPrefix(code) && !name.dropFirst(code.count).first!.isNumber, "\(name) in \(code) on \(day.iso)")
          #expect(school.years.contains(pupil.year), "\(pupil.year.name) on \(day.iso)")
        }
        #expect(classes == Set(pupils.compactMap(\.className)).sorted())
        let offered = try await database.read { try ClassTeachers(viewer, $0).offered(on: day) }
        #expect(offered == classes)
      }
    }
  }

  @Test func `is the same every time, on both engines, to the penny of every pupil`() async throws {
    var digests: Set<String> = []
    for engine in Engine.all + [.sqlite] {
      let database = try await demonstration(engine)
      let (school, viewer) = try await school(Demo.primary, database)
      digests.insert(digest(try await map(of: AcademicYear(2026), school, viewer, database)))
    }
    #expect(digests.count == 1)
  }

  @Test(arguments: Engine.all) func `is made in an empty database only`(engine: Engine) async throws {
    let database = try await demonstration(engine)
    await #expect(throws: Refusal.conflict("The database is not empty. The demonstration is made in a new one.")) {
      try await database.write(keeper: "operator") { try Demo.make(today: today, $0) }
    }
  }

  private func demonstration(_ engine: Engine) async throws -> any Database {
    let database = try await freshDatabase(engine, migrations: Schema.migrations)
    let today = today
    try await database.write(keeper: "operator") { try Demo.make(today: today, $0) }
    return database
  }

  private func school(_ urn: String, _ database: any Database) async throws -> (School, Viewer) {
    let school = try #require(try await database.read { try Schools.withURN(urn, $0) })
    return (school, Viewer(operatorIn: school.id))
  }

  private func map(
    of year: AcademicYear, _ school: School, _ viewer: Viewer, _ database: any Database
  ) async throws -> SchoolMap {
    let today = today
    return try await database.read {
      try SchoolMaps(viewer, $0).map(MapQuestion(.period(year.period, asAt: today)), of: school)
    }
  }

  /// Every line, cell, pupil and figure of a map, without ids.
  private func digest(_ map: SchoolMap) -> String {
    map.sections.flatMap { section in
      [section.heading.name]
        + section.lines.flatMap { line in
          [line.name]
            + line.cells.map { cell in
              (cell?.runs ?? []).map { "\($0.pupils.map(\.fullName)) \($0.when) \($0.who) \($0.figures)" }
                .joined(separator: "; ")
            }
        }
    }.joined(separator: "\n") + "\n\(map.totals)"
  }
}
