import Components
import Domain
import Markup

/// When a group meets, as it is typed: chosen days, so many sessions, once, or not at all.
struct ScheduleFields: Sendable, Hashable {
  enum Pattern: String, CaseIterable, Sendable {
    case days, week, fortnight, once, none
    case halfTerm = "half-term"

    static let offered: [Pattern] = [.days, .week, .fortnight, .halfTerm, .once, .none]
  }

  /// One time of the form: the weekday that it stands on, or another time whose weekday is chosen.
  struct DayRow: Sendable, Hashable {
    /// Nil: not chosen.
    var weekday: Weekday?
    var start = ""
    var weeks = Schedule.Weeks.every.rawValue
    var lesson = ""
  }

  var pattern = Pattern.days
  var minutes = ""
  var sessions = ""
  var once = ""
  /// Monday to Friday, each once.
  var days = Array(repeating: DayRow(), count: ScheduleFields.week.count)
  /// Further times: a second one on a day, or another time in weeks A and B.
  var others: [DayRow] = []

  static let week = Array(Weekday.allCases.prefix(5))
  /// Blank rows under those that are filled, so that it works without JavaScript; saved, there are as many again.
  private static let spare = 2
  /// More than a schedule takes.
  private static let mostOthers = 60

  init() {}

  init(_ schedule: Schedule?) {
    guard let schedule else {
      pattern = .none
      return
    }
    minutes = String(schedule.minutes)
    switch schedule.pattern {
    case .on(let slots):
      pattern = .days
      for slot in slots where slot.weekday < .saturday {
        let row = DayRow(
          weekday: slot.weekday, start: slot.start?.words ?? "", weeks: slot.weeks.rawValue, lesson: slot.lesson ?? "")
        if days[slot.weekday.rawValue].weekday == nil {
          days[slot.weekday.rawValue] = row
        } else {
          others.append(row)
        }
      }
    case .perWeek(let count): (pattern, sessions) = (.week, String(count))
    case .perFortnight(let count): (pattern, sessions) = (.fortnight, String(count))
    case .perHalfTerm(let count): (pattern, sessions) = (.halfTerm, String(count))
    case .once(let day): (pattern, once) = (.once, day?.words ?? "")
    }
  }

  /// The ordinary dosage of a type of the catalogue.
  init(_ details: ProvisionDetails) {
    guard let minutes = details.minutes else {
      pattern = .none
      return
    }
    self.minutes = String(minutes)
    pattern = .week
    sessions = details.sessionsPerWeek.map(String.init) ?? ""
  }

  init(_ sent: SentForm) {
    pattern = Pattern(rawValue: sent.typed("pattern")) ?? .days
    minutes = sent.typed("minutes")
    sessions = sent.typed("sessions")
    once = sent.typed("once")
    let chosen = Set(sent.all("days"))
    days = ScheduleFields.week.map { day in
      ScheduleFields.row(sent, day.rawValue, on: chosen.contains(String(day.rawValue)) ? day : nil)
    }
    others = (0..<ScheduleFields.mostOthers).map { $0 + days.count }.filter { sent.has("day-\($0)") }.map { index in
      ScheduleFields.row(sent, index, on: Int(sent.typed("day-\(index)")).flatMap(Weekday.init(rawValue:)))
    }.filter { $0 != DayRow() }
  }

  private static func row(_ sent: SentForm, _ index: Int, on weekday: Weekday?) -> DayRow {
    DayRow(
      weekday: weekday, start: sent.typed("start-\(index)"),
      weeks: sent["weeks-\(index)"] ?? Schedule.Weeks.every.rawValue, lesson: sent.typed("lesson-\(index)"))
  }

  /// Nil for a strategy; nil too where something was refused.
  func schedule(_ refusals: inout Refusals) -> Schedule? {
    if pattern == .none { return nil }
    let before = refusals.all.count
    let length = refusals.number(minutes, at: "minutes", "The minutes")
    if length == nil, refusals["minutes"] == nil {
      refusals.add("Say how many minutes a session lasts.", field: "minutes")
    }
    let kind = readPattern(&refusals)
    guard let length, let kind, refusals.all.count == before else { return nil }
    do { return try Schedule(minutes: length, kind) } catch { refusals.all.append(error) }
    return nil
  }

  private func readPattern(_ refusals: inout Refusals) -> Schedule.Pattern? {
    if pattern == .days { return .on(slots(&refusals)) }
    if pattern == .once {
      if once.trimmingSpaces.isEmpty { return .once(nil) }
      return refusals.day(once, at: "once", "the day").map { .once($0) }
    }
    guard let count = refusals.number(sessions, at: "sessions", "The sessions") else {
      if refusals["sessions"] == nil { refusals.add("Say how many sessions there are.", field: "sessions") }
      return nil
    }
    switch pattern {
    case .fortnight: return .perFortnight(count)
    case .halfTerm: return .perHalfTerm(count)
    default: return .perWeek(count)
    }
  }

  private func slots(_ refusals: inout Refusals) -> [Schedule.Slot] {
    (days + others).enumerated().compactMap { index, row in
      guard let weekday = row.weekday else {
        // A day that is not ticked is not meant; a further time without a day is.
        if index >= days.count { refusals.add("Choose the day of this time, or clear it.", field: "day-\(index)") }
        return nil
      }
      let start = ClockTime(typed: row.start)
      if start == nil, !row.start.trimmingSpaces.isEmpty {
        refusals.add("\(weekday.name)’s time must be a time such as 9:30.", field: "start-\(index)")
      }
      return Schedule.Slot(
        weekday, Schedule.Weeks(rawValue: row.weeks) ?? .every, start: start,
        lesson: row.lesson.trimmingSpaces.nilIfEmpty)
    }
  }
}

