import Domain
import Exchange
import Foundation
import SQL
import Store
import TestSupport
import Testing

/// The files of docs/examples, one after another into a new school.
struct `The documented examples` {
  private func example(_ name: String) throws -> ImportFile {
    let docs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/examples/\(name)")
    return ImportFile(name: name, bytes: Array(try Data(contentsOf: docs)))
  }

  @Test(arguments: Engine.all)
  func `go in without a refusal, and lead to a costed map`(engine: Engine) async throws {
    let here = try await Importing.newSchool(engine)
    for (kind, name) in [
      (ImportKind.calendar, "calendar.csv"), (.staff, "staff.csv"), (.pupils, "pupils.csv"), (.groups, "groups.csv"),
    ] {
      let prepared = try await here.importer.preview(kind, try example(name))
      #expect(prepared.preview.refused.isEmpty, "\(prepared.preview.refused)")
      #expect(prepared.preview.unsure.isEmpty, "\(prepared.preview.unsure)")
      #expect(prepared.columns.allSatisfy { $0.field != nil }, "\(prepared.columns)")
      let done = try await prepared.commit(skipRefused: false)
      #expect(done.committed)
      let again = try await here.importer.preview(kind, try example(name)).preview
      #expect(again.isEmpty, "\(name): \(again.new) \(again.changed)")
    }
    let viewer = here.viewer
    let groups = try await here.database.read { try Groups(viewer, $0).kept() }
    #expect(groups.count == 5)
  }

  @Test func `of a map become groups, with their answers`() async throws {
    let here = try await Importing.newSchool(.sqlite)
    for (kind, name) in [(ImportKind.staff, "staff.csv"), (.pupils, "pupils.csv")] {
      _ = try await here.importer.preview(kind, try example(name)).commit(skipRefused: false)
    }
    let prepared = try await here.importer.preview(.map, try example("map.csv"))
    #expect(prepared.preview.refused.isEmpty)
    let unsure = prepared.preview.unsure
    #expect(unsure.map(\.what) == ["Phonics", "Social skills"])
    let behaviour = try #require(unsure[1].candidates.first { $0.what.hasPrefix("Behaviour") })
    let done = try await prepared.commit(
      skipRefused: false, answers: [unsure[0].key: unsure[0].candidates[0].id, unsure[1].key: behaviour.id])
    #expect(
      done.new.map(\.what) == [
        "Phonics catch-up (Year 1)", "Paired reading (Year 2)", "Paired reading (Year 3)", "Lego therapy (Year 3)",
        "Lego therapy (Year 5)", "Visual timetables (Year 1)", "Visual timetables (Year 2)",
      ])
    #expect(done.new[2].offers.map(\.what) == ["15 min, 3 × week", "Peter Hale"])
  }
}
