import Components
import Domain
import Markup
import Store

/// The class: a change from a day, or the correction of what was recorded.
struct ClassForm: PupilForm {
  var className: String
  var from: String
  var until: String
  let first: Day?

  static let part = PupilPart.schoolClass

  init(_ record: PupilRecord, first: Day?) {
    let fact = first.flatMap(record.facts.classes.beginning)
    className = fact?.value ?? record.facts.className(on: record.day) ?? ""
    from = fact.map(\.span.from.words) ?? record.day.words
    until = fact?.span.until?.words ?? ""
    self.first = first
  }

  init(_ sent: SentForm, first: Day?) {
    className = sent["class"] ?? ""
    from = sent.typed("from")
    until = sent.typed("until")
    self.first = first
  }

  var done: Done { first == nil ? .changed : .corrected }
  func title(_ record: PupilRecord) -> String { first == nil ? "Change class" : "Correct class" }

  func fields(_ record: PupilRecord, _ refusals: Refusals) -> HTML {
    let hint = first == nil ? "As the school calls it, such as 3A. Empty: no class from that day." : nil
    return """
      \(TextInput(Field("class", "Class", hint: hint, error: refusals["class"]), value: className, width: .short, limit: 50))\
      \(PupilFields.days(from: from, until: first == nil ? nil : until, refusals))
      """
  }

  func compared(_ record: PupilRecord) -> [PupilFormPage.Compared] {
    let now = record.facts.classes.on(record.day).map {
      "\($0.value), \(PupilWording.words($0.span, today: record.today).lowercasedFirst)"
    }
    return [.init(label: "Class", now: now ?? "none", typed: "\(className) from \(from)")]
  }

  func perform(on record: PupilRecord, version: Int?, _ pupils: Pupils) throws {
    var refusals = Refusals()
    guard let span = refusals.span(from, first == nil ? "" : until) else { throw refusals }
    if let first {
      try pupils.correct(record.pupil.id, factBeginningOn: first, to: .className(className, span), version: version)
    } else {
      try pupils.changeClass(record.pupil.id, to: className, from: span.from, version: version)
    }
  }
}

/// The year that a child is taught in, where that is not the year of their age.
struct YearForm: PupilForm {
  var shift: String

  static let part = PupilPart.year
  var done: Done { .saved }

  init(_ record: PupilRecord, first: Day?) { shift = String(record.pupil.yearShift) }
  init(_ sent: SentForm, first: Day?) { shift = sent.typed("year") }

  func title(_ record: PupilRecord) -> String { "Change the year taught in" }

  func fields(_ record: PupilRecord, _ refusals: Refusals) -> HTML {
    let byAge = YearGroup(bornOn: record.pupil.birthDay, on: record.day)
    let choices = YearGroup.shifts.map { shift in
      Choice(String(shift), shift == 0 ? "\(byAge.name) (by age)" : byAge.advanced(by: shift).name)
    }
    return Select(
      Field(
        "year", "Taught in",
        hint: "The distance to the year of their age is kept when the school year rolls over, until you change it.",
        error: refusals["year"]), choices, selected: shift
    ).html
  }

  func compared(_ record: PupilRecord) -> [PupilFormPage.Compared] {
    let typed = YearGroup(bornOn: record.pupil.birthDay, on: record.day).advanced(by: Int(shift) ?? 0)
    return [.init(label: "Year", now: record.pupil.year(on: record.day).name, typed: typed.name)]
  }

  func perform(on record: PupilRecord, version: Int?, _ pupils: Pupils) throws {
    guard let shift = Int(shift) else { throw Refusal.invalid("Choose a year.", field: "year") }
    try pupils.changeYearShift(record.pupil.id, to: shift, version: version)
  }
}

/// What the school marks a child with.
struct FlagsForm: PupilForm {
  var flags: PupilFlags

  static let part = PupilPart.flags
  var done: Done { .saved }

  init(_ record: PupilRecord, first: Day?) { flags = record.pupil.flags }
  init(_ sent: SentForm, first: Day?) { flags = FlagsForm.flags(sent) }

  func title(_ record: PupilRecord) -> String { "Change flags" }

  func fields(_ record: PupilRecord, _ refusals: Refusals) -> HTML {
    FlagsForm.boxes(flags, withWatch: record.seesNeeds)
  }

  static func boxes(_ flags: PupilFlags, withWatch: Bool) -> HTML {
    let hints: [String: String] = [
      "watch": "Monitored by the school, without SEN support.", "eal": "English as an additional language.",
    ]
    let choices = PupilFlags.named.filter { withWatch || $0.flag != .watch }.map { flag, name in
      Choice(PupilListFilter.code(flag), name, hint: hints[PupilListFilter.code(flag)])
    }
    let selected = PupilFlags.named.filter { flags.contains($0.flag) }.map { PupilListFilter.code($0.flag) }
    return Checkboxes(Field("flags", "Flags"), choices, selected: Set(selected)).html
  }

  static func flags(_ sent: SentForm) -> PupilFlags {
    sent.all("flags").compactMap(PupilListFilter.flag).reduce(into: []) { $0.formUnion($1) }
  }

  func compared(_ record: PupilRecord) -> [PupilFormPage.Compared] {
    let words = { (flags: PupilFlags) in flags.isEmpty ? "none" : flags.names.joined(separator: ", ") }
    let seen = record.seesNeeds ? record.pupil.flags : record.pupil.flags.subtracting(.watch)
    return [.init(label: "Flags", now: words(seen), typed: words(flags))]
  }

  /// Who may not see the watch flag leaves it as it is.
  func perform(on record: PupilRecord, version: Int?, _ pupils: Pupils) throws {
    let hidden = record.seesNeeds ? [] : record.pupil.flags.intersection(.watch)
    try pupils.setFlags(record.pupil.id, to: flags.union(hidden), version: version)
  }
}
