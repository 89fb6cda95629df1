import Domain
import Foundation
import Hummingbird

/// The stylesheet, the scripts and the pictures of the pages. Read once, served from memory, and named after what they
/// hold (`?v=`), so that browsers may keep them for a year.
enum PublicFiles {
  static let folder = "/public"

  static func routes(_ routes: inout Routes) {
    routes.get("\(folder)/{file}", .anyone) { visit in
      guard let name = visit.parameter("file"), let file = files[name] else { throw Refusal.notFound() }
      return Response(
        status: .ok,
        headers: [.contentType: file.type, .cacheControl: "public, max-age=31536000, immutable", .eTag: file.tag],
        body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
  }

  struct File: Sendable {
    let bytes: [UInt8]
    let type: String
    let tag: String
  }

  static let files: [String: File] = {
    var files: [String: File] = [:]
    let folder = Bundle.module.bundleURL.appending(path: "Resources/public")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names {
      guard let type = types[name.split(separator: ".").last.map(String.init) ?? ""],
        let data = try? Data(contentsOf: folder.appending(path: name))
      else { continue }
      files[name] = File(bytes: Array(data), type: type, tag: "\"\(fingerprint(data))\"")
    }
    return files
  }()

  /// What changes when any public file changes.
  static let version: String = fingerprint(
    Data(files.sorted { $0.key < $1.key }.flatMap { Array($0.value.tag.utf8) }))

  private static let types = [
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    "png": "image/png",
    "ico": "image/x-icon",
  ]

  /// FNV-1a: names a version, guards nothing.
  private static func fingerprint(_ data: Data) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in data { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return String(hash, radix: 36)
  }
}
