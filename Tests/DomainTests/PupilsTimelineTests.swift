import Domain
import Testing

@Suite struct PupilsTimelineTests {
  private func day(_ text: String) -> Day { Day(iso: text)! }
  private func span(_ from: String, _ until: String? = nil) -> Span { Span(day(from), until.map(day))! }

  private var classes: Timeline<String> {
    Timeline([Dated("1C", span("2024-09-02", "2025-08-31")), Dated("2A", span("2025-09-01"))])
  }

  @Test func `a change from a day ends what held the day before`() {
    var classes = classes
    let isNew = classes.change(to: "2B", from: day("2026-01-05"))
    #expect(isNew)
    #expect(
      classes.facts == [
        Dated("1C", span("2024-09-02", "2025-08-31")), Dated("2A", span("2025-09-01", "2026-01-04")),
        Dated("2B", span("2026-01-05")),
      ])
  }

  @Test func `a change to what holds already is none`() {
    var classes = classes
    let isNew = classes.change(to: "2A", from: day("2026-01-05"))
    #expect(!isNew)
    #expect(classes == self.classes)
  }

  @Test func `a change that is told late holds until the next one that is known`() {
    var classes = classes
    classes.change(to: "1D", from: day("2025-03-01"))
    #expect(classes.on(day("2025-08-31"))?.value == "1D")
    #expect(classes.on(day("2025-09-01"))?.value == "2A")
    #expect(classes.on(day("2025-02-28"))?.value == "1C")
  }

  @Test func `a change before the first fact holds until that one`() {
    var classes = classes
    classes.change(to: "RP", from: day("2023-09-01"))
    #expect(classes.facts.first == Dated("RP", span("2023-09-01", "2024-09-01")))
  }

  @Test func `a change on the very day on which something began replaces it`() {
    var classes = classes
    classes.change(to: "2B", from: day("2025-09-01"))
    #expect(classes.facts.map(\.value) == ["1C", "2B"])
  }

  @Test func `changing back joins what was parted`() {
    var classes = classes
    classes.change(to: "2B", from: day("2026-01-05"))
    classes.change(to: "2A", from: day("2026-01-05"))
    #expect(classes == self.classes)
  }

  @Test func `a change to nothing leaves a gap`() {
    var classes = classes
    classes.change(to: nil, from: day("2026-01-05"))
    #expect(classes.on(day("2026-01-04"))?.value == "2A")
    #expect(classes.on(day("2026-01-05")) == nil)
  }

  @Test func `correcting a first day moves the end of what stood before it`() throws {
    var classes = classes
    try classes.correct(beginningOn: day("2025-09-01"), to: "2A", span("2025-09-15"))
    #expect(classes.facts[0].span == span("2024-09-02", "2025-09-14"))
    try classes.correct(beginningOn: day("2025-09-15"), to: "2A", span("2025-07-01"))
    #expect(classes.facts[0].span == span("2024-09-02", "2025-06-30"))
  }

  @Test func `a correction that would swallow a neighbour is refused`() {
    var classes = classes
    #expect(throws: Refusal.self) {
      try classes.correct(beginningOn: day("2025-09-01"), to: "2A", span("2024-09-02"))
    }
    #expect(throws: Refusal.self) {
      try classes.correct(beginningOn: day("2024-09-02"), to: "1C", span("2024-09-02"))
    }
    #expect(classes == self.classes)
  }

  @Test func `a fact that was never true gives its days back to what held before`() throws {
    var classes = classes
    try classes.remove(beginningOn: day("2025-09-01"))
    #expect(classes.facts == [Dated("1C", span("2024-09-02"))])
  }

  @Test(arguments: 0..<200)
  func `whatever is done, facts never overlap`(seed: Int) {
    var random = Steps(state: UInt64(seed) &* 7919 &+ 13)
    var timeline = Timeline<Int>()
    for _ in 0..<30 {
      let from = day("2026-01-01") + random.next(60)
      let value = random.next(4)
      switch random.next(4) {
      case 0: _ = timeline.change(to: value == 3 ? nil : value, from: from)
      case 1: _ = timeline.change(to: value, from: from)
      case 2:
        let end = random.next(2) == 0 ? nil : from + random.next(20)
        if let fact = timeline.facts.randomElement(using: &random) {
          try? timeline.correct(beginningOn: fact.span.from, to: value, Span(from, end)!)
        }
      default: if let fact = timeline.facts.first { try? timeline.remove(beginningOn: fact.span.from) }
      }
      for (left, right) in zip(timeline.facts, timeline.facts.dropFirst()) {
        #expect(left.span.until.map { $0 < right.span.from } ?? false)
      }
    }
  }
}

/// Numbers that are the same in every run.
struct Steps: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }

  mutating func next(_ bound: Int) -> Int { Int(next() >> 33) % bound }
}
