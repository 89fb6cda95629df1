/// The chance of the demonstration: the same every time, so that everybody sees the same schools (SplitMix64, Steele, Lea
/// and Flood 2014).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func happens(_ percent: Int) -> Bool { roll(1...100) <= percent }
  mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(0...values.count - 1)] }

  /// One of `values`, each with its weight.
  mutating func weighted<Value>(_ values: [(Value, Int)]) -> Value {
    var rest = roll(1...values.reduce(0) { $0 + $1.1 })
    for (value, weight) in values {
      rest -= weight
      if rest <= 0 { return value }
    }
    return values[0].0
  }

  /// So many of `values`, in an order of chance.
  mutating func some<Value>(_ count: Int, of values: [Value]) -> [Value] {
    Array(values.shuffled(using: &self).prefix(count))
  }
}
