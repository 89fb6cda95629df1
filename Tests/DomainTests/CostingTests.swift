import Domain
import Testing

@Suite struct CostingTests {
  let calendar = Sample.calendar
  let rates = Sample.book(Sample.rate("17.20"))

  func cost(_ group: GroupFacts, in period: Period = Sample.year.period, rates: RateBook? = nil) -> GroupCosting {
    Costing(calendar: calendar, rates: rates ?? self.rates).cost(group, in: period)
  }

  // MARK: Sharers

  @Test func `a pupil shares up to and including their last day`() {
    let mondays = Sample.schedule(60, .on([.init(.monday)]))
    func ofB(until day: String) -> Int? {
      let members = [Sample.member("A"), Sample.member("B", Sample.span("2026-09-01", day))]
      return cost(Sample.group([mondays], members)).byLetter["B"]
    }
    #expect(ofB(until: "2026-09-13") == 860)
    #expect(ofB(until: "2026-09-14") == 1720)
    #expect(ofB(until: "2026-09-06") == 0)
  }

  @Test func `without a sharer the cost stands under no pupil and whole school`() {
    let group = Sample.group(
      [Sample.schedule(60, .perWeek(1))], [Sample.member("A", Sample.span("2027-01-01"))])
    let costing = cost(group)
    #expect(costing.byLetter == ["-": 14 * 1720, "A": 24 * 1720])
    #expect([costing].byYear[nil]?.pence == Pence(14 * 1720))
    #expect([costing].byYear[YearGroup(3)]?.pence == Pence(24 * 1720))
    #expect(costing.pence == 38 * 1720)
  }

  @Test func `members count only while the group runs`() {
    let term = Sample.span("2026-09-07", "2026-12-18")
    let costing = cost(Sample.group([Sample.schedule(60, .perWeek(1))], [Sample.member("A")], span: term))
    #expect(costing.sessions == 14)
    #expect(costing.lines[0].stretches.map(\.period) == [Sample.period("2026-09-07", "2026-12-18")])
  }

  @Test func `heavier places bear more`() {
    let members = [Sample.member("A", weight: 2), Sample.member("B"), Sample.member("C")]
    let costing = cost(Sample.group([Sample.schedule(60, .once(nil))], members))
    #expect(costing.byLetter == ["A": 860, "B": 430, "C": 430])
    let evenly = CostingPolicy(
      name: "Evenly", owner: "an authority", span: Sample.span("2026-04-01"), prices: .byRole, sharing: .evenly)
    let even = Costing(calendar: calendar, rates: rates, policy: evenly)
      .cost(Sample.group([Sample.schedule(60, .once(nil))], members), in: Sample.year.period)
    #expect(even.byLetter == ["A": 574, "B": 573, "C": 573])
  }

  @Test func `a change of weight begins a new stretch`() {
    let group = Sample.group(
      [Sample.schedule(60, .on([.init(.monday)]), Sample.span("2026-09-07", "2026-09-20"))],
      [
        Sample.member("A"), Sample.member("B", Sample.span("2026-09-01", "2026-09-13")),
        Sample.member("B", Sample.span("2026-09-14"), weight: 3),
      ])
    #expect(cost(group).byLetter == ["A": 860 + 430, "B": 860 + 1290])
  }

  @Test func `EAL and SEN money part inside one group`() {
    let group = Sample.group(
      [Sample.schedule(60, .once(nil))],
      [
        Sample.member("A", stream: Sample.sen), Sample.member("B", stream: Sample.eal),
        Sample.member("C", stream: Sample.eal), Sample.member("D"),
      ])
    let streams = [cost(group)].byStream
    #expect(streams[Sample.sen]?.pence == 430)
    #expect(streams[Sample.eal]?.pence == 860)
    #expect(streams[nil]?.pence == 430)
  }

  @Test func `a place whose funding changes is costed under each stream while it holds`() {
    let group = Sample.group(
      [Sample.schedule(60, .on([.init(.monday)]), Sample.span("2026-09-07", "2026-09-27"))],
      [
        Sample.member("A", Sample.span("2026-09-01", "2026-09-13"), stream: Sample.eal),
        Sample.member("A", Sample.span("2026-09-14"), stream: Sample.sen),
      ])
    let streams = [cost(group)].byStream
    #expect(streams[Sample.eal]?.pence == 1720)
    #expect(streams[Sample.sen]?.pence == 3440)
  }

