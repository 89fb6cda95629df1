import Foundation
import Testing

@testable import Documents

struct FileKeyTests {
  @Test func `every key is documented`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/files.md"), encoding: .utf8)
    for key in FileKey.allCases { #expect(text.contains("`\(key.rawValue)`"), "\(key.rawValue)") }
  }
}
