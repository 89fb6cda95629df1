import Domain
import Testing

@Suite struct GroupClashesTests {
  private let today = Day(2026, 11, 21)!
  private let term = Span(Day(2026, 9, 7)!, Day(2026, 12, 18)!)!
  private let lowe = ID<StaffMember>(high: 1, low: 1)
  private let ada = ID<Pupil>(high: 2, low: 1)

  private func group(_ number: UInt64) -> ID<Group> { ID(high: 3, low: number) }

  private func booking(
    _ number: UInt64, _ slots: [Schedule.Slot], minutes: Int = 30, span: Span? = nil, share: TimeShare = .whole,
    leads: Bool = true, pupil: Bool = false, provision: String? = nil
  ) throws -> GroupClashes.Booking {
    let span = span ?? term
    return GroupClashes.Booking(
      group: group(number), schedules: [DatedSchedule(span, try Schedule(minutes: minutes, .on(slots)))],
      leads: leads ? [.init(lowe, span, share)] : [], members: pupil ? [.init(ada, span)] : [],
      provision: provision)
  }

  private func slot(
    _ weekday: Weekday, _ hour: Int, _ minute: Int, _ weeks: Schedule.Weeks = .every, lesson: String? = nil
  ) -> Schedule.Slot {
    Schedule.Slot(weekday, weeks, start: ClockTime(hour, minute), lesson: lesson)
  }

  @Test func `an adult cannot be in two places at once`() throws {
    let clashes = GroupClashes(
      among: [try booking(1, [slot(.tuesday, 9, 0)]), try booking(2, [slot(.tuesday, 9, 20), slot(.friday, 9, 0)])],
      from: today)
    #expect(clashes.adults.count == 1)
    #expect(clashes.adults[0].groups == [group(1), group(2)])
    #expect(clashes.adults[0].time.words == "Tuesdays at 09:20")
    #expect(clashes.adults[0].time.firstDay == Day(2026, 11, 24))
  }

  @Test func `sessions that only meet do not clash`() throws {
    let clashes = GroupClashes(
      among: [try booking(1, [slot(.tuesday, 9, 0)]), try booking(2, [slot(.tuesday, 9, 30)])], from: today)
    #expect(clashes.isEmpty)
  }

  @Test func `an adult who shares their time is in both, up to all of it`() throws {
    let (half, third) = (try TimeShare(1, 2), try TimeShare(1, 3))
    let two = [
      try booking(1, [slot(.monday, 9, 0)], share: half), try booking(2, [slot(.monday, 9, 0)], share: half),
    ]
    #expect(GroupClashes(among: two, from: today).isEmpty)
    let three = two + [try booking(3, [slot(.monday, 9, 10)], share: third)]
    #expect(GroupClashes(among: three, from: today).adults.map(\.groups) == [[group(1), group(2), group(3)]])
  }

  @Test func `weeks A and B do not meet, every week meets both`() throws {
    let a = try booking(1, [slot(.monday, 9, 0, .a)])
    let b = try booking(2, [slot(.monday, 9, 0, .b)])
    let every = try booking(3, [slot(.monday, 9, 0)])
    #expect(GroupClashes(among: [a, b], from: today).isEmpty)
    #expect(GroupClashes(among: [a, every], from: today).adults.map(\.time.weeks) == [.a])
  }

  @Test func `what is past, or not at the same time of the year, does not clash`() throws {
    let early = try booking(1, [slot(.monday, 9, 0)], span: Span(term.from, Day(2026, 11, 20)!)!)
    let late = try booking(2, [slot(.monday, 9, 0)], span: Span(Day(2026, 11, 21)!)!)
    let whole = try booking(3, [slot(.monday, 9, 0)])
    #expect(GroupClashes(among: [early, late], from: term.from).isEmpty)
    #expect(GroupClashes(among: [early, whole], from: today).isEmpty)
    #expect(GroupClashes(among: [early, whole], from: term.from).adults.count == 1)
    let soon = try booking(4, [slot(.monday, 9, 0)], span: Span(Day(2026, 12, 15)!, Day(2026, 12, 18)!)!)
    #expect(GroupClashes(among: [soon, whole], from: today).isEmpty, "no Monday lies in these days")
  }

