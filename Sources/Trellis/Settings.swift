import Foundation

/// Everything that an installation can set, with defaults that start a working demonstration. Read once, in this order:
/// arguments, environment, `.env` in the working folder, defaults. Each is documented in docs/operating.md, and a test
/// says so.
struct Settings: Sendable, Equatable {
  var host = "127.0.0.1"
  var port = 8080
  var database = "sqlite:trellis.sqlite"
  var demonstration = false
  var publicURL = ""
  var trustedProxies: [String] = []
  var timeZone = "Europe/London"
  var mailServer = ""
  var mailUser = ""
  var mailPassword = ""
  var mailFrom = ""
  var mailCertificates = ""
  var contact = ""
  var typst = ""
  var fonts: [String] = ["/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto"]
  var connections = 8

  /// A setting as it is called in the environment, with what it means.
  struct Name: Sendable, Hashable {
    let variable: String
    let meaning: String
    /// Secrets are never printed by `trellis check`.
    var isSecret = false
  }

  static let names: [Name] = [
    Name(variable: "TRELLIS_HOST", meaning: "The address to listen on."),
    Name(variable: "TRELLIS_PORT", meaning: "The port to listen on."),
    Name(
      variable: "TRELLIS_DATABASE", meaning: "sqlite:FILE or postgres://USER:PASSWORD@HOST:PORT/NAME.", isSecret: true),
    Name(variable: "TRELLIS_DEMO", meaning: "yes offers the demonstration's doors while nothing else is kept."),
    Name(
      variable: "TRELLIS_PUBLIC_URL",
      meaning: "Where visitors reach it, as https://trellis.example. https makes cookies Secure."),
    Name(
      variable: "TRELLIS_TRUSTED_PROXIES", meaning: "Addresses, separated by commas, whose X-Forwarded-For is believed."
    ),
    Name(variable: "TRELLIS_TIME_ZONE", meaning: "Decides what “today” is."),
    Name(variable: "TRELLIS_MAIL_SERVER", meaning: "smtp://HOST:PORT or smtps://HOST:PORT; empty sends no mail."),
    Name(variable: "TRELLIS_MAIL_USER", meaning: "The mail server's user."),
    Name(variable: "TRELLIS_MAIL_PASSWORD", meaning: "The mail server's password.", isSecret: true),
    Name(variable: "TRELLIS_MAIL_FROM", meaning: "The address that mail comes from."),
    Name(
      variable: "TRELLIS_MAIL_CERTIFICATES",
      meaning: "A file of certificates (PEM) that the mail server's is checked against; empty: the system's."),
    Name(variable: "TRELLIS_CONTACT", meaning: "Whom to ask when one cannot get in: shown on the sign-in page."),
    Name(
      variable: "TRELLIS_TYPST",
      meaning: "The typst command; empty looks in .tools, beside the program and on the PATH."),
    Name(variable: "TRELLIS_FONTS", meaning: "Folders with fonts for documents, separated by colons."),
    Name(variable: "TRELLIS_CONNECTIONS", meaning: "The most connections to PostgreSQL at once."),
  ]

  /// Reads the environment over `.env` over the defaults. Refuses a value that cannot be, naming its variable.
  static func read(environment: [String: String], file: String?) throws -> Settings {
    var values = file.map { lines(of: $0) } ?? [:]
    for name in names { if let value = environment[name.variable] { values[name.variable] = value } }
    var settings = Settings()
    func take(_ variable: String, _ set: (String) throws -> Void) rethrows {
      if let value = values[variable], !value.isEmpty { try set(value) }
    }
    func number(_ variable: String, _ range: ClosedRange<Int>) throws -> Int? {
      guard let value = values[variable], !value.isEmpty else { return nil }
      guard let number = Int(value), range.contains(number) else {
        throw SettingsError(
          "\(variable) has to be a number from \(range.lowerBound) to \(range.upperBound), not “\(value)”.")
      }
      return number
    }
    take("TRELLIS_HOST") { settings.host = $0 }
    settings.port = try number("TRELLIS_PORT", ports) ?? settings.port
    try take("TRELLIS_DATABASE") { settings.database = try databaseAddress($0) }
    try take("TRELLIS_DEMO") { settings.demonstration = try yesOrNo("TRELLIS_DEMO", $0) }
    try take("TRELLIS_PUBLIC_URL") { settings.publicURL = try webAddress("TRELLIS_PUBLIC_URL", $0) }
    try take("TRELLIS_TRUSTED_PROXIES") {
      settings.trustedProxies = try list($0, ",").map { try networkAddress("TRELLIS_TRUSTED_PROXIES", $0) }
    }
    try take("TRELLIS_TIME_ZONE") {
      guard TimeZone(identifier: $0) != nil else { throw SettingsError("TRELLIS_TIME_ZONE: there is no zone “\($0)”.") }
      settings.timeZone = $0
    }
    take("TRELLIS_MAIL_SERVER") { settings.mailServer = $0 }
    take("TRELLIS_MAIL_USER") { settings.mailUser = $0 }
    take("TRELLIS_MAIL_PASSWORD") { settings.mailPassword = $0 }
    take("TRELLIS_MAIL_FROM") { settings.mailFrom = $0 }
    take("TRELLIS_MAIL_CERTIFICATES") { settings.mailCertificates = $0 }
    take("TRELLIS_CONTACT") { settings.contact = $0 }
    take("TRELLIS_TYPST") { settings.typst = $0 }
    take("TRELLIS_FONTS") { settings.fonts = list($0, ":") }
    settings.connections = try number("TRELLIS_CONNECTIONS", 1...200) ?? settings.connections
    return settings
  }

  /// 0 takes a free one.
  static let ports = 0...65_535

  /// What visitors' links begin with.
  var address: String { publicURL.isEmpty ? "http://\(host):\(port)" : publicURL }

  private static func list(_ text: String, _ separator: Character) -> [String] {
    text.split(separator: separator).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}

struct SettingsError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
