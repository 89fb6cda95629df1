import Foundation
import Synchronization

/// A mail server on this machine that keeps what it is sent: enough of SMTP (RFC 5321) for one message at a time.
final class SMTPSink: Sendable {
  struct Behaviour: Sendable {
    var refusedRecipient = ""
    var password = ""
    /// Takes the connection and says nothing.
    var isSilent = false
  }

  let port: UInt16
  private let listener: Int32
  private let lines = Mutex<[String]>([])

  /// Everything that was said to it.
  var heard: [String] { lines.withLock { $0 } }

  /// Listens at 127.0.0.1, or at another address of this machine.
  init(_ behaviour: Behaviour = Behaviour(), host: UInt32 = 0x7F00_0001) {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = host.bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    port = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        precondition(bind(listener, pointer, length) == 0 && listen(listener, 8) == 0)
        getsockname(listener, pointer, &length)
      }
      return UInt16(bigEndian: pointer.pointee.sin_port)
    }
    Thread.detachNewThread { [self] in
      while true {
        let connection = accept(listener, nil, nil)
        if connection < 0 { return }
        if !behaviour.isSilent { serve(connection, behaviour) }
      }
    }
  }

  func close() {
    shutdown(listener, Int32(SHUT_RDWR))
    Glibc.close(listener)
  }

  private func serve(_ connection: Int32, _ behaviour: Behaviour) {
    guard let stream = fdopen(connection, "r+") else { return }
    defer { fclose(stream) }
    func say(_ line: String) {
      fputs(line + "\r\n", stream)
      fflush(stream)
    }
    say("220 sink")
    var isData = false
    var isToken = false
    var buffer = [CChar](repeating: 0, count: 4096)
    while fgets(&buffer, Int32(buffer.count), stream) != nil {
      let line = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        .trimmingCharacters(in: .newlines)
      lines.withLock { $0.append(line) }
      // Between reading and writing a stream must be placed anew.
      fseek(stream, 0, SEEK_CUR)
      if isData {
        if line == "." {
          isData = false
          say("250 kept")
        }
      } else if line.hasPrefix("EHLO") {
        say(behaviour.password.isEmpty ? "250 sink" : "250-sink\r\n250 AUTH PLAIN")
      } else if line == "AUTH PLAIN" {
        isToken = true
        say("334 ")
      } else if isToken {
        isToken = false
        let token = Data(base64Encoded: line) ?? Data()
        say(String(decoding: token, as: UTF8.self).hasSuffix("\0" + behaviour.password) ? "235 yes" : "535 no")
      } else if line.hasPrefix("RCPT"), !behaviour.refusedRecipient.isEmpty, line.contains(behaviour.refusedRecipient) {
        say("550 no such person")
      } else if line == "DATA" {
        isData = true
        say("354 go on")
      } else if line == "QUIT" {
        return say("221 bye")
      } else {
        say("250 fine")
      }
    }
  }
}
