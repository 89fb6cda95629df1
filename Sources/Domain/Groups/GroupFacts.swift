/// What costing needs to know of one group: who, when, how long, and nothing that names a person. The Store reads these
/// in sets. Leads, members and schedules count only inside the group's own span; facts of one kind about one thing do not
/// overlap.
package struct GroupFacts: Sendable {
  package let group: ID<Group>
  package let span: Span
  /// Empty for a strategy, which takes no staff minutes.
  package let schedules: [DatedSchedule]
  package let leads: [Lead]
  package let items: [Item]
  /// In order of the pupils' ids, whatever order they came in.
  package let members: [Member]

  package init(
    group: ID<Group>, span: Span, schedules: [DatedSchedule], leads: [Lead], items: [Item] = [], members: [Member]
  ) {
    self.group = group
    self.span = span
    self.schedules = schedules
    self.leads = leads
    self.items = items
    self.members = members.sorted { $0.pupil < $1.pupil }
  }

  /// An adult who leads or supports the group, in one role, from when to when.
  package struct Lead: Hashable, Sendable {
    package let staff: ID<StaffMember>
    package let role: ID<PayRole>
    package let span: Span
    package let share: TimeShare

    package init(staff: ID<StaffMember>, role: ID<PayRole>, span: Span, share: TimeShare = .whole) {
      self.staff = staff
      self.role = role
      self.span = span
      self.share = share
    }
  }

  /// A thing or a service bought for the group.
  package struct Item: Hashable, Sendable {
    package let id: ID<GroupItem>
    package let cost: Pence
    /// The day on which its cost falls, or from which it waits for the group's next session; nil where nobody said: for
    /// its first.
    package let day: Day?

    package init(id: ID<GroupItem>, cost: Pence, day: Day? = nil) {
      self.id = id
      self.cost = cost
      self.day = day
    }
  }

  /// A pupil's place in the group, up to and including the span's last day.
  package struct Member: Hashable, Sendable {
    package let pupil: ID<Pupil>
    package let span: Span
    /// How heavily the pupil weighs when the group's cost is divided; 1 for all where it is shared evenly.
    package let weight: Int
    package let stream: ID<FundingStream>?
    /// The pupil's year groups, each with its first day, in order of them; the first counts before its day too. Empty
    /// where the year is not known: such a part stands under "whole school".
    package let years: [YearFrom]

    package init(
      pupil: ID<Pupil>, span: Span, weight: Int = 1, stream: ID<FundingStream>? = nil, years: [YearFrom]
    ) {
      self.pupil = pupil
      self.span = span
      self.weight = weight
      self.stream = stream
      self.years = years
    }

    package func year(on day: Day) -> YearGroup? { (years.last { $0.day <= day } ?? years.first)?.year }
  }
}

/// The year group in which a pupil is from a day on.
package struct YearFrom: Hashable, Sendable {
  package let day: Day
  package let year: YearGroup

  package init(_ day: Day, _ year: YearGroup) {
    self.day = day
    self.year = year
  }

  /// The year groups of a pupil through `period`, asked on its first day, on each 1 September in it, and on such other
  /// days as `changes` names: the days on which the school's own word about the pupil's year begins or ends.
  package static func list(
    in period: Period, changes: [Day] = [], year: (Day) -> YearGroup
  ) -> [YearFrom] {
    var days = [period.from] + changes.filter { $0 > period.from && $0 <= period.until }
    var september = AcademicYear(containing: period.from).next.period.from
    while september <= period.until {
      days.append(september)
      september = AcademicYear(containing: september).next.period.from
    }
    var list: [YearFrom] = []
    for day in days.sorted() {
      let year = year(day)
      if list.last?.year != year { list.append(YearFrom(day, year)) }
    }
    return list
  }
}
