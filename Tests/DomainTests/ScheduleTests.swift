import Domain
import Testing

@Suite struct ScheduleTests {
  let calendar = Sample.calendar
  /// Two whole weeks, A and B.
  let fortnight = Sample.period("2026-09-07", "2026-09-20")

  func days(_ pattern: Schedule.Pattern, in period: Period? = nil, _ span: Span = Sample.wholeYear) -> [String] {
    Sample.schedule(30, pattern, span).sessions(in: period ?? fortnight, calendar).map { String($0.iso.suffix(5)) }
  }

  @Test func `chosen days, every week or every other`() {
    #expect(days(.on([.init(.tuesday), .init(.friday)])) == ["09-08", "09-11", "09-15", "09-18"])
    #expect(days(.on([.init(.tuesday, .a)])) == ["09-08"])
    #expect(days(.on([.init(.tuesday, .b), .init(.monday, .a)])) == ["09-07", "09-15"])
  }

  @Test(arguments: [
    (1, [2]), (2, [1, 3]), (3, [0, 2, 4]), (4, [0, 1, 3, 4]), (5, [0, 1, 2, 3, 4]), (6, [0, 1, 2, 2, 3, 4]),
    (10, [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]),
  ])
  func `sessions a week without days are spread over the week`(sessions: Int, weekdays: [Int]) throws {
    let schedule = try Schedule(minutes: 30, .perWeek(sessions))
    #expect(schedule.slots?.map(\.weekday.rawValue) == weekdays)
    #expect(days(.perWeek(sessions)).count == 2 * sessions)
  }

  @Test func `sessions a fortnight are spread over the ten days of weeks A and B`() throws {
    #expect(days(.perFortnight(1)) == ["09-14"])
    #expect(days(.perFortnight(3)) == ["09-08", "09-14", "09-17"])
    #expect(try Schedule(minutes: 30, .perFortnight(2)).slots == [.init(.wednesday, .a), .init(.wednesday, .b)])
  }

  @Test func `sessions a half-term are spread over its open days`() {
    let half = Sample.period("2026-09-07", "2026-10-23")
    #expect(days(.perHalfTerm(1), in: half) == ["09-30"])
    #expect(days(.perHalfTerm(2), in: half) == ["09-17", "10-13"])
    #expect(days(.perHalfTerm(2), in: Sample.year.period).count == 12)
    // A schedule that begins later keeps the days of the half-term.
    #expect(days(.perHalfTerm(2), in: half, Sample.span("2026-10-01")) == ["10-13"])
  }

  @Test func `once is on its day, or on the first open day`() {
    #expect(days(.once(Sample.day("2026-09-09"))) == ["09-09"])
    #expect(days(.once(Sample.day("2026-09-12"))).isEmpty)
    #expect(days(.once(nil)) == ["09-07"])
    #expect(days(.once(nil), Sample.span("2026-09-12")) == ["09-14"])
    #expect(days(.once(Sample.day("2026-09-09")), Sample.span("2026-09-12")).isEmpty)
  }

  @Test func `a session on a closed day is not held`() {
    #expect(days(.on([.init(.monday)]), in: Sample.period("2026-10-19", "2026-11-08")) == ["10-19", "11-02"])
    let bankHoliday = SchoolCalendar(
      terms: calendar.terms, closures: [Closure(name: "May Day", period: Sample.period("2027-05-03", "2027-05-03"))])
    let mondays = Sample.schedule(30, .on([.init(.monday)]))
    #expect(mondays.sessions(in: Sample.period("2027-05-01", "2027-05-16"), bankHoliday) == [Sample.day("2027-05-10")])
  }

  @Test func `first and last day of a schedule both count`() {
    #expect(days(.on([.init(.monday)]), Sample.span("2026-09-07", "2026-09-14")) == ["09-07", "09-14"])
    #expect(days(.on([.init(.monday)]), Sample.span("2026-09-08", "2026-09-13")).isEmpty)
  }

  @Test func `counting sessions is the same as listing them`() {
    var generator = Lottery(seed: 7)
    for _ in 0..<2000 {
      let schedule = Sample.schedule(30, generator.pattern(), generator.span())
      let period = generator.period()
      #expect(
        schedule.sessionCount(in: period, calendar) == schedule.sessions(in: period, calendar).count,
        "\(schedule.schedule.words) in \(period.words)")
    }
  }

  @Test func `sessions of a period are those of its parts`() {
    var generator = Lottery(seed: 8)
    for _ in 0..<1000 {
      let schedule = Sample.schedule(30, generator.pattern(), generator.span())
      let period = generator.period()
      let middle = period.from + Int.random(in: 0...(period.days - 1), using: &generator)
      let before = schedule.sessions(in: Period(period.from, middle)!, calendar)
      let after = Period(middle.next, period.until).map { schedule.sessions(in: $0, calendar) } ?? []
      #expect(before + after == schedule.sessions(in: period, calendar))
    }
  }

  @Test func `in words`() throws {
    func words(_ pattern: Schedule.Pattern) throws -> String { try Schedule(minutes: 30, pattern).words }
    let nine = ClockTime(9, 30)
    #expect(try words(.perWeek(3)) == "30 min, 3 × week")
    #expect(try words(.perFortnight(1)) == "30 min, 1 × fortnight")
    #expect(try words(.perHalfTerm(2)) == "30 min, 2 × half-term")
    #expect(try words(.once(nil)) == "30 min, once")
    #expect(try words(.once(Sample.day("2026-09-09"))) == "30 min, once, on 9 Sep 2026")
    #expect(
      try words(.on([.init(.friday, start: nine), .init(.monday, start: nine), .init(.wednesday, start: nine)]))
        == "30 min, Mon Wed Fri 09:30")
    #expect(try words(.on([.init(.monday, start: nine), .init(.friday)])) == "30 min, Mon 09:30, Fri")
    #expect(try words(.on([.init(.tuesday, .a)])) == "30 min, every other week (A) Tue")
    #expect(try words(.on(Weekday.allCases.prefix(5).map { .init($0) })) == "30 min, every day")
  }

  @Test func `a schedule that is none is refused with a sentence`() {
    #expect(throws: Refusal.invalid("A session lasts between 1 and 600 minutes.", field: "minutes")) {
      try Schedule(minutes: 0, .perWeek(1))
    }
    #expect(throws: Refusal.self) { try Schedule(minutes: 30, .perWeek(0)) }
    #expect(throws: Refusal.self) { try Schedule(minutes: 30, .perFortnight(51)) }
    #expect(throws: Refusal.self) { try Schedule(minutes: 30, .on([])) }
    #expect(throws: Refusal.self) { try Schedule(minutes: 30, .on([.init(.saturday)])) }
  }
}
