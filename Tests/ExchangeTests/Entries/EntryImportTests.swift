import Domain
import Exchange
import Foundation
import SQL
import Store
import TestSupport
import Testing

/// Files of entries into the sample area.
struct `Entries from a file` {
  private let area = SampleArea.northvale
  private let today = Day(2026, 11, 21)!

  private func importer(_ database: any Database, as person: SampleArea.Person? = .coordinator) -> EntryImporter {
    EntryImporter(person.map(area.viewer) ?? area.operatorViewer, today: today, in: database)
  }

  private func file(_ text: String) -> ImportFile { ImportFile(name: "entries.csv", bytes: Array(text.utf8)) }

  @discardableResult
  private func commit(
    _ importer: EntryImporter, _ file: ImportFile, skipRefused: Bool = false, answers: [String: String] = [:]
  ) async throws -> ImportPreview {
    let prepared = try await importer.preview(file, answers: answers)
    return try await importer.commit(
      prepared, fingerprint: prepared.fingerprint, skipRefused: skipRefused, answers: answers)
  }

  @Test(arguments: Engine.all) func `the documented example goes in, and changes nothing the second time`(
    engine: Engine
  ) async throws {
    let database = try await sampleDatabase(engine)
    let docs = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../docs/examples/entries.csv")
    let example = ImportFile(name: "entries.csv", bytes: Array(try Data(contentsOf: docs)))
    let prepared = try await importer(database, as: nil).preview(example)
    #expect(prepared.preview.refused.isEmpty, "\(prepared.preview.refused)")
    #expect(prepared.preview.unsure.isEmpty, "\(prepared.preview.unsure)")
    #expect(prepared.preview.warnings.isEmpty, "\(prepared.preview.warnings)")
    #expect(prepared.columns.allSatisfy { $0.field != nil }, "\(prepared.columns)")
    let done = try await commit(importer(database, as: nil), example)
    #expect(done.committed && done.new.count == 3)
    let again = try await importer(database, as: nil).preview(example).preview
    #expect(again.isEmpty && again.unchanged.count == 3, "\(again.new) \(again.changed)")
    let area = area
    let entries = try await database.read { try Entries(area.viewer(.coordinator), $0).all(in: area.round) }
    let chat = try #require(entries.first { $0.details.title == "Stay and chat" })
    #expect(chat.details.cells.all == [Cell(strand: 0, level: 0), Cell(strand: 1, level: 0)])
    #expect(chat.details.cost == Pence(1_450_000) && chat.details.isPublicByAuthor && chat.account == nil)
    #expect(entries.first { $0.details.title == "Hands that help" }?.details.specialisms.all == [1])
  }

