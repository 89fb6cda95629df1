import Domain

/// Words that stand over the columns of a map.
enum MapHeadWords {
  private static let provision: Set<String> = [
    "provision", "provisions", "intervention", "interventions", "programme", "programmes", "support", "activity",
    "activities", "strategy", "strategies", "provision intervention", "intervention provision", "what", "what we do",
    "name of intervention", "intervention name", "provision name", "group", "support in place", "additional provision",
  ]
  private static let sections: Set<String> = [
    "area", "area of need", "areas of need", "heading", "section", "category", "need", "needs", "wave", "level",
    "strand",
    "type", "type of need", "area of sen", "area of send", "sen area", "broad area", "subject", "send area", "tier",
    "area of provision", "primary need",
  ]
  private static let staff: Set<String> = [
    "staff", "adult", "adults", "led by", "lead", "by whom", "delivered by", "adult support", "ta", "tas", "staffing",
    "taught by", "run by", "key adult", "member of staff", "leader", "leaders", "staff member", "staff members",
    "staff lead",
    "lead adult", "staff involved", "personnel", "led by whom", "who leads", "who delivers", "delivered by whom",
    "who by",
    "staff responsible", "adult responsible", "person responsible", "teacher ta", "ta teacher", "staff name",
    "delivery by",
    "lead staff", "staff leading", "adult leading", "practitioner", "who runs it", "provided by",
  ]
  private static let when: Set<String> = [
    "who", "time", "times", "when", "frequency", "how often", "minutes", "duration", "length", "sessions", "timetable",
    "days",
    "day", "dosage", "how long", "hours", "day time", "day and time", "days and times", "time allocation",
    "frequency duration", "duration frequency", "frequency and duration", "length of session", "session length",
    "when how often", "time frequency", "time and frequency", "sessions per week", "time per week", "mins",
    "when and where",
    "how often how long", "amount", "staff and time", "time staff",
  ]
  private static let notes: Set<String> = [
    "notes", "note", "comments", "comment", "details", "description", "additional information", "other information",
    "further information", "other notes", "info",
  ]

  /// What a heading says of its column; nil where that is nothing known.
  static func role(_ text: String) -> MapRole? {
    let folded = Folding.fold(text)
    if provision.contains(folded) { return .provision }
    if sections.contains(folded) { return .section }
    if staff.contains(folded) { return .staff }
    if when.contains(folded) { return .when }
    return notes.contains(folded) ? .note : nil
  }

  /// Years as a heading says them; none for the whole school. Nil for anything else.
  static func years(_ text: String) -> [YearGroup]? {
    if text.isEmpty || text.count >= 40 { return nil }
    let folded = Folding.fold(text)
    if ["whole school", "all", "all years", "everyone", "all pupils"].contains(folded) { return [] }
    let before = text.split(whereSeparator: { "(\n:".contains($0) }).first.map(String.init) ?? text
    return YearList.read(CellReading.words(before))
  }

  /// Half-terms of the school's year, from 1: `Autumn 1`, `Aut 2`, `Spring term`, `Half term 3`, `HT4`.
  static func halfTerms(_ text: String) -> ClosedRange<Int>? {
    let folded = Folding.fold(text)
    guard
      let match = folded.wholeMatch(
        of:
          /(?:(autumn|aut|a|spring|spr|sp|summer|sum|su)(?: ?term)? ?(?:([12])(?:st|nd)?|(first|second))?(?: ?half)?(?: ?term)?|(?:half ?term|ht) ?([1-6]))(?: 20\d\d(?: \d\d(?:\d\d)?)?)?/
      )
    else { return nil }
    if let number = match.4.flatMap({ Int($0) }) { return number...number }
    guard let season = match.1 else { return nil }
    let half = match.2.flatMap { Int($0) } ?? match.3.map { $0 == "first" ? 1 : 2 }
    // A letter alone is no term.
    if season.count < 2 || (season.count == 2 && half == nil) { return nil }
    let first = season.hasPrefix("a") ? 1 : season.hasPrefix("sp") ? 3 : 5
    return half.map { first + $0 - 1...first + $0 - 1 } ?? first...first + 1
  }
}
