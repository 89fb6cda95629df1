import Foundation

/// The house's stylesheet, read for its tokens and its classes.
struct Stylesheet {
  let text: String

  init() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../Sources/Site/Resources/public/trellis.css")
    text = try String(contentsOf: file.standardizedFileURL, encoding: .utf8)
  }

  /// The tokens of the first `:root` after `start`, over those of light.
  func tokens(after start: String? = nil) throws -> [String: String] {
    let from = try start.map { try required(text.range(of: $0)).upperBound } ?? text.startIndex
    let open = try required(text.range(of: ":root {", range: from..<text.endIndex)).upperBound
    let close = try required(text.range(of: "}", range: open..<text.endIndex)).lowerBound
    var tokens = start == nil ? [:] : try self.tokens()
    for line in text[open..<close].split(separator: ";") {
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      if parts.count == 2, parts[0].hasPrefix("--") { tokens[String(parts[0].dropFirst(2))] = parts[1] }
    }
    return tokens
  }

  /// Every class that has a rule.
  var classes: Set<String> {
    Set(text.matches(of: /\.([a-z][a-z0-9-]*)(?=[^;{}]*\{)/).map { String($0.1) })
  }

  private func required<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw CocoaError(.fileReadCorruptFile) }
    return value
  }
}

/// An opaque colour, as the WCAG measure it.
struct Colour {
  let channels: [Double]

  init?(_ text: String) {
    guard text.hasPrefix("#"), text.count == 7, let value = Int(text.dropFirst(), radix: 16) else { return nil }
    channels = [16, 8, 0].map { Double(value >> $0 & 255) / 255 }
  }

  private init(channels: [Double]) { self.channels = channels }

  /// `color-mix(in srgb, self part, other)`, part from 0 to 1.
  func mixed(_ part: Double, over other: Colour) -> Colour {
    Colour(channels: zip(channels, other.channels).map { $0 * part + $1 * (1 - part) })
  }

  /// WCAG 2.2, relative luminance.
  private var luminance: Double {
    let linear = channels.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// WCAG 2.2, contrast ratio, 1 to 21.
  func contrast(with other: Colour) -> Double {
    let pair = [luminance, other.luminance].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }
}
