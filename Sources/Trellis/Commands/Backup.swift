import ArgumentParser
import Domain
import Foundation
import SQL
import Store

struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes all records into one file, the same from either engine.",
    discussion: "It holds children's data: keep it as safe as the database. Sessions are left out.")

  @OptionGroup var kept: DatabaseOptions
  @Argument(help: "The file to write; it must not be there yet.") var file: String

  func run() async throws {
    guard !FileManager.default.fileExists(atPath: file) else {
      throw Refusal.conflict("There is a file called \(file) already. Give another name.")
    }
    let unfinished = file + ".unfinished"
    guard FileManager.default.createFile(atPath: unfinished, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: unfinished)
    else { throw Refusal.invalid("The file \(file) cannot be written.") }
    let rows = try await kept.use(existing: true) { database, _ in
      try await database.read { connection in
        var buffer = Data()
        let rows = try Backups.write(connection) { line in
          buffer.append(contentsOf: line.utf8)
          buffer.append(10)
          if buffer.count > 1 << 20 {
            try handle.write(contentsOf: buffer)
            buffer.removeAll(keepingCapacity: true)
          }
        }
        try handle.write(contentsOf: buffer)
        try handle.synchronize()
        return rows
      }
    }
    try handle.close()
    try FileManager.default.moveItem(atPath: unfinished, toPath: file)
    print("Wrote \(rows) rows into \(file).")
  }
}

struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads a backup into an empty database, of either engine.",
    discussion: "All of it or nothing. Everybody signs in anew.")

  @OptionGroup var kept: DatabaseOptions
  @Argument(help: "The file that `trellis backup` wrote.") var file: String

  func run() async throws {
    guard FileManager.default.isReadableFile(atPath: file) else {
      throw Refusal.notFound("There is no file \(file), or it cannot be read.")
    }
    let path = file
    let rows = try await kept.use { database, _ in
      try await database.write(keeper: "restore") { connection in
        try Backups.read(try LinesOfFile(path), into: connection)
      }
    }
    print("Restored \(rows) rows. Everybody signs in anew.")
  }
}

/// The lines of a file, one at a time, so that a backup of a county need not fit into memory.
private final class LinesOfFile: Sequence, IteratorProtocol {
  private let stream: UnsafeMutablePointer<FILE>
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  init(_ path: String) throws {
    guard let stream = fopen(path, "r") else { throw Refusal.notFound("The file \(path) cannot be read.") }
    self.stream = stream
  }

  deinit {
    fclose(stream)
    free(buffer)
  }

  func next() -> String? {
    var count = getline(&buffer, &capacity, stream)
    guard count >= 0, let buffer else { return nil }
    if count > 0, buffer[count - 1] == 10 { count -= 1 }
    return String(decoding: UnsafeRawBufferPointer(start: buffer, count: count), as: UTF8.self)
  }
}
