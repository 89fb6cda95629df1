import Domain
import Foundation
import SQL
import Store
import TestSupport

@testable import Site

private let northvale = SampleArea.northvale
private let today = Day(2026, 11, 21)!

enum AreaMapWorld {
  /// The clinic, the playgroup and the parents' forum have told of provision and gaps.
  static func site(_ engine: Engine, isPublic: Bool = false) async throws -> TestSite {
    let site = try await TestSite(engine)
    try await site.database.write(keeper: northvale.id.text) { connection in
      func add(
        _ kind: EntryKind, _ person: SampleArea.Person, _ cells: [Cell], _ title: String,
        _ change: (inout EntryDetails) -> Void
      ) throws {
        var details = EntryDetails(kind)
        (details.title, details.description) = (title, "\(title), as we told it.")
        (details.cells, details.specialisms) = (Cells(cells), Specialisms([0]))
        details.isPublicByAuthor = isPublic
        change(&details)
        try Entries(northvale.viewer(person), connection).add(
          details, to: northvale.round, isDraft: false, today: today)
      }
      try add(
        .provision, .contributor, [Cell(strand: 4, level: 1), Cell(strand: 4, level: 2)], "Word Weavers",
        {
          ($0.reach, $0.capacity, $0.cost, $0.funder) = (24, 30, Pence(420_000), "the council’s fund")
          ($0.evidence, $0.audience, $0.localities) = ("Outcome measures", "Year 1", [northvale.hillWard])
          ($0.ageFrom, $0.ageUntil, $0.frequency) = (5, 6, "twice a week")
        })
      try add(.provision, .neighbour, [Cell(strand: 1, level: 0)], "Quiet corners", { $0.reach = 3 })
      try add(
        .gap, .contributor, [Cell(strand: 4, level: 1)], "No groups in the evening",
        { ($0.affected, $0.effect, $0.suggestion) = (12, "Parents who work miss them.", "One late group a week.") })
      try connection.run(
        """
        INSERT INTO nothing_here (organisation_id, round_id, participant_id, specialism, cell, said_by, said_at)
        VALUES (\(northvale.id), \(northvale.round), \(northvale.playgroup), 0, \(Cell(strand: 2, level: 2).bit),
          'Lucy Marlow', \(connection.now))
        """)
      if isPublic {
        try connection.run("UPDATE entries SET public_by_coordinator = \(true) WHERE organisation_id = \(northvale.id)")
      }
    }
    return site
  }
}

/// The words of a PDF.
enum PDFText {
  static func of(_ bytes: [UInt8]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trellis-pdf-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, text) = (folder.appending(path: "a.pdf"), folder.appending(path: "a.txt"))
    try Data(bytes).write(to: file)
    let program = try ChildProcess("/usr/bin/pdftotext", [file.path, text.path])
    guard program.wait() == 0 else { return "" }
    return try String(contentsOf: text, encoding: .utf8).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
