import Domain
import Testing

/// The costing against its definition, written out day by day: sessions are walked, sums are exact fractions, and nothing
/// is counted ahead. Slow and plain, on seeded random groups.
@Suite struct CostingDefinitionTests {
  let calendar = SchoolCalendar(
    terms: Sample.calendar.terms,
    closures: Sample.calendar.closures + [Closure(name: "Snow", period: Sample.period("2027-02-03", "2027-02-04"))])

  @Test func `a costing is what its definition says, part by part`() {
    var lottery = Lottery(seed: 30)
    var parts = 0
    for number in 0..<150 {
      let (group, period) = (lottery.group(), lottery.period())
      let rates = RateBook(rates: lottery.rates())
      let costing = Costing(calendar: calendar, rates: rates).cost(group, in: period)
      let walked = Walk(group: group, period: period, calendar: calendar, rates: rates)
      for line in costing.lines {
        var found: [Walk.Sharer?: (pence: Int, minutes: Int)] = [:]
        for stretch in line.stretches {
          for share in stretch.shares {
            let weight = walked.weight(of: share.pupil, on: stretch.period.from)
            let sharer = share.pupil.map {
              Walk.Sharer(pupil: $0, weight: weight, year: share.year, stream: share.stream)
            }
            let sum = found[sharer] ?? (0, 0)
            found[sharer] = (sum.pence + share.pence!.count, sum.minutes + share.minutes)
          }
        }
        let expected = walked.parts(of: line.source)
        for (sharer, amount) in expected {
          #expect(found[sharer]?.pence ?? 0 == amount.pence, "group \(number)")
          #expect(found[sharer]?.minutes ?? 0 == amount.minutes, "group \(number)")
          parts += 1
        }
        let isMore = found.contains { expected[$0] == nil && ($1.pence != 0 || $1.minutes != 0) }
        #expect(!isMore, "group \(number)")
      }
    }
    #expect(parts > 500)
  }

  @Test func `equal remainders go to the pupils who came first`() {
    let group = Sample.group(
      [Sample.schedule(1, .once(nil))],
      [Sample.member("D"), Sample.member("B"), Sample.member("C", weight: 2), Sample.member("A")])
    let cost = Costing(calendar: calendar, rates: Sample.book(Sample.rate("1.80")))
      .cost(group, in: Sample.year.period)
    // Three pence by weights 1, 1, 2, 1: 0.6 each and 1.2.
    #expect(cost.byLetter == ["A": 1, "B": 1, "C": 1, "D": 0])
  }

  @Test func `an item waits for the first session after its day, and counts in the period of that session`() {
    let members = [Sample.member("A", Sample.span("2026-09-01", "2026-09-13")), Sample.member("B")]
    func cost(_ day: String?, in period: Period) -> [Character: Int] {
      let group = Sample.group(
        [Sample.schedule(30, .on([.init(.monday)]))], members, leads: [],
        items: [.init(id: Sample.id(1), cost: 1000, day: day.map(Sample.day))])
      return Costing(calendar: calendar, rates: RateBook(rates: [])).cost(group, in: period).byLetter
        .filter { $0.value > 0 }
    }
    let september = Sample.period("2026-09-01", "2026-09-30")
    #expect(cost("2026-09-07", in: september) == ["A": 500, "B": 500])
    // Bought on a Friday: it falls on the Monday after, when A has gone.
    #expect(cost("2026-09-11", in: september) == ["B": 1000])
    #expect(cost("2026-09-11", in: Sample.period("2026-09-01", "2026-09-13")) == [:])
    // In the half-term holiday, and after the autumn's last Monday: so that the terms make up the year.
    #expect(cost("2026-10-28", in: Sample.period("2026-11-02", "2026-11-02")) == ["B": 1000])
    #expect(cost("2026-12-17", in: Sample.period("2026-09-01", "2026-12-31")) == [:])
    #expect(cost("2026-12-17", in: Sample.period("2027-01-01", "2027-01-31")) == ["B": 1000])
    // After the last session of all there is none to wait for.
    #expect(cost("2027-08-20", in: Sample.period("2027-08-20", "2027-08-20")) == ["B": 1000])
  }
}

/// One group's costs in one period by walking its days.
private struct Walk {
  let group: GroupFacts
  let period: Period
  let calendar: SchoolCalendar
  let rates: RateBook

  struct Sharer: Hashable {
    let pupil: ID<Pupil>
    let weight: Int
    let year: YearGroup?
    let stream: ID<FundingStream>?
  }

  func weight(of pupil: ID<Pupil>?, on day: Day) -> Int {
    group.members.first { $0.pupil == pupil && $0.span.contains(day) }?.weight ?? 0
  }

  func parts(of source: CostLine.Source) -> [Sharer?: (pence: Int, minutes: Int)] {
    switch source {
    case .adult(let staff, let role): partsOfAdult(staff, role)
    case .item(let item): partsOfItem(group.items.first { $0.id == item }!)
    }
  }