  @Test func `on 1 September a part moves to the pupil's next year group`() {
    let years = YearFrom.list(in: Sample.period("2025-09-01", "2028-08-31")) {
      YearGroup(bornOn: Day(2018, 3, 4)!, on: $0)
    }
    #expect(years.map(\.year) == [YearGroup(3), YearGroup(4), YearGroup(5)])
    let group = Sample.group(
      [Sample.schedule(60, .on([.init(.monday)]), Sample.span("2026-01-01"))],
      [Sample.member("A", Sample.span("2026-01-01"), years: years)], span: Sample.span("2026-01-01", "2027-12-31"))
    let costing = cost(group, in: Sample.period("2026-06-01", "2026-10-31"))
    #expect(costing.lines[0].stretches.map(\.period.from) == [Sample.day("2026-06-01"), Sample.day("2026-09-01")])
    let byYear = [costing].byYear
    #expect(byYear[YearGroup(3)]?.pence == Pence(6 * 1720))
    #expect(byYear[YearGroup(4)]?.pence == Pence(7 * 1720))
  }

  @Test func `the school's own word about a year counts from its day`() {
    let years = YearFrom.list(in: Sample.year.period, changes: [Sample.day("2027-01-04")]) {
      YearGroup($0 < Sample.day("2027-01-04") ? 4 : 3)
    }
    let group = Sample.group([Sample.schedule(60, .perWeek(1))], [Sample.member("A", years: years)])
    let byYear = [cost(group)].byYear
    #expect(byYear[YearGroup(4)]?.pence == Pence(14 * 1720))
    #expect(byYear[YearGroup(3)]?.pence == Pence(24 * 1720))
  }

  // MARK: Adults

  @Test func `a share of an adult's time is exact`() throws {
    let third = GroupFacts.Lead(
      staff: Sample.assistant, role: Sample.assistantRole, span: Sample.wholeYear, share: try TimeShare(1, 3))
    let group = Sample.group([Sample.schedule(20, .perWeek(1))], [Sample.member("A")], leads: [third])
    let costing = cost(group)
    // 38 × 20 minutes ÷ 3 are 253⅓ minutes; at £17.20 an hour £72.62.
    #expect(costing.amount.minutes == 253)
    #expect(costing.pence == 7262)
  }

  @Test func `two adults of two roles are two lines`() {
    let rates = RateBook(rates: [
      .init(role: Sample.assistantRole, span: Sample.span("2020-01-01"), rate: Sample.rate("17.20")),
      .init(role: Sample.teacherRole, span: Sample.span("2020-01-01"), rate: Sample.rate("50.92")),
    ])
    let leads = [
      GroupFacts.Lead(staff: Sample.assistant, role: Sample.assistantRole, span: Sample.wholeYear),
      GroupFacts.Lead(staff: Sample.teacher, role: Sample.teacherRole, span: Sample.wholeYear),
    ]
    let costing = cost(
      Sample.group([Sample.schedule(30, .once(nil))], [Sample.member("A")], leads: leads), rates: rates)
    let byRole = [costing].byRole
    #expect(byRole[Sample.assistantRole]?.pence == 860)
    #expect(byRole[Sample.teacherRole]?.pence == 2546)
    #expect(byRole[Sample.teacherRole]?.minutes == 30)
    #expect(costing.sessions == 1)
  }

  @Test func `an adult who takes over costs from their first day`() {
    let leads = [
      GroupFacts.Lead(
        staff: Sample.assistant, role: Sample.assistantRole, span: Sample.span("2026-09-07", "2026-09-20")),
      GroupFacts.Lead(staff: Sample.teacher, role: Sample.assistantRole, span: Sample.span("2026-09-21")),
    ]
    let costing = cost(
      Sample.group([Sample.schedule(60, .on([.init(.monday)]))], [Sample.member("A")], leads: leads),
      in: Sample.period("2026-09-01", "2026-09-30"))
    #expect(costing.lines.map(\.sessions) == [2, 2])
    #expect(costing.pence == 4 * 1720)
  }

