import Domain
import Foundation
import Hummingbird
import HummingbirdTesting
import Security
import Testing

/// What a person types into a field, or ticks: a text, or several.
protocol Typing: Sendable {
  var texts: [String] { get }
}
extension String: Typing { var texts: [String] { [self] } }
extension [String]: Typing { var texts: [String] { self } }
extension ID: Typing { var texts: [String] { [text] } }

/// A browser without JavaScript: it keeps cookies, follows redirects, and sends the forms of the page that it shows, with
/// everything in them that was not changed. A field or a choice that is not on the page is a failure of the test.
final class Browser {
  var cookies: [String: String] = [:]
  private var headers: HTTPFields = [:]
  /// What it shows now.
  private(set) var page = ShownPage(address: "", status: 200, headers: [:], bytes: [])
  /// The form that was sent last, to be sent again.
  private(set) var lastSent: (address: String, fields: [(String, String)])?
  private let client: any TestClientProtocol

  init(_ client: any TestClientProtocol) { self.client = client }

  /// The token that forms of this browser carry.
  var formToken: String {
    cookies.values.lazy.compactMap { Token(printed: $0) }.first?.derived(for: "form") ?? ""
  }

  /// Sends a header with every request from now on, such as `User-Agent`.
  func always(send name: String, _ value: String) { headers[.init(name)!] = value }

  @discardableResult
  func open(_ address: String, follows: Bool = true) async throws -> ShownPage {
    try await send(.get, address, follows: follows)
  }

  /// Shows a page again without asking for it, as the browser's own Back does: its forms as they were.
  func goBack(to page: ShownPage) { self.page = page }

  /// Follows the link with these words on the page.
  @discardableResult
  func follow(_ label: String, here: SourceLocation = #_sourceLocation) async throws -> ShownPage {
    guard let address = page.link(label) else {
      Issue.record(
        "No link “\(label)” on \(page.address), only: \(page.links.map(\.label))", sourceLocation: here)
      return page
    }
    return try await open(address)
  }

  /// Fills in and sends the form whose `action` is `action`, or the only form in the main part; `pressing` names the
  /// button by its words, where the form has several.
  @discardableResult
  func submit(
    _ action: String? = nil, _ values: [String: any Typing] = [:], pressing button: String? = nil,
    follows: Bool = true, here: SourceLocation = #_sourceLocation
  ) async throws -> ShownPage {
    guard var form = form(action, button, here) else { return page }
    fill(&form, values, here)
    if let file = form.fileFields.first, form.isMultipart {
      return try await send(form, file: SentFile(field: file, name: "", bytes: []), follows: follows)
    }
    return try await post(form.action, form.sent, follows: follows)
  }

  @discardableResult
  func submit(
    _ values: [String: any Typing], pressing button: String? = nil, follows: Bool = true,
    here: SourceLocation = #_sourceLocation
  ) async throws -> ShownPage {
    try await submit(nil, values, pressing: button, follows: follows, here: here)
  }

  /// Presses the button with these words, in whichever form it stands.
  @discardableResult
  func press(
    _ label: String, _ values: [String: any Typing] = [:], follows: Bool = true,
    here: SourceLocation = #_sourceLocation
  ) async throws -> ShownPage {
    guard var form = page.forms.first(where: { $0.buttons.contains { $0.label == label } }) else {
      Issue.record(
        "No button “\(label)” on \(page.address), only: \(page.forms.flatMap(\.buttons).map(\.label))",
        sourceLocation: here)
      return page
    }
    form.press(label)
    fill(&form, values, here)
    if form.method == "get" {
      return try await open(form.action + "?" + urlEncoded(form.sent), follows: follows)
    }
    return try await post(form.action, form.sent, follows: follows)
  }

  /// Sends a form with a file in it.
  @discardableResult
  func upload(
    _ action: String? = nil, _ values: [String: any Typing] = [:], file field: String = "file", named name: String,
    _ bytes: some Sequence<UInt8>, pressing button: String? = nil, follows: Bool = true,
    here: SourceLocation = #_sourceLocation
  ) async throws -> ShownPage {
    guard var form = form(action, button, here) else { return page }
    fill(&form, values, here)
    if !form.fileFields.contains(field) || !form.isMultipart {
      Issue.record("No file “\(field)” can be sent by the form to \(form.action)", sourceLocation: here)
    }
    return try await send(form, file: SentFile(field: field, name: name, bytes: Array(bytes)), follows: follows)
  }

