import Domain
import Testing

/// Who bears what part of a group.
@Suite struct CostingSharersTests {
  let calendar = Sample.calendar
  let rates = Sample.book(Sample.rate("17.20"))

  func cost(_ group: GroupFacts, in period: Period = Sample.year.period, rates: RateBook? = nil) -> GroupCosting {
    Costing(calendar: calendar, rates: rates ?? self.rates).cost(group, in: period)
  }

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
}
