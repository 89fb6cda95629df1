/// How much of an adult's time a group takes while it runs: all of it, or a part, as of a teaching assistant who minds two
/// groups at once. Exact.
package struct TimeShare: Hashable, Sendable {
  package let numerator: Int
  package let denominator: Int

  package static let whole = TimeShare(unchecked: 1, 1)

  /// Above 0 and not above 1, in thousandths or coarser. Refuses anything else.
  package init(_ numerator: Int, _ denominator: Int) throws(Refusal) {
    guard (1...1000).contains(denominator), (1...denominator).contains(numerator) else {
      throw .invalid("A share of somebody's time is more than none and not more than all of it.", field: "share")
    }
    var (a, b) = (numerator, denominator)
    while b != 0 { (a, b) = (b, a % b) }
    self.init(unchecked: numerator / a, denominator / a)
  }

  /// Reads `1/3`, `50%`, `50 %`, `half`, `all`. Refuses anything else.
  package init(typed text: some StringProtocol) throws(Refusal) {
    let folded = text.lowercased().filter { !$0.isWhitespace }
    let pieces = folded.split(separator: "/", omittingEmptySubsequences: false)
    switch folded {
    case "all", "whole", "1": self = .whole
    case "half", "½": try self.init(1, 2)
    default:
      if pieces.count == 2, let numerator = Int(pieces[0]), let denominator = Int(pieces[1]) {
        try self.init(numerator, denominator)
      } else if folded.last == "%", let percent = Int(folded.dropLast()) {
        try self.init(percent, 100)
      } else {
        throw .invalid("Write a share of somebody's time as 1/2 or 50%.", field: "share")
      }
    }
  }

  /// `all`, `1/3`.
  package var words: String { self == .whole ? "all" : "\(numerator)/\(denominator)" }

  private init(unchecked numerator: Int, _ denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }
}
