import ArgumentParser
import Domain
import Exchange
import Foundation
import SQL
import Store

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Brings a file into a school: a preview of what it would do, or with --commit the doing of it.",
    discussion: """
      Columns are taken as guessed, unless the school has remembered them otherwise or --map says so. What is unsure is left
      out: it is answered on the school's own pages. Nobody is ended because a file lacks them. See docs/importing.md.
      """)

  @OptionGroup var kept: DatabaseOptions
  @OptionGroup var place: SchoolOption
  @Argument(help: "\(ImportKind.allCases.map(\.rawValue).joined(separator: " | ")).") var kind: ImportKind
  @Argument(help: "The file.") var file: String
  @Flag(help: "Writes it, in one transaction. Without it nothing is written.") var commit = false
  @Flag(help: "Goes on without the rows that are refused.") var skipRefused = false
  @Option(
    help: "The day from which what changes holds, where the file does not say; today.", transform: DayArgument.init)
  var effective: DayArgument?
  @Option(name: .customLong("map"), help: "FIELD=HEADING: which column is which field. May be given again.")
  var mappings: [String] = []
  @Flag(help: "Answers JSON, as docs/importing.md has it.") var json = false

  func validate() throws {
    for mapping in mappings where !mapping.contains("=") {
      throw ValidationError("--map takes FIELD=HEADING, not “\(mapping)”.")
    }
  }

  func run() async throws {
    let bytes = try ImportCommand.bytes(of: file)
    let mapping = Dictionary(
      mappings.map { text in
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), String(parts[1]))
      }
    ) { _, last in last }
    try await kept.use(existing: true) { database, settings in
      let place = place
      let school = try await database.read { try place.find($0) }
      let importer = Importer(
        school, as: Viewer(operatorIn: school.id), today: DayArgument.today(settings), in: database)
      let sent = ImportFile(name: URL(fileURLWithPath: file).lastPathComponent, bytes: bytes)
      func prepare() async throws -> PreparedImport {
        try await importer.preview(kind, sent, mapping: mapping, effective: effective?.day)
      }
      if !commit { return show(try await prepare().preview) }
      var prepared = try await prepare()
      for attempt in 1... {
        do {
          return show(try await committed(prepared))
        } catch let refusal as Refusal where refusal.kind == .conflict && attempt < 20 {
          // Somebody else wrote in between: what they wrote is compared with too.
          prepared = try await prepare()
        }
      }
    }
  }

  /// Where the commit is refused because of rows, the preview is shown all the same.
  private func committed(_ prepared: PreparedImport) async throws -> ImportPreview {
    if !skipRefused, !prepared.preview.refused.isEmpty {
      show(prepared.preview)
    } else if prepared.closesDemonstration {
      Main.say(
        "This database holds the demonstration. This import closes its one-click sign-in for good, and signs out who came "
          + "in by it.")
    }
    return try await prepared.commit(skipRefused: skipRefused)
  }

  private func show(_ result: ImportPreview) {
    print(json ? result.json : ImportWords(result, kind, commit).text, terminator: json ? "" : "\n")
  }

  /// Up to 100 MB; refuses what cannot be read.
  private static func bytes(of path: String) throws -> [UInt8] {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw Refusal.invalid("\(path) is a folder. Give the file in it that is to be imported.")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Refusal.notFound("There is no file \(path), or it cannot be read.")
    }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: 100_000_001), !data.isEmpty else {
      throw Refusal.invalid("The file \(path) is empty.")
    }
    guard data.count <= 100_000_000 else { throw Refusal.invalid("The file \(path) is larger than 100 MB.") }
    return Array(data)
  }
}

extension ImportKind: ExpressibleByArgument {}
