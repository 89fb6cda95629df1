import Domain
import Testing

/// What holds of every costing, tried on seeded random groups.
@Suite struct CostingPropertyTests {
  let calendar = Sample.calendar

  @Test func `shares add up to stretches, stretches to lines, lines to every total`() {
    var lottery = Lottery(seed: 1)
    for _ in 0..<200 {
      let costing = Costing(calendar: calendar, rates: RateBook(rates: lottery.rates(priced: !lottery.chance(4))))
      let groups = (0..<4).map { _ in lottery.group() }
      let costings = costing.cost(groups, in: lottery.period())
      for line in costings.flatMap(\.lines) {
        for stretch in line.stretches {
          #expect(stretch.shares.reduce(0) { $0 + $1.minutes } == stretch.minutes)
          #expect(stretch.shares.allSatisfy { ($0.pence == nil) == (stretch.pence == nil) })
          #expect(stretch.shares.compactMap(\.pence).sum == stretch.pence ?? .zero)
        }
        #expect(line.stretches.compactMap(\.pence).sum == line.pence ?? .zero)
        if case .adult = line.source { #expect(line.legs.compactMap(\.pence).sum == line.pence ?? .zero) }
      }
      let total = costings.total
      #expect(total.pence == costings.flatMap(\.lines).compactMap(\.pence).sum)
      #expect(total.minutes == costings.flatMap(\.lines).reduce(0) { $0 + $1.minutes })
      for totals in [
        Array(costings.byPupil.values), Array(costings.byYear.values), Array(costings.byStream.values),
        Array(costings.byRole.values), Array(costings.totals { line, _ in line.group }.values),
      ] {
        let sum = totals.reduce(CostAmount(), +)
        #expect(sum.pence == total.pence)
        #expect(sum.minutes == total.minutes)
        #expect(Set(sum.unpriced) == Set(total.unpriced))
      }
    }
  }

  @Test func `a line is its exact cost, rounded half up once`() {
    var lottery = Lottery(seed: 2)
    for _ in 0..<500 {
      let book = RateBook(rates: lottery.rates())
      let group = lottery.group()
      let period = lottery.period()
      let costing = Costing(calendar: calendar, rates: book).cost(group, in: period)
      for line in costing.lines {
        guard case .adult(let staff, let role) = line.source else { continue }
        var exact: Fraction = 0
        for dated in group.schedules {
          for day in dated.sessions(in: period, calendar) where group.span.contains(day) {
            for lead in group.leads where lead.staff == staff && lead.span.contains(day) {
              let share = Fraction(Int128(lead.share.numerator), Int128(lead.share.denominator))
              exact =
                exact + book.price(of: role, on: day)!.rate.perHour * share
                * Fraction(Int128(dated.schedule.minutes), 6000)
            }
          }
        }
        #expect(line.pence?.count == exact.roundedHalfUp)
      }
    }
  }

  @Test func `who shares a group never moves its total`() {
    var lottery = Lottery(seed: 3)
    for _ in 0..<500 {
      let costing = Costing(calendar: calendar, rates: RateBook(rates: lottery.rates(priced: !lottery.chance(5))))
      let (group, period) = (lottery.group(), lottery.period())
      let other = group.with(members: lottery.members(of: group.span))
      let (one, two) = (costing.cost(group, in: period), costing.cost(other, in: period))
      #expect(one.lines.map(\.pence) == two.lines.map(\.pence))
      #expect(one.lines.map(\.minutes) == two.lines.map(\.minutes))
      #expect(one.amount.unpriced == two.amount.unpriced)
    }
  }

  @Test func `a leaver's pence never change, whatever happens afterwards`() {
    var lottery = Lottery(seed: 4)
    var tried = 0
    for _ in 0..<1000 {
      let group = lottery.group()
      let (period, left) = (lottery.period(), lottery.day())
      let rates = lottery.rates(priced: !lottery.chance(5))
      let before = group.leaving(Sample.pupil("A"), on: left).withItems(settledBy: left, calendar)
      let after = before.changed(after: left, like: lottery.group())
      let laterRates =
        rates.compactMap { $0.with($0.span.ended(on: left)) }
        + lottery.rates(priced: false).compactMap { $0.with($0.span.begun(after: left)) }
      let one = [Costing(calendar: calendar, rates: RateBook(rates: rates)).cost(before, in: period)].byPupil
      let two = [Costing(calendar: calendar, rates: RateBook(rates: laterRates)).cost(after, in: period)].byPupil
      let (ofOne, ofTwo) = (one[Sample.pupil("A")] ?? CostAmount(), two[Sample.pupil("A")] ?? CostAmount())
      #expect(ofOne == ofTwo)
      tried += ofOne.pence > 0 ? 1 : 0
    }
    #expect(tried > 100)
  }

  @Test func `to date and to come are the projected cost`() {
    var lottery = Lottery(seed: 5)
    for _ in 0..<300 {
      let costing = Costing(calendar: calendar, rates: RateBook(rates: lottery.rates(priced: !lottery.chance(5))))
      let groups = [lottery.group(), lottery.group()]
      let (period, day) = (lottery.period(), lottery.day())
      let cost = costing.cost(groups, in: period, asAt: day)
      #expect(cost.toDate.total.pence + cost.toCome(\.total).pence == cost.projected.total.pence)
      #expect(cost.toCome(\.total).pence >= .zero)
      #expect(cost.toCome(\.total).minutes >= 0)
      #expect(cost.projected.total.pence == costing.cost(groups, in: period).total.pence)
      if let passed = Period(period.from, min(day, period.until)) {
        #expect(cost.toDate.total == costing.cost(groups, in: passed).total)
      } else {
        #expect(cost.toDate.isEmpty)
      }
    }
  }

  @Test func `three terms differ from the year by at most a penny a line`() {
    var lottery = Lottery(seed: 6)
    let terms = [
      Sample.period("2026-09-01", "2026-12-31"), Sample.period("2027-01-01", "2027-03-31"),
      Sample.period("2027-04-01", "2027-08-31"),
    ]
    for _ in 0..<500 {
      let costing = Costing(calendar: calendar, rates: RateBook(rates: lottery.rates()))
      let group = lottery.group()
      let year = costing.cost(group, in: Sample.year.period)
      let lines = terms.flatMap { costing.cost(group, in: $0).lines }
      for line in year.lines {
        let sum = lines.filter { $0.source == line.source }.compactMap(\.pence).sum
        #expect(abs(sum.count - line.pence!.count) <= 1)
      }
    }
  }

  @Test func `cutting a fact in two equal ones changes nothing`() {
    var lottery = Lottery(seed: 9)
    for _ in 0..<500 {
      let costing = Costing(calendar: calendar, rates: RateBook(rates: lottery.rates()))
      let (group, period) = (lottery.group(), lottery.period())
      let cut = GroupFacts(
        group: group.group, span: group.span, schedules: group.schedules,
        leads: group.leads.flatMap { lead in
          lottery.partition(lead.span).map { .init(staff: lead.staff, role: lead.role, span: $0, share: lead.share) }
        }, items: group.items,
        members: group.members.flatMap { member in
          lottery.partition(member.span).map {
            .init(
              pupil: member.pupil, span: $0, weight: member.weight, stream: member.stream, years: member.years)
          }
        })
      let (one, two) = (costing.cost(group, in: period), costing.cost(cut, in: period))
      #expect(one.lines.map(\.stretches) == two.lines.map(\.stretches))
    }
  }

  @Test func `a pay award moves nothing before its first day`() {
    var lottery = Lottery(seed: 10)
    for _ in 0..<300 {
      let (group, period, award) = (lottery.group(), lottery.period(), lottery.day())
      guard let before = Period(period.from, award.previous) else { continue }
      func book(_ late: Rate) -> RateBook {
        RateBook(
          rates: [Sample.assistantRole, Sample.teacherRole].flatMap { role in
            [
              .init(role: role, span: Span(Sample.day("2020-01-01"), award.previous)!, rate: Sample.rate("17.20")),
              RateBook.RoleRate(role: role, span: Span(award)!, rate: late),
            ]
          })
      }
      func toDate(_ rate: Rate) -> CostAmount {
        Costing(calendar: calendar, rates: book(rate)).cost([group], in: period, asAt: before.until).toDate.total
      }
      #expect(toDate(Sample.rate("17.20")) == toDate(Sample.rate("18.31")))
    }
  }
}

extension GroupFacts {
  fileprivate func with(members: [Member]) -> GroupFacts {
    GroupFacts(group: group, span: span, schedules: schedules, leads: leads, items: items, members: members)
  }