  /// Sends these fields as they are, whatever the page shows: a forger's form, or a stale one.
  @discardableResult
  func post(_ address: String, _ fields: [(String, String)], follows: Bool = true) async throws -> ShownPage {
    lastSent = (address, fields)
    return try await send(
      .post, address, type: "application/x-www-form-urlencoded", body: Array(urlEncoded(fields).utf8),
      follows: follows)
  }

  private func form(_ action: String?, _ button: String?, _ here: SourceLocation) -> ShownForm? {
    let forms = page.forms
    var found: ShownForm?
    if let action {
      found = forms.first { $0.action == action && $0.method == "post" } ?? forms.first { $0.action == action }
    } else if let button {
      found = forms.first { $0.buttons.contains { $0.label == button } }
    } else {
      let own = forms.filter { $0.isInMain && $0.method == "post" }
      found = own.count == 1 ? own[0] : nil
    }
    guard var found else {
      Issue.record(
        "No such form on \(page.address) (\(page.status), “\(page.h1)”), only to: \(forms.map(\.action))",
        sourceLocation: here)
      return nil
    }
    if let button { found.press(button) } else if let first = found.buttons.first { found.press(first.label) }
    return found
  }

  private func fill(_ form: inout ShownForm, _ values: [String: any Typing], _ here: SourceLocation) {
    for (name, value) in values {
      if let problem = form.fill(name, value.texts) { Issue.record("\(problem)", sourceLocation: here) }
    }
  }

  private struct SentFile {
    let field: String
    let name: String
    let bytes: [UInt8]
  }

  private func send(_ form: ShownForm, file: SentFile, follows: Bool) async throws -> ShownPage {
    let boundary = "----trellis-tests-7MA4YWxkTrZu0gW"
    var body: [UInt8] = []
    func part(_ heads: String, _ bytes: [UInt8]) {
      body += Array("--\(boundary)\r\nContent-Disposition: form-data; \(heads)\r\n\r\n".utf8) + bytes + [13, 10]
    }
    for (name, value) in form.sent {
      part("name=\"\(name)\"", Array(value.replacing("\n", with: "\r\n").utf8))
    }
    part(
      "name=\"\(file.field)\"; filename=\"\(file.name)\"\r\nContent-Type: application/octet-stream", file.bytes)
    body += Array("--\(boundary)--\r\n".utf8)
    return try await send(
      .post, form.action, type: "multipart/form-data; boundary=\(boundary)", body: body, follows: follows)
  }

  private func send(
    _ method: HTTPRequest.Method, _ address: String, type: String? = nil, body: [UInt8]? = nil, follows: Bool
  ) async throws -> ShownPage {
    var headers = headers
    if !cookies.isEmpty {
      headers[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    }
    if let type { headers[.contentType] = type }
    let address = String(address.prefix { $0 != "#" })
    let response = try await client.executeRequest(
      uri: address, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
    for cookie in response.headers[values: .setCookie] { keep(cookie) }
    page = ShownPage(
      address: address, status: response.status.code, headers: response.headers, bytes: Array(buffer: response.body))
    if follows, (300..<400).contains(response.status.code), let next = response.headers[.location] {
      return try await send(.get, next, follows: true)
    }
    return page
  }

  private func keep(_ cookie: String) {
    let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let value = pair.count > 1 ? String(pair[1]) : ""
    let ends = cookie.lowercased().contains("max-age=0")
    cookies[String(pair[0])] = ends || value.isEmpty ? nil : value
  }
}

/// As a browser writes a form.
func urlEncoded(_ fields: [(String, String)]) -> String {
  func encoded(_ text: String) -> String {
    text.replacing("\n", with: "\r\n").utf8.map { byte in
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 42: String(UnicodeScalar(byte))
      case 32: "+"
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
  return fields.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
}
