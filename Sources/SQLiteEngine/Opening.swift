import Foundation
import GRDB

/// Opens one writer and as many readers as there are processors to run them.
///
/// `synchronous = FULL` waits for the disk at the end of each transaction. With a write-ahead log `NORMAL` would be
/// enough against the program being killed, and nothing can be damaged either way; but after a power cut `NORMAL`
/// forgets the last minutes, and a school that was told "saved" must find it saved. It costs one wait per transaction:
/// an import is one transaction, and people do not save a thousand times a second.
func openPool(path: String, handles: Handles, lockTimeout: Duration, survivesPowerCut: Bool) throws -> DatabasePool {
  var configuration = Configuration()
  configuration.foreignKeysEnabled = true
  configuration.busyMode = .timeout(lockTimeout / .seconds(1))
  configuration.maximumReaderCount = max(4, ProcessInfo.processInfo.activeProcessorCount)
  configuration.persistentReadOnlyConnections = true
  configuration.label = "trellis"
  configuration.prepareDatabase { database in
    try database.execute(
      sql: "PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864")
    handles.add(database.sqliteConnection)
  }
  makePrivateFile(path)
  let pool = try DatabasePool(path: path, configuration: configuration)
  // GRDB sets NORMAL when it turns the write-ahead log on, after `prepareDatabase`.
  try pool.writeWithoutTransaction {
    try $0.execute(sql: survivesPowerCut ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF")
  }
  return pool
}

/// Brings the write-ahead log into the file, so that the file alone is whole once the program has stopped: people copy it.
/// GRDB closes its writer before its readers, and SQLite leaves the log beside the file when the last connection may not
/// write. While another program reads or writes it waits for a second at most; what is left then is that one's to bring in.
func bringInLog(_ pool: DatabasePool) throws {
  try pool.barrierWriteWithoutTransaction { database in
    try database.execute(sql: "PRAGMA busy_timeout = 1000")
    _ = try database.checkpoint(.truncate)
  }
}

/// A new database is its owner's alone to read, for it will hold children's names; SQLite gives its neighbours (the
/// write-ahead log) the same permissions. What is there already stays as its owner wants it.
func makePrivateFile(_ path: String) {
  guard !FileManager.default.fileExists(atPath: path) else { return }
  _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
}