  @Test func `a strategy takes no minutes and costs nothing`() {
    let costing = cost(Sample.group([], [Sample.member("A")]))
    #expect(costing.sessions == 0)
    #expect(costing.lines.map(\.pence) == [0])
    #expect(costing.amount.isComplete)
  }

  // MARK: Items

  @Test func `an item falls whole on its day`() {
    let items = [GroupFacts.Item(id: Sample.id(1), cost: 1001, day: Sample.day("2026-09-12"))]
    let members = [Sample.member("B"), Sample.member("A"), Sample.member("C", Sample.span("2026-09-13"))]
    let group = Sample.group([Sample.schedule(60, .perWeek(1))], members, leads: [], items: items)
    #expect(cost(group).byLetter == ["A": 501, "B": 500, "C": 0])
    #expect(cost(group, in: Sample.period("2026-09-13", "2027-08-31")).lines.isEmpty)
  }

  @Test func `an item that was bought after the group ended falls on its last day`() {
    let term = Sample.span("2026-09-07", "2026-12-18")
    let group = Sample.group(
      [Sample.schedule(60, .perWeek(1))], [Sample.member("A")], span: term, leads: [],
      items: [.init(id: Sample.id(1), cost: 1000, day: Sample.day("2027-01-11"))])
    #expect(cost(group, in: Sample.period("2026-12-18", "2026-12-18")).byLetter == ["A": 1000])
    #expect(cost(group, in: Sample.period("2027-01-01", "2027-08-31")).lines.isEmpty)
  }

  @Test func `an item without a day, or bought before the group began, falls on its first session`() {
    for day in [nil, Sample.day("2026-08-20")] {
      let group = Sample.group(
        [Sample.schedule(60, .on([.init(.wednesday)]))], [Sample.member("A", Sample.span("2026-09-09"))], leads: [],
        items: [.init(id: Sample.id(1), cost: 1000, day: day)])
      #expect(cost(group).byLetter == ["A": 1000])
      #expect(cost(group, in: Sample.period("2026-09-01", "2026-09-08")).lines.isEmpty)
    }
    let strategy = Sample.group([], [Sample.member("A")], leads: [], items: [.init(id: Sample.id(1), cost: 1000)])
    #expect(cost(strategy, in: Sample.period("2026-09-01", "2026-09-01")).pence == 1000)
  }

  // MARK: Rates

  @Test func `a role that has no rate is not priced, never zero`() {
    let costing = cost(
      Sample.group([Sample.schedule(60, .perWeek(1))], [Sample.member("A")]), rates: RateBook(rates: []))
    #expect(costing.lines[0].pence == nil)
    #expect(costing.lines[0].unpricedFrom == Sample.day("2026-09-09"))
    #expect(costing.amount.words == "not priced")
    #expect(costing.amount.minutes == 38 * 60)
    #expect(costing.amount.unpriced.map(\.group) == [Sample.group])
    #expect([costing].byPupil[Sample.pupil("A")]?.isComplete == false)
  }

  @Test func `a rate that begins later prices nothing before its first day, and totals say so`() {
    let late = RateBook(rates: [
      .init(role: Sample.assistantRole, span: Sample.span("2026-09-21"), rate: Sample.rate("17.20"))
    ])
    let leaver = Sample.member("B", Sample.span("2026-09-21"))
    let group = Sample.group(
      [Sample.schedule(60, .on([.init(.monday)]))],
      [Sample.member("A", Sample.span("2026-09-07", "2026-09-20")), leaver])
    let costing = cost(group, in: Sample.period("2026-09-01", "2026-09-30"), rates: late)
    #expect(costing.lines[0].pence == 3440)
    #expect(costing.lines[0].unpricedFrom == Sample.day("2026-09-07"))
    #expect(costing.amount.words == "£34.40, and more that is not priced")
    #expect([costing].byPupil[Sample.pupil("A")]?.words == "not priced")
    #expect([costing].byPupil[Sample.pupil("B")]?.words == "£34.40")
  }

