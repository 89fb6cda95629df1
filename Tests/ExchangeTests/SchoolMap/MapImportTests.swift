import Domain
import Exchange
import SQL
import Store
import TestSupport
import Testing

struct `A map that a school keeps as a table` {
  let table = """
    Ashfield provision map\t\t\t\t
    Provision\tReception\tYear 1\tYear 2/3\tYear 5
    Literacy\t\t\t\t
    Phonics 20 mins daily (Mrs Carter)\t-\tElla P.\t"Tom
    30 mins x2 Dawn Carter"\tTBC
    Lego club\t\t\tTom O (Y3)\tJakub, Ella P
    Movement breaks\twhole class\t6 pupils\tsensory circuits before lunch\t
    """

  @Test(arguments: Engine.all)
  func `becomes groups, and offers what its cells mention`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let prepared = try await here.preview(.map, table, name: "pasted.txt", effective: Day(2026, 11, 23)!)
    let preview = prepared.preview
    #expect(
      preview.unsure.map(\.what) == ["Phonics", "Ella P"], "\(preview.unsure)")
    #expect(preview.unsure[0].candidates.first?.what == "Phonics catch-up", "the likeliest first, then all")
    #expect(
      preview.new.map(\.what) == [
        "Lego club (Year 3)", "Lego club (Year 5)", "Movement breaks (Reception)", "Movement breaks (Year 1)",
        "Movement breaks (Year 2, Year 3)",
      ])
    let answers = [
      preview.unsure[0].key: preview.unsure[0].candidates[0].id,
      preview.unsure[1].key: preview.unsure[1].candidates[0].id,
      "schedule-4-4": "30 min, 2 × week", "leads-4-4": "Dawn Carter",
    ]
    let done = try await prepared.commit(skipRefused: false, answers: answers)
    #expect(done.unsure.isEmpty)
    let viewer = here.viewer
    let groups = try await here.database.read { try Groups(viewer, $0).kept() }
    let phonics = groups.filter { $0.group.name == "Phonics catch-up" && $0.group.span.from == Day(2026, 11, 23)! }
    #expect(phonics.count == 2)
    let timed = try #require(phonics.first { !$0.schedules.isEmpty })
    #expect(timed.schedule(on: here.today)?.words == "30 min, 2 × week")
    #expect(timed.leads.count == 1)
    #expect(phonics.count { $0.schedules.isEmpty } == 1, "nothing is invented")
    let note = groups.first { $0.group.note != nil }
    #expect(note?.group.note == "sensory circuits before lunch")
  }

  @Test func `offers minutes and staff from the cell first, then from beside the provision`() async throws {
    let here = try await Importing(.sqlite)
    let first = try await here.preview(.map, table, name: "pasted.txt")
    let answers = [first.preview.unsure[0].key: first.preview.unsure[0].candidates[0].id]
    let done = try await first.commit(skipRefused: false, answers: answers)
    let offers = done.new.filter { $0.what.hasPrefix("Phonics") }.map { $0.offers.map { [$0.what, $0.source] } }
    #expect(
      offers == [
        [["20 min, 5 × week", "beside the provision"], ["Dawn Carter", "beside the provision"]],
        [["30 min, 2 × week", "in the cell"], ["Dawn Carter", "in the cell"]],
      ])
  }

  @Test func `changes nothing the second time`() async throws {
    let here = try await Importing(.sqlite)
    let first = try await here.preview(.map, table, name: "pasted.txt")
    let unsure = first.preview.unsure
    let answers = Dictionary(uniqueKeysWithValues: unsure.map { ($0.key, $0.candidates[0].id) })
    _ = try await first.commit(skipRefused: false, answers: answers)
    let again = try await here.preview(.map, table, name: "pasted.txt")
    let done = try await again.commit(skipRefused: false, answers: answers)
    #expect(done.new.isEmpty && done.changed.isEmpty, "\(done.new) \(done.changed)")
  }

  @Test func `is read from HTML with cells over several years`() async throws {
    let here = try await Importing(.sqlite)
    let html = """
      <html><table><tr><th>Provision</th><th>Y1</th><th>Y2</th><th>Y3</th></tr>
      <tr><td>Talk partners</td><td colspan=2>Whole class</td><td>Amina Yusuf<br>Tom O'Hara</td></tr></table></html>
      """
    let preview = try await here.preview(.map, html, name: "pasted.html").preview
    #expect(preview.new.map(\.what) == ["Talk partners (Year 1, Year 2)", "Talk partners (Year 3)"])
  }

  @Test func `without years across the top is refused`() async throws {
    let here = try await Importing(.sqlite)
    let said = await refusal { _ = try await here.preview(.map, "Provision\tWho\nLego\tTom\n", name: "pasted.txt") }
    #expect(said.hasPrefix("Trellis found no row with year groups across the top"))
  }
}
