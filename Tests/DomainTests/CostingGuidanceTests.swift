import Domain
import Testing

/// The worked examples of the guidance that schools are given, to the penny.
@Suite struct CostingGuidanceTests {
  @Test func `T1: £653.60 per weekly hour of 38 weeks is £17.20 an hour`() {
    #expect(Sample.rate("653.60", .weeklyHour(weeks: 38)).perHour == Sample.rate("17.20").perHour)
  }

  @Test(arguments: [Sample.rate("653.60", .weeklyHour(weeks: 38)), Sample.rate("17.20")])
  func `T1: an hour a week shared by four costs £163.40 each in a year`(rate: Rate) {
    let group = Sample.group([Sample.schedule(60, .perWeek(1))], "ABCD".map { Sample.member($0) })
    let costing = Costing(calendar: Sample.calendar, rates: Sample.book(rate)).cost(group, in: Sample.year.period)
    #expect(costing.sessions == 38)
    #expect(costing.pence == 65360)
    #expect(costing.byLetter == ["A": 16340, "B": 16340, "C": 16340, "D": 16340])
  }

  @Test func `T1: twelve weeks of it cost £206.40, £51.60 each`() {
    let twelve = Sample.span("2026-09-07", "2026-12-04")
    let group = Sample.group([Sample.schedule(60, .perWeek(1))], "ABCD".map { Sample.member($0) }, span: twelve)
    let costing = Costing(calendar: Sample.calendar, rates: Sample.book(Sample.rate("17.20")))
      .cost(group, in: Sample.year.period)
    #expect(costing.sessions == 12)
    #expect(costing.pence == 20640)
    #expect(costing.byLetter == ["A": 5160, "B": 5160, "C": 5160, "D": 5160])
  }

  @Test(arguments: [
    (60, 1, 4, 16375), (60, 1, 5, 13100), (15, 5, 1, 81875), (10, 5, 1, 54583), (20, 5, 1, 109167),
  ])
  func `T2: £655 per weekly hour of 38 weeks, shared`(minutes: Int, sessions: Int, pupils: Int, each: Int) {
    let group = Sample.group(
      [Sample.schedule(minutes, .perWeek(sessions))], "ABCDE".prefix(pupils).map { Sample.member($0) })
    let costing = Costing(
      calendar: Sample.calendar, rates: Sample.book(Sample.rate("655", .weeklyHour(weeks: 38)))
    ).cost(group, in: Sample.year.period)
    #expect(Set(costing.byLetter.values) == [each])
  }

  @Test func `T2: four supports of one pupil come to 237 minutes a week and £2,587.25`() {
    // An hour shared by five, a daily quarter of an hour, ten and twice ten minutes a day alone.
    let minutes = [(60, 1, 5), (15, 5, 1), (10, 5, 1), (20, 5, 1)]
    #expect(minutes.reduce(0) { $0 + $1.0 * $1.1 / $1.2 } == 237)
    let costing = Costing(calendar: Sample.calendar, rates: Sample.book(Sample.rate("655", .weeklyHour(weeks: 38))))
    let groups = minutes.map { minutes, sessions, pupils in
      Sample.group([Sample.schedule(minutes, .perWeek(sessions))], "ABCDE".prefix(pupils).map { Sample.member($0) })
    }
    let amounts = costing.cost(groups, in: Sample.year.period).byPupil
    #expect(amounts[Sample.pupil("A")]?.pence == 258725)
  }

  @Test func `T2: an authority's flat price is a policy`() {
    let policy = CostingPolicy(
      name: "Authority's rule 2026", owner: "an authority", span: Sample.span("2026-04-01"),
      prices: .flat(Sample.rate("655", .weeklyHour(weeks: 38))), countsItems: false)
    let group = Sample.group(
      [Sample.schedule(60, .perWeek(1))], "ABCD".map { Sample.member($0) },
      items: [.init(id: Sample.id(1), cost: 10000)])
    let costing = Costing(calendar: Sample.calendar, rates: RateBook(rates: []), policy: policy)
      .cost(group, in: Sample.year.period)
    #expect(costing.pence == 65500)
  }

  @Test func `T4: shared and lone minutes at a minute rate`() {
    // 60 minutes among three and 30 alone are 50 minutes a week, 1,900 a year.
    let costing = Costing(calendar: Sample.calendar, rates: Sample.book(Sample.rate("0.30", .minute)))
    let groups = [
      Sample.group([Sample.schedule(60, .perWeek(1))], "ABC".map { Sample.member($0) }),
      Sample.group([Sample.schedule(30, .perWeek(1))], [Sample.member("A")]),
    ]
    let amount = costing.cost(groups, in: Sample.year.period).byPupil[Sample.pupil("A")]
    #expect(amount?.minutes == 1900)
    #expect(amount?.pence == 57000)
  }

