import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The plainest HTTP client that keeps its connection and its session: a blocking socket to loopback.
final class Client {
  private let socket: Int32
  /// As the server last set it.
  private var cookie: String

  init(port: Int, cookie: String) throws {
    self.cookie = cookie
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var one: Int32 = 1
    setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw BenchError("cannot connect to port \(port)") }
  }

  deinit { close(socket) }

  typealias Field = (name: String, value: String)
  typealias Answer = (status: Int, body: [UInt8])

  func get(_ path: String) throws -> Answer { try ask("GET \(path)", body: "") }

  /// Sends a form.
  func post(_ path: String, _ fields: [Field]) throws -> Answer {
    let free = CharacterSet.alphanumerics
    let body = fields.map { field in
      [field.name, field.value].map { $0.addingPercentEncoding(withAllowedCharacters: free) ?? "" }
        .joined(separator: "=")
    }.joined(separator: "&")
    return try ask("POST \(path)", body: body)
  }

  /// What every form of a page proves its origin by.
  func formToken(at path: String) throws -> Field {
    let page = String(decoding: try get(path).body, as: UTF8.self)
    guard let found = page.firstMatch(of: /name="csrf" value="([^"]*)"/) else { throw BenchError("no form at \(path)") }
    return ("csrf", String(found.output.1))
  }

  private func ask(_ line: String, body: String) throws -> Answer {
    let kind =
      body.isEmpty
      ? "" : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n"
    let bytes = Array(
      "\(line) HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: trellis=\(cookie)\r\n\(kind)\r\n\(body)".utf8)
    guard send(socket, bytes, bytes.count, 0) == bytes.count else { throw BenchError("cannot send") }
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var headEnd: Int?
    var length = 0
    while true {
      if headEnd == nil, let end = Client.headEnd(received) {
        headEnd = end
        let head = String(decoding: received[..<end], as: UTF8.self)
        guard let range = head.range(of: "content-length: ", options: .caseInsensitive) else {
          throw BenchError("no length in the answer to \(line)")
        }
        length = Int(head[range.upperBound...].prefix { $0.isNumber }) ?? 0
        if let set = head.range(of: "set-cookie: trellis=", options: .caseInsensitive) {
          cookie = String(head[set.upperBound...].prefix { $0 != ";" && $0 != "\r\n" })
        }
      }
      if let headEnd, received.count >= headEnd + length {
        let status = Int(String(decoding: received[9..<12], as: UTF8.self)) ?? 0
        return (status, Array(received[headEnd...]))
      }
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { throw BenchError("the server hung up on \(line)") }
      received.append(contentsOf: buffer[..<count])
    }
  }

  private static func headEnd(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4 else { return nil }
    for index in 3..<min(bytes.count, 4000)
    where bytes[index] == 10 && bytes[index - 1] == 13 && bytes[index - 2] == 10 && bytes[index - 3] == 13 {
      return index + 1
    }
    return nil
  }
}

struct BenchError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
