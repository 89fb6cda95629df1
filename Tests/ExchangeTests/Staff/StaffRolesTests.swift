import Domain
import Exchange
import SQL
import Store
import TestSupport
import Testing

struct `A role in a list of staff` {
  @Test(arguments: Engine.all)
  func `may be another word for one that is here, or starts with the rate of one like it`(engine: Engine) async throws {
    let here = try await Importing.newSchool(engine)
    let file = """
      Name,Role
      Ann Ash,TA
      Bea Birch,Learning support assistant
      Cy Cole,SENDCo
      Di Dow,Site manager
      Eve Elm,Deputy head teacher

      """
    let prepared = try await here.preview(.staff, file)
    #expect(
      prepared.preview.new.map(\.what).prefix(3) == [
        "Ann Ash, Teaching assistant", "Bea Birch, Learning support assistant", "Cy Cole, SENCO",
      ])
    let warnings = prepared.preview.warnings.map(\.message)
    #expect(
      warnings.contains { $0.contains("“Learning support assistant” is new") && $0.contains("reference rate of") })
    #expect(warnings.contains { $0.contains("“Site manager” is new") && $0.contains("“not priced”") })
    _ = try await prepared.commit(skipRefused: false)
    let viewer = here.viewer
    let (roles, rates) = try await here.database.read {
      (try Staff(viewer, $0).roles(), try Rates(viewer, $0).roleRates())
    }
    func kept(_ name: String) -> [Rates.KeptRate]? { roles.first { $0.name == name }.map { rates[$0.id] ?? [] } }
    #expect(kept("TA") == nil)
    #expect(kept("Learning support assistant")?.isEmpty == false)
    #expect(kept("Learning support assistant") == kept("Teaching assistant"))
    #expect(kept("Deputy head teacher") == kept("Senior leader"))
    #expect(kept("Site manager") == [])
    #expect(try await here.preview(.staff, file).preview.isEmpty)
  }

  @Test(arguments: Engine.all)
  func `that has its own rate keeps it through the reference rates that come later`(engine: Engine) async throws {
    let here = try await Importing.newSchool(engine)
    let file = "Name,Role,Rate,Basis,Rate from\n,Teaching assistant,15.00,hour,2024-09-01\n"
    let prepared = try await here.preview(.staff, file)
    #expect(
      prepared.preview.warnings.map(\.message) == [
        "The school's own rate of “Teaching assistant” stands in the place of the reference rate from 1 April 2025 too, "
          + "until the school's next own rate."
      ])
    _ = try await prepared.commit(skipRefused: false)
    let (viewer, school) = (here.viewer, here.school.id)
    func price(_ day: Day) async throws -> String? {
      let roles = try await here.database.read { try Staff(viewer, $0).roles() }
      let role = try #require(roles.first { $0.name == "Teaching assistant" })
      return try await here.database.read { try Rates.book(school, $0).price(of: role.id, on: day)?.rate.words }
    }
    #expect(try await price(Day(2024, 8, 31)!) == "£18.0943 an hour")
    #expect(try await price(Day(2024, 9, 1)!) == "£15.00 an hour")
    #expect(try await price(here.today) == "£15.00 an hour")
    #expect(try await here.preview(.staff, file).preview.isEmpty)
    let next = file + ",Teaching assistant,16.00,hour,2026-09-01\n"
    let second = try await here.preview(.staff, next)
    #expect(second.preview.warnings.isEmpty && second.preview.unchanged.count == 1)
    _ = try await second.commit(skipRefused: false)
    #expect(try await price(Day(2026, 8, 31)!) == "£15.00 an hour")
    #expect(try await price(here.today) == "£16.00 an hour")
  }

  @Test func `may be told in two rates of one file, which follow one another`() async throws {
    let here = try await Importing.newSchool(.sqlite)
    let file = "Role,Rate,Rate from\nTeaching assistant,15.00,2024-05-01\nTeaching assistant,16.00,2025-01-01\n"
    let prepared = try await here.preview(.staff, file)
    #expect(prepared.preview.warnings.map(\.row) == [3], "the first gives way to the second before the reference rate")
    _ = try await prepared.commit(skipRefused: false)
    #expect(try await here.preview(.staff, file).preview.isEmpty)
  }

  @Test func `has its first own rate for the whole year, and a later one from the day that is said`() async throws {
    let here = try await Importing.newSchool(.sqlite)
    let first = try await here.preview(.staff, "Role,Rate\nTeaching assistant,17.20\n")
    #expect(first.preview.changed[0].changes[0].begins == "2026-09-01")
    _ = try await first.commit(skipRefused: false)
    let later = try await here.preview(.staff, "Role,Rate\nTeaching assistant,18\n", effective: Day(2027, 1, 1)!)
    #expect(later.preview.changed[0].changes[0].begins == "2027-01-01")
  }
}