  @Test func `T6: ten hours of tuition bought for £300 are £30 an hour`() {
    let bought = Sample.rate("300", .annualHour(hours: 10))
    #expect(bought.perHour == Sample.rate("30").perHour)
    let group = Sample.group(
      [Sample.schedule(60, .perWeek(1), Sample.span("2026-09-07", "2026-11-20"))], [Sample.member("A")])
    let costing = Costing(calendar: Sample.calendar, rates: Sample.book(bought)).cost(group, in: Sample.year.period)
    #expect(costing.sessions == 10)
    #expect(costing.pence == 30000)
  }

  @Test func `T7: three adults with 52 pupils at once`() {
    let staff: [GroupFacts.Lead] = (0..<3).map {
      .init(staff: Sample.id(40 + $0), role: Sample.assistantRole, span: Sample.wholeYear)
    }
    let members = (0..<52).map { index in
      GroupFacts.Member(
        pupil: Sample.id(UInt64(100 + index)), span: Sample.wholeYear,
        years: [YearFrom(Sample.day("2026-09-01"), YearGroup(5))])
    }
    let group = Sample.group([Sample.schedule(30, .perWeek(1))], members, leads: staff)
    let costing = Costing(calendar: Sample.calendar, rates: Sample.book(Sample.rate("17.20")))
      .cost(group, in: Sample.year.period)
    // 3 × 19 h × £17.20; each of the three lines is £326.80, of which a pupil has £6.28 or £6.29.
    #expect(costing.lines.map(\.pence) == [32680, 32680, 32680])
    #expect(costing.pence == 98040)
    #expect(costing.amount.minutes == 3 * 38 * 30)
    #expect(Set([costing].byPupil.values.map(\.pence)) == [1884, 1887])
    #expect([costing].byYear == [YearGroup(5): costing.amount])
  }

  @Test func `T8: when a pupil leaves, the cost to date stays and the projected cost changes`() {
    let costing = Costing(calendar: Sample.calendar, rates: Sample.book(Sample.rate("17.20")))
    func cost(_ memberOfD: Span) -> PeriodCosting {
      let members = "ABC".map { Sample.member($0) } + [Sample.member("D", memberOfD)]
      return costing.cost(
        [Sample.group([Sample.schedule(60, .perWeek(1))], members)], in: Sample.year.period,
        asAt: Sample.day("2026-11-20"))
    }
    let stays = cost(Sample.wholeYear)
    let leaves = cost(Sample.span("2026-09-01", "2026-11-20"))
    #expect(leaves.toDate[0].byLetter == stays.toDate[0].byLetter)
    #expect(leaves.toDate[0].byLetter == ["A": 4300, "B": 4300, "C": 4300, "D": 4300])
    #expect(stays.projected[0].byLetter["D"] == 16340)
    #expect(leaves.projected[0].byLetter["D"] == 4300)
    #expect(leaves.projected[0].pence == stays.projected[0].pence)
  }

  @Test func `T10: a leaver in the middle`() {
    let fourteen = Sample.span("2026-09-07", "2026-12-18")
    let costing = Costing(calendar: Sample.calendar, rates: Sample.book(Sample.rate("17.20")))
    func cost(_ memberOfD: Span) -> GroupCosting {
      let members = "ABC".map { Sample.member($0) } + [Sample.member("D", memberOfD)]
      return costing.cost(
        Sample.group([Sample.schedule(20, .on([.init(.monday)]))], members, span: fourteen), in: Sample.year.period)
    }
    let leaves = cost(Sample.span("2026-09-07", "2026-10-19"))
    #expect(leaves.sessions == 14)
    #expect(leaves.lines[0].stretches.filter { $0.minutes > 0 }.map(\.pence) == [4013, 4014])
    #expect(leaves.lines[0].stretches[0].shares.map(\.pence) == [1004, 1003, 1003, 1003])
    #expect(leaves.lines[0].stretches[1].shares.map(\.pence) == [1338, 1338, 1338])
    #expect(leaves.pence == 8027)
    #expect(leaves.byLetter == ["A": 2342, "B": 2341, "C": 2341, "D": 1003])

    let stays = cost(Sample.wholeYear)
    #expect(stays.pence == 8027)
    #expect(stays.byLetter == ["A": 2007, "B": 2007, "C": 2007, "D": 2006])
  }
}
