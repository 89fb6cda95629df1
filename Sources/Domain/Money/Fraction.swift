/// A fraction of whole numbers in lowest terms. 128 bits hold every sum of money of a school many times over; beyond them
/// the arithmetic stops the program rather than give a wrong figure, so what comes from people is bounded before it gets
/// here (`Rate`, `TimeShare`, `Schedule`).
package struct Fraction: Hashable, Sendable, ExpressibleByIntegerLiteral {
  package let numerator: Int128
  /// Above 0.
  package let denominator: Int128

  package init(_ numerator: Int128, _ denominator: Int128 = 1) {
    precondition(denominator > 0, "a fraction's denominator is above 0")
    let divisor = Fraction.greatestCommonDivisor(numerator, denominator)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  package init(integerLiteral number: Int) { self.init(Int128(number)) }

  package static func + (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator)
  }
  package static func - (left: Fraction, right: Fraction) -> Fraction {
    left + Fraction(-right.numerator, right.denominator)
  }
  package static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.numerator * right.numerator, left.denominator * right.denominator)
  }
  /// `right` is above 0.
  package static func / (left: Fraction, right: Fraction) -> Fraction {
    left * Fraction(right.denominator, right.numerator)
  }

  /// To the nearest whole number, half up. Not less than 0.
  package var roundedHalfUp: Int { Fraction.roundedHalfUp(numerator, denominator) }

  /// The same of a fraction that need not be in lowest terms.
  static func roundedHalfUp(_ numerator: Int128, _ denominator: Int128) -> Int {
    precondition(numerator >= 0, "only amounts of 0 and more are rounded half up")
    return Int((2 * numerator + denominator) / (2 * denominator))
  }

  private static func greatestCommonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (a, b) = (left.magnitude, right.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    return Int128(a)
  }
}
