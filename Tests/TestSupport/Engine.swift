import Foundation
import PostgresEngine
package import SQL
import SQLiteEngine

/// The two engines. Every test that touches the store takes `@Test(arguments: Engine.all)`.
package enum Engine: String, CaseIterable, Sendable {
  case sqlite, postgres

  package static let all = allCases
}

/// A database of the test's own, on which `migrations` have been run. It goes when it is forgotten or closed. Fails where
/// PostgreSQL is not installed: a test that is skipped proves nothing.
package func freshDatabase(
  _ engine: Engine, migrations: [Migration] = [], clock: TestClock = TestClock()
) async throws -> any Database {
  switch engine {
  case .sqlite:
    let original = try await Templates.shared.sqliteFile(migrations)
    return try SQLiteDatabase.temporary(in: scratchFolder(), copyOf: original) { clock.now }
  case .postgres:
    let address = try await Templates.shared.postgresCopy(migrations)
    return try Loan(of: address, from: await PostgresCluster.shared(), clock: clock)
  }
}

/// The address of a database of the test's own, as `--database` takes it: `sqlite:/tmp/…` or `postgres://…`. It stays
/// until the tests end, so that several programs can be started on it.
package func freshDatabaseAddress(_ engine: Engine, migrations: [Migration] = []) async throws -> String {
  switch engine {
  case .sqlite:
    let original = try await Templates.shared.sqliteFile(migrations)
    let copy = try scratchFolder().appending(path: "\(UUID().uuidString).sqlite")
    try FileManager.default.copyItem(atPath: original, toPath: copy.path)
    return "sqlite:\(copy.path)"
  case .postgres:
    return try await Templates.shared.postgresCopy(migrations)
  }
}

/// Opens the database at an address that `freshDatabaseAddress` gave.
package func openTestDatabase(
  _ address: String, poolSize: Int = 4, clock: TestClock = TestClock()
) throws -> any Database {
  address.hasPrefix("sqlite:")
    ? try SQLiteDatabase(path: String(address.dropFirst("sqlite:".count))) { clock.now }
    : try PostgresDatabase(address: address, poolSize: poolSize) { clock.now }
}
