extension GroupClashes {
  /// Runs of one provision in the same days for the same pupils by the same adults as often: copied twice, most likely, and
  /// its cost counts twice.
  package struct Doubled: Hashable, Sendable {
    /// In order of their ids.
    package let groups: [ID<Group>]
    /// From when they stand beside each other.
    package let firstDay: Day

    static func all(among bookings: [Booking], from day: Day) -> [Doubled] {
      let alike = Dictionary(grouping: bookings.filter { $0.provision != nil && $0.isForSomebody }, by: Likeness.init)
      return alike.values.flatMap { doubles(among: $0, from: day) }.sorted { $0.groups[0] < $1.groups[0] }
    }

    private static func doubles(among alike: [Booking], from day: Day) -> [Doubled] {
      let runs = alike.compactMap { booking in booking.days(from: day).map { (booking.group, $0) } }
        .sorted { ($0.1.from, $0.0) < ($1.1.from, $1.0) }
      var told: [Doubled] = []
      for (index, run) in runs.enumerated() {
        let beside = runs.dropFirst(index + 1).filter { $0.1.overlaps(run.1) }
        guard let next = beside.first, !told.contains(where: { $0.groups.contains(run.0) }) else { continue }
        told.append(Doubled(groups: ([run.0] + beside.map(\.0)).sorted(), firstDay: next.1.from))
      }
      return told
    }
  }

  private struct Likeness: Hashable {
    let provision: String?
    let pupils: Set<ID<Pupil>>
    let adults: Set<ID<StaffMember>>
    let schedules: [Schedule]

    init(_ booking: Booking) {
      provision = booking.provision
      pupils = Set(booking.members.map(\.pupil))
      adults = Set(booking.leads.map(\.staff))
      schedules = booking.schedules.map(\.schedule)
    }
  }
}

extension GroupClashes.Booking {
  fileprivate var isForSomebody: Bool { !members.isEmpty || !leads.isEmpty }

  /// From the first to the last day on which anybody is promised to it, on `day` or later; nil where nobody is.
  fileprivate func days(from day: Day) -> Span? {
    let spans = members.map(\.span) + leads.map(\.span)
    guard let first = spans.map(\.from).min() else { return nil }
    let isOpen = spans.contains { $0.until == nil }
    return Span(max(first, day), isOpen ? nil : spans.compactMap(\.until).max())
  }
}
