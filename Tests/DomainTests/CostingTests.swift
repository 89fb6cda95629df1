import Domain
import Testing

/// What a group's lines consist of: adults' time, and what was bought.
@Suite struct CostingTests {
  let calendar = Sample.calendar
  let rates = Sample.book(Sample.rate("17.20"))

  func cost(_ group: GroupFacts, in period: Period = Sample.year.period, rates: RateBook? = nil) -> GroupCosting {
    Costing(calendar: calendar, rates: rates ?? self.rates).cost(group, in: period)
  }

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

  @Test func `an item falls whole on its day`() {
    let items = [GroupFacts.Item(id: Sample.id(1), cost: 1001, day: Sample.day("2026-09-09"))]
    let members = [Sample.member("B"), Sample.member("A"), Sample.member("C", Sample.span("2026-09-10"))]
    let group = Sample.group([Sample.schedule(60, .perWeek(1))], members, leads: [], items: items)
    #expect(cost(group).byLetter == ["A": 501, "B": 500, "C": 0])
    #expect(cost(group, in: Sample.period("2026-09-10", "2027-08-31")).lines.isEmpty)
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
