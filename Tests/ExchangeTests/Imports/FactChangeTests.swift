import Domain
import Testing

@testable import Exchange

struct `A fact that a file says` {
  private func day(_ number: Int) -> Day { Day(2026, 9, 1)! + number }
  private func fact(_ value: String, _ from: Int, _ until: Int? = nil) -> Dated<String> {
    Dated(value, Span(day(from), until.map(day))!)
  }

  @Test func `ends what held before, the day before`() {
    #expect(
      FactChange.facts([fact("K", 0)], to: "E", from: day(10), known: day(20)) == [fact("K", 0, 9), fact("E", 10)])
  }

  @Test func `replaces what was said to begin since`() {
    #expect(
      FactChange.facts([fact("N", 0, 14), fact("K", 15)], to: "E", from: day(10), known: day(20))
        == [fact("N", 0, 9), fact("E", 10)])
  }

  @Test func `leaves what begins later, and ends before it`() {
    #expect(
      FactChange.facts([fact("K", 0, 29), fact("N", 30)], to: "E", from: day(10), known: day(20))
        == [fact("K", 0, 9), fact("E", 10, 29), fact("N", 30)])
  }

  @Test func `that holds already changes nothing, whenever it began`() {
    #expect(FactChange.facts([fact("E", 5)], to: "E", from: day(10), known: day(20)) == [fact("E", 5)])
  }

  @Test func `never overlaps another, whatever stood there, and is there the second time`() {
    var generator = SplitMix(state: 20_261_121)
    for _ in 0..<3000 {
      var facts: [Dated<String>] = []
      var next = Int.random(in: 0..<10, using: &generator)
      while next < 60, Int.random(in: 0..<5, using: &generator) > 0 {
        let length = Int.random(in: 0..<15, using: &generator)
        facts.append(fact(["N", "K", "E"].randomElement(using: &generator)!, next, next + length))
        next += length + 1 + Int.random(in: 0..<4, using: &generator)
      }
      let from = day(Int.random(in: 0..<70, using: &generator))
      let known = day(Int.random(in: 0..<70, using: &generator))
      let value = [nil, "N", "K", "E"].randomElement(using: &generator)!
      let changed = FactChange.facts(facts, to: value, from: from, known: known)
      let sorted = changed.sorted { $0.span.from < $1.span.from }
      for (left, right) in zip(sorted, sorted.dropFirst()) { #expect(!left.span.overlaps(right.span)) }
      #expect(sorted.first { $0.span.contains(max(from, known)) }?.value == value)
      #expect(FactChange.facts(changed, to: value, from: from, known: known) == changed)
    }
  }
}

/// A generator that gives the same numbers each time (Steele, Lea, Flood, 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
