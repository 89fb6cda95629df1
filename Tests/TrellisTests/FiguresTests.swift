import Foundation
import TestSupport
import Testing

/// Known figures of costing rules, reached by files and commands alone.
@Suite struct FiguresTests {
  private static let headings = "Provision,From,Until,Minutes,Sessions,Days,Led by,UPN,Pupil until\n"

  private func group(
    _ name: String, _ pupils: ClosedRange<Int>, from: String = "2026-09-01", until: String = "2027-08-31",
    _ minutes: Int, _ often: String, led: String = "Ann Ash"
  ) -> String {
    pupils.map { "\(name),\(from),\(until),\(minutes),\(often),\(led),\(CommandSchool.upn($0)),\n" }.joined()
  }

  private func school(_ engine: Engine, pupils: Int, rate: String, basis: String, groups: String) async throws
    -> CommandSchool
  {
    let school = try await CommandSchool(engine)
    for (kind, text) in [
      ("pupils", CommandSchool.pupils(pupils)), ("staff", CommandSchool.assistants(rate, basis)),
      ("groups", Self.headings + groups),
    ] {
      let answer = try school.bring(kind, text)
      #expect(answer.status == 0, "\(answer.errors)")
    }
    return school
  }

  @Test(arguments: Engine.all) func `an hour a week shared by four is £163.40 each a year`(engine: Engine) async throws
  {
    let year = try await school(
      engine, pupils: 4, rate: "17.20", basis: "hour", groups: group("Reading", 1...4, 60, "1,"))
    #expect(try year.total()["projected_pence"] == 65_360)
    #expect(try (1...4).map { try year.costs($0)["projected_pence"] } == [16_340, 16_340, 16_340, 16_340])
  }

  @Test func `twelve weeks of it are £206.40, £51.60 each`() async throws {
    let term = try await school(
      .sqlite, pupils: 4, rate: "17.20", basis: "hour",
      groups: group("Reading", 1...4, until: "2026-12-04", 60, "1,"))
    #expect(try term.total()["projected_pence"] == 20_640)
    #expect(try term.costs(2)["projected_pence"] == 5_160)
  }

  /// £655 for a weekly hour of 38 weeks, which is no whole hundredth of a penny an hour.
  @Test(arguments: Engine.all) func `a rate by the weekly hour stays exact where three hold it`(engine: Engine)
    async throws
  {
    let school = try await school(
      engine, pupils: 5, rate: "655", basis: "weekly hour of 38 weeks",
      groups: group("A", 1...5, 60, "1,") + group("B", 1...1, 15, "5,") + group("C", 1...1, 10, "5,")
        + group("D", 1...1, 20, "5,"))
    let costs = try school.json(
      "costs", "--pupil", CommandSchool.upn(1), "--format", "json", "--from", "2026-09-01", "--until", "2027-08-31")
    let parts = (costs["groups"] as? [[String: Any]] ?? []).map { group in
      "\(group["provision"] ?? "") \((group["total"] as? [String: Any])?["projected_pence"] ?? 0)"
    }
    #expect(parts.sorted() == ["A 13100", "B 81875", "C 54583", "D 109167"])
    #expect(try school.costs(1)["projected_pence"] == 258_725)
  }

  @Test func `minutes are shared too: 50 a week are 1,900 a year`() async throws {
    let school = try await school(
      .sqlite, pupils: 3, rate: "0.2867", basis: "minute",
      groups: group("Lunch club", 1...3, 60, "1,") + group("Alone", 1...1, 30, "1,"))
    #expect(try school.costs(1)["pupil_minutes"] == 1_900)
    // £0.2867 a minute: 2,280 minutes among three are 65,368 pence, the odd one for the first; 1,140 alone.
    #expect(try school.costs(1)["projected_pence"] == 21_790 + 32_684)
  }

  @Test func `three adults and fifty-two pupils part to the penny`() async throws {
    let school = try await school(
      .sqlite, pupils: 52, rate: "17.20", basis: "hour",
      groups: group("Hall", 1...52, 60, "1,", led: "Ann Ash; Bea Birch; Cy Cole"))
    #expect(try school.total()["projected_pence"] == 3 * 65_360)
    let each = try (1...52).map { try school.costs($0)["projected_pence"] ?? 0 }
    #expect(each.reduce(0, +) == 3 * 65_360)
    // 3 × £653.60 ÷ 52, rounded line by line.
    #expect(each.allSatisfy { (3768...3771).contains($0) })
  }

  @Test(arguments: Engine.all) func `a leaver in the middle keeps their pence`(engine: Engine) async throws {
    let rows = (1...4).map { number in
      "Reading,2026-09-07,2026-12-18,20,,Mon,Ann Ash,\(CommandSchool.upn(number)),"
        + (number == 4 ? "2026-10-23\n" : "\n")
    }.joined()
    let left = try await school(engine, pupils: 4, rate: "17.20", basis: "hour", groups: rows)
    #expect(try left.total()["projected_pence"] == 8027)
    #expect(try (1...4).map { try left.costs($0)["projected_pence"] } == [2342, 2341, 2341, 1003])
    #expect(try (1...4).map { try left.costs($0, asAt: "2026-10-23")["to_date_pence"] } == [1004, 1003, 1003, 1003])
    let stayed = try await school(
      engine, pupils: 4, rate: "17.20", basis: "hour", groups: rows.replacing("2026-10-23", with: ""))
    #expect(try (1...4).map { try stayed.costs($0)["projected_pence"] } == [2007, 2007, 2007, 2006])
  }

  @Test func `a pupil who leaves by a later list costs to date what they did`() async throws {
    let school = try await school(
      .sqlite, pupils: 2, rate: "17.20", basis: "hour", groups: group("Reading", 1...2, 60, "1,"))
    let before = try school.costs(1, asAt: "2026-11-06")
    let list = CommandSchool.pupils(2).replacing("Joined\n", with: "Joined,Left\n").replacing(
      "\(CommandSchool.upn(1)),Able1,Kit,14/03/2019,3,K,SLCN,01/09/2022",
      with: "\(CommandSchool.upn(1)),Able1,Kit,14/03/2019,3,K,SLCN,01/09/2022,06/11/2026")
    #expect(try school.bring("pupils", list).status == 0)
    let after = try school.costs(1, asAt: "2026-11-06")
    #expect(after["to_date_pence"] == before["to_date_pence"])
    #expect(after["projected_pence"] == after["to_date_pence"])
    #expect(before["projected_pence"]! > after["projected_pence"]!)
  }

  @Test func `a contract's hour worked is £19.23, and hours that are bought in £30`() async throws {
    let school = try await CommandSchool(.sqlite)
    try school.bring("pupils", CommandSchool.pupils(1))
    let answer = try school.bring(
      "staff",
      """
      Name,Role,Hours,Weeks,From,Rate,Basis,Paid weeks,Rate from
      ,Teaching assistant,37,39,,12.85,paid hour,44.4,2025-09-01
      ,Bought-in advice,,,,300,10 hours,,2025-09-01
      Ann Ash,Teaching assistant,37,39,2024-09-01,,,,
      Di Dow,Bought-in advice,,,2024-09-01,,,,

      """)
    #expect(answer.status == 0, "\(answer.errors)")
    try school.bring(
      "groups",
      Self.headings + "One,2026-09-07,2026-09-07,60,,Mon,Ann Ash,\(CommandSchool.upn(1)),\n"
        + "Two,2026-09-07,2026-09-07,60,,Mon,Di Dow,\(CommandSchool.upn(1)),\n")
    #expect(try school.total()["projected_pence"] == 1923 + 3000)
  }
}
