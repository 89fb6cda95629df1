import Domain

/// Seeded random numbers (SplitMix64), and the random facts of property tests: the same on every machine and every day.
struct Lottery: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func chance(_ outOf: Int) -> Bool { number(1...outOf) == 1 }

  /// In the sample's years 2025/26 to 2027/28, and a little around them.
  mutating func day() -> Day { Sample.day("2025-08-15") + number(0...1120) }

  mutating func period() -> Period {
    let days = [day(), day()].sorted()
    return Period(days[0], days[1])!
  }

  mutating func span() -> Span {
    let period = period()
    return Span(period.from, chance(4) ? nil : period.until)!
  }

  mutating func pattern() -> Schedule.Pattern {
    switch number(1...6) {
    case 1:
      .on(
        (1...number(1...4)).map { _ in
          .init(Weekday(rawValue: number(0...4))!, Schedule.Weeks.allCases.randomElement(using: &self)!)
        })
    case 2: .perFortnight(number(1...12))
    case 3: .perHalfTerm(number(1...9))
    case 4: .once(chance(2) ? nil : day())
    default: .perWeek(number(1...7))
    }
  }

  /// Adjoining spans that fill `span` from a day on.
  mutating func partition(_ span: Span) -> [Span] {
    var spans: [Span] = []
    var from = span.from
    for _ in 0..<number(0...2) {
      let until = from + number(0...150)
      if let end = span.until, until >= end { break }
      spans.append(Span(from, until)!)
      from = until.next
    }
    return spans + [Span(from, span.until)!]
  }

  mutating func rate() -> Rate {
    let basis: RateBasis =
      switch number(1...4) {
      case 1: .minute
      case 2: .weeklyHour(weeks: number(36...40))
      case 3: .annualHour(hours: number(1...1265))
      default: .hour
      }
    return try! Rate(number(1...400_000), basis)
  }

  /// For both roles, throughout; with gaps unless `priced`.
  mutating func rates(priced: Bool = true) -> [RateBook.RoleRate] {
    [Sample.assistantRole, Sample.teacherRole].flatMap { role in
      partition(Sample.span("2025-08-01")).filter { _ in priced || !chance(3) }
        .map { RateBook.RoleRate(role: role, span: $0, rate: rate()) }
    }
  }

  mutating func members(of span: Span) -> [GroupFacts.Member] {
    "ABCDEFGH".prefix(number(0...8)).flatMap { letter -> [GroupFacts.Member] in
      let birth = Day(2017, number(1...12), number(1...28))!
      let years = YearFrom.list(in: Sample.period("2025-08-15", "2028-12-31")) { YearGroup(bornOn: birth, on: $0) }
      return partition(self.span()).filter { _ in !chance(4) }.map { part in
        Sample.member(
          letter, part, weight: chance(3) ? number(1...5) : 1, stream: [nil, Sample.sen, Sample.eal][number(0...2)],
          years: years)
      }
    }
  }

  mutating func leads(of span: Span) -> [GroupFacts.Lead] {
    [(Sample.assistant, Sample.assistantRole), (Sample.teacher, Sample.teacherRole)].prefix(number(1...2)).flatMap {
      staff, role in
      partition(self.span()).map { part in
        let top = number(1...3)
        return GroupFacts.Lead(staff: staff, role: role, span: part, share: try! TimeShare(top, number(top...7)))
      }
    }
  }

  mutating func items() -> [GroupFacts.Item] {
    (0..<UInt64(number(0...2))).map {
      .init(id: Sample.id(500 + $0), cost: Pence(number(0...20_000)), day: chance(3) ? nil : day())
    }
  }

  mutating func group() -> GroupFacts {
    let span = span()
    let schedules = chance(8) ? [] : partition(span).map { Sample.schedule(number(1...90), pattern(), $0) }
    return Sample.group(schedules, members(of: span), span: span, leads: leads(of: span), items: items())
  }
}
