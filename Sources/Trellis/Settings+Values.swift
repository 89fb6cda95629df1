import Foundation

#if canImport(Glibc)
  import Glibc
#endif

extension Settings {
  /// `NAME=value` lines, with or without `export`; `#` begins a comment; quotes around a value are dropped.
  static func lines(of text: String) -> [String: String] {
    var values: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      var line = line.trimmingCharacters(in: .whitespaces)
      if line.hasPrefix("export ") { line = String(line.dropFirst(7)) }
      guard !line.hasPrefix("#"), let equals = line.firstIndex(of: "=") else { continue }
      let value = line[line.index(after: equals)...].trimmingCharacters(in: .whitespaces)
      values[line[..<equals].trimmingCharacters(in: .whitespaces)] = unquoted(value)
    }
    return values
  }

  /// The file `.env` of the working folder; nil where there is none. Refuses one that is there and cannot be read, since
  /// the defaults would be a surprise.
  static func file() throws -> String? {
    guard FileManager.default.fileExists(atPath: ".env") else { return nil }
    guard let data = FileManager.default.contents(atPath: ".env") else {
      throw SettingsError("The file .env is there, but cannot be read.")
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// Names that begin as settings do and are none: most likely misspelt.
  static func strangers(environment: [String: String], file: String?) -> [String] {
    let known = Set(names.map(\.variable))
    let said = Set(environment.keys).union((file.map { lines(of: $0) } ?? [:]).keys)
    return said.filter { $0.hasPrefix("TRELLIS_") && !known.contains($0) }.sorted()
  }

  /// `sqlite:FILE` or `postgres://…`.
  static func databaseAddress(_ text: String) throws -> String {
    let isFile = text.hasPrefix("sqlite:") && text.count > "sqlite:".count
    guard isFile || text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else {
      throw SettingsError("A database is sqlite:FILE or postgres://USER:PASSWORD@HOST:PORT/NAME.")
    }
    return text
  }

  static func yesOrNo(_ variable: String, _ text: String) throws -> Bool {
    switch text.lowercased() {
    case "yes", "true", "1", "on": return true
    case "no", "false", "0", "off": return false
    default: throw SettingsError("\(variable) has to be yes or no, not “\(text)”.")
    }
  }

  /// Without a slash at its end.
  static func webAddress(_ variable: String, _ text: String) throws -> String {
    let parts = URLComponents(string: text)
    guard let parts, ["http", "https"].contains(parts.scheme), parts.host?.isEmpty == false, parts.query == nil,
      ["", "/"].contains(parts.path)
    else { throw SettingsError("\(variable) has to be an address such as https://trellis.example, not “\(text)”.") }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// A numeric address of version 4 or 6: what a connection is compared with.
  static func networkAddress(_ variable: String, _ text: String) throws -> String {
    var space = in6_addr()
    guard inet_pton(AF_INET, text, &space) == 1 || inet_pton(AF_INET6, text, &space) == 1 else {
      throw SettingsError("\(variable) takes numeric addresses such as 10.0.0.1, not “\(text)”.")
    }
    return text
  }

  private static func unquoted(_ value: String) -> String {
    if value.count >= 2, let quote = value.first, "\"'".contains(quote), value.last == quote {
      return String(value.dropFirst().dropLast())
    }
    return value.range(of: " #").map { value[..<$0.lowerBound].trimmingCharacters(in: .whitespaces) } ?? value
  }
}
