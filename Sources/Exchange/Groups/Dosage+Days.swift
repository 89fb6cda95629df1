import Domain

extension Dosage {
  /// Days of the week with times, and the weeks of a fortnight: `Mon Wed Fri`, `Mon 09:30, Thu 2pm`, `Tue (week A)`,
  /// `every day`. Nil where something else stands there too.
  static func slots(_ text: String, weeks: Schedule.Weeks = .every) -> [Schedule.Slot]? {
    if let days = initials(text) { return days.map { Schedule.Slot($0, weeks) } }
    var dosage = Dosage()
    var rest = text
    dosage.takeDays(&rest, weeks: weeks)
    if dosage.slots.isEmpty, rest.firstMatch(of: /(?i)\b(?:daily|every\s*day|mon\s*-\s*fri)\b/) != nil {
      return Weekday.allCases.prefix(5).map { Schedule.Slot($0, weeks) }
    }
    let left = Folding.fold(rest).split(separator: " ").filter { !["and", "at", "on", "every"].contains($0) }
    return left.isEmpty && !dosage.slots.isEmpty ? dosage.slots : nil
  }

  /// `M W F`, `M/W/F`, `Tu Th`.
  private static func initials(_ text: String) -> [Weekday]? {
    let days: [String: Weekday] = [
      "m": .monday, "t": .tuesday, "tu": .tuesday, "w": .wednesday, "th": .thursday, "f": .friday,
    ]
    let words = Folding.fold(text).split(separator: " ").map { days[String($0)] }
    return words.isEmpty || words.contains(nil) ? nil : words.compactMap(\.self)
  }

  mutating func takeDays(_ text: inout String, weeks: Schedule.Weeks = .every) {
    // A day, its time, its week, in either order.
    let day =
      /(?i)\b(mon|tue|wed|thu|fri)(?:day|s|sday|nesday|rs|r|rsday|ursday|days|sdays|nesdays|rsdays)?\b\.?(?:\s*\(?(?:week|wk)?\s*\b([AB])\b\)?)?(?:\s*(?:at\s*)?(\d{1,2}(?:[:.]\d{2})(?:\s*[ap]m)?|\d{1,2}\s*[ap]m))?(?:\s*\(?(?:week|wk)?\s*\b([AB])\b\)?)?/
    var found: [(slot: Schedule.Slot, hasTime: Bool)] = []
    while let match = text.firstMatch(of: day) {
      let weekday = Weekday.allCases.first { $0.shortName.lowercased() == match.1.lowercased() }!
      let time = match.3.flatMap { ClockTime(typed: String($0)) }
      let own = (match.2 ?? match.4).flatMap { Schedule.Weeks(rawValue: $0.uppercased()) } ?? weeks
      found.append((Schedule.Slot(weekday, own, start: time), time != nil))
      text.replaceSubrange(match.range, with: " ")
    }
    // "Mon Wed 9.30" says the time of both.
    var last: ClockTime?
    var slots: [Schedule.Slot] = []
    for each in found.reversed() {
      last = each.hasTime ? each.slot.start : last
      slots.append(Schedule.Slot(each.slot.weekday, each.slot.weeks, start: last))
    }
    var once: [Schedule.Slot] = []
    for slot in slots.reversed() where !once.contains(slot) { once.append(slot) }
    self.slots = once
  }
}
