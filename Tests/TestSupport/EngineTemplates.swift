import Foundation
import PostgresEngine
import SQL
import SQLiteEngine

/// Databases that have been migrated once, to be copied for each test.
actor Templates {
  static let shared = Templates()

  private var sqliteFiles: [String: Task<String, any Error>] = [:]
  private var postgresNames: [String: Task<String, any Error>] = [:]

  /// The path of a closed database on which `migrations` have been run.
  func sqliteFile(_ migrations: [Migration]) async throws -> String {
    let key = key(of: migrations)
    let task = sqliteFiles[key] ?? Task { try await makeSQLiteFile(migrations) }
    sqliteFiles[key] = task
    return try await task.value
  }

  /// The address of a new copy of a database on which `migrations` have been run.
  func postgresCopy(_ migrations: [Migration]) async throws -> String {
    let key = key(of: migrations)
    let task = postgresNames[key] ?? Task { try await makePostgresTemplate(migrations) }
    postgresNames[key] = task
    let template = try await task.value
    return try await PostgresCluster.shared().createDatabase(copyOf: template)
  }

  private func key(of migrations: [Migration]) -> String {
    migrations.map { "\($0.number) \($0.script)" }.joined(separator: "\n")
  }
}

private func makeSQLiteFile(_ migrations: [Migration]) async throws -> String {
  let path = try scratchFolder().appending(path: "\(UUID().uuidString).sqlite").path
  let clock = TestClock()
  let database = try SQLiteDatabase(path: path) { clock.now }
  try await database.migrate(migrations)
  await database.close()
  return path
}

private func makePostgresTemplate(_ migrations: [Migration]) async throws -> String {
  let cluster = try await PostgresCluster.shared()
  let address = try await cluster.createDatabase(copyOf: "template1")
  let clock = TestClock()
  let database = try PostgresDatabase(address: address, poolSize: 1) { clock.now }
  try await database.migrate(migrations)
  await database.close()
  return cluster.databaseName(in: address)
}
