import Domain
import Testing

/// Costs of a strategy by school year and by financial year (April to March): the map's own costing, cut at 31 March.
@Suite struct StrategyBudgetTests {
  private let year = Period(Day(2026, 9, 1)!, Day(2027, 8, 31)!)!
  private let years = Period(Day(2025, 9, 1)!, Day(2028, 8, 31)!)!

  private func strategy(_ activities: [Activity], over period: Period? = nil) -> Strategy {
    Strategy(
      id: Sample.id(1), details: StrategyDetails(title: "S", period: period ?? year), funding: [],
      activities: activities, version: 1)
  }

  private func activity(
    _ groups: [MapGroup], number: UInt64 = 7, costs: [Activity.WrittenCost] = []
  ) -> Activity {
    Activity(
      id: Sample.id(number), details: ActivityDetails("A\(number)"), sources: groups.map { .group($0.group.id) },
      costs: costs, version: 1)
  }

  private func cost(_ pence: Int, _ from: String, _ until: String) -> Activity.WrittenCost {
    Activity.WrittenCost(id: Sample.id(40), what: "A", amount: Pence(pence), period: Sample.period(from, until))
  }

  @Test func `days are cut at every 1 April and 1 September`() {
    let parts = Sample.period("2026-09-01", "2028-08-31").budgetParts
    #expect(
      parts.map { [$0.period.from.iso, $0.period.until.iso, $0.academicYear.words, $0.financialYear.words] } == [
        ["2026-09-01", "2027-03-31", "2026/27", "2026-27"], ["2027-04-01", "2027-08-31", "2026/27", "2027-28"],
        ["2027-09-01", "2028-03-31", "2027/28", "2027-28"], ["2028-04-01", "2028-08-31", "2027/28", "2028-29"],
      ])
    #expect(Sample.period("2027-03-31", "2027-04-01").budgetParts.count == 2)
    #expect(Sample.period("2027-04-01", "2027-08-31").budgetParts.count == 1)
    #expect(BudgetPart(Sample.period("2027-03-31", "2027-04-01")) == nil)
  }

  @Test func `T1 over a year: £653.60 a weekly hour, as much before 1 April as is held before it`() {
    let weekly = MapSample.group(1, "One hour", schedules: [Sample.schedule(60, .perWeek(1))])
    let activity = activity([weekly])
    let budget = StrategyBudget(strategy([activity]), MapSample.facts([weekly], [])).of(activity.id)
    #expect(budget.total == 65_360 && budget.total(in: AcademicYear(2026)) == 65_360)
    // 26 of the 38 weeks lie before 1 April 2027.
    let before = Costing(calendar: Sample.calendar, rates: MapSample.rates)
      .cost(weekly.facts, in: Sample.period("2026-09-01", "2027-03-31"))
    #expect(budget.total(in: FinancialYear(2026)) == Pence(before.sessions * 1720))
    #expect(budget.total(in: FinancialYear(2026)) + budget.total(in: FinancialYear(2027)) == 65_360)
  }

  @Test(arguments: 1...40) func `the parts of a school year are the map's cost of it, to the penny`(seed: Int) {
    var lottery = Lottery(seed: UInt64(seed))
    let pupils = (0..<6).map { MapSample.pupil($0, in: $0) }
    let groups = (0..<4).map { number in
      let from = Day(2025, 9, 1)! + lottery.number(0...700)
      let span = Span(from, from + lottery.number(10...500))!
      return MapSample.group(
        number, "G\(number)", span: span,
        schedules: [Sample.schedule(lottery.number(5...95), .perWeek(lottery.number(1...5)), span)],
        leads: [
          .init(
            staff: Sample.assistant, role: lottery.number(0...1) == 0 ? Sample.assistantRole : Sample.teacherRole,
            span: span)
        ],
        items: [
          GroupFacts.Item(id: Sample.id(60), cost: Pence(lottery.number(1...9999)), day: from + lottery.number(0...60))
        ],
        members: pupils.prefix(lottery.number(0...6)).map { MapSample.place($0, span) })
    }
    let facts = MapSample.facts(groups, pupils)
    let activity = activity(groups)
    let budget = StrategyBudget(strategy([activity], over: years), facts).of(activity.id)
    for start in 2025...2027 {
      let map = facts.map(MapQuestion(.period(AcademicYear(start).period, asAt: Day(start + 1, 3, 31)!)))
      #expect(budget.total(in: AcademicYear(start)) == map.total.projected)
      let parts = zip(budget.parts, budget.pence).filter { $0.0.academicYear.start == start }.map(\.1)
      #expect(parts == [map.total.toDate, map.total.toCome])
    }
    #expect(years.academicYears.map { budget.total(in: $0) }.sum == budget.total)
    #expect(years.financialYears.map { budget.total(in: $0) }.sum == budget.total)
    #expect(budget.lines.map(\.total).sum == budget.total)
  }

  @Test(arguments: [
    ("2027-03-31", "2027-03-31", 100, 0), ("2027-04-01", "2027-04-01", 0, 100), ("2027-03-31", "2027-04-01", 50, 50),
    ("2027-03-30", "2027-04-01", 67, 33), ("2026-09-01", "2026-12-31", 100, 0),
  ]) func `a written cost falls on its days`(from: String, until: String, before: Int, after: Int) {
    let activity = activity([], costs: [cost(100, from, until)])
    let budget = StrategyBudget(strategy([activity]), MapSample.facts([], [])).of(activity.id)
    #expect(budget.pence == [Pence(before), Pence(after)])
    #expect(activity.isWrittenIn)
  }

  @Test func `an item falls on the next session, and so does its financial year`() {
    let groups = ["2027-03-15", "2027-03-25"].enumerated().map { number, day in
      MapSample.group(
        number, "G\(number)", schedules: [Sample.schedule(20, .perWeek(5))], leads: [],
        items: [GroupFacts.Item(id: Sample.id(60), cost: 500, day: Sample.day(day))])
    }
    for (group, year) in zip(groups, [2026, 2027]) {
      let activity = activity([group])
      let budget = StrategyBudget(strategy([activity]), MapSample.facts([group], [])).of(activity.id)
      #expect(budget.total(in: FinancialYear(year)) == 500 && budget.total == 500, "\(year)")
    }
  }

  @Test func `what is not priced is never nothing, and what nobody leads is told`() {
    let unpriced = MapSample.group(
      1, "Volunteers", leads: [.init(staff: Sample.assistant, role: Sample.id(99), span: Sample.wholeYear)])
    let unled = MapSample.group(2, "Nobody", leads: [])
    let activity = activity([unpriced, unled])
    let read = StrategyBudget(strategy([activity]), MapSample.facts([unpriced, unled], []))
    let budget = read.of(activity.id)
    #expect(budget.total == .zero && budget.unpriced == 1 && budget.unled == 1 && !budget.isWithoutCost)
    let check = StrategyCheck(strategy([activity]), read, principles: [], approval: .none)
    #expect(check.missing.contains { $0.sentence.contains("is not all priced") })
    #expect(check.missing.contains { $0.sentence.contains("nobody leads") })
  }

  @Test func `a group that two activities are drawn from is counted twice, and told`() {
    let group = MapSample.group(1, "Phonics")
    let (one, other) = (activity([group]), activity([group], number: 8))
    let all = strategy([one, other])
    let budget = StrategyBudget(all, MapSample.facts([group], []))
    #expect(budget.countedTwice.map(\.group) == ["Phonics"])
    let check = StrategyCheck(all, budget, principles: [], approval: .none)
    #expect(check.missing.contains { $0.sentence == "Phonics is counted twice: “A7” and “A8” are both drawn from it." })
  }

  @Test func `money that the map has paid for from elsewhere is told`() {
    let pupil = MapSample.pupil(1, in: 3)
    let topUp = FundingStream(id: Sample.id(33), name: "Top-up", kind: .topUp)
    let group = MapSample.group(1, "Phonics", members: [MapSample.place(pupil, stream: topUp.id)])
    let sample = MapSample.facts([group], [pupil])
    let facts = MapFacts(
      school: sample.school, headings: sample.headings, groups: sample.groups, pupils: sample.pupils,
      staff: sample.staff, roles: sample.roles, items: sample.items, streams: [topUp], calendar: sample.calendar,
      rates: sample.rates)
    let activity = activity([group])
    let budget = StrategyBudget(strategy([activity]), facts)
    #expect(budget.of(activity.id).paidFrom == [.topUp: budget.of(activity.id).total])
    let check = StrategyCheck(strategy([activity]), budget, principles: [], approval: .none)
    #expect(check.notes.contains { $0.sentence.contains("from EHC top-up paid for some of its pupils") })
    // Left out, it is not counted, and not told any more; what is paid from the same money stays.
    var details = activity.details
    details.leavesOut = true
    let without = Activity(id: activity.id, details: details, sources: activity.sources, costs: [], version: 1)
    let less = StrategyBudget(strategy([without]), facts)
    #expect(less.of(activity.id).total == .zero)
    let other = StrategyCheck(strategy([without]), less, principles: [], approval: .none)
    #expect(!other.notes.contains { $0.sentence.contains("EHC top-up") })
    let premium = StrategyFunding(id: Sample.id(3), kind: .topUp, name: "Top-up")
    details.funding = premium.id
    let same = Strategy(
      id: Sample.id(1), details: StrategyDetails(title: "S", period: year), funding: [premium],
      activities: [Activity(id: activity.id, details: details, sources: activity.sources, costs: [], version: 1)],
      version: 1)
    #expect(StrategyBudget(same, facts).of(activity.id).total == budget.of(activity.id).total)
  }
}
