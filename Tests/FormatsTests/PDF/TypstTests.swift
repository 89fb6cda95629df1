import Formats
import Foundation
import Testing

struct `A PDF` {
  struct Sheet: Encodable {
    var title = "School map"
    var headings = ["Provision", "Year 1"]
    var rows: [[String]]
  }

  let moment = Date(timeIntervalSince1970: 1_795_255_200)

  func typst(timeout: Duration = .seconds(60), fonts: URL = Typst.Settings.noto) throws -> Typst {
    let command = try #require(Typst.find(), "script/setup tools makes the typst command")
    return Typst(.init(command: command, fontFolders: [fonts], timeout: timeout))
  }

  func template(_ name: String) throws -> URL {
    try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
      .appending(path: "templates/\(name).typ")
  }

  func pdf(_ rows: [[String]], template name: String = "table") async throws -> PDF {
    try await typst().pdf(template: template(name), value: Sheet(rows: rows), moment: moment)
  }

  @Test func `is typeset from a template and a value, accessible and always the same`() async throws {
    let rows = [["#strong[Lego] *therapy*", "Amir K\nZoë Ł"], ["علی‌رضا محمد", "हिन्दी ਪੰਜਾਬੀ বাংলা தமிழ்"]]
    let one = try await pdf(rows)
    #expect(one.bytes.starts(with: "%PDF-".utf8))
    #expect(one.missingCharacters.isEmpty && one.warning == nil)
    let text = String(decoding: one.bytes, as: Unicode.ASCII.self)
    #expect(text.contains("pdfuaid:part"))
    #expect(text.contains("/Lang (en-GB)") || text.contains("/Lang(en-GB)"))
    #expect(text.contains("/StructTreeRoot"))
    #expect(try await pdf(rows) == one)
  }

  @Test func `is made in spite of a character that no font has, and says which`() async throws {
    let pdf = try await pdf([["李 小龙", "🎈 x"]])
    #expect(pdf.missingCharacters == ["李", "小", "龙", "🎈"])
    #expect(pdf.warning?.contains("“李”, “小”, “龙”, “🎈”") == true)
    #expect(!String(decoding: pdf.bytes, as: Unicode.ASCII.self).contains("pdfuaid:part"))
    #expect(pdf.bytes.starts(with: "%PDF-".utf8))
  }

  @Test func `is refused in a font that is not there`() async throws {
    let error = await #expect(throws: FormatError.self) { try await pdf([], template: "unknown-font") }
    #expect(error?.sentence.contains("fonts") == true)
    #expect(error?.detail?.contains("nowhere sans") == true)
    await #expect(throws: FormatError.self) {
      try await typst(fonts: URL(filePath: "/nowhere")).pdf(
        template: template("table"), value: Sheet(rows: []), moment: moment)
    }
  }

  @Test func `of a broken template says where it is broken, for the log`() async throws {
    let error = await #expect(throws: FormatError.self) { try await pdf([["Amir K"]], template: "broken") }
    #expect(error?.sentence.hasPrefix("The document could not be made.") == true)
    #expect(error?.detail?.contains("broken.typ:2") == true)
    let missing = await #expect(throws: FormatError.self) { try await pdf([], template: "nowhere") }
    #expect(missing?.detail?.contains("nowhere.typ") == true)
  }

  @Test func `that takes too long, or without its command, is refused`() async throws {
    await #expect(throws: FormatError("The document took too long to make. Try a shorter period or fewer rows.")) {
      try await typst(timeout: .zero).pdf(template: template("table"), value: Sheet(rows: []), moment: moment)
    }
    let absent = Typst(.init(command: URL(filePath: "/nowhere/typst")))
    let error = await #expect(throws: FormatError.self) {
      try await absent.pdf(template: template("table"), value: Sheet(rows: []), moment: moment)
    }
    #expect(error?.sentence.contains("script/setup") == true)
    #expect(Typst.find(path: "/nowhere/typst") == nil)
    #expect(try await typst().version().hasPrefix("typst "))
  }

  @Test func `can be asked for by many at once`() async throws {
    let typst = try typst()
    let template = try template("table")
    let moment = moment
    let made = try await withThrowingTaskGroup(of: PDF.self) { group in
      for index in 0..<8 {
        group.addTask {
          try await typst.pdf(template: template, value: Sheet(rows: [["\(index)", "x"]]), moment: moment)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(made.count == 8)
    #expect(made.allSatisfy { $0.warning == nil })
  }
}
