/// What groups cost in a period.
///
/// A *line* is one group × one source: an adult in a role, or an item. Its exact cost is a fraction of whole numbers,
/// divided once: the sum over the sessions held of rate that day × minutes ÷ 60 × the adult's share. The line is cut in
/// date order into *stretches* wherever its sharers, their weights, year groups or funding streams change. A stretch's
/// pence are the line's running total at its end less that at its start, each rounded half up; they are divided among the
/// sharers by weight, largest remainder, ties in the order of the pupils' ids. Staff minutes are divided alike.
///
/// Days with sessions that have no rate are stretches of their own, which are not priced: they have minutes but no pence,
/// and every total that they would have stood in names the line. What is priced before and after them stays as it is.
///
/// Hence every figure is a sum of whole-penny parts and adds up; a stretch depends on nothing after it, so a leaver's
/// pence never change; and who shares a group never moves its total. A year may differ from its three terms by a penny a
/// line, since each asks anew.
package struct Costing: Sendable {
  package let calendar: SchoolCalendar
  package let rates: RateBook
  package let policy: CostingPolicy

  package init(calendar: SchoolCalendar, rates: RateBook, policy: CostingPolicy = .trueCost) {
    self.calendar = calendar
    self.rates = rates
    self.policy = policy
  }

  package func cost(_ groups: [GroupFacts], in period: Period) -> [GroupCosting] {
    groups.map { cost($0, in: period) }
  }

  package func cost(_ group: GroupFacts, in period: Period) -> GroupCosting {
    let sharing = Sharing(group, in: period, policy: policy.sharing)
    let timetable = timetable(of: group)
    let sessions = timetable.reduce(0) { count, part in
      count + (part.span.within(period).map { part.timetable.sessions(in: $0, calendar) } ?? 0)
    }
    let adults = assignments(of: group, in: period).map { leads in
      adultLine(leads, of: group.group, timetable, sharing, in: period)
    }
    let items = policy.countsItems ? group.items : []
    return GroupCosting(
      group: group.group, sessions: sessions,
      lines: adults + items.compactMap { itemLine($0, of: group, timetable, sharing, in: period) },
      unled: sessions == 0 ? nil : unled(group, timetable, sharing, in: period))
  }

  /// A schedule of the group, from when to when it holds, laid on the calendar.
  struct Part {
    let span: Span
    let minutes: Int
    let timetable: Timetable
  }

  private func timetable(of group: GroupFacts) -> [Part] {
    group.schedules.compactMap { dated in
      dated.span.intersection(group.span).map {
        Part(span: $0, minutes: dated.schedule.minutes, timetable: Timetable(dated, calendar))
      }
    }
  }

  /// The leads of each adult in each role: a change of share from a day on is no new line.
  private func assignments(of group: GroupFacts, in period: Period) -> [[GroupFacts.Lead]] {
    var assignments: [[GroupFacts.Lead]] = []
    for lead in group.leads where lead.span.intersection(group.span)?.within(period) != nil {
      if let index = assignments.firstIndex(where: { $0[0].staff == lead.staff && $0[0].role == lead.role }) {
        assignments[index].append(lead)
      } else {
        assignments.append([lead])
      }
    }
    return assignments
  }

  // MARK: An adult's time

  /// A run of days with one rate, one timetable and one share.
  private struct Run {
    let period: Period
    let part: Part
    let share: TimeShare
    let price: Price?
    let sessions: Int

    /// Of one session, in pence.
    var cost: (numerator: Int, denominator: Int) {
      guard let (numerator, denominator) = price?.rate.perHourParts else { return (0, 1) }
      return (numerator * part.minutes * share.numerator, denominator * 100 * 60 * share.denominator)
    }
    /// Of one session, in minutes.
    var time: (numerator: Int, denominator: Int) { (part.minutes * share.numerator, share.denominator) }
  }

  private func adultLine(
    _ leads: [GroupFacts.Lead], of group: ID<Group>, _ timetable: [Part], _ sharing: Sharing, in period: Period
  ) -> CostLine {
    let runs = runs(leads, timetable, in: period)
    let total = RunningTotal(runs.map(\.cost))
    let unpriced = total == nil ? runs.first : runs.first { $0.price == nil }
    return CostLine(
      group: group, source: .adult(leads[0].staff, role: leads[0].role), legs: legs(runs, total),
      stretches: stretches(
        runs, total, total == nil ? sharing : sharing.cut(at: unpricedEdges(of: leads[0].role, in: period))),
      unpricedFrom: unpriced.flatMap { $0.part.timetable.firstSession(in: Span($0.period), calendar) })
  }

  /// The days on which days without a rate begin, and those after one. Where the share, the timetable or the book of rates
  /// changes among them nothing is cut: they stay not priced.
  private func unpricedEdges(of role: ID<PayRole>, in period: Period) -> [Day] {
    let steps = prices(of: role, in: period)
    return zip(steps, steps.dropFirst()).compactMap { before, after in
      (before.price == nil) == (after.price == nil) ? nil : after.day
    }
  }

  /// Those with sessions, in order of days.
  private func runs(_ leads: [GroupFacts.Lead], _ timetable: [Part], in period: Period) -> [Run] {
    var runs: [Run] = []
    for lead in leads {
      guard let led = lead.span.within(period) else { continue }
      for part in timetable {
        guard let held = part.span.within(led) else { continue }
        let steps = prices(of: lead.role, in: held)
        for (index, step) in steps.enumerated() {
          let until = index + 1 < steps.count ? steps[index + 1].day.previous : held.until
          let run = Period(step.day, until)!
          let sessions = part.timetable.sessions(in: run, calendar)
          guard sessions > 0 else { continue }
          runs.append(Run(period: run, part: part, share: lead.share, price: step.price, sessions: sessions))
        }
      }
    }
    return runs.sorted { $0.period.from < $1.period.from }
  }

  private func prices(of role: ID<PayRole>, in period: Period) -> [RateBook.Step] {
    switch policy.prices {
    case .byRole: rates.steps(of: role, in: period)
    case .flat(let rate): [RateBook.Step(day: period.from, price: Price(rate: rate, origin: .policy(policy.name)))]
    }
  }

  private func legs(_ runs: [Run], _ total: RunningTotal?) -> [CostLine.Leg] {
    var total = total
    return runs.indices.map { index in
      let run = runs[index]
      let before = total?.rounded
      total?.add(index, times: run.sessions)
      let pence = run.price == nil ? nil : before.flatMap { before in total.map { Pence($0.rounded - before) } }
      return CostLine.Leg(
        period: run.period, sessions: run.sessions, minutes: run.part.minutes, share: run.share, price: run.price,
        pence: pence)
    }
  }

  private func stretches(_ runs: [Run], _ total: RunningTotal?, _ sharing: Sharing) -> [CostLine.Stretch] {
    var total = total
    var time = RunningTotal(runs.map(\.time))!
    return sharing.stretches.compactMap { stretch in
      let penceBefore = total?.rounded
      let minutesBefore = time.rounded
      var isPriced = true
      for (index, run) in runs.enumerated() {
        guard let period = run.period.intersection(stretch.period) else { continue }
        let sessions = period == run.period ? run.sessions : run.part.timetable.sessions(in: period, calendar)
        if sessions > 0, run.price == nil || total == nil { isPriced = false }
        total?.add(index, times: sessions)
        time.add(index, times: sessions)
      }
      let pence = (total?.rounded ?? 0) - (penceBefore ?? 0)
      return stretch.divided(pence: isPriced ? pence : nil, minutes: time.rounded - minutesBefore)
    }
  }

  // MARK: Items

  /// An item falls whole on its day, or on the group's first session after: so that the terms make up the year, and what
  /// was bought before the group began, or nobody said when, falls on its first session. Where no session comes after it
  /// falls on its own day, at the latest on the group's last. The day never depends on who shares the group. Nil where it
  /// is outside `period`.
  private func itemLine(
    _ item: GroupFacts.Item, of group: GroupFacts, _ timetable: [Part], _ sharing: Sharing, in period: Period
  ) -> CostLine? {
    let from = max(item.day ?? group.span.from, group.span.from)
    let session = Span(from, group.span.until).flatMap { rest in
      timetable.compactMap { part in
        part.span.intersection(rest).flatMap { part.timetable.firstSession(in: $0, calendar) }
      }.min()
    }
    let day = session ?? min(from, group.span.until ?? from)
    guard period.contains(day) else { return nil }
    return CostLine(
      group: group.group, source: .item(item.id), legs: [],
      stretches: sharing.stretches.compactMap { stretch in
        stretch.divided(pence: stretch.period.contains(day) ? item.cost.count : 0, minutes: 0)
      }, unpricedFrom: nil)
  }
}

extension Sharing.Stretch {
  /// Nil where there is nothing to divide and nobody to divide it among.
  fileprivate func divided(pence: Int?, minutes: Int) -> CostLine.Stretch? {
    if sharers.isEmpty, pence == 0, minutes == 0 { return nil }
    return CostLine.Stretch(
      period: period, pence: pence.map { Pence($0) }, minutes: minutes, shares: shares(pence: pence, minutes: minutes))
  }

  func shares(pence: Int?, minutes: Int) -> [CostLine.Share] {
    if sharers.isEmpty {
      return [
        CostLine.Share(pupil: nil, year: nil, stream: nil, pence: pence.map { Pence($0) }, minutes: minutes)
      ]
    }
    let penceParts = pence.map { $0.divided(by: weights) }
    let minuteParts = minutes.divided(by: weights)
    return sharers.indices.map { index in
      let sharer = sharers[index]
      return CostLine.Share(
        pupil: sharer.pupil, year: sharer.year, stream: sharer.stream, pence: penceParts.map { Pence($0[index]) },
        minutes: minuteParts[index])
    }
  }
}
