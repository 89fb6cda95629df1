import ArgumentParser
import Domain
import Foundation
import PostgresEngine
import SQL
import SQLiteEngine
import Store

/// Where the records are kept: every command takes it.
struct DatabaseOptions: ParsableArguments {
  @Option(name: .long, help: "sqlite:FILE or postgres://… (TRELLIS_DATABASE).")
  var database: String?

  /// The settings with this command's own arguments over them.
  func settings() throws -> Settings {
    let environment = ProcessInfo.processInfo.environment
    var settings = try Settings.read(environment: environment, file: Settings.file())
    if let database { settings.database = try Settings.databaseAddress(database) }
    return settings
  }

  /// Opens the database with its schema up to date, does the work, and closes it. An `existing` one is not made where it is
  /// missing, so that a misspelt file is not taken for an empty school.
  func use<Value>(
    existing: Bool = false, _ work: (any Database, Settings) async throws -> Value
  ) async throws -> Value {
    let settings = try settings()
    if existing, let file = missingFile(settings) {
      throw Refusal.notFound("There is no database \(file). `trellis school add` makes one with its first school.")
    }
    let database = try openDatabase(settings)
    do {
      try await database.migrate(Schema.migrations)
      let value = try await work(database, settings)
      await database.close()
      return value
    } catch {
      await database.close()
      throw error
    }
  }
}

/// The file of an SQLite database that is not there yet; nil for any other.
func missingFile(_ settings: Settings) -> String? {
  guard settings.database.hasPrefix("sqlite:") else { return nil }
  let file = String(settings.database.dropFirst("sqlite:".count))
  return FileManager.default.fileExists(atPath: file) ? nil : file
}

/// The engine that the address names. Refuses any other address.
func openDatabase(_ settings: Settings) throws -> any Database {
  let address = settings.database
  if address.hasPrefix("sqlite:") {
    return try SQLiteDatabase(path: String(address.dropFirst("sqlite:".count))) { Date() }
  }
  if address.hasPrefix("postgres://") || address.hasPrefix("postgresql://") {
    return try PostgresDatabase(address: address, poolSize: settings.connections) { Date() }
  }
  throw SettingsError("“\(address)” is no database.")
}

/// The school that a command is about.
struct SchoolOption: ParsableArguments {
  @Option(name: .long, help: "The school's URN, six digits.")
  var school: String

  func find(_ connection: any Connection) throws -> School {
    guard let found = try Schools.withURN(school, connection) else {
      throw Refusal.notFound(
        "There is no school with the URN \(school). `trellis school list` shows those that there are.")
    }
    return found
  }
}

/// A day on the command line: `2026-09-01`, `1/9/2026`, `1 September 2026`.
struct DayArgument {
  let day: Day

  @Sendable init(_ typed: String) throws {
    guard let day = Day(typed: typed) else {
      throw ValidationError("“\(typed)” is not a day. Write it as 2026-09-01 or 1/9/2026.")
    }
    self.day = day
  }

  static var today: (Settings) -> Day {
    { settings in
      let zone = TimeZone(identifier: settings.timeZone) ?? .gmt
      let seconds = Int(Date().timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT()
      return Day(number: seconds / 86_400)
    }
  }
}
