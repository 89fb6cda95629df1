import Formats
import Testing

struct `A form with files` {
  let type = "multipart/form-data; boundary=----Trellis7MA4YWxk"
  let form = [
    "preamble\r\n------Trellis7MA4YWxk\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n",
    "Zoë\r\n--not a boundary\r\n------Trellis7MA4YWx\r\n",
    "\r\n------Trellis7MA4YWxk\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\pupils\\Year %223%22; a.csv\"",
    "\r\nContent-Type: text/csv\r\n\r\na,b\r\n1,2\r\n",
    "\r\n------Trellis7MA4YWxk\r\ncontent-disposition: form-data; name=none; filename=\"\"\r\n\r\n\r\n------Trellis7MA4YWxk--\r\n",
    "epilogue",
  ].joined()

  func parts(_ form: String, in sizes: () -> Int = { .max }, limits: MultipartReader.Limits = .init()) throws
    -> [MultipartReader.Part]
  {
    var reader = try MultipartReader(contentType: type, limits: limits)
    var rest = Array(form.utf8)[...]
    while !rest.isEmpty {
      let size = sizes()
      try reader.feed(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    return try reader.finish()
  }

  let expected = [
    MultipartReader.Part(name: "note", bytes: Array("Zoë\r\n--not a boundary\r\n------Trellis7MA4YWx\r\n".utf8)),
    MultipartReader.Part(
      name: "file", fileName: "Year \"3\"; a.csv", contentType: "text/csv", bytes: Array("a,b\r\n1,2\r\n".utf8)),
    MultipartReader.Part(name: "none", fileName: "", bytes: []),
  ]

  @Test func `is read`() throws {
    let parts = try parts(form)
    #expect(parts == expected)
    #expect(parts[0].text.hasPrefix("Zoë"))
  }

  @Test(arguments: 0..<100)
  func `is read however it is cut`(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    #expect(try parts(form, in: { seed == 0 ? 1 : Int.random(in: 1...40, using: &numbers) }) == expected)
  }

  @Test(arguments: 0..<300)
  func `that is damaged is read or refused, and never stops the program`(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    var bytes = Array(form.utf8)
    for _ in 0..<Int.random(in: 1...6, using: &numbers) {
      let place = Int.random(in: bytes.indices, using: &numbers)
      switch seed % 3 {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
      case 1: bytes.remove(at: place)
      default: bytes.insert([0x0D, 0x0A, 0x2D, 0x22].randomElement(using: &numbers)!, at: place)
      }
    }
    _ = try? parts(String(decoding: bytes, as: UTF8.self), in: { Int.random(in: 1...64, using: &numbers) })
  }

  @Test func `may be large`() throws {
    let content = String(repeating: "0123456789abcde\r\n", count: 200_000)
    let form =
      "------Trellis7MA4YWxk\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n\(content)\r\n"
      + "------Trellis7MA4YWxk--"
    #expect(try parts(form)[0].bytes.count == content.utf8.count)
    #expect(try parts(form, in: { 10_007 })[0].bytes.count == content.utf8.count)
  }

  @Test func `has limits`() throws {
    #expect(throws: FormatError("This is too large: at most 8 bytes can be sent.")) {
      try parts(form, limits: .init(fileBytes: 8))
    }
    #expect(try parts(form, limits: .init(fileBytes: 10)).count == 3)
    #expect(throws: FormatError("This is too large: at most 10 bytes can be sent.")) {
      try parts(form, limits: .init(fieldBytes: 10))
    }
    #expect(throws: FormatError("This is too large: at most 99 bytes can be sent.")) {
      try parts(form, limits: .init(bytes: 99))
    }
    #expect(throws: FormatError("This form has too many fields.")) { try parts(form, limits: .init(parts: 2)) }
    #expect(try parts(form, limits: .init(parts: 3)).count == 3)
    #expect(throws: FormatError.self) { try parts(form, limits: .init(headerBytes: 40)) }
    let endless = "------Trellis7MA4YWxk\r\nX: " + String(repeating: "x", count: 100_000)
    #expect(throws: FormatError.self) { try parts(endless, in: { 1000 }) }
  }

  @Test func `that breaks off is refused`() throws {
    for length in stride(from: 0, to: form.utf8.count - 30, by: 7) {
      let cut = String(decoding: Array(form.utf8.prefix(length)), as: UTF8.self)
      #expect(throws: FormatError("The upload broke off before its end. Please try again.")) { try parts(cut) }
    }
  }

  @Test(arguments: [
    "", "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x",
    "multipart/form-data; boundary=\"\u{1}\"", "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
  ])
  func `needs a proper header`(contentType: String) {
    #expect(throws: FormatError.self) { try MultipartReader(contentType: contentType) }
  }

  @Test func `whose parts have no name is refused`() {
    for headers in [
      "Content-Type: text/plain\r\n", "Content-Disposition: attachment; name=\"a\"\r\n", "nonsense\r\n", "",
    ] {
      #expect(throws: FormatError.self) {
        try parts("------Trellis7MA4YWxk\r\n\(headers)\r\nx\r\n------Trellis7MA4YWxk--")
      }
    }
    #expect(throws: Never.self) { try MultipartReader(contentType: "Multipart/Form-Data; charset=x; Boundary=\"a b\"") }
  }
}
