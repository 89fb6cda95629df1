import Foundation
import Mail
import TestSupport
import Testing

struct `A mailer` {
  let sent = Date(timeIntervalSince1970: 1_795_255_200)
  let message = Message(
    to: MailAddress("Priya <priya@oakfield.example>")!, subject: "Zoë’s review",
    text: "Dear Priya,\n.\n..\nhttps://trellis.example/invitations/a=b\n")

  func mailer(_ sink: SMTPSink, user: String = "", password: String = "", timeout: Int = 20) throws -> Mailer {
    try Mailer(
      .init(
        address: "smtp://127.0.0.1:\(sink.port)", user: user, password: password, from: "Trellis <trellis@example.org>",
        timeout: timeout))
  }

  @Test func `hands a message to the server`() async throws {
    let sink = SMTPSink()
    defer { sink.close() }
    try await mailer(sink).send(message, sent: sent)
    let heard = sink.heard
    #expect(heard.contains { $0.hasPrefix("MAIL FROM:<trellis@example.org>") })
    #expect(heard.contains("RCPT TO:<priya@oakfield.example>"))
    #expect(heard.contains("Subject: =?UTF-8?B?Wm/Dq+KAmXMgcmV2aWV3?="))
    // A line that begins with a full stop gets another on the wire.
    #expect(
      heard.suffix(7).starts(with: ["", "Dear Priya,", "..", "...", "https://trellis.example/invitations/a=3Db"]))
    #expect(heard.count { $0 == "." } == 1)
  }

  @Test func `gives its password, and says when it is refused`() async throws {
    let sink = SMTPSink(.init(password: "right"))
    defer { sink.close() }
    try await mailer(sink, user: "trellis", password: "right").send(message, sent: sent)
    let error = await #expect(throws: MailError.self) {
      try await mailer(sink, user: "trellis", password: "wrong").send(message, sent: sent)
    }
    #expect(error?.sentence.contains("user name or password") == true)
    #expect(error?.description.contains("wrong") == false)
  }

  @Test func `says when the address is refused`() async throws {
    let sink = SMTPSink(.init(refusedRecipient: "priya@"))
    defer { sink.close() }
    let error = await #expect(throws: MailError.self) { try await mailer(sink).send(message, sent: sent) }
    #expect(error?.sentence == "The mail server refused this message or its address.")
    #expect(error?.detail?.contains("550") == true)
  }

  @Test func `says when the server cannot be reached, or is silent`() async throws {
    let sink = SMTPSink(.init(isSilent: true))
    let silent = await #expect(throws: MailError.self) { try await mailer(sink, timeout: 1).send(message, sent: sent) }
    #expect(silent?.sentence == "The mail server cannot be reached now. Try again later.")
    sink.close()
    let closed = await #expect(throws: MailError.self) { try await mailer(sink).send(message, sent: sent) }
    #expect(closed?.sentence == "The mail server cannot be reached now. Try again later.")
  }

  @Test func `sends nothing without TLS to another machine`() async throws {
    // 127.0.0.2 is this machine by another name, which Trellis takes for a stranger's; the server offers no STARTTLS.
    let sink = SMTPSink(.init(), host: 0x7F00_0002)
    defer { sink.close() }
    let mailer = try Mailer(.init(address: "smtp://127.0.0.2:\(sink.port)", from: "trellis@example.org"))
    let error = await #expect(throws: MailError.self) { try await mailer.send(message, sent: sent) }
    #expect(error?.sentence.contains("no safe connection") == true)
    #expect(!sink.heard.contains { $0.hasPrefix("MAIL") })
  }

  @Test func `sends many at once`() async throws {
    let sinks = (0..<6).map { _ in SMTPSink() }
    let message = message
    let sent = sent
    try await withThrowingTaskGroup(of: Void.self) { group in
      for sink in sinks {
        let mailer = try mailer(sink)
        group.addTask { try await mailer.send(message, sent: sent) }
      }
      try await group.waitForAll()
    }
    for sink in sinks {
      #expect(sink.heard.contains("DATA"))
      sink.close()
    }
  }
}

/// The same by another program's mail server and reader, where script/test has them: the Python packages "aiosmtpd" and
/// "email". With TRELLIS_TEST_PYTHON set, a broken Python fails.
struct `Another mail server` {
  @Test(arguments: [ProcessInfo.processInfo.environment["TRELLIS_TEST_PYTHON"]].compactMap { $0 })
  func `takes and understands a message`(python: String) async throws {
    let program = """
      import sys, time, email, email.policy, json, socket
      from aiosmtpd.controller import Controller
      class Keep:
          async def handle_DATA(self, server, session, envelope):
              m = email.message_from_bytes(envelope.content, policy=email.policy.default)
              print(json.dumps([m["Subject"], m["To"], m["From"], m.get_content(), envelope.rcpt_tos]), flush=True)
              return "250 kept"
      free = socket.socket(); free.bind(("127.0.0.1", 0)); port = free.getsockname()[1]; free.close()
      controller = Controller(Keep(), hostname="127.0.0.1", port=port)
      controller.start()
      print(port, flush=True)
      sys.stdin.read()
      """
    let (output, input) = (Pipe(), Pipe())
    let process = try ChildProcess(
      python, ["-c", program], input: input.fileHandleForReading, output: output.fileHandleForWriting)
    defer { process.terminate() }
    let port = try #require(line(from: output.fileHandleForReading))
    let mailer = try Mailer(.init(address: "smtp://127.0.0.1:\(port)", from: "Trellis, Ö <trellis@example.org>"))
    let text = "Dear Zoë,\n.\n" + String(repeating: "long ", count: 60) + "\nhttps://trellis.example/a=b?c\n"
    let subject = String(repeating: "Zoë’s review 🎈 ", count: 8) + "end"
    try await mailer.send(
      Message(to: MailAddress("priya@oakfield.example")!, subject: subject, text: text),
      sent: Date(timeIntervalSince1970: 0))
    let told = try #require(line(from: output.fileHandleForReading))
    let kept = try #require(try JSONSerialization.jsonObject(with: Data(told.utf8)) as? [Any])
    #expect(kept[0] as? String == subject)
    #expect(kept[2] as? String == "\"Trellis, Ö\" <trellis@example.org>")
    #expect((kept[3] as? String)?.replacing("\r\n", with: "\n") == text)
    #expect(kept[4] as? [String] == ["priya@oakfield.example"])
  }

  private func line(from file: FileHandle) -> String? {
    var bytes: [UInt8] = []
    while let byte = try? file.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") { bytes.append(byte) }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