extension ScheduleFields {
  /// `offersNone`: whether it may be a way of working without sessions.
  func html(_ refusals: Refusals, offersNone: Bool = true) -> HTML {
    let offered = Pattern.offered.filter { offersNone || $0 != .none }
    return """
      <div class="schedule">\
      \(Radios(
        Field("pattern", "How often", error: refusals["pattern"]), offered.map(\.choice), selected: pattern.rawValue))\
      <div class="with-sessions">\(NumberInput(Field("minutes", "Minutes of a session", error: refusals["minutes"]), value: minutes))</div>\
      <div class="with-days">\(dayTable(refusals))</div>\
      <div class="with-count">\(NumberInput(
        Field("sessions", "How many sessions", hint: "In each week, fortnight or half-term, as chosen above.", error: refusals["sessions"]),
        value: sessions))</div>\
      <div class="with-once">\(DateInput(
        Field("once", "On which day", hint: "Empty: the first day on which the school is open.", error: refusals["once"], isOptional: true),
        value: once))</div></div>
      """
  }

  private func dayTable(_ refusals: Refusals) -> HTML {
    let columns: [DataTable.Column] = [
      .init("Day"), .init("Begins at"), .init("Weeks"), .init("Taken from lesson"),
    ]
    let rows = days.enumerated().map { index, row in
      [.html(dayBox(index, row))] + cells(index, row, ScheduleFields.week[index].name, refusals)
    }
    let further = (others + Array(repeating: DayRow(), count: ScheduleFields.spare)).enumerated().map { number, row in
      let index = days.count + number
      let name = "Further time \(number + 1)"
      return [.html(dayChoice(index, row, name, refusals))] + cells(index, row, name, refusals)
    }
    let error: HTML =
      refusals["days"].map { "<p class=\"error\"><span class=\"unseen\">Error: </span>\($0)</p>" } ?? .empty
    return """
      \(error)\(DataTable("Days, with times where they are fixed", columns: columns, rows: rows, isList: true))\
      \(Details(
        "Another time on one of these days", isOpen: !others.isEmpty,
        body: """
          <p class="hint">For a second session on a day, or for another time in week B than in week A.</p>\
          \(DataTable("Further times", columns: columns, rows: further, isList: true))
          """))
      """
  }

  private func dayBox(_ index: Int, _ row: DayRow) -> HTML {
    let id = index == 0 ? "days" : "days-\(index)"
    return """
      <span class="option"><input type="checkbox" id="\(id)" name="days" value="\(index)"\(if: row.weekday != nil, " checked")>\
      <label for="\(id)">\(ScheduleFields.week[index].name)</label></span>
      """
  }

  private func dayChoice(_ index: Int, _ row: DayRow, _ name: String, _ refusals: Refusals) -> HTML {
    let wrong = refusals["day-\(index)"]
    return """
      \(if: wrong, { "<p class=\"error\" id=\"day-\(index)-error\"><span class=\"unseen\">Error: </span>\($0)</p>" })\
      <select id="day-\(index)" name="day-\(index)" aria-label="\(name): day"\
      \(attribute: "aria-describedby", wrong.map { _ in "day-\(index)-error" })\(if: wrong != nil, " aria-invalid=\"true\"")>\
      <option value="">None</option>\(each: ScheduleFields.week, { day in
        "<option value=\"\(day.rawValue)\"\(if: day == row.weekday, " selected")>\(day.name)</option>"
      })</select>
      """
  }

  private func cells(_ index: Int, _ row: DayRow, _ name: String, _ refusals: Refusals) -> [DataTable.Cell] {
    let wrong = refusals["start-\(index)"]
    let start: HTML = """
      \(if: wrong, { "<p class=\"error\" id=\"start-\(index)-error\"><span class=\"unseen\">Error: </span>\($0)</p>" })\
      <input type="text" class="code" id="start-\(index)" name="start-\(index)" value="\(row.start)" autocomplete="off" \
      aria-label="\(name): begins at"\(attribute: "aria-describedby", wrong.map { _ in "start-\(index)-error" })\
      \(if: wrong != nil, " aria-invalid=\"true\"")>
      """
    let weeks: HTML = """
      <select name="weeks-\(index)" aria-label="\(name): weeks">\
      \(each: [("every", "Every week"), ("A", "Week A"), ("B", "Week B")], { value, label in
        "<option value=\"\(value)\"\(if: value == row.weeks, " selected")>\(label)</option>"
      })</select>
      """
    let lesson: HTML = """
      <input type="text" class="short" name="lesson-\(index)" value="\(row.lesson)" autocomplete="off" maxlength="100" \
      aria-label="\(name): taken from lesson">
      """
    return [.html(start), .html(weeks), .html(lesson)]
  }
}

extension ScheduleFields.Pattern {
  var choice: Choice {
    switch self {
    case .days: Choice(rawValue, "On chosen days")
    case .week: Choice(rawValue, "So many times a week", hint: "Laid evenly over the days; no times are kept.")
    case .fortnight: Choice(rawValue, "So many times a fortnight")
    case .halfTerm: Choice(rawValue, "So many times a half-term")
    case .once: Choice(rawValue, "Once")
    case .none:
      Choice(rawValue, "No sessions", hint: "A strategy: an adjustment in class, a way of working. It costs no time.")
    }
  }
}
