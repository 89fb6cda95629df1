import Domain
import Exchange
import SQL
import Store
import TestSupport
import Testing

/// A list of groups that run already, with something in it that differs.
struct `A list of groups that run already` {
  private static let headings =
    "Provision,From,Until,Minutes,Sessions,Led by,Share,Pupil,Pupil from,Pupil until,Funding,Place,Level,Note\n"
  private static let file =
    headings + """
      Spelling,2026-09-07,2026-12-18,30,3,Dawn Carter,,Amina Yusuf,,,,Library,,
      Spelling,2026-09-07,2026-12-18,30,3,Dawn Carter,,Ella Price,2026-10-05,,,Library,,
      Spelling,2026-09-07,2026-12-18,30,3,Dawn Carter,,Tom O'Hara,,2026-11-06,,Library,,

      """

  private func started(_ engine: Engine = .sqlite) async throws -> Importing {
    let here = try await Importing(engine)
    _ = try await here.preview(.groups, Self.file).commit(skipRefused: false)
    return here
  }

  private func changes(_ here: Importing, _ rows: String, effective: Day? = nil) async throws -> [FieldChange] {
    let prepared = try await here.preview(.groups, Self.headings + rows, effective: effective)
    #expect(prepared.preview.refused.isEmpty, "\(prepared.preview.refused)")
    let changes = prepared.preview.changed.flatMap(\.changes)
    _ = try await prepared.commit(skipRefused: false)
    #expect(try await here.preview(.groups, Self.headings + rows, effective: effective).preview.isEmpty)
    return changes
  }

  private func spelling(_ here: Importing) async throws -> KeptGroup {
    let viewer = here.viewer
    return try #require(
      try await here.database.read { try Groups(viewer, $0).kept() }.first { $0.group.name == "Spelling" })
  }

  @Test(arguments: Engine.all)
  func `changes the days and the money of places that it speaks of`(engine: Engine) async throws {
    let here = try await started(engine)
    let viewer = here.viewer
    _ = try await here.database.write(keeper: here.school.id.text) { try Catalogue(viewer, $0).addStream("EAL", .eal) }
    let changes = try await changes(
      here,
      """
      Spelling,2026-09-07,,,,,,Amina Yusuf,,2026-11-20,,,,
      Spelling,2026-09-07,,,,,,Ella Price,2026-10-12,,,,,
      Spelling,2026-09-07,,,,,,Tom O'Hara,,2026-12-04,EAL,,,

      """)
    #expect(
      Set(changes) == [
        FieldChange("Amina Yusuf: Pupil until", from: "2026-12-18", to: "2026-11-20"),
        FieldChange("Ella Price: Pupil from", from: "2026-10-05", to: "2026-10-12"),
        FieldChange("Tom O’Hara: Pupil until", from: "2026-11-06", to: "2026-12-04"),
        FieldChange("Tom O’Hara: Funding", from: "School budget for SEN", to: "EAL"),
      ])
    let kept = try await spelling(here)
    #expect(
      kept.members.map(\.span).sorted { $0.from < $1.from }.map(\.until) == [
        Day(2026, 11, 20), Day(2026, 12, 4), Day(2026, 12, 18),
      ])
  }

  @Test(arguments: Engine.all)
  func `changes what it says of the group, and nothing for a blank cell`(engine: Engine) async throws {
    let here = try await started(engine)
    let changes = try await changes(
      here, "Spelling,2026-09-07,2026-12-11,40,3,Dawn Carter,50%,Amina Yusuf,,,,Hall,Targeted,A note\n",
      effective: Day(2026, 11, 30)!)
    #expect(
      changes == [
        FieldChange("Until", from: "2026-12-18", to: "2026-12-11"),
        FieldChange("Place", from: "Library", to: "Hall"), FieldChange("Note", to: "A note"),
        FieldChange("Level", to: "Targeted"),
        FieldChange("When", from: "30 min, 3 × week", to: "40 min, 3 × week", begins: "2026-11-30"),
        FieldChange("Led by", from: "Dawn Carter", to: "Dawn Carter (1/2)", begins: "2026-11-30"),
      ])
    let kept = try await spelling(here)
    #expect(kept.group.span.until == Day(2026, 12, 11) && kept.leads.count == 2)
  }

  @Test func `says who leads it here and is not in the file`() async throws {
    let here = try await started()
    let preview = try await here.preview(
      .groups, Self.headings + "Spelling,2026-09-07,,,,Peter Hale,,Amina Yusuf,,,,,,\n"
    ).preview
    #expect(preview.changed[0].changes == [FieldChange("Led by", to: "Peter Hale")])
    #expect(preview.warnings.map(\.message).joined().contains("Led here, but not in the file, by: Dawn Carter."))
  }

  @Test func `refuses days of a place outside the group's`() async throws {
    let here = try await started()
    let preview = try await here.preview(
      .groups, Self.headings + "Spelling,2026-09-07,,,,,,Amina Yusuf,,2027-01-31,,,,\n"
    ).preview
    #expect(preview.refused.map(\.column) == ["Pupil until"])
    #expect(preview.refused[0].message == "The group ends on 18 December 2026.")
  }

  @Test func `takes two places of one pupil, one after the other`() async throws {
    let here = try await Importing(.sqlite)
    let rows = """
      Spelling,2026-09-07,2026-12-18,30,3,,,Amina Yusuf,2026-09-07,2026-10-23,,,,
      Spelling,2026-09-07,2026-12-18,30,3,,,Amina Yusuf,2026-11-09,,,,,

      """
    _ = try await here.preview(.groups, Self.headings + rows).commit(skipRefused: false)
    #expect(try await spelling(here).members.count == 2)
    #expect(try await here.preview(.groups, Self.headings + rows).preview.isEmpty)
  }

  @Test(arguments: [
    ("Dawn Carter; Peter Hale", 2), ("Dawn Carter & Peter Hale", 2), ("Dawn Carter and Peter Hale", 2),
    ("\"Dawn Carter, Peter Hale\"", 2), ("Dawn Carter / Peter Hale", 2), ("\"Carter, Dawn\"", 1),
    ("Mrs Carter 1/2; Mr Hale 50%", 2), ("D Carter", 1),
  ])
  func `reads adults as people write them`(cell: String, count: Int) async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(
      .groups, Self.headings + "Spelling,2026-09-07,2026-12-18,30,3,\(cell),,Amina Yusuf,,,,,,\n"
    ).preview
    #expect(preview.refused.isEmpty, "\(preview.refused)")
    let leads = preview.new.first?.changes.first { $0.field == "Led by" }?.to ?? ""
    #expect(leads.split(separator: ", ").count == count, "\(leads)")
  }

  @Test func `does not list a group as missing that it names and cannot take`() async throws {
    let here = try await started()
    let preview = try await here.preview(
      .groups, Self.headings + "Spelling,2026-09-07,,30,3,Nobody Known,,Amina Yusuf,,,,,,\n"
    ).preview
    #expect(preview.refused.count == 1)
    #expect(!preview.missing.map(\.what).joined().contains("Spelling"))
  }

  @Test(arguments: [
    ("30,2,day", "30 min, 10 × week"), ("30,,daily", "30 min, 5 × week"), ("30,2 per week,", "30 min, 2 × week"),
  ])
  func `reads how often`(cells: String, words: String) async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(
      .groups, "Provision,From,Minutes,Sessions,Per,Pupil\nSpelling,2026-09-07,\(cells),Amina Yusuf\n"
    ).preview
    #expect(preview.new.first?.changes.first { $0.field == "When" }?.to == words)
  }
}
