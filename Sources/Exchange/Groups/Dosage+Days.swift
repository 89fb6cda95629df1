import Domain

extension Dosage {
  /// Days of the week with times, and the weeks of a fortnight: `Mon Wed Fri`, `Mon 09:30, Thu 2pm`, `Tue (week A)`,
  /// `every day`. Nil where something else stands there too.
  static func slots(_ text: String, weeks: Schedule.Weeks = .every) -> [Schedule.Slot]? {
    func placed(_ slots: [Schedule.Slot]) -> [Schedule.Slot] {
      slots.map { Schedule.Slot($0.weekday, $0.weeks == .every ? weeks : $0.weeks, start: $0.start) }
    }
    let words = Folding.fold(text).split(separator: " ").map(String.init)
    if let days = Weekday.initials(words) { return placed(days.map { Schedule.Slot($0) }) }
    let reading = DosageReading(text)
    let left = Folding.fold(reading.text).split(separator: " ").filter { !["and", "at", "on", "every"].contains($0) }
    guard left.isEmpty, reading.unplaced.isEmpty else { return nil }
    if reading.dosage.slots.isEmpty, reading.dosage.sessions == 5, reading.dosage.per == .week {
      return placed(Weekday.allCases.prefix(5).map { Schedule.Slot($0) })
    }
    return reading.dosage.slots.isEmpty ? nil : placed(reading.dosage.slots)
  }
}

extension Weekday {
  /// `m`, `w`, `f`; `tu`, `th`. Nil where one of them is none.
  fileprivate static func initials(_ words: [String]) -> [Weekday]? {
    let days: [String: Weekday] = [
      "m": .monday, "t": .tuesday, "tu": .tuesday, "w": .wednesday, "th": .thursday, "f": .friday,
    ]
    let found = words.map { days[$0] }
    if words.isEmpty || found.contains(nil) { return nil }
    // The second T of M T W T F is Thursday.
    var read: [Weekday] = []
    for day in found.compactMap(\.self) { read.append(day == .tuesday && read.contains(.wednesday) ? .thursday : day) }
    return read
  }

  /// By the first three letters.
  fileprivate init?(beginning text: some StringProtocol) {
    guard let day = Weekday.allCases.first(where: { $0.shortName.lowercased() == text.lowercased() }) else {
      return nil
    }
    self = day
  }
}

extension DosageReading {
  mutating func takeDays() {
    takeRunOfDays()
    takeInitials()
    // A day, half of it, its time and its week in either order; before it the week as our own words say it.
    let day =
      /(?i)(?:\bevery\s+other\s+week\s*\(([AB])\)\s*)?(?:\b(?:every|each|on)\s+)?\b(mon|tue|wed|thu|fri)(?:day|s|sday|nesday|rs|r|rsday|ursday|days|sdays|nesdays|rsdays)?\b\.?(?:\s*[-–]?\s*\(?([ap]\.?m\b\.?|mornings?|afternoons?)\)?)?(?:\s*\(?(?:week|wk)?\s*\b([AB])\b\)?)?(?:\s*(?:at|@|-|–|:)?\s*\(?(\d{1,2}[:.]\d{2}(?:\s*[ap]m)?|\d{1,2}\s*[ap]m)\)?)?(?:\s*\(?(?:week|wk)?\s*\b([AB])\b\)?)?/
    var found: [Schedule.Slot] = []
    var carried: Schedule.Weeks?
    while take(
      day,
      { reading, match in
        carried = match.1.flatMap { Schedule.Weeks(rawValue: $0.uppercased()) } ?? carried
        let half = match.3?.lowercased() ?? ""
        let isAfternoon = half.hasPrefix("p") || half.hasPrefix("afternoon")
        var time = match.5.flatMap { ClockTime(inSchool: String($0)) }
        if isAfternoon, let morning = time, morning.minutes < 12 * 60 {
          time = ClockTime(minutes: morning.minutes + 720)
        }
        if match.3 != nil, time == nil { reading.unplaced.append(CellReading.words(String(match.0))) }
        let own = (match.4 ?? match.6).flatMap { Schedule.Weeks(rawValue: $0.uppercased()) } ?? carried ?? .every
        if let weekday = Weekday(beginning: match.2) { found.append(Schedule.Slot(weekday, own, start: time)) }
        return true
      })
    {}
    // "Mon Wed 9.30" says the time of both.
    var last: ClockTime?
    var slots: [Schedule.Slot] = []
    for slot in found.reversed() {
      last = slot.start ?? last
      slots.append(Schedule.Slot(slot.weekday, slot.weeks, start: last))
    }
    for slot in slots.reversed() where !dosage.slots.contains(slot) { dosage.slots.append(slot) }
    take(/(?i)\b(?:week|wk)\s*([AB])\b/) { reading, match in
      reading.weeks = Schedule.Weeks(rawValue: match.1.uppercased()) ?? .every
      return true
    }
  }

  /// A time that no day stands before: `daily at 9.15`, `9.30am Mon & Wed`.
  mutating func takeLooseTimes() {
    if dosage.isEmpty { return }
    take(/(?i)(?:\b(?:at|from)\s+|@\s*)?\b(\d{1,2}[:.]\d{2}(?:\s*[ap]m)?|\d{1,2}\s*[ap]m)\b/) { reading, match in
      reading.start = ClockTime(inSchool: String(match.1))
      return reading.start != nil
    }
    set(aside: /\b(?:AM|PM|am|pm|a\.m\.|p\.m\.)(?!\w)/)
  }

  /// `Mon-Fri`, `Monday to Thursday`.
  private mutating func takeRunOfDays() {
    take(
      /(?i)\b(mon|tue|wed|thu|fri)(?:day|s|sday|nesday|rs|r|rsday|ursday)?\s*(?:-|–|to)\s*(mon|tue|wed|thu|fri)(?:day|s|sday|nesday|rs|r|rsday|ursday)?\b/
    ) { reading, match in
      guard let first = Weekday(beginning: match.1), let last = Weekday(beginning: match.2), first < last else {
        return false
      }
      reading.dosage.slots = Weekday.allCases.filter { (first...last).contains($0) }.map { Schedule.Slot($0) }
      return true
    }
  }

  /// `M W F`, `T/Th`, `MWF`: letters that could be of names too, so only where a length is told beside them.
  private mutating func takeInitials() {
    guard dosage.minutes != nil else { return }
    take(
      /(?:^|[\s(,;])((?:M|Tu|Th|T|W|F)(?:\s*[\/&+]\s*(?:M|Tu|Th|T|W|F)\b){1,4}|(?:M|Tu|Th|T|W|F)(?:[ ](?:M|Tu|Th|T|W|F)\b){1,4}|MWF|MTWTF|MTWThF|TTh|TuTh)(?=$|[\s),;.])/
    ) {
      reading, match in
      let before = reading.text[..<match.1.startIndex].last { !" (,;".contains($0) }
      if let before, before.isLetter { return false }
      let letters = match.1.replacing(/Tu|Th|[MTWF]/) { " \($0.output) " }
      guard let days = Weekday.initials(Folding.fold(String(letters)).split(separator: " ").map(String.init)) else {
        return false
      }
      reading.dosage.slots = days.map { Schedule.Slot($0) }
      return true
    }
  }
}
