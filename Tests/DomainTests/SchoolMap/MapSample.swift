import Domain

/// Facts of maps, for tests: a primary school with the sample's calendar and rates.
enum MapSample {
  static let school = School(
    id: Sample.id(900), name: "Elm Grove Primary School", urn: "900003", laestab: nil, phase: .primary, authority: nil,
    years: YearGroup(0)...YearGroup(6), calendarChecked: true, version: 1)
  static let headings = (0..<3).map {
    Heading(id: Sample.id(910 + UInt64($0)), name: "Heading \($0 + 1)", position: $0, version: 1)
  }
  static let roles = [
    Sample.assistantRole: PayRole(id: Sample.assistantRole, name: "Teaching assistant", kind: .teachingAssistant),
    Sample.teacherRole: PayRole(id: Sample.teacherRole, name: "Teacher", kind: .teacher),
  ]
  static let rates = RateBook(rates: [
    .init(role: Sample.assistantRole, span: Sample.span("2020-01-01"), rate: Sample.rate("17.20")),
    .init(role: Sample.teacherRole, span: Sample.span("2020-01-01"), rate: Sample.rate("50.92")),
  ])

  static let year = MapQuestion(.period(Sample.year.period, asAt: Sample.day("2026-11-21")))

  /// A pupil who is in `year` throughout 2026/27; numbers are ids.
  static func pupil(_ number: Int, in year: Int) -> MapPupil {
    MapPupil(
      id: Sample.id(1000 + UInt64(number)), surname: "Surname\(number)", calledName: "Name\(number)",
      taught: TaughtYears(bornOn: Day(2021 - year, 11, 3)!))
  }

  static func place(
    _ pupil: MapPupil, _ span: Span = Sample.wholeYear, weight: Int = 1, stream: ID<FundingStream>? = nil
  ) -> GroupFacts.Member {
    GroupFacts.Member(
      pupil: pupil.id, span: span, weight: weight, stream: stream,
      years: YearFrom.list(in: Sample.period("2025-09-01", "2028-08-31")) { pupil.year(on: $0) })
  }

  /// A group of one line, which an assistant leads for 20 minutes a week unless it says otherwise.
  static func group(
    _ number: Int, _ name: String, heading: Int = 0, span: Span = Sample.wholeYear,
    schedules: [DatedSchedule]? = nil, leads: [GroupFacts.Lead]? = nil, items: [GroupFacts.Item] = [],
    members: [GroupFacts.Member] = [], isMasked: Bool = false, change: (inout GroupDetails) -> Void = { _ in }
  ) -> MapGroup {
    let id: ID<Group> = Sample.id(2000 + UInt64(number))
    var details = GroupDetails(name: name, heading: headings[heading].id, span: span)
    details.isConfidential = isMasked
    change(&details)
    let group = Group(id: id, details: details, version: 1)
    let facts = GroupFacts(
      group: id, span: span, schedules: schedules ?? [Sample.schedule(20, .perWeek(1), span)],
      leads: leads ?? [.init(staff: Sample.assistant, role: Sample.assistantRole, span: span)], items: items,
      members: members)
    return MapGroup(group: isMasked ? group.masked : group, facts: facts, isMasked: isMasked)
  }

  static func facts(
    _ groups: [MapGroup], _ pupils: [MapPupil], calendar: SchoolCalendar = Sample.calendar, rates: RateBook = rates
  ) -> MapFacts {
    MapFacts(
      school: school, headings: headings, groups: groups,
      pupils: Dictionary(uniqueKeysWithValues: pupils.map { ($0.id, $0) }),
      staff: [Sample.assistant: "Mrs Lowe", Sample.teacher: "Mr Reid"], roles: roles, items: [:],
      streams: [
        FundingStream(id: Sample.sen, name: "SEN budget", kind: .sen),
        FundingStream(id: Sample.eal, name: "EAL", kind: .other),
      ], calendar: calendar, rates: rates)
  }
}

extension SchoolMap {
  /// The line that is called so.
  func line(_ name: String) -> Line? { sections.lazy.flatMap(\.lines).first { $0.name == name } }

  /// What a line has in a column: `3`, `R`, `KS2`, `whole-school`.
  func cell(_ name: String, _ column: String) -> Cell? {
    guard let index = columns.firstIndex(where: { $0.key == column }) else { return nil }
    return line(name)?.cells[index]
  }

  func totals(_ column: String) -> Figures? { columns.firstIndex { $0.key == column }.map { totals[$0] } }
}