  @Test func `sessions without a time never clash`() throws {
    let clashes = GroupClashes(
      among: [
        try booking(1, [Schedule.Slot(.monday)], pupil: true), try booking(2, [Schedule.Slot(.monday)], pupil: true),
      ],
      from: today)
    #expect(clashes.isEmpty)
  }

  @Test func `a provision stands there twice for the same people as often, in days that overlap`() throws {
    let plain = [Schedule.Slot(.monday)]
    let one = try booking(1, plain, pupil: true, provision: "phonics")
    let copy = try booking(2, plain, pupil: true, provision: "phonics")
    let third = try booking(3, plain, span: Span(Day(2026, 12, 1)!), pupil: true, provision: "phonics")
    let told = GroupClashes(among: [one, copy], from: today)
    #expect(told.doubles.map(\.groups) == [[group(1), group(2)]] && told.doubles[0].firstDay == today)
    #expect(told.touching(group(2)).count == 1 && told.touching(group(3)).isEmpty)
    #expect(
      GroupClashes(among: [third, copy, one], from: today).doubles.map(\.groups) == [[group(1), group(2), group(3)]])
    let later = Span(Day(2027, 1, 11)!)!
    for other in [
      try booking(2, plain, pupil: true, provision: "spelling"), try booking(2, plain, pupil: true),
      try booking(2, plain, pupil: false, provision: "phonics"),
      try booking(2, plain, leads: false, pupil: true, provision: "phonics"),
      try booking(2, [Schedule.Slot(.tuesday)], pupil: true, provision: "phonics"),
      try booking(2, plain, span: later, pupil: true, provision: "phonics"),
    ] {
      #expect(GroupClashes(among: [one, other], from: today).doubles.isEmpty)
    }
    let nobody = try (1...2).map { try booking($0, plain, leads: false, provision: "phonics") }
    #expect(GroupClashes(among: nobody, from: today).doubles.isEmpty)
  }

  @Test func `a pupil is booked twice`() throws {
    let clashes = GroupClashes(
      among: [
        try booking(1, [slot(.wednesday, 10, 0)], leads: false, pupil: true),
        try booking(2, [slot(.wednesday, 10, 15)], leads: false, pupil: true),
      ], from: today)
    #expect(clashes.adults.isEmpty)
    #expect(clashes.pupils.map(\.groups) == [[group(1), group(2)]])
    #expect(clashes.touching(group(1)).pupils.count == 1)
    #expect(clashes.touching(group(9)).isEmpty)
  }

  @Test func `a pupil is taken from the same lesson for two groups, or every time`() throws {
    let one = try booking(1, [slot(.monday, 9, 0, lesson: "Music")], leads: false, pupil: true)
    let other = try booking(2, [slot(.thursday, 9, 0, lesson: "music ")], leads: false, pupil: true)
    let often = try booking(
      3, [slot(.tuesday, 9, 0, lesson: "Art"), slot(.friday, 9, 0, lesson: "Art")], leads: false, pupil: true)
    #expect(GroupClashes(among: [one, other], from: today).lessons.map(\.groups) == [[group(1), group(2)]])
    #expect(GroupClashes(among: [one], from: today).lessons.isEmpty, "once a week is no habit")
    #expect(GroupClashes(among: [often], from: today).lessons.map(\.sessions) == [4])
    #expect(GroupClashes(among: [often, one], from: today).lessons.isEmpty, "not every session")
    let later = try booking(
      4, [slot(.friday, 9, 0, lesson: "Music")], span: Span(Day(2026, 12, 1)!, term.until)!, leads: false, pupil: true)
    #expect(GroupClashes(among: [one, later], from: today).lessons.map(\.groups) == [[group(1), group(4)]])
  }
}
