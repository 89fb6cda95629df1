/// Reads a form with files (`multipart/form-data`, RFC 7578) as its bytes arrive, in pieces of any length. Every part is
/// kept in memory, so every part has a limit.
package struct MultipartReader {
  package struct Limits: Sendable {
    /// Bytes in the value of an ordinary field, and in a file.
    package var fieldBytes: Int
    package var fileBytes: Int
    /// Bytes in the whole form.
    package var bytes: Int
    package var parts: Int
    /// Bytes in the headers of one part.
    package var headerBytes: Int

    package init(
      fieldBytes: Int = 1 << 20, fileBytes: Int = 32 << 20, bytes: Int = 40 << 20, parts: Int = 2000,
      headerBytes: Int = 8 << 10
    ) {
      self.fieldBytes = fieldBytes
      self.fileBytes = fileBytes
      self.bytes = bytes
      self.parts = parts
      self.headerBytes = headerBytes
    }
  }

  package struct Part: Equatable, Sendable {
    package let name: String
    /// The file's name as the browser told it, without folders; nil for an ordinary field. Empty where a file could have
    /// been chosen and was not.
    package let fileName: String?
    package let contentType: String?
    package let bytes: [UInt8]

    package init(name: String, fileName: String? = nil, contentType: String? = nil, bytes: [UInt8]) {
      self.name = name
      self.fileName = fileName
      self.contentType = contentType
      self.bytes = bytes
    }

    /// The value of an ordinary field.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  private enum Place { case before, headers, body, after }

  private let limits: Limits
  /// A line end, two hyphens and the boundary.
  private let delimiter: [UInt8]
  private var place = Place.before
  /// Bytes that have arrived and are not understood yet. It begins with a line end that the first boundary may use.
  private var waiting: [UInt8] = [0x0D, 0x0A]
  private var headers = MultipartHeaders()
  private var body: [UInt8] = []
  /// Those that are whole so far.
  package private(set) var parts: [Part] = []
  private var received = 0

  /// `contentType` is the request's header. Refuses any other type, and one without a proper boundary.
  package init(contentType: String, limits: Limits = Limits()) throws(FormatError) {
    let (type, parameters) = MultipartHeaders.parameters(of: contentType)
    guard type == "multipart/form-data", let boundary = parameters["boundary"], (1...70).contains(boundary.utf8.count),
      boundary.utf8.allSatisfy({ (0x20..<0x7F).contains($0) })
    else { throw Self.broken }
    self.limits = limits
    delimiter = Array("\r\n--\(boundary)".utf8)
  }

  /// Takes the next bytes. Refuses what passes a limit, or is no form, as soon as that is known.
  package mutating func feed(_ bytes: some Collection<UInt8>) throws(FormatError) {
    received += bytes.count
    if received > limits.bytes { throw Self.tooLarge(limits.bytes) }
    // In slices, because what is understood is taken off the front, and the rest moved up.
    var rest = bytes[...]
    while !rest.isEmpty, place != .after {
      waiting.append(contentsOf: rest.prefix(64 << 10))
      rest = rest.dropFirst(64 << 10)
      while try step() {}
    }
  }

  /// The parts, once all bytes have been fed. Refuses a form that broke off.
  package func finish() throws(FormatError) -> [Part] {
    guard place == .after else {
      throw FormatError("The upload broke off before its end. Please try again.")
    }
    return parts
  }

  /// Goes one step on; false where more bytes are needed.
  private mutating func step() throws(FormatError) -> Bool {
    switch place {
    case .before: return try skipToBoundary()
    case .headers: return try readHeaders()
    case .body: return try readBody()
    case .after:
      waiting = []
      return false
    }
  }

  /// What stands before the first boundary means nothing.
  private mutating func skipToBoundary() throws(FormatError) -> Bool {
    guard let start = Self.place(of: delimiter, in: waiting) else {
      waiting.removeFirst(max(0, waiting.count - delimiter.count))
      return false
    }
    return try passBoundary(at: start)
  }

  /// After a boundary comes a line end and a part, or two hyphens and the end.
  private mutating func passBoundary(at start: Int) throws(FormatError) -> Bool {
    var next = start + delimiter.count
    while next < waiting.count, waiting[next] == 0x20 || waiting[next] == 0x09 { next += 1 }
    if next > start + delimiter.count + 256 { throw Self.broken }
    guard next + 1 < waiting.count else {
      waiting.removeFirst(start)
      return false
    }
    switch (waiting[next], waiting[next + 1]) {
    case (UInt8(ascii: "-"), UInt8(ascii: "-")): place = .after
    case (0x0D, 0x0A):
      if parts.count + (place == .body ? 1 : 0) >= limits.parts { throw FormatError("This form has too many fields.") }
      place = .headers
      // The line end stays: a part without headers has an empty line at once.
      next -= 2
    default: throw Self.broken
    }
    waiting.removeFirst(next + 2)
    return true
  }

  private mutating func readHeaders() throws(FormatError) -> Bool {
    guard let end = Self.place(of: [0x0D, 0x0A, 0x0D, 0x0A], in: waiting) else {
      if waiting.count > limits.headerBytes { throw Self.broken }
      return false
    }
    if end > limits.headerBytes { throw Self.broken }
    guard let read = MultipartHeaders(waiting[..<end]) else { throw Self.broken }
    headers = read
    // The line end before the body stays too, for a boundary may follow at once.
    waiting.removeFirst(end + 2)
    body = []
    place = .body
    return true
  }

  private mutating func readBody() throws(FormatError) -> Bool {
    let end = Self.place(of: delimiter, in: waiting)
    // The last bytes may be the beginning of a boundary.
    let sure = end ?? max(0, waiting.count - delimiter.count + 1)
    body.append(contentsOf: waiting[..<sure])
    let limit = headers.fileName == nil ? limits.fieldBytes : limits.fileBytes
    // The line end before the body is counted with it, and taken off at its end.
    if body.count > limit + 2 { throw Self.tooLarge(limit) }
    guard end != nil else {
      waiting.removeFirst(sure)
      return false
    }
    waiting.removeFirst(sure)
    return try endPart()
  }

  /// Now `waiting` begins with the delimiter.
  private mutating func endPart() throws(FormatError) -> Bool {
    guard try passBoundary(at: 0) else { return false }
    parts.append(
      Part(
        name: headers.name, fileName: headers.fileName, contentType: headers.contentType,
        bytes: Array(body.dropFirst(2))))
    body = []
    return true
  }

  private static func place(of wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start + wanted.count <= bytes.count {
        if bytes[start] == wanted[0], bytes[start..<start + wanted.count].elementsEqual(wanted) { return start }
        start += 1
      }
      return nil
    }
  }

  private static let broken = FormatError("The browser sent a form that we cannot read. Please try again.")

  private static func tooLarge(_ bytes: Int) -> FormatError {
    let size = bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes) bytes"
    return FormatError("This is too large: at most \(size) can be sent.")
  }
}
