import ArgumentParser
import Domain
import Exchange
import Foundation
import SQL
import Store

/// `trellis import register FILE`: the national register of schools, in which those who join an area find theirs.
struct ImportRegister: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "Brings in the national register of schools, for joining an area.",
    discussion: """
      Takes "all establishment data" of Get Information about Schools as it is downloaded, of any release, or a part of it. \
      Schools that are not in the file stay. See docs/importing.md.
      """)

  @OptionGroup var kept: DatabaseOptions
  @Argument(help: "The file.") var file: String
  @Flag(help: "Writes it, in one transaction. Without it nothing is written.") var commit = false
  @Flag(help: "Goes on without the rows that are refused.") var skipRefused = false
  @Flag(help: "Answers JSON, as docs/importing.md has it.") var json = false

  func run() async throws {
    let sent = ImportFile(
      name: URL(fileURLWithPath: file).lastPathComponent, bytes: try CommandFile.bytes(of: file))
    try await kept.use { database, _ in
      let prepared = try await RegisterImport.prepared(sent, in: database) { Main.say("Read \($0) rows …") }
      var result = prepared.preview
      if commit {
        if !skipRefused, !result.refused.isEmpty { show(result) }
        result = try await prepared.commit(skipRefused: skipRefused, in: database)
      }
      show(result)
    }
  }

  private func show(_ result: ImportPreview) {
    print(json ? result.json : ImportWords(result, "Schools", commit).text, terminator: json ? "" : "\n")
  }
}
