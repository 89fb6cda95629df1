import Foundation
import Testing

@testable import Formats

struct `A temporary folder` {
  @Test func `is ours alone, and gone afterwards`() async throws {
    var first: URL?
    try TemporaryFolder.with { folder in
      first = folder
      let mode = try FileManager.default.attributesOfItem(atPath: folder.path())[.posixPermissions] as? Int
      #expect(mode == 0o700)
      try Data("Amir K".utf8).write(to: folder.appending(path: "names.json"))
    }
    #expect(try !FileManager.default.fileExists(atPath: #require(first).path()))

    var second: URL?
    await #expect(throws: FormatError("no")) {
      try await TemporaryFolder.with { folder in
        second = folder
        try Data("Amir K".utf8).write(to: folder.appending(path: "names.json"))
        await Task.yield()
        throw FormatError("no")
      }
    }
    #expect(try !FileManager.default.fileExists(atPath: #require(second).path()))
  }
}