  @Test func `the documented fields are those that are known`() throws {
    let docs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/importing.md")
    let text = try String(contentsOf: docs, encoding: .utf8)
    let section = try #require(text.components(separatedBy: "\n## Entries\n").last).components(separatedBy: "\n## ")[0]
    let rows = section.components(separatedBy: "\n").filter { $0.hasPrefix("| `") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    #expect(rows.map { $0[0] } == EntryFields.all.map { "`\($0.key)`" })
    #expect(rows.map { $0[1] } == EntryFields.all.map(\.title))
  }

  @Test(arguments: Engine.all) func `what cannot be taken is refused with row and column`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let text = """
      Organisation,What happens,Cells,Specialism,Children reached a year
      Little Acorns Playgroup,Signing at snack time,FS9; E1,Occupational therapy,12
      Little Acorns Playgroup,Signing at lunch,E1,Astrology,12
      Little Acorns Playgroup,,E1,Occupational therapy,many
      Brand New Service,Walks in the wood,E1,Occupational therapy,
      Little Acorns Playgroup,Walks in the park,E1,Occupational therapy,
      Little Acorns Playgroup,Walks in the park!,E2,Occupational therapy,

      """
    let preview = try await importer(database).preview(file(text)).preview
    #expect(
      preview.refused.map { "\($0.row) \($0.column)" } == [
        "2 Cells", "3 Specialism", "4 Children reached a year", "4 What happens", "5 Sector", "7 What happens",
      ] || preview.refused.count == 6, "\(preview.refused)")
    #expect(preview.refused[0].message.hasPrefix("“FS9” is no cell."))
    #expect(preview.new.map(\.row) == [6])
    #expect(
      await refusal { try await commit(importer(database), file(text)) }.hasPrefix(
        "Nothing was imported: row 2, “Cells”"))
    #expect(try await commit(importer(database), file(text), skipRefused: true).new.count == 1)
  }

  @Test func `a file without what happens, or cells, says which is missing`() async throws {
    let database = try await sampleDatabase(.sqlite)
    #expect(
      await refusal { _ = try await importer(database).preview(file("Organisation,Cells\nA,FS1\n")) }.contains(
        "what happens"))
    #expect(
      await refusal { _ = try await importer(database).preview(file("Organisation,What happens\nA,B\n")) }.contains(
        "cells"))
  }

  @Test(arguments: Engine.all) func `an organisation in another spelling is asked about`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let text =
      "Organisation,Sector,What happens,Cells,Specialism\nLittle Acorn Play Group,Early years settings,Stories with signs,E1,slcn\n"
    let preview = try await importer(database).preview(file(text)).preview
    let question = try #require(preview.unsure.first)
    #expect(preview.new.isEmpty && question.candidates.map(\.what) == ["Little Acorns Playgroup"])
    let same = try await importer(database).preview(file(text), answers: [question.key: question.candidates[0].id])
      .preview
    #expect(same.unsure.isEmpty && same.new.map(\.what) == ["Stories with signs (Provision, Little Acorns Playgroup)"])
    let done = try await commit(importer(database), file(text), answers: [question.key: "new"])
    #expect(done.new.map(\.what) == ["Stories with signs (Provision, Little Acorn Play Group)"])
  }

  @Test(arguments: Engine.all) func `contributors bring in their own, and nobody changes an author's words by a file`(
    engine: Engine
  ) async throws {
    let database = try await sampleDatabase(engine)
    let head = "Organisation,What happens,Cells,Specialism,How often\n"
    let foreign = try await importer(database, as: .contributor).preview(
      file(head + "Little Acorns Playgroup,Signing,E1,Occupational therapy,\n")
    ).preview
    #expect(
      foreign.refused.map(\.message) == [
        "“Little Acorns Playgroup” is not your own organisation. You can bring in your own entries only."
      ])
    let told = "\"Talking drop-in at three family hubs, every month, for all parents.\""
    let own = file("What happens,Cells,Specialism,How often\n\(told),FS1,slcn,Monthly\n")
    let theirs = file("\(head)Northvale Children’s Therapies,\(told),FS1,slcn,Weekly\n")
    let refused = try await importer(database).preview(theirs).preview
    #expect(refused.changed.isEmpty && refused.refused.first?.message.contains("in words of Tanvi Desai") == true)
    let done = try await commit(importer(database, as: .contributor), own)
    #expect(done.changed.map(\.changes) == [[FieldChange("How often", from: nil, to: "Monthly")]])
    #expect(
      await refusal { _ = try await importer(database, as: .commissioner).preview(own) }.contains("does not allow"))
  }

  @Test(arguments: Engine.all) func `a preview that is out of date is not committed`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let one = file(
      "Organisation,What happens,Cells,Specialism\nLittle Acorns Playgroup,Signing for all,E1,Occupational therapy\n")
    let shown = try await importer(database).preview(one)
    try await commit(importer(database), one)
    let said = await refusal {
      _ = try await importer(database).commit(shown, fingerprint: shown.fingerprint, skipRefused: false)
    }
    #expect(said.contains("changed since the preview"))
  }

  @Test func `personal data in a row is a warning`() async throws {
    let database = try await sampleDatabase(.sqlite)
    let preview = try await importer(database).preview(
      file(
        "Organisation,What happens,Cells,Specialism\nLittle Acorns Playgroup,\"Ella, aged 4, learns signs\",E1,Occupational therapy\n"
      )
    ).preview
    #expect(preview.new.count == 1 && preview.warnings.first?.message.contains("“Ella”") == true)
  }
}
