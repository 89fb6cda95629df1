import Domain
import Exchange
import SQL
import Store
import TestSupport
import Testing

/// Pay as a list of staff says it. The figures of contracts are those of DOMAIN's formula: pay with the employer's
/// pension and National Insurance, by the hours worked.
struct `Pay in a list of staff` {
  private static let headings = "Name,Role,Hours,Weeks,Rate,Basis,Basis count,Paid weeks,Pension,NI,Rate from\n"

  private func read(_ row: String, as role: Role? = nil) async throws -> ImportPreview {
    try await Importing(.sqlite, as: role).preview(.staff, Self.headings + row + "\n").preview
  }

  private func rate(_ preview: ImportPreview) -> String? {
    preview.new.first?.changes.first { $0.field == "Rate" }?.to
  }

  @Test(arguments: [
    // £12.85 for 37 hours and 44.4 paid weeks, 39 of them worked: £19.23 an hour worked.
    ("A,Teaching assistant,37,39,12.85,paid hour,,44.4,,,2025-09-01", "£19.2297 an hour"),
    ("A,Teaching assistant,37,39,21109.98,salary,,,,,2025-09-01", "£19.2297 an hour"),
    ("A,Teaching assistant,37,39,\"£21,109.98\",salary,,,20%,2416.50,2025-09-01", "£19.2297 an hour"),
    ("A,Teaching assistant,37,39,27748.47,salary with on-costs,,,,,2025-09-01", "£19.2297 an hour"),
    // M6 of September 2025 by 1,265 directed hours: £50.92.
    ("A,Teacher,,,45352,salary,1265,,,,2025-09-01", "£50.9184 an hour"),
    ("A,Teacher,,,45352,annual salary,,,,,2025-09-01", "£50.9184 an hour"),
    ("A,Teacher,,,64412,annual hour of 1265,,,,,", "£64,412.00 a year for 1,265 hours"),
    ("A,Therapist,,,300,10 hours,,,,,", "£300.00 for 10 hours"),
    ("A,Teaching assistant,,,655,weekly hour,38,,,,", "£655.00 for a weekly hour of 38 weeks"),
    ("A,Teaching assistant,,,655,weekly hour,38.0,,,,", "£655.00 for a weekly hour of 38 weeks"),
    ("A,Teaching assistant,,,17.20,/hr,,,,,", "£17.20 an hour"),
    ("A,Teaching assistant,,,£17.20 per hour,,,,,,", "£17.20 an hour"),
    ("A,Teaching assistant,,,0.2867,minute,,,,,", "£0.2867 a minute"),
  ])
  func `comes to a rate`(row: String, words: String) async throws {
    let preview = try await read(row)
    #expect(rate(preview) == words, "\(preview.refused)")
  }

  @Test(arguments: [
    ("A,Teaching assistant,,39,24000,salary,,,,,", "Hours", "divided by the hours worked"),
    ("A,Teaching assistant,37,,24000,salary,,,,,", "Weeks", "divided by the hours worked"),
    ("A,Teaching assistant,37,39,12.85,paid hour,,,,,", "Paid weeks", "how many weeks of the year this is paid"),
    ("A,Teaching assistant,37,39,24000,salary,,,lots,,", "Pension", "neither an amount"),
    ("A,Teaching assistant,37,39,17.20,sheep,,,,,", "Basis", "is not what a rate is for"),
    ("A,Teaching assistant,37,39,655,weekly,,,,,", "Basis", "of how many weeks"),
    ("A,Teaching assistant,1.0 FTE,39,17.20,hour,,,,,", "Hours", "not a number of hours"),
  ])
  func `that cannot be reckoned is refused`(row: String, column: String, words: String) async throws {
    let refused = try #require(try await read(row).refused.first)
    #expect(refused.column == column)
    #expect(refused.message.contains(words), "\(refused.message)")
  }

