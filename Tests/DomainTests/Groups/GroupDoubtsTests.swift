import Domain
import Testing

/// What is taken and yet asked about, and what is refused because it would never be held.
@Suite struct GroupDoubtsTests {
  private let today = Sample.day("2026-11-21")

  private func doubts(_ span: Span, _ schedules: Schedule...) -> [String] {
    GroupDoubt.of(span, schedules, today: today).map(\.sentence)
  }

  private func meets(_ hour: Int, _ minute: Int, minutes: Int = 30) throws -> Schedule {
    try Schedule(minutes: minutes, .on([.init(.tuesday, start: ClockTime(hour, minute))]))
  }

  @Test func `dates and times of every day are not asked about`() throws {
    #expect(doubts(Sample.span("2024-11-21", "2029-11-20"), try meets(7, 0), try meets(18, 30)).isEmpty)
    #expect(doubts(Sample.span("2026-09-07"), try Schedule(minutes: 600, .perWeek(5))).isEmpty)
  }

  @Test func `a year that is far away, and a session in the night, are`() throws {
    #expect(
      doubts(Sample.span("1990-09-01", "2031-07-16"), try meets(23, 50), try meets(6, 59)) == [
        "It begins on 1 September 1990, more than two years ago. Is the year right?",
        "It ends on 16 July 2031, more than three years from now. Is the year right?",
        "It meets on Tuesday at 23:50 for 30 minutes, after 19:00. Is the time right?",
        "It meets on Tuesday at 06:59 for 30 minutes, before 07:00. Is the time right?",
      ])
    #expect(
      doubts(Sample.wholeYear, try meets(18, 45)) == [
        "It meets on Tuesday at 18:45 for 30 minutes, until after 19:00. Is the time right?"
      ])
  }

  @Test func `once, on a day on which the school is closed, is refused with the next open day`() throws {
    func once(_ iso: String) throws {
      try Schedule(minutes: 30, .once(Sample.day(iso))).mustBeHeld(by: Sample.calendar)
    }
    #expect(throws: Never.self) { try once("2026-11-23") }
    #expect(
      throws: Refusal.invalid(
        "The school is closed on Saturday 21 November 2026. The next day on which it is open is Monday 23 November 2026.",
        field: "once")
    ) { try once("2026-11-21") }
    #expect(throws: Refusal.self) { try once("2026-12-25") }
    // Of a year without terms only the weekends are known.
    #expect(throws: Never.self) { try once("2031-11-24") }
    #expect(
      throws: Refusal.invalid(
        "The school is closed on Saturday 22 November 2031. The next day on which it is open is Monday 24 November 2031.",
        field: "once")
    ) { try once("2031-11-22") }
    #expect(throws: Never.self) { try Schedule(minutes: 30, .perWeek(1)).mustBeHeld(by: Sample.calendar) }
  }

  @Test func `what is left of a period outside of spans`() {
    let period = Sample.period("2026-09-01", "2026-12-31")
    func left(_ spans: Span...) -> [String] { period.without(spans).map { "\($0.from.iso)/\($0.until.iso)" } }
    #expect(left() == ["2026-09-01/2026-12-31"])
    #expect(left(Sample.span("2026-01-01")).isEmpty)
    #expect(left(Sample.span("2026-01-01", "2026-08-31")) == ["2026-09-01/2026-12-31"])
    #expect(left(Sample.span("2027-01-01")) == ["2026-09-01/2026-12-31"])
    #expect(
      left(Sample.span("2026-10-10", "2026-10-20"), Sample.span("2026-10-01", "2026-10-12")) == [
        "2026-09-01/2026-09-30", "2026-10-21/2026-12-31",
      ])
    #expect(left(Sample.span("2026-09-01", "2026-11-01"), Sample.span("2026-11-02")).isEmpty)
  }
}
