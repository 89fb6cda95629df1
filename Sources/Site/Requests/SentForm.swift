import Domain
import Foundation
import Hummingbird

/// What a browser sent: every field with all its values, in the order in which they stood. Values are trimmed of spaces
/// at both ends; line ends are `\n`.
struct SentForm: Sendable {
  struct Field: Sendable, Codable, Hashable {
    let name: String
    let value: String
    init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  var fields: [Field]
  /// Files that were uploaded, by their field's name.
  var files: [UploadedFile]
  /// Why the rest of it could not be read; what came before is there.
  var refusal: Refusal?

  init(_ fields: [Field] = [], files: [UploadedFile] = []) {
    self.fields = fields
    self.files = files
  }

  /// The first value of a field, trimmed; nil when it is absent or blank.
  subscript(name: String) -> String? {
    guard let value = fields.first(where: { $0.name == name })?.value else { return nil }
    let trimmed = value.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// Exactly what was typed, for drawing the form again and for passwords.
  func typed(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

  /// Every value of a field: ticked boxes.
  func all(_ name: String) -> [String] { fields.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

  func has(_ name: String) -> Bool { fields.contains { $0.name == name } }
}

struct UploadedFile: Sendable {
  let field: String
  let name: String
  let bytes: [UInt8]
}

extension SentForm {
  /// A form of words: a megabyte is more than anybody types; a pasted table of a whole school fits.
  static let mostBytes = 2_000_000
  /// A form with a file.
  static let mostFileBytes = 20 << 20

  static func read(_ request: Request) async throws -> SentForm {
    do {
      return try await readWhole(request)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      // The visitor hung up: no fault of ours.
      throw Refusal.invalid("What you sent did not arrive whole. Please send it again.")
    }
  }

  private static func readWhole(_ request: Request) async throws -> SentForm {
    let type = request.headers[.contentType] ?? ""
    if type.lowercased().hasPrefix("multipart/form-data") { return try await readMultipart(request, type: type) }
    var bytes: [UInt8] = []
    for try await part in request.body {
      bytes.append(contentsOf: part.readableBytesView)
      guard bytes.count <= mostBytes else {
        throw Refusal.invalid("That is more than a form can take. Please send it in smaller parts, or as a file.")
      }
    }
    return SentForm(urlEncoded: String(decoding: bytes, as: UTF8.self))
  }

  init(urlEncoded text: String) {
    self.init(
      text.split(separator: "&").map { pair in
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return Field(
          SentForm.decoded(parts[0]), parts.count > 1 ? SentForm.decoded(parts[1]).replacing("\r\n", with: "\n") : "")
      })
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+") {
        bytes.append(32)
      } else if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(hex),
        let low = rest.dropFirst().first.flatMap(hex)
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self).replacing("\0", with: "")
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}