  /// What was passed in a stretch is the running total at its end less that at its start, each rounded half up.
  private func partsOfAdult(_ staff: ID<StaffMember>, _ role: ID<PayRole>) -> [Sharer?: (pence: Int, minutes: Int)] {
    var parts: [Sharer?: (pence: Int, minutes: Int)] = [:]
    var (cost, time): (Fraction, Fraction) = (0, 0)
    var (costBefore, timeBefore) = (0, 0)
    var sharers = sharers(on: period.from)
    func close() {
      let (pence, minutes) = (cost.roundedHalfUp - costBefore, time.roundedHalfUp - timeBefore)
      (costBefore, timeBefore) = (cost.roundedHalfUp, time.roundedHalfUp)
      add(pence, minutes, among: sharers, to: &parts)
    }
    for number in period.from.number...period.until.number {
      let day = Day(number: number)
      let now = self.sharers(on: day)
      if now != sharers {
        close()
        sharers = now
      }
      for minutes in sessions(on: day) {
        for lead in group.leads where lead.staff == staff && lead.role == role && lead.span.contains(day) {
          let share = Fraction(Int128(lead.share.numerator), Int128(lead.share.denominator))
          time = time + share * Fraction(Int128(minutes), 1)
          cost = cost + rates.price(of: role, on: day)!.rate.perHour * share * Fraction(Int128(minutes), 6000)
        }
      }
    }
    close()
    return parts
  }

  private func partsOfItem(_ item: GroupFacts.Item) -> [Sharer?: (pence: Int, minutes: Int)] {
    let from = max(item.day ?? group.span.from, group.span.from)
    let last = group.span.until ?? Sample.day("2030-12-31")
    let session = from <= last ? (from.number...last.number).first { !sessions(on: Day(number: $0)).isEmpty } : nil
    let day = session.map { Day(number: $0) } ?? min(from, group.span.until ?? from)
    var parts: [Sharer?: (pence: Int, minutes: Int)] = [:]
    if period.contains(day) { add(item.cost.count, 0, among: sharers(on: day), to: &parts) }
    return parts
  }

  private func sharers(on day: Day) -> [Sharer] {
    guard group.span.contains(day) else { return [] }
    return group.members.filter { $0.span.contains(day) }.sorted { $0.pupil < $1.pupil }.map {
      Sharer(pupil: $0.pupil, weight: $0.weight, year: $0.year(on: day), stream: $0.stream)
    }
  }

  /// By weight; what is left over goes a penny each to the greatest remainders, ties to the lowest ids.
  private func add(
    _ pence: Int, _ minutes: Int, among sharers: [Sharer], to parts: inout [Sharer?: (pence: Int, minutes: Int)]
  ) {
    guard !sharers.isEmpty else {
      let sum = parts[nil] ?? (0, 0)
      parts[nil] = (sum.pence + pence, sum.minutes + minutes)
      return
    }
    let all = sharers.reduce(0) { $0 + $1.weight }
    func divided(_ whole: Int) -> [Int] {
      var shares = sharers.map { whole * $0.weight / all }
      let order = sharers.indices.sorted {
        let (one, other) = (whole * sharers[$0].weight % all, whole * sharers[$1].weight % all)
        return one == other ? sharers[$0].pupil < sharers[$1].pupil : one > other
      }
      for index in order.prefix(whole - shares.reduce(0, +)) { shares[index] += 1 }
      return shares
    }
    for (sharer, share) in zip(sharers, zip(divided(pence), divided(minutes))) {
      let sum = parts[sharer] ?? (0, 0)
      parts[sharer] = (sum.pence + share.0, sum.minutes + share.1)
    }
  }

  /// The minutes of each session held on the day.
  private func sessions(on day: Day) -> [Int] {
    guard calendar.isOpen(day), group.span.contains(day) else { return [] }
    return group.schedules.filter { $0.span.contains(day) }.flatMap { dated in
      Array(repeating: dated.schedule.minutes, count: times(dated, on: day))
    }
  }

  private func times(_ dated: DatedSchedule, on day: Day) -> Int {
    /// ⌊(2j − 1) · days ÷ 2n⌋ for j = 1 … n.
    func laid(_ sessions: Int, over days: Int) -> [Int] { (1...sessions).map { (2 * $0 - 1) * days / (2 * sessions) } }
    let isB = calendar.letter(of: day) == .b
    switch dated.schedule.pattern {
    case .on(let slots):
      return slots.count { slot in
        slot.weekday == day.weekday && (slot.weeks == .every || (slot.weeks == .b) == isB)
      }
    case .perWeek(let sessions): return laid(sessions, over: 5).count { $0 == day.weekday.rawValue }
    case .perFortnight(let sessions):
      return laid(sessions, over: 10).count { $0 == day.weekday.rawValue + (isB ? 5 : 0) }
    case .perHalfTerm(let sessions):
      guard let half = calendar.halfTerm(containing: day) else { return 0 }
      let open = (half.period.from.number...half.period.until.number).filter { calendar.isOpen(Day(number: $0)) }
      return laid(sessions, over: open.count).count { open[$0] == day.number }
    case .once(let chosen):
      let first = (dated.span.from.number...day.number).first { calendar.isOpen(Day(number: $0)) }
      return (chosen?.number ?? first) == day.number ? 1 : 0
    }
  }
}
