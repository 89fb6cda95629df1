import Foundation
import Mail
import Testing

struct `A message` {
  let from = MailAddress("Trellis <trellis@example.org>")!
  let sent = Date(timeIntervalSince1970: 1_795_255_200)
  let id = UUID(uuidString: "01234567-89AB-CDEF-0123-456789ABCDEF")!

  func wire(to: String = "priya@oakfield.example", subject: String = "Hello", text: String = "Hello") throws -> String {
    let to = try #require(MailAddress(to))
    let message = Message(to: to, subject: subject, text: text)
    return String(decoding: message.wire(from: from, sent: sent, id: id), as: UTF8.self)
  }

  @Test func `has the headers of RFC 5322`() throws {
    #expect(
      try wire(to: "Shah, Priya <priya@oakfield.example>", text: "Dear Priya,\n\nhello.\n")
        == """
        Date: Sat, 21 Nov 2026 10:00:00 +0000
        From: "Trellis" <trellis@example.org>
        To: "Shah, Priya" <priya@oakfield.example>
        Message-ID: <01234567-89ab-cdef-0123-456789abcdef@example.org>
        Subject: Hello
        Auto-Submitted: auto-generated
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        Dear Priya,

        hello.

        """.replacing("\n", with: "\r\n"))
  }

  @Test func `has its subject in ASCII and on one line`() throws {
    #expect(try wire(subject: "Zoë’s review").contains("Subject: =?UTF-8?B?Wm/Dq+KAmXMgcmV2aWV3?=\r\n"))
    #expect(try wire(subject: "a\r\nBcc: x@y.example\u{2028}b\u{0}c").contains("Subject: a Bcc: x@y.example b c\r\n"))
    #expect(try wire(subject: "=?UTF-8?B?eA==?=").contains("Subject: =?UTF-8?B?PT9VVEYtOD9CP2VBPT0/PQ==?="))
    let long = try wire(subject: String(repeating: "Ł🎈 ", count: 40))
    #expect(long.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    #expect(long.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `has its text in short lines of ASCII`() throws {
    let text =
      "a=b \nZoë\n" + String(repeating: "x", count: 100) + "\n.\n\t\nhttps://trellis.example/invitations/" + "a_-B"
    let body = try wire(text: text).split(separator: "\r\n\r\n", maxSplits: 1)[1]
    #expect(
      body == "a=3Db=20\r\nZo=C3=AB\r\n" + String(repeating: "x", count: 75) + "=\r\n"
        + String(repeating: "x", count: 25)
        + "\r\n.\r\n=09\r\nhttps://trellis.example/invitations/a_-B")
  }

  @Test(arguments: [
    "", "priya", "@oakfield.example", "priya@", "a@b@c.example", "priya@oak field.example",
    "priya@oakfield.example\r\nBcc: x",
    "priya@oakfield.example, x@y.example", "Priya\n <priya@oakfield.example>", "<priya@oakfield.example>>",
    "zoë@oakfield.example", "priya@oakfield.example\u{0}", "\"a b\"@c.example",
  ])
  func `goes to no address that is none`(address: String) {
    #expect(MailAddress(address) == nil)
  }

  @Test func `goes to ordinary addresses`() {
    #expect(MailAddress("o'brien+sen@oak-field.sch.uk")?.address == "o'brien+sen@oak-field.sch.uk")
    #expect(MailAddress("\"O'Brien,  Niamh\" <n@x.example>")?.name == "O'Brien, Niamh")
  }

  @Test(arguments: [
    "", "mail.example.org", "http://mail.example.org", "smtp://", "smtp://u:p@mail.example.org",
    "smtp://mail.example.org/x",
    "file:///etc/passwd",
  ])
  func `is not sent by a server that is none`(address: String) {
    #expect(throws: MailError.self) { try Mailer(.init(address: address, from: "a@b.example")) }
    #expect(throws: MailError.self) { try Mailer(.init(address: "smtps://mail.example.org", from: "nobody")) }
  }
}
