/// Money in whole pence, as every figure of Trellis that people see.
package struct Pence: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  package var count: Int

  package init(_ count: Int) { self.count = count }
  package init(integerLiteral count: Int) { self.count = count }

  package static let zero: Pence = 0

  package static func < (left: Pence, right: Pence) -> Bool { left.count < right.count }
  package static func + (left: Pence, right: Pence) -> Pence { Pence(left.count + right.count) }
  package static func - (left: Pence, right: Pence) -> Pence { Pence(left.count - right.count) }
  package static func += (left: inout Pence, right: Pence) { left.count += right.count }
  package static func -= (left: inout Pence, right: Pence) { left.count -= right.count }

  /// `£1,234.56`, `£0.07`, `−£3.00`.
  package var words: String { Sterling.words(count, places: 2, atLeast: 2) }
  /// The same of a sum that lacks so many lines for which no rate is known, and so many groups that meet and that nobody
  /// leads. Neither is ever shown as nothing: `not priced`, `£12.00 + not priced`, `not led`, `£12.00 + not led`.
  package func words(lacking unpriced: Int, unled: Int = 0) -> String {
    let lacking = (unpriced > 0 ? ["not priced"] : []) + (unled > 0 ? ["not led"] : [])
    if lacking.isEmpty { return words }
    return ((self == .zero ? [] : [words]) + lacking).joined(separator: " + ")
  }
  /// To the nearest pound, half up, where a column has no room for pence: `£1,235`.
  package var roundedWords: String {
    let pounds = (count.magnitude + 50) / 100
    return (count < 0 && pounds > 0 ? "−£" : "£") + Int(pounds).grouped
  }
  /// As spreadsheets and files want it, without a sign of currency: `1234.56`.
  package var decimalText: String {
    (count < 0 ? "-" : "") + "\(count.magnitude / 100).\(padded(Int(count.magnitude % 100), 2))"
  }

  /// Reads an amount as people type it: `17.20`, `17.2`, `£1,234`, `12p`. Nil for anything else, for less than nothing,
  /// and for parts of a penny.
  package init?(typed text: some StringProtocol) {
    guard let amount = Sterling.read(text, places: 2) else { return nil }
    count = amount
  }
}

extension Sequence where Element == Pence {
  package var sum: Pence { reduce(into: .zero) { $0 += $1 } }
}

/// How amounts of pounds are written and read, to any number of decimal places.
enum Sterling {
  /// `amount` is in units of 10^−places pounds; at least `atLeast` places are shown, more only if they say something.
  static func words(_ amount: Int, places: Int, atLeast: Int) -> String {
    let unit = (0..<places).reduce(UInt(1)) { unit, _ in unit * 10 }
    var decimals = padded(Int(amount.magnitude % unit), places)
    while decimals.count > atLeast, decimals.last == "0" { decimals.removeLast() }
    return (amount < 0 ? "−£" : "£") + Int(amount.magnitude / unit).grouped + "." + decimals
  }

  /// The amount in units of 10^−places pounds; nil where it is no amount or would not be whole.
  static func read(_ text: some StringProtocol, places: Int) -> Int? {
    var body = Substring(text.filter { !$0.isWhitespace })
    let isInPence = body.last == "p" || body.last == "P"
    if isInPence { body.removeLast() }
    if body.first == "£" {
      guard !isInPence else { return nil }
      body.removeFirst()
    }
    let places = isInPence ? places - 2 : places
    let parts = body.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, let pounds = ungrouped(whole) else { return nil }
    let decimals = parts.count > 1 ? parts[1] : ""
    guard parts.count == 1 || !decimals.isEmpty, !(whole.isEmpty && decimals.isEmpty),
      decimals.utf8.allSatisfy(isDigit), decimals.dropFirst(places).allSatisfy({ $0 == "0" })
    else { return nil }
    var amount = pounds
    for place in 0..<places {
      let digit = decimals.utf8.dropFirst(place).first.map { Int($0) - 48 } ?? 0
      amount = amount * 10 + digit
    }
    return amount
  }

  /// Twelve digits at the most, with commas only before each three; an empty text is nothing.
  private static func ungrouped(_ text: Substring) -> Int? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else { return nil }
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    let digits = groups.joined()
    guard digits.count <= 12 else { return nil }
    return digits.isEmpty ? 0 : Int(digits)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}

extension Int {
  /// With commas: `1,234,567`.
  package var grouped: String {
    var text = ""
    for (index, digit) in String(magnitude).enumerated() {
      if index > 0, (String(magnitude).count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return self < 0 ? "−" + text : text
  }
}
