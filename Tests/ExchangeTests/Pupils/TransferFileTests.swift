import Domain
import Exchange
import Store
import TestSupport
import Testing

struct `A Common Transfer File` {
  @Test(arguments: Engine.all)
  func `begins each fact on its own day`(engine: Engine) async throws {
    let here = try await Importing(engine)
    let prepared = try await here.preview(.pupils, fixture: "transfer.xml")
    #expect(prepared.preview.warnings.isEmpty)
    #expect(prepared.preview.missing.isEmpty, "a partial file says nothing of who is not in it")
    #expect(
      prepared.preview.changed[0].changes.map { [$0.field, $0.from, $0.to, $0.begins] } == [
        ["UPN", nil, "A900000119001", nil], ["Sex", nil, "F", nil],
        ["SEN status", "SEN support", "EHC plan", "2026-06-01"], ["Needs", "SLCN", "ASD, SLCN", "2026-06-01"],
      ])
    _ = try await prepared.commit(skipRefused: false)
    let rhys = try #require(try await here.pupil("Sample"))
    #expect(rhys.pupil.flags == [.freeMeals, .inCare])
    #expect(rhys.pupil.sex == "M" && rhys.pupil.preferredForename == nil)
    #expect(rhys.facts.statuses.facts.map(\.span.from) == [Day(2025, 1, 10)!, Day(2025, 11, 3)!])
    #expect(rhys.facts.needs(on: Day(2025, 11, 2)!).codes == "NSA")
    #expect(rhys.facts.needs(on: Day(2025, 11, 3)!).codes == "ASD")
    #expect(rhys.contacts == ["mrs carys sample"])
    #expect(rhys.pupil.year(on: here.today) == YearGroup(3))
    let again = try await here.preview(.pupils, fixture: "transfer.xml").preview
    #expect(again.new.isEmpty && again.changed.isEmpty)
  }

  @Test(arguments: [("24.0", true), ("25.0", true), ("23.0", false), ("26.0", false)])
  func `of another version than the current pair is taken with a warning`(version: String, isKnown: Bool) async throws {
    let here = try await Importing(.sqlite)
    let text = String(decoding: try fixture("transfer.xml"), as: UTF8.self).replacing("25.0", with: version)
    let preview = try await here.preview(.pupils, text, name: "pupils.csv").preview
    #expect(preview.warnings.isEmpty == isKnown)
    #expect(preview.new.count == 1)
  }
}

struct `A file that is not what it says` {
  @Test func `is refused with a sentence, and nothing is written`() async throws {
    let here = try await Importing(.sqlite)
    let zip: [UInt8] = [0x50, 0x4B, 3, 4] + Array(repeating: 7, count: 900)
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><CTfile>&b;</CTfile>
      """
    var state: UInt64 = 7
    let noise = (0..<2_000_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    let files: [(String, [UInt8], String)] = [
      ("pupils.csv", zip, "a spreadsheet or document was renamed"), ("pupils.csv", [], "empty"),
      ("pupils.csv", noise, "does not hold text"), ("pupils.xml", Array(bomb.utf8), "DTD"),
      ("pupils.xlsx", Array("Surname,Forename\nLis,Ola\n".utf8), "is not what its name says"),
      ("feed.xml", Array("<?xml version='1.0'?><rss/>".utf8), "not a Common Transfer File"),
      ("pupils.csv", Array("Surname,Forename,DOB\n".utf8), "no rows below"),
      ("prices.csv", Array("Item,Price\nPencils,3\n".utf8), "no column with UPNs"),
    ]
    for (name, bytes, sentence) in files {
      let said = await refusal {
        _ = try await here.importer.preview(.pupils, ImportFile(name: name, bytes: bytes))
      }
      #expect(said.contains(sentence), "\(name): \(said)")
    }
    #expect(try await here.roll().count == 4)
  }

  @Test func `of 50 MB is refused`() async throws {
    let here = try await Importing(.sqlite)
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 50 << 20)
    let said = await refusal { _ = try await here.importer.preview(.pupils, ImportFile(name: "big.csv", bytes: bytes)) }
    #expect(said.contains("too long") || said.contains("too large"), "\(said)")
  }
}
