import Foundation

/// A folder that only we can read, for as long as a file is being made in it: what lies there are pupils' names.
enum TemporaryFolder {
  /// Makes a folder (mode 0700), and removes it and all in it however `body` ends.
  static func with<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = try make()
    defer { remove(folder) }
    return try body(folder)
  }

  static func with<Value>(
    isolation: isolated (any Actor)? = #isolation, _ body: (URL) async throws -> Value
  ) async throws -> Value {
    let folder = try make()
    defer { remove(folder) }
    return try await body(folder)
  }

  private static func make() throws -> URL {
    let pattern = FileManager.default.temporaryDirectory.appending(path: "trellis-XXXXXX").path(percentEncoded: false)
    var path = pattern.utf8CString
    // mkdtemp makes the folder with mode 0700, and no other program can guess its name first.
    let isMade = path.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) != nil }
    guard isMade else { throw FormatError("There is no room for temporary files on this server.") }
    let made = path.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    return URL(filePath: made, directoryHint: .isDirectory)
  }

  private static func remove(_ folder: URL) { try? FileManager.default.removeItem(at: folder) }
}
