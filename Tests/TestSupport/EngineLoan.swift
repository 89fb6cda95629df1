import PostgresEngine
import SQL

/// A database on the tests' server that is removed from it once nobody holds it.
final class Loan: Database {
  let dialect = Dialect.postgres
  private let database: PostgresDatabase
  private let cluster: PostgresCluster
  private let name: String

  init(of address: String, from cluster: PostgresCluster, clock: TestClock) throws {
    database = try PostgresDatabase(address: address, poolSize: 4) { clock.now }
    self.cluster = cluster
    name = cluster.databaseName(in: address)
  }

  deinit { cluster.removeDatabase(named: name) }

  func read<Value: Sendable>(_ work: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value {
    try await database.read(work)
  }

  @discardableResult
  func write<Value: Sendable>(
    keeper: String, _ work: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    try await database.write(keeper: keeper, work)
  }

  func integrityCheck() async throws -> [String] { try await database.integrityCheck() }

  func close() async { await database.close() }
}
