extension Costing {
  /// The sessions of a group that nobody leads: nil where there are none.
  ///
  /// A strategy has no sessions and a thing has no lead, so neither is ever unled. Nor is a group that has no adult at all
  /// and for which something is bought: a service that is bought in is paid by its price, whoever comes.
  func unled(_ group: GroupFacts, _ timetable: [Part], _ sharing: Sharing, in period: Period) -> UnledSessions? {
    guard !group.leads.isEmpty || group.items.isEmpty else { return nil }
    let led = group.leads.map(\.span)
    var gaps: [(days: Period, part: Part)] = []
    for part in timetable {
      guard let held = part.span.within(period) else { continue }
      gaps += held.without(led).map { ($0, part) }
    }
    gaps.removeAll { $0.part.timetable.sessions(in: $0.days, calendar) == 0 }
    if gaps.isEmpty { return nil }
    let first = gaps.compactMap { $0.part.timetable.firstSession(in: Span($0.days), calendar) }.min()
    let sessions = gaps.reduce(0) { $0 + $1.part.timetable.sessions(in: $1.days, calendar) }
    let stretches = sharing.stretches.filter { stretch in
      gaps.contains { gap in
        stretch.period.intersection(gap.days).map { gap.part.timetable.sessions(in: $0, calendar) > 0 } ?? false
      }
    }
    return UnledSessions(
      from: first ?? period.from, sessions: sessions, shares: stretches.flatMap { $0.shares(pence: nil, minutes: 0) })
  }
}