  @Test func `an award that is entered late re-prices from its first day on`() {
    let group = Sample.group([Sample.schedule(60, .on([.init(.monday)]))], [Sample.member("A")])
    let awarded = RateBook(rates: [
      .init(role: Sample.assistantRole, span: Sample.span("2020-01-01", "2026-09-20"), rate: Sample.rate("17.20")),
      .init(role: Sample.assistantRole, span: Sample.span("2026-09-21"), rate: Sample.rate("18.31")),
    ])
    let costing = cost(group, in: Sample.period("2026-09-01", "2026-09-30"), rates: awarded)
    #expect(costing.lines[0].legs.map(\.pence) == [3440, 3662])
    #expect(costing.pence == 7102)
  }

  @Test func `three holders' pay make a role's price, two do not`() {
    func price(_ pay: [String]) -> Price? {
      RateBook(
        rates: [.init(role: Sample.assistantRole, span: Sample.span("2026-01-01"), rate: Sample.rate("17.20"))],
        pay: pay.enumerated().map { index, pounds in
          .init(
            staff: Sample.id(UInt64(50 + index)), role: Sample.assistantRole, span: Sample.span("2026-09-01"),
            rate: Sample.rate(pounds))
        }
      ).price(of: Sample.assistantRole, on: Sample.day("2026-09-07"))
    }
    #expect(price(["18", "19"])?.rate == Sample.rate("17.20"))
    #expect(price(["18", "19", "19"])?.rate == Sample.rate("18.6667"))
    #expect(price(["18", "19", "19"])?.origin == .averagePay(holders: 3))
  }

  @Test func `holders' pay counts from and until its days`() {
    let until = ["2026-12-31", "2026-12-31", "2026-10-31"]
    let book = RateBook(
      rates: [
        .init(role: Sample.assistantRole, span: Sample.span("2026-01-01", "2026-11-30"), rate: Sample.rate("17.20"))
      ],
      pay: until.enumerated().map { index, last in
        .init(
          staff: Sample.id(UInt64(50 + index)), role: Sample.assistantRole, span: Sample.span("2026-09-01", last),
          rate: Sample.rate("20"))
      })
    func pounds(_ day: String) -> String? { book.price(of: Sample.assistantRole, on: Sample.day(day))?.rate.words }
    #expect(pounds("2025-12-31") == nil)
    #expect(pounds("2026-08-31") == "£17.20 an hour")
    #expect(pounds("2026-09-01") == "£20.00 an hour")
    #expect(pounds("2026-10-31") == "£20.00 an hour")
    #expect(pounds("2026-11-01") == "£17.20 an hour")
    #expect(pounds("2026-12-01") == nil)
  }

  @Test func `rates too unlike to be added exactly are not priced`() {
    let primes = [1249, 1237, 1231, 1229, 1223, 1217, 1213, 1201]
    let rates = RateBook(
      rates: primes.enumerated().map { index, hours in
        let from = Sample.day("2026-09-07") + 7 * index
        return .init(
          role: Sample.assistantRole, span: Span(from, from + 6)!, rate: Sample.rate("20000", .annualHour(hours: hours))
        )
      })
    let costing = cost(
      Sample.group([Sample.schedule(60, .on([.init(.monday)]))], [Sample.member("A")]),
      in: Sample.period("2026-09-07", "2026-11-01"), rates: rates)
    #expect(costing.lines[0].pence == nil)
    #expect(costing.lines[0].unpricedFrom == Sample.day("2026-09-07"))
  }

  // MARK: Periods

  @Test func `to date of a period that has not begun is nothing`() {
    let group = Sample.group([Sample.schedule(60, .perWeek(1))], [Sample.member("A")])
    let costing = Costing(calendar: calendar, rates: rates)
    let cost = costing.cost([group], in: Sample.period("2027-01-01", "2027-08-31"), asAt: Sample.day("2026-11-21"))
    #expect(cost.toDate.isEmpty)
    #expect(cost.toCome(\.total) == cost.projected.total)
    #expect(cost.projected.total.pence == Pence(24 * 1720))
  }

  @Test func `both days of a period count`() {
    let group = Sample.group([Sample.schedule(60, .on([.init(.monday)]))], [Sample.member("A")])
    #expect(cost(group, in: Sample.period("2026-09-07", "2026-09-14")).sessions == 2)
    #expect(cost(group, in: Sample.period("2026-09-08", "2026-09-13")).sessions == 0)
  }
}
