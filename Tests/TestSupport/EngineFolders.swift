import Foundation

/// Where the databases of tests lie: in memory where there is plenty (a database is copied ten times as fast there), else
/// where temporary files go. Short, since a Unix socket's path may not be long.
let quickFolder: String = {
  let memory = "/dev/shm"
  let free = try? FileManager.default.attributesOfFileSystem(forPath: memory)[.systemFreeSize] as? NSNumber
  let hasRoom = (free?.int64Value ?? 0) > 4 << 30
  return hasRoom && FileManager.default.isWritableFile(atPath: memory) ? memory : "/tmp"
}()

/// A folder for what stays until the tests end.
func scratchFolder() throws -> URL { try scratch.get() }

private let scratchPath = URL(filePath: "\(quickFolder)/trellis-tests-\(UUID().uuidString)")

private let scratch = Result {
  try FileManager.default.createDirectory(at: scratchPath, withIntermediateDirectories: true)
  atexit { try? FileManager.default.removeItem(at: scratchPath) }
  return scratchPath
}
