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
  @Option(help: "The day from which what changes holds, where the file does not say; today.") var effective:
    DayArgument?
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
    try await kept.use { database, settings in
      let place = place
      let school = try await database.read { try place.find($0) }
      let importer = Importer(
        school, as: Viewer(operatorIn: school.id), today: DayArgument.today(settings), in: database)
      let name = URL(fileURLWithPath: file).lastPathComponent
      let prepared = try await importer.preview(
        kind, ImportFile(name: name, bytes: bytes), mapping: mapping, effective: effective?.day)
      let result = commit ? try await prepared.commit(skipRefused: skipRefused) : prepared.preview
      print(json ? result.json : ImportCommand.words(result, kind))
    }
  }

  /// Up to 100 MB; refuses what cannot be read.
  private static func bytes(of path: String) throws -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Refusal.notFound("There is no file \(path), or it cannot be read.")
    }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: 100_000_001) else {
      throw Refusal.invalid("The file \(path) is empty.")
    }
    guard data.count <= 100_000_000 else { throw Refusal.invalid("The file \(path) is larger than 100 MB.") }
    return Array(data)
  }

  /// For people: how many of each, then what needs a look.
  private static func words(_ result: ImportPreview, _ kind: ImportKind) -> String {
    var lines = [
      "\(kind.title): \(result.new.count) new, \(result.changed.count) changed, \(result.unchanged.count) unchanged, "
        + "\(result.missing.count) missing from the file, \(result.unsure.count) unsure, "
        + "\(result.refusedRows.count) refused."
    ]
    for item in result.changed.prefix(50) {
      for change in item.changes {
        lines.append("  \(item.what): \(change.field) \(change.from ?? "–") → \(change.to ?? "–")")
      }
    }
    for item in result.unsure { lines.append("  Row \(item.row), \(item.column): \(item.question)") }
    for cell in result.refused { lines.append("  Row \(cell.row), \(cell.column): \(cell.message)") }
    for warning in result.warnings {
      lines.append("  \(warning.row.map { "Row \($0): " } ?? "")\(warning.message)")
    }
    lines.append(
      result.committed ? "Committed." : "Nothing is written yet: this was a preview. Add --commit to write it.")
    return lines.joined(separator: "\n")
  }
}

extension ImportKind: ExpressibleByArgument {}
