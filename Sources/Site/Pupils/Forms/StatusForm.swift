import Components
import Domain
import Markup
import Store

/// SEN status: a change from a day, or the correction of what was recorded.
struct StatusForm: PupilForm {
  var status: String
  var from: String
  var until: String
  let first: Day?

  static let part = PupilPart.status

  init(_ record: PupilRecord, first: Day?) {
    let fact = first.flatMap(record.facts.statuses.beginning)
    status = (fact?.value.status ?? record.status).rawValue
    from = fact.map(\.span.from.words) ?? record.day.words
    until = fact?.span.until?.words ?? ""
    self.first = first
  }

  init(_ sent: SentForm, first: Day?) {
    status = sent.typed("status")
    from = sent.typed("from")
    until = sent.typed("until")
    self.first = first
  }

  var done: Done { first == nil ? .changed : .corrected }
  func title(_ record: PupilRecord) -> String { first == nil ? "Change SEN status" : "Correct SEN status" }
  func lede(_ record: PupilRecord) -> String? { "Now: \(now(record))" }

  func fields(_ record: PupilRecord, _ refusals: Refusals) -> HTML {
    let hints: [SENStatus: String] = [
      .none: "To keep an eye on a child without SEN support, use the watch flag.",
      .support: "Help that is different from or additional to what others get, by the school.",
      .plan: "An education, health and care plan that the local authority keeps.",
    ]
    let choices = SENStatus.allCases.map { Choice($0.rawValue, "\($0.name) (\($0.rawValue))", hint: hints[$0]) }
    return """
      \(Radios(Field("status", "SEN status", error: refusals["status"]), choices, selected: status))\
      \(PupilFields.days(from: from, until: first == nil ? nil : until, refusals))
      """
  }

  func compared(_ record: PupilRecord) -> [Compared] {
    let typed = SENStatus(rawValue: status)?.name ?? "nothing chosen"
    return [.init("SEN status", now: now(record), typed: "\(typed) from \(from)")]
  }

  func perform(on record: PupilRecord, version: Int?, _ pupils: Pupils) throws {
    var refusals = Refusals()
    let chosen = SENStatus(rawValue: status)
    if chosen == nil { refusals.add("Choose a SEN status.", field: "status") }
    let span = refusals.span(from, first == nil ? "" : until)
    guard let chosen, let span else { throw refusals }
    if let first {
      try pupils.correct(record.pupil.id, factBeginningOn: first, to: .status(chosen, span), version: version)
    } else {
      try pupils.changeStatus(record.pupil.id, to: chosen, from: span.from, version: version)
    }
  }

  private func now(_ record: PupilRecord) -> String {
    guard let fact = record.facts.statuses.on(record.day) else { return "no SEN recorded" }
    return "\(fact.value.status.name), \(PupilWording.words(fact.span, today: record.today).lowercasedFirst)"
  }
}
