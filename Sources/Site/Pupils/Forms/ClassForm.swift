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

  func compared(_ record: PupilRecord) -> [Compared] {
    let now = record.facts.classes.on(record.day).map {
      "\($0.value), \(PupilWording.words($0.span, today: record.today).lowercasedFirst)"
    }
    return [.init("Class", now: now ?? "none", typed: "\(className) from \(from)")]
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
