import ArgumentParser
import Domain
import Exchange
import Foundation
import SQL
import Store

/// `trellis import entries --area northvale-speech entries.csv --commit`
struct EntriesImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entries",
    abstract: "Brings entries into an area's round that is open: a preview, or with --commit the doing of it.",
    discussion: "An organisation that may be one of those that are here is unsure, and left out. See docs/importing.md."
  )

  @OptionGroup var kept: DatabaseOptions
  @Option(help: "The area, by the last step of its web address.") var area: String
  @Argument(help: "The file.") var file: String
  @Flag(help: "Writes it, in one transaction. Without it nothing is written.") var commit = false
  @Flag(help: "Goes on without the rows that are refused.") var skipRefused = false
  @Option(name: .customLong("map"), help: "FIELD=HEADING: which column is which field. May be given again.")
  var mappings: [String] = []
  @Flag(help: "Answers JSON, as docs/importing.md has it.") var json = false

  func validate() throws {
    for mapping in mappings where !mapping.contains("=") {
      throw ValidationError("--map takes FIELD=HEADING, not “\(mapping)”.")
    }
  }

  func run() async throws {
    let sent = ImportFile(name: URL(fileURLWithPath: file).lastPathComponent, bytes: try CommandFile.bytes(of: file))
    let mapping = ImportCommand.mapping(mappings)
    try await kept.use(existing: true) { database, settings in
      let address = area
      let found = try await database.read { try Areas.withAddress(address, $0) }
      guard let found else {
        throw Refusal.notFound("There is no area at “\(address)”. `trellis area list` shows those that there are.")
      }
      let importer = EntryImporter(
        AreaViewer(operatorIn: found.id), today: DayArgument.today(settings), in: database)
      var prepared = try await importer.preview(sent, mapping: mapping)
      if !commit || (!skipRefused && !prepared.preview.refused.isEmpty) { show(prepared.preview) }
      if !commit { return }
      for attempt in 1... {
        do {
          return show(
            try await importer.commit(prepared, fingerprint: prepared.fingerprint, skipRefused: skipRefused))
        } catch let refusal as Refusal where refusal.kind == .conflict && attempt < 20 {
          // Somebody else wrote in between: what they wrote is compared with too.
          prepared = try await importer.preview(sent, mapping: mapping)
        }
      }
    }
  }

  private func show(_ result: ImportPreview) {
    print(json ? result.json : ImportWords(result, "Entries", commit).text, terminator: json ? "" : "\n")
  }
}
