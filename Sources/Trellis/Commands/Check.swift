import ArgumentParser
import Domain
import Formats
import Foundation
import SQL
import Store

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Looks whether settings, database and tools are in order.",
    discussion: "Changes nothing: the schema is compared, not brought up to date. Exit status 1 when anything is wrong."
  )

  @OptionGroup var kept: DatabaseOptions

  func run() async throws {
    let settings = try kept.settings()
    var problems: [String] = []
    for name in Settings.strangers(environment: ProcessInfo.processInfo.environment, file: try Settings.file()) {
      print("Settings: \(name) is none of Trellis's settings, and is passed over. Is it misspelt?")
    }
    print(
      "Settings: listening on \(settings.host):\(settings.port), visitors at \(settings.address), today is \(DayArgument.today(settings).words)."
    )
    if let file = missingFile(settings) {
      if FileManager.default.fileExists(atPath: URL(fileURLWithPath: file).deletingLastPathComponent().path) {
        print("Database: \(file) is not there yet. It is made when it is first used.")
      } else {
        problems.append("The database \(file) cannot be made: there is no such folder.")
      }
    } else {
      problems += try await checkDatabase(settings)
    }
    do {
      _ = try Serve.mailing(settings)
      print(
        settings.mailServer.isEmpty
          ? "Mail: no server is set; links are shown to who makes them." : "Mail: \(settings.mailServer).")
    } catch let error as SettingsError {
      problems.append(error.description)
    }
    problems += await checkTypst(settings)
    if !settings.fonts.contains(where: { FileManager.default.fileExists(atPath: $0) }) {
      problems.append(
        "None of the font folders is there: \(settings.fonts.joined(separator: ", ")). Install the Noto fonts.")
    }
    for problem in problems { Main.say(problem) }
    if !problems.isEmpty { throw ExitCode(1) }
    print("All is well.")
  }

  /// Says what the database holds; answers what is wrong with it.
  private func checkDatabase(_ settings: Settings) async throws -> [String] {
    let engine = settings.database.hasPrefix("sqlite:") ? settings.database : "PostgreSQL"
    do {
      let database = try openDatabase(settings)
      let answer = await Result { try await look(at: database) }
      await database.close()
      let (state, problems, schools) = try answer.get()
      let holds = schools.map { "\($0) school\($0 == 1 ? "" : "s"), " } ?? ""
      print("Database: \(engine), \(holds)\(problems.isEmpty ? "sound" : "not sound").")
      if state.waiting > 0 {
        print("Database: \(state.waiting) of its steps have not been run; trellis serve and trellis migrate run them.")
      }
      return problems
    } catch let error as DatabaseError {
      return [Main.sentence(error)]
    }
  }
}

extension Check {
  /// Its rules are asked, and its schools counted, where its tables are all as this program makes them.
  private func look(at database: any Database) async throws -> (SchemaState, problems: [String], schools: Int?) {
    let integrity = try await database.integrityCheck()
    let state = try await database.read { try SchemaState.read($0) }
    if state.waiting > 0 || !state.problems.isEmpty { return (state, integrity + state.problems, nil) }
    let broken = try await database.read { try Soundness.problems($0) }
    return (state, integrity + broken, try await database.read { try Schools.all($0).count })
  }

  /// Says what typesets documents; answers what is wrong with it.
  private func checkTypst(_ settings: Settings) async -> [String] {
    guard let command = Tools.typst(settings), let typst = Tools.typesetter(settings) else {
      return ["The typst command is not found: PDFs cannot be made. Run script/setup, or set TRELLIS_TYPST."]
    }
    do {
      try await typst.trial()
      print("Documents: \(command).")
      return []
    } catch {
      return ["PDFs cannot be made with \(command). \((error as? FormatError)?.description ?? "It does not run.")"]
    }
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ work: () async throws -> Success) async {
    do { self = .success(try await work()) } catch { self = .failure(error) }
  }
}

/// Programs that Trellis calls.
enum Tools {
  /// What typesets PDFs, with those of the font folders that are there; nil where the command is not found.
  static func typesetter(_ settings: Settings) -> Typst? {
    typst(settings).map { command in
      let fonts = settings.fonts.filter { FileManager.default.fileExists(atPath: $0) }
      return Typst(
        Typst.Settings(
          command: URL(filePath: command), fontFolders: fonts.map { URL(filePath: $0, directoryHint: .isDirectory) }))
    }
  }

  /// The typst command: as set, else `.tools/typst` in the working folder or beside the program, else on the PATH.
  static func typst(_ settings: Settings) -> String? {
    var candidates = settings.typst.isEmpty ? [] : [settings.typst]
    if candidates.isEmpty {
      let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      candidates = [".tools/typst", beside.appending(path: ".tools/typst").path, beside.appending(path: "typst").path]
      let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
      candidates += path.split(separator: ":").map { "\($0)/typst" }
    }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
      .map { URL(fileURLWithPath: $0).path }
  }
}