  fileprivate func leaving(_ pupil: ID<Pupil>, on day: Day) -> GroupFacts {
    with(
      members: members.compactMap { member in
        guard member.pupil == pupil else { return member }
        return member.span.ended(on: day).map {
          Member(pupil: pupil, span: $0, weight: member.weight, stream: member.stream, years: member.years)
        }
      })
  }

  /// Without such items as wait for a session after `day`.
  fileprivate func withItems(settledBy day: Day, _ calendar: SchoolCalendar) -> GroupFacts {
    let settled = items.filter { item in
      guard let passed = Period(max(item.day ?? span.from, span.from), day) else { return false }
      return schedules.contains {
        $0.span.intersection(span)?.within(passed) != nil && $0.sessionCount(in: passed, calendar) > 0
      }
    }
    return GroupFacts(
      group: group, span: span, schedules: schedules, leads: leads, items: settled, members: members)
  }

  /// These facts up to `day`, and those of `other` afterwards: another end, other schedules, adults, pupils, things bought.
  fileprivate func changed(after day: Day, like other: GroupFacts) -> GroupFacts {
    let hasEnded = span.until.map { $0 <= day } ?? false
    let laterEnd = other.span.until.map { max($0, day.next, span.from) }
    return GroupFacts(
      group: group, span: hasEnded ? span : Span(span.from, laterEnd)!,
      schedules: schedules.compactMap { dated in dated.span.ended(on: day).map { DatedSchedule($0, dated.schedule) } }
        + other.schedules.compactMap { dated in dated.span.begun(after: day).map { DatedSchedule($0, dated.schedule) } },
      leads: leads.compactMap { $0.with($0.span.ended(on: day)) }
        + other.leads.compactMap { $0.with($0.span.begun(after: day)) },
      items: hasEnded
        ? items
        : items.filter { $0.day.map { $0 <= day } ?? true } + other.items.filter { $0.day.map { $0 > day } ?? false },
      members: members.compactMap { $0.with($0.span.ended(on: day)) }
        + other.members.filter { $0.pupil != Sample.pupil("A") }.compactMap { $0.with($0.span.begun(after: day)) })
  }
}

extension RateBook.RoleRate {
  fileprivate func with(_ span: Span?) -> RateBook.RoleRate? {
    span.map { RateBook.RoleRate(role: role, span: $0, rate: rate, isReference: isReference, source: source) }
  }
}

extension GroupFacts.Lead {
  fileprivate func with(_ span: Span?) -> GroupFacts.Lead? {
    span.map { GroupFacts.Lead(staff: staff, role: role, span: $0, share: share) }
  }
}

extension GroupFacts.Member {
  fileprivate func with(_ span: Span?) -> GroupFacts.Member? {
    span.map { GroupFacts.Member(pupil: pupil, span: $0, weight: weight, stream: stream, years: years) }
  }
}

extension Span {
  fileprivate func ended(on day: Day) -> Span? { Span(from, until.map { min($0, day) } ?? day) }
  fileprivate func begun(after day: Day) -> Span? { Span(max(from, day.next), until) }
}
