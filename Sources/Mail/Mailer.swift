import CCurl
package import Foundation

/// Sends messages to a mail server (SMTP, by libcurl).
package struct Mailer: Sendable {
  package struct Settings: Sendable {
    /// `smtps://host` (TLS from the start, port 465) or `smtp://host:587` (STARTTLS, which must be offered; but not by a
    /// server on this machine).
    package var address: String
    /// Empty for a server that asks for none.
    package var user: String
    package var password: String
    /// Who it is from: `Trellis <trellis@example.org>`.
    package var from: String
    /// A file of certificates that the server's is checked against; empty: the system's.
    package var certificates: String
    /// Seconds for a whole message.
    package var timeout: Int

    package init(
      address: String, user: String = "", password: String = "", from: String, certificates: String = "",
      timeout: Int = 30
    ) {
      self.address = address
      self.user = user
      self.password = password
      self.from = from
      self.certificates = certificates
      self.timeout = timeout
    }
  }

  private let settings: Settings
  private let from: MailAddress
  private let host: String

  /// Refuses settings that cannot work, in a sentence for the operator.
  package init(_ settings: Settings) throws(MailError) {
    guard let url = URL(string: settings.address), let scheme = url.scheme?.lowercased(),
      ["smtp", "smtps"].contains(scheme), let host = url.host(), !host.isEmpty, url.user() == nil,
      url.path().isEmpty || url.path() == "/", url.query() == nil
    else {
      throw MailError(
        "The mail server's address must look like smtps://mail.example.org or smtp://mail.example.org:587.")
    }
    guard let from = MailAddress(settings.from) else {
      throw MailError("The sender's address must look like “Trellis <trellis@example.org>”.")
    }
    self.settings = settings
    self.from = from
    self.host = host
  }

  /// Hands the message to the server, on a thread of its own. When it returns, the server has taken it; whether it
  /// arrives is another matter. `sent` is the date that it bears.
  package func send(_ message: Message, sent: Date) async throws(MailError) {
    let wire = message.wire(from: from, sent: sent, id: UUID())
    let result = await withCheckedContinuation { continuation in
      Self.threads.addOperation { continuation.resume(returning: deliver(wire, to: message.to)) }
    }
    if let result { throw result }
  }

  private func deliver(_ wire: [UInt8], to recipient: MailAddress) -> MailError? {
    guard Self.isReady, let curl = curl_easy_init() else { return MailError("Mail cannot be sent from this server.") }
    defer { curl_easy_cleanup(curl) }
    let recipients = curl_slist_append(nil, "<\(recipient.address)>")
    defer { curl_slist_free_all(recipients) }
    var errors = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
    var reading = Reading(bytes: wire)
    let code = errors.withUnsafeMutableBufferPointer { errors in
      withUnsafeMutablePointer(to: &reading) { reading in
        trellis_curl_set_text(curl, CURLOPT_URL, settings.address)
        trellis_curl_set_number(curl, CURLOPT_NOSIGNAL, 1)
        trellis_curl_set_number(curl, CURLOPT_TIMEOUT, settings.timeout)
        trellis_curl_set_number(curl, CURLOPT_CONNECTTIMEOUT, min(10, settings.timeout))
        trellis_curl_set_number(curl, CURLOPT_USE_SSL, isLocal ? CURLUSESSL_TRY.number : CURLUSESSL_ALL.number)
        if !settings.certificates.isEmpty { trellis_curl_set_text(curl, CURLOPT_CAINFO, settings.certificates) }
        if !settings.user.isEmpty {
          trellis_curl_set_text(curl, CURLOPT_USERNAME, settings.user)
          trellis_curl_set_text(curl, CURLOPT_PASSWORD, settings.password)
        }
        trellis_curl_set_text(curl, CURLOPT_MAIL_FROM, "<\(from.address)>")
        trellis_curl_set_list(curl, CURLOPT_MAIL_RCPT, recipients)
        trellis_curl_set_number(curl, CURLOPT_UPLOAD, 1)
        trellis_curl_set_reader(curl, Reading.read, reading)
        trellis_curl_set_errors(curl, errors.baseAddress!)
        return curl_easy_perform(curl)
      }
    }
    if code == CURLE_OK { return nil }
    let said = String(decoding: errors.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let name = String(cString: curl_easy_strerror(code))
    return Self.error(code, response: trellis_curl_response_code(curl), detail: said.isEmpty ? name : said)
  }

  /// A server on this machine may be spoken to without TLS.
  private var isLocal: Bool { ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host) }

  private static func error(_ code: CURLcode, response: Int, detail: String) -> MailError {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT, CURLE_RECV_ERROR,
      CURLE_GOT_NOTHING:
      MailError("The mail server cannot be reached now. Try again later.", detail: detail)
    case CURLE_LOGIN_DENIED:
      MailError("The mail server refused our user name or password. Please tell the operator.", detail: detail)
    case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION:
      MailError(
        "The mail server offers no safe connection, so nothing was sent. Please tell the operator.", detail: detail)
    default:
      (500..<600).contains(response)
        ? MailError("The mail server refused this message or its address.", detail: detail)
        : MailError("The mail server did not take the message. Try again later.", detail: detail)
    }
  }

  private static let threads: OperationQueue = {
    let queue = OperationQueue()
    queue.name = "mail"
    queue.maxConcurrentOperationCount = 4
    return queue
  }()

  /// libcurl is made ready once for the whole program, before any thread uses it.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}

/// The bytes of a message while libcurl takes them away.
private struct Reading {
  let bytes: [UInt8]
  var place = 0

  static let read: curl_read_callback = { buffer, size, count, context in
    guard let buffer, let reading = context?.assumingMemoryBound(to: Reading.self) else { return 0 }
    let rest = reading.pointee.bytes[reading.pointee.place...].prefix(size * count)
    for (index, byte) in rest.enumerated() { buffer[index] = CChar(bitPattern: byte) }
    reading.pointee.place += rest.count
    return rest.count
  }
}

extension curl_usessl {
  fileprivate var number: Int { Int(rawValue) }
}
