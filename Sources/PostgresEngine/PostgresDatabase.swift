package import Foundation
import NIOPosix
package import SQL

/// A database on a PostgreSQL server, for any number of programs at once. It uses nothing that outlives a transaction,
/// so that a transaction pooler may stand between.
package final class PostgresDatabase: Database {
  package let dialect = Dialect.postgres

  private let pool: Pool
  private let keepers = KeeperQueue()
  private let limits: Limits
  private let clock: @Sendable () -> Date
  /// libpq waits, so each of its calls runs here; as many threads as connections, and so those who wait for a
  /// connection wait in the queue of the threads.
  private let threads: NIOThreadPool

  /// Nothing is opened yet: the server is asked at the first transaction. `address` is `postgres://…`; `poolSize` is the
  /// most connections at once; `statementTimeout` limits each statement, `lockTimeout` each wait for a lock and for a
  /// connection; `clock` tells the moment of each transaction. Refused with `.unavailable` where libpq cannot read the
  /// address, which is not repeated since it may hold a password.
  package init(
    address: String, poolSize: Int = 8, statementTimeout: Duration = .seconds(30),
    lockTimeout: Duration = .seconds(10), clock: @escaping @Sendable () -> Date
  ) throws {
    precondition(poolSize > 0, "a pool of no connections")
    pool = Pool(address: try Address(address))
    limits = Limits(statement: statementTimeout, lock: lockTimeout)
    self.clock = clock
    threads = NIOThreadPool(numberOfThreads: poolSize)
    threads.start()
  }

  deinit {
    pool.close()
    threads.shutdownGracefully { _ in }
  }

  package func read<Value: Sendable>(
    _ work: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    try await transaction(beginning: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; \(limits.text)", work)
  }

  @discardableResult
  package func write<Value: Sendable>(
    keeper: String, _ work: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    await keepers.enter(keeper)
    defer { keepers.leave(keeper) }
    return try await transaction(
      beginning: "BEGIN; \(limits.text); SELECT pg_advisory_xact_lock(\(lockNumber(of: keeper)))", work)
  }

  package func close() async {
    pool.close()
    try? await threads.shutdownGracefully()
  }

  private func transaction<Value: Sendable>(
    beginning: String, _ work: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    let asked = ContinuousClock.now
    return try await onThreads { [pool, limits, clock] in
      guard ContinuousClock.now - asked < limits.lock else { throw DatabaseError.tookTooLong }
      let link = try pool.begun(beginning)
      // A link that is not idle at the end (a broken one, say) is not kept.
      defer { pool.giveBack(link) }
      let connection = PostgresConnection(link: link, limits: limits, now: MomentText.kept(clock()))
      do {
        let value = try work(connection)
        if let failure = connection.failure { throw failure }
        try link.command("COMMIT")
        return value
      } catch {
        link.rollBack()
        throw error
      }
    }
  }

  private func onThreads<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    do {
      return try await threads.runIfActive(work)
    } catch is CancellationError where !Task.isCancelled {
      throw DatabaseError.unavailable("The database has been closed.")
    }
  }
}

/// How long a statement may run, and wait for a lock.
struct Limits: Sendable {
  let statement: Duration
  let lock: Duration

  /// For the beginning of a transaction, and for its time only.
  var text: String {
    """
    SET LOCAL statement_timeout = \(milliseconds(statement)); SET LOCAL lock_timeout = \(milliseconds(lock)); \
    SET LOCAL bytea_output = 'hex'
    """
  }

  private func milliseconds(_ duration: Duration) -> Int { max(1, Int(duration / .milliseconds(1))) }
}

/// The number of the keeper's advisory lock: 64 bits of FNV-1a, the same in every program and for ever.
private func lockNumber(of keeper: String) -> Int64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in "trellis keeper \(keeper)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return Int64(bitPattern: hash)
}
