import Domain

/// What a cell says of pay: an amount, and what it is for where that stands behind it: `17.20 per hour`, `£17.20 p/h`,
/// `28.7p a minute`.
struct PayCell {
  /// As `Rate` and `Pence` read it.
  let amount: String
  /// Empty where the cell says an amount alone.
  let basis: String

  /// A p is pence only where it stands alone behind the number: `17.20 p/h` is pounds, and so is `17.20 p h`.
  init(_ text: String) {
    guard let match = text.wholeMatch(of: Self.parts) else {
      (amount, basis) = (text, "")
      return
    }
    let number = match.1.filter { $0.isNumber || ".,£".contains($0) }
    let (isNear, rest) = (match.2.isEmpty, String(match.3))
    if let pence = rest.wholeMatch(of: isNear ? Self.penceNear : Self.penceApart) {
      (amount, basis) = (number + "p", String(pence.1 ?? ""))
    } else {
      (amount, basis) = (number, rest)
    }
  }

  /// The number, with a space before each three digits perhaps; then what follows it.
  private static var parts: Regex<(Substring, Substring, Substring, Substring)> {
    /\s*((?:£|gbp)?\s*[0-9.](?:[0-9.,]|\s(?=[0-9]{3}(?![0-9])))*)(\s*)(.*)/.ignoresCase()
  }
  private static var penceNear: Regex<(Substring, Substring?)> {
    /(?:pence\b|p(?=\s|$))\s*(.*)?/.ignoresCase()
  }
  private static var penceApart: Regex<(Substring, Substring?)> {
    /(?:pence\b|p(?=\s*$|\s+(?:per|an?|each|every)\b))\s*(.*)?/.ignoresCase()
  }
}
