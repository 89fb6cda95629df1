/// What is allowed of a group and is yet probably a slip: a year typed wrong, a morning for an evening. People are asked to
/// look, and nothing is refused: a club may meet at 19:30, and support may run for four years.
package enum GroupDoubt: Hashable, Sendable {
  /// The first day is more than two years before today.
  case beganLongAgo(Day)
  /// The last day is more than three years after today.
  case endsFarAhead(Day)
  /// A session begins before 07:00 or ends after 19:00.
  case outsideTheDay(Weekday, ClockTime, minutes: Int)

  /// What there is to look at in the dates and the timetable of a group.
  package static func of(_ span: Span, _ schedules: [Schedule], today: Day) -> [GroupDoubt] {
    var doubts: [GroupDoubt] = []
    if span.from < today - 731 { doubts.append(.beganLongAgo(span.from)) }
    if let until = span.until, until > today + 1096 { doubts.append(.endsFarAhead(until)) }
    for schedule in schedules {
      guard case .on(let slots) = schedule.pattern else { continue }
      for slot in slots {
        guard let start = slot.start, start.minutes < 7 * 60 || start.minutes + schedule.minutes > 19 * 60 else {
          continue
        }
        let doubt = GroupDoubt.outsideTheDay(slot.weekday, start, minutes: schedule.minutes)
        if !doubts.contains(doubt) { doubts.append(doubt) }
      }
    }
    return doubts
  }

  package var sentence: String {
    switch self {
    case .beganLongAgo(let day): "It begins on \(day.words), more than two years ago. Is the year right?"
    case .endsFarAhead(let day): "It ends on \(day.words), more than three years from now. Is the year right?"
    case .outsideTheDay(let weekday, let start, let minutes):
      "It meets on \(weekday.name) at \(start.words) for \(minutes) minutes, "
        + (start.minutes < 7 * 60 ? "before 07:00" : start.minutes >= 19 * 60 ? "after 19:00" : "until after 19:00")
        + ". Is the time right?"
    }
  }
}

extension Schedule {
  /// Refuses a single session on a day on which the school is closed: it would never be held. Of a year without terms only
  /// its weekends are known.
  package func mustBeHeld(by calendar: SchoolCalendar) throws(Refusal) {
    guard case .once(let day?) = pattern, !calendar.isOpen(day) else { return }
    let isWeekend = day.weekday >= .saturday
    let isKnown = calendar.yearsWithoutTerms(in: Period(day)).isEmpty
    guard isKnown || isWeekend else { return }
    let next = calendar.firstOpenDay(from: day) ?? (isWeekend ? day.monday + 7 : nil)
    let hint = next.map { " The next day on which it is open is \($0.weekday.name) \($0.words)." } ?? ""
    throw .invalid("The school is closed on \(day.weekday.name) \(day.words).\(hint)", field: "once")
  }
}
