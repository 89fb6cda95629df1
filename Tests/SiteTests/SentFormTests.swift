import Domain
import Formats
import Foundation
import Hummingbird
import Testing

@testable import Site

struct `A form with a file that was sent` {
  func read(_ body: String, type: String = "multipart/form-data; boundary=x") async throws -> SentForm {
    let head = HTTPRequest(
      method: .post, scheme: nil, authority: nil, path: "/", headerFields: [.contentType: type])
    return try await SentForm.read(Request(head: head, body: .init(buffer: ByteBuffer(string: body))))
  }

  func part(_ disposition: String, _ content: String) -> String {
    "--x\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n\(content)\r\n"
  }

  @Test func `may be as large as is documented`() throws {
    let docs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/importing.md")
    let text = try String(contentsOf: docs, encoding: .utf8)
    #expect(
      text.contains("\(SentForm.mostFileBytes >> 20) MB on the pages, \(ReadingLimits().bytes >> 20) MB by the command")
    )
  }

  @Test func `has its fields and its file`() async throws {
    let form = try await read(
      part("name=\"note\"", " Zoë\r\nline two ") + part("name=\"year\"", "3") + part("name=\"year\"", "4")
        + part("name=\"file\"; filename=\"pupils.csv\"", "a,b\r\n1,2\r\n") + "--x--\r\n")
    #expect(form.typed("note") == " Zoë\nline two ")
    #expect(form["note"] == "Zoë\nline two")
    #expect(form.all("year") == ["3", "4"])
    #expect(form.files.map(\.name) == ["pupils.csv"])
    #expect(form.files.first?.field == "file")
    #expect(form.files.first?.bytes == Array("a,b\r\n1,2\r\n".utf8))
  }

  @Test func `has no file where none was chosen`() async throws {
    #expect(try await read(part("name=\"file\"; filename=\"\"", "") + "--x--").files.isEmpty)
  }

  @Test func `is refused in a sentence when it breaks off, or is none`() async throws {
    let broken = try await read(part("name=\"year\"", "3") + part("name=\"file\"; filename=\"a\"", "x"))
    #expect(broken.refusal == Refusal.invalid("The upload broke off before its end. Please try again."))
    #expect(broken["year"] == "3", "what came before is there")
    await #expect(throws: Refusal.self) { try await read("x", type: "multipart/form-data") }
  }
}