  @Test func `of a contract says what was added, and keeps it as the source`() async throws {
    let here = try await Importing(.sqlite)
    let row = "Ayo Bello,Teaching assistant,37,39,21109.98,salary,,,,,2025-09-01\n"
    let prepared = try await here.preview(.staff, Self.headings + row)
    #expect(
      prepared.preview.warnings.map(\.message).contains(
        "£21,109.98 a year, 37 h in each of 39 weeks worked, with National Insurance 15% above £5,000, pension 20%, comes "
          + "to £19.23 an hour worked."))
    _ = try await prepared.commit(skipRefused: false)
    let viewer = here.viewer
    let pay = try await here.database.read { try Rates(viewer, $0).pay() }
    #expect(pay.values.joined().contains { $0.source.hasPrefix("Contract: £21,109.98 a year") })
  }

  @Test(arguments: [
    "17.20 p/h", "17.20p/h", "£17.20 p/h", "£17.20p/h", "17.20 p.h.", "17.20p.h.", "17.20 ph", "17.20ph",
    "17.20 per hr",
    "17.20 per h", "17.20/h", "17.20 /hr", "£17.20/hour", "17.20 p h", "17.20 an hour", "£17.20 hourly", "17.20 P/H",
    "GBP 17.20 p/h", "1720p", "1720 p", "1720 pence per hour", "1720p an hour",
  ])
  func `by the hour is read as people write it`(cell: String) async throws {
    let preview = try await read("A,Teaching assistant,,,\(cell),,,,,,")
    #expect(rate(preview) == "£17.20 an hour", "\(preview.refused)")
    let both = try await read("A,Teaching assistant,,,\(cell),hour,,,,,")
    #expect(rate(both) == "£17.20 an hour", "\(both.refused)")
  }

  @Test(arguments: [
    "28.7p per minute", "28.7p/minute", "28.7 p a minute", "28.7 pence per minute", "28.7p minute", "£0.287 p/min",
  ])
  func `by the minute may be in pence where a p stands alone`(cell: String) async throws {
    let preview = try await read("A,Teaching assistant,,,\(cell),,,,,,")
    // "28.7p/minute" is £28.70 a minute, and no hour costs that.
    #expect(rate(preview) == (cell.contains("p/minute") ? nil : "£0.287 a minute"), "\(preview.refused)")
    #expect(preview.refused.isEmpty != cell.contains("p/minute"))
  }

  @Test func `may stand with its basis twice, if both say the same`() async throws {
    let preview = try await read("A,Teaching assistant,,,17.20 p/h,minute,,,,,")
    #expect(preview.refused.first?.message == "“17.20 p/h” and “minute” do not say the same.")
  }

  @Test(arguments: [
    ("655,", "£655.00 an hour is much for one hour"), ("3.20,", "£3.20 an hour is little for one hour"),
    ("0,", "is nothing"), ("100,weekly hour of 38 weeks", "which comes to £2.63 an hour, is little for one hour"),
  ])
  func `that is much or little for one hour is pointed out`(cells: String, words: String) async throws {
    let preview = try await read("A,Teaching assistant,,,\(cells),,,,,")
    #expect(preview.warnings.map(\.message).contains { $0.contains(words) }, "\(preview.warnings)")
  }

  @Test(arguments: ["28.7p,", "0.2867,", "17.20,minute", "1265,hour", "17.20,weekly hour of 38 weeks", "17.20p,hour"])
  func `that no hour can cost is refused`(cells: String) async throws {
    let preview = try await read("A,Teaching assistant,37,39,\(cells),,,,,")
    #expect(preview.refused.first?.message.contains("an hour costs between £1 and £1,000") == true, "\(preview)")
  }

  @Test func `of full time is not divided by the hours of a part`() async throws {
    let part = try await read("A,Teaching assistant,20,39,24000,FTE salary,,,,,")
    #expect(part.refused.first?.message.hasPrefix("This is pay of full time") == true)
    let teacher = try await read("A,Teacher,,,45352,FTE salary,1265,,,,2025-09-01")
    #expect(rate(teacher) == "£50.9184 an hour")
  }

  @Test(arguments: [
    ("20%,", "with National Insurance 15% above £5,000, the pension of the file, comes"),
    (",2416.50", "with the National Insurance of the file, pension 20%, comes"),
    ("20%,2416.50", "with the pension and National Insurance of the file, comes"),
  ])
  func `of a contract says whose on-costs are whose`(onCosts: String, words: String) async throws {
    let preview = try await read("A,Teaching assistant,37,39,21109.98,salary,,,\(onCosts),2025-09-01")
    #expect(preview.warnings.map(\.message).contains { $0.contains(words) }, "\(preview.warnings)")
  }

  @Test(arguments: [
    ("0.50", "hour", "2026-04-01", "Rate"), ("999999", "hour", "2026-04-01", "Rate"),
    ("20", "minute", "2026-04-01", "Rate"),
    ("17.20", "hour", "1900-12-01", "Rate from"), ("17.20", "hour", "2099-12-01", "Rate from"),
  ]) func `that no work costs, or of no day, is refused in its row`(
    amount: String, basis: String, from: String, column: String
  ) async throws {
    let here = try await Importing(.sqlite)
    let file = "Name,Role,Rate,Rate is for,Rate from\nAyo Bello,Teaching assistant,\(amount),\(basis),\(from)\n"
    let preview = try await here.preview(.staff, file).preview
    #expect(preview.refused.map(\.column) == [column] && preview.new.isEmpty)
    let said = try #require(preview.refused.first).message
    #expect(said.contains("between £1 and £1,000") || said.contains("Check the year."))
  }

  @Test func `is not told to who may not see it`() async throws {
    let preview = try await read("A,Teaching assistant,37,39,21109.98,salary,,,,,", as: .senco)
    #expect(!preview.json.contains("21,109"))
  }

  @Test(arguments: Engine.all)
  func `of one person may change from day to day`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let file =
      Self.headings + """
        Ayo Bello,Teaching assistant,30,39,16.00,hour,,,,,2025-04-01
        Ayo Bello,Teaching assistant,30,39,17.20,hour,,,,,2026-04-01
        Ayo Bello,,,,18.00,hour,,,,,2027-04-01
        Ayo Bello,Teacher,,,19.00,hour,,,,,2028-04-01

        """
    let prepared = try await here.preview(.staff, file)
    #expect(prepared.preview.refused.map(\.row) == [5], "a row that says another role is no rate of the same person")
    #expect(
      prepared.preview.new[0].changes.filter { $0.field == "Rate" }.map(\.begins) == [
        "2025-04-01", "2026-04-01", "2027-04-01",
      ])
    _ = try await prepared.commit(skipRefused: true)
    let viewer = here.viewer
    let (members, pay) = try await here.database.read { (try Staff(viewer, $0).list(), try Rates(viewer, $0).pay()) }
    let ayo = try #require(members.first { $0.name == "Ayo Bello" })
    #expect(pay[ayo.id]?.map(\.rate.words) == ["£16.00 an hour", "£17.20 an hour", "£18.00 an hour"])
    let again = try await here.preview(.staff, file).preview
    #expect(again.isEmpty, "\(again.changed)")
  }
}
