/// Sums of fractions that are divided only once: every addend is brought to one denominator beforehand, and what has been
/// added so far can be asked at any time, rounded half up. Differences of such totals add up to the last of them.
struct RunningTotal {
  private let addends: [Int128]
  private let denominator: Int128
  private var sum: Int128 = 0

  /// Above this the sums of a hundred years would no longer fit.
  private static let mostDenominator: Int128 = 1 << 50

  /// Nil where the denominators have too great a common one, as a dozen rates per odd numbers of hours in one line.
  init?(_ fractions: [(numerator: Int, denominator: Int)]) {
    var common: Int128 = 1
    for fraction in fractions {
      let denominator = Int128(fraction.denominator)
      if common % denominator != 0 { common = Fraction(denominator, common).numerator * common }
      if common > RunningTotal.mostDenominator { return nil }
    }
    denominator = common
    addends = fractions.map { Int128($0.numerator) * (common / Int128($0.denominator)) }
  }

  /// Adds fraction `index`, `count` times.
  mutating func add(_ index: Int, times count: Int) { sum += addends[index] * Int128(count) }

  var rounded: Int { Fraction.roundedHalfUp(sum, denominator) }
}
