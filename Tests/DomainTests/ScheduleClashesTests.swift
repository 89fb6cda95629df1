import Domain
import Testing

@Suite struct ScheduleClashesTests {
  let reading: ID<Group> = Sample.id(1)
  let number: ID<Group> = Sample.id(2)
  let talk: ID<Group> = Sample.id(3)

  func booking(
    _ group: ID<Group>, _ slots: [Schedule.Slot], minutes: Int = 30, _ span: Span = Sample.wholeYear,
    share: TimeShare = .whole
  ) -> Booking {
    Booking(group, Sample.schedule(minutes, .on(slots), span), share: share)
  }

  func words(_ clashes: [ScheduleClash]) -> [String] { clashes.map(\.words) }

  @Test func `one person in two groups at once`() {
    let clashes = [
      booking(reading, [.init(.monday, start: ClockTime(9, 30)), .init(.friday, start: ClockTime(9, 30))]),
      booking(number, [.init(.monday, start: ClockTime(9, 45))]),
    ].clashes
    #expect(words(clashes) == ["Mon 09:45"])
    #expect(clashes.map(\.groups) == [[reading, number]])
  }

  @Test func `one session after the other is no clash`() {
    let clashes = [
      booking(reading, [.init(.monday, start: ClockTime(9, 30))]),
      booking(number, [.init(.monday, start: ClockTime(10, 0))]),
      booking(talk, [.init(.tuesday, start: ClockTime(9, 30))]),
    ].clashes
    #expect(clashes.isEmpty)
  }

  @Test func `weeks A and B do not meet; every week meets both`() {
    let ten = ClockTime(10, 0)
    let apart = [booking(reading, [.init(.monday, .a, start: ten)]), booking(number, [.init(.monday, .b, start: ten)])]
    #expect(apart.clashes.isEmpty)
    let meeting = [booking(reading, [.init(.monday, start: ten)]), booking(number, [.init(.monday, .b, start: ten)])]
    #expect(words(meeting.clashes) == ["Mon 10:00 in week B"])
  }

  @Test func `groups that do not run on the same days are no clash`() {
    let ten = [Schedule.Slot(.monday, start: ClockTime(10, 0))]
    let apart = [
      booking(reading, ten, Sample.span("2026-09-07", "2026-12-18")), booking(number, ten, Sample.span("2027-01-04")),
    ]
    #expect(apart.clashes.isEmpty)
    let meeting = [booking(reading, ten), booking(number, ten, Sample.span("2027-01-04"))]
    #expect(meeting.clashes.map(\.from) == [Sample.day("2027-01-04")])
  }

  @Test func `an adult who shares their time is in no two places`() throws {
    let ten = [Schedule.Slot(.monday, start: ClockTime(10, 0))]
    let half = try TimeShare(1, 2)
    let shared = [booking(reading, ten, share: half), booking(number, ten, share: half)]
    #expect(shared.clashes.isEmpty)
    let three = shared + [booking(talk, ten, share: half)]
    #expect(three.clashes.map(\.groups) == [[reading, number, talk]])
  }

  @Test func `sessions without a time do not clash`() {
    let clashes = [
      booking(reading, [.init(.monday)]), Booking(number, Sample.schedule(30, .perWeek(5))),
      booking(talk, [.init(.monday, start: ClockTime(10, 0))]),
    ].clashes
    #expect(clashes.isEmpty)
  }

  @Test func `a lesson that a pupil misses twice a week`() {
    let missed = [
      booking(reading, [.init(.monday, lesson: "Music"), .init(.tuesday, lesson: "Art")]),
      booking(number, [.init(.thursday, lesson: "music ")], Sample.span("2026-11-02")),
    ].missedLessons
    #expect(missed.map(\.lesson) == ["Music"])
    #expect(missed.map(\.groups) == [[reading, number]])
    #expect(missed.map(\.sessionsAFortnight) == [4])
    #expect(missed.map(\.from) == [Sample.day("2026-11-02")])
  }

  @Test func `a lesson that a pupil misses once a week is not told`() {
    let missed = [
      booking(reading, [.init(.monday, lesson: "Music")]),
      booking(number, [.init(.thursday, .a, lesson: "Music")]),
    ].missedLessons
    #expect(missed.isEmpty)
  }
}
