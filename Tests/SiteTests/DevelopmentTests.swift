import Documents
import Domain
import Foundation
import Hummingbird
import SQL
import Store
import TestSupport
import Testing

@testable import Site

/// The gallery misses nothing: what a person can be shown can be looked at there.
@Suite struct DevelopmentTests {
  @Test func `every page of the source stands in the gallery, with examples`() throws {
    let known = Set(PageGallery.pages.map { "\($0)" })
    var found: Set<String> = []
    for text in try sources() {
      for match in text.matches(of: /struct (\w+): (?:\w+, )*Page\b/) { found.insert(String(match.1)) }
    }
    #expect(found.count > 30)
    #expect(found.subtracting(known).isEmpty, "not in the gallery: \(found.subtracting(known).sorted())")
    for page in PageGallery.pages { #expect(!PageGallery.examples(of: page).isEmpty, "\(page) has no example") }
  }

  @Test func `every document and every form of a map stands in the gallery`() {
    #expect(Set(DocumentGallery.all.compactMap(\.template)) == Set(Template.allCases))
    #expect(Set(DocumentGallery.all.map(\.type)).isSuperset(of: SchoolMapFile.allCases.map(\.type)))
    #expect(Set(DocumentGallery.all.map(\.name)).count == DocumentGallery.all.count)
  }

  @Test func `every message stands in the gallery`() throws {
    let made = try sources().joined().matches(of: /static func \w+\([^)]*\) -> Message \{/)
    #expect(made.count == Message.examples.count)
  }

  @Test func `documents are made from their examples while the doors are open, and not after`() async throws {
    var settings = SiteSettings.forTests
    settings.offersDemonstration = true
    let site = try await TestSite(.sqlite, settings: settings)
    try await site.database.becomeDemonstration()
    let browser = site.browser()
    for entry in DocumentGallery.all {
      let file = try await browser.open("/development/documents/\(entry.name)")
      #expect(file.status == 200, "\(entry.name)")
      #expect(file.headers[.contentType] == entry.type)
      #expect(file.bytes.count > 500)
      if entry.template != nil { #expect(file.bytes.starts(with: Array("%PDF-".utf8)), "\(entry.name)") }
    }
    #expect(try await browser.open("/development/documents/no-such").status == 404)
    try await site.database.write(keeper: "a") { connection in
      try connection.run("UPDATE organisations SET is_demonstration = \(false)")
    }
    #expect(try await browser.open("/development/documents/pupil-a4").status == 404)
    let quiet = try await TestSite(.sqlite)
    #expect(try await quiet.browser().open("/development/documents/pupil-a4").status == 404)
  }

  @Test func `what a pupil costs is the same on their sheet and on the map of them alone`() {
    let sheet = MapExamples.pupilSheet(showsCosts: true)
    let alone = MapExamples.map { $0.pupils = [MapExamples.pupil] }
    #expect(sheet.total?.planned == alone.total.projected.words)
    #expect(sheet.total?.toDate == alone.total.toDate.words)
    #expect(sheet.rows.map(\.title) == ["Phonics catch-up", "Narrative group"])
    #expect(sheet.rows[0].since == "7 September to 18 December 2026" && sheet.rows[0].sharing == "shared by 3")
    #expect(MapExamples.pupilSheet(showsCosts: false).total == nil)
  }

  private func sources() throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Site")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
      .map { try String(contentsOf: $0, encoding: .utf8) }
  }
}
