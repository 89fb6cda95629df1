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
    let file = try? String(contentsOfFile: ".env", encoding: .utf8)
    var settings = try Settings.read(environment: ProcessInfo.processInfo.environment, file: file)
    if let database { settings.database = database }
    return settings
  }

  /// Opens the database with its schema up to date, does the work, and closes it.
  func use<Value>(_ work: (any Database, Settings) async throws -> Value) async throws -> Value {
    let settings = try settings()
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

/// The engine that the address names. Refuses any other address.
func openDatabase(_ settings: Settings) throws -> any Database {
  let address = settings.database
  if address.hasPrefix("sqlite:") {
    return try SQLiteDatabase(path: String(address.dropFirst("sqlite:".count))) { Date() }
  }
  if address.hasPrefix("postgres://") || address.hasPrefix("postgresql://") {
    return try PostgresDatabase(address: address, poolSize: settings.connections) { Date() }
  }
  throw SettingsError("A database is sqlite:FILE or postgres://USER:PASSWORD@HOST:PORT/NAME.")
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
struct DayArgument: ExpressibleByArgument {
  let day: Day

  init?(argument: String) {
    guard let day = Day(typed: argument) else { return nil }
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
