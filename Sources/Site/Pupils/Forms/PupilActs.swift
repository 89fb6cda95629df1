import Components
import Domain
import Hummingbird
import Markup
import Store

/// A form that changes one pupil: typed texts in, one act of the roll out, or refusals that say which field.
protocol PupilForm: Sendable {
  /// As it stands now. `first` is the first day of the fact that is corrected; nil: something new begins.
  init(_ record: PupilRecord, first: Day?)
  /// As it was typed.
  init(_ sent: SentForm, first: Day?)

  static var part: PupilPart { get }
  var done: Done { get }
  func title(_ record: PupilRecord) -> String
  /// What holds now, said under the title; nil where the fields say it.
  func lede(_ record: PupilRecord) -> String?
  func fields(_ record: PupilRecord, _ refusals: Refusals) -> HTML
  var button: String { get }
  /// What is now and what was typed, for when somebody else was quicker.
  func compared(_ record: PupilRecord) -> [Compared]
  /// Reads what was typed and does it.
  func perform(on record: PupilRecord, version: Int?, _ pupils: Pupils) throws
}

extension PupilForm {
  var button: String { "Save" }
  var done: Done { .changed }
  func lede(_ record: PupilRecord) -> String? { nil }
}

/// The two routes of every such form.
enum PupilActs {
  /// `GET …/pupils/{pupil}/status`, and so on.
  static func show<Form: PupilForm>(_: Form.Type) -> Handler {
    { visit in
      let id = try visit.id("pupil", Pupil.self)
      let first = try fact(visit)
      let record = try await visit.read { try PupilRecord.find(id, visit, $0) }
      return visit.page(page(Form(record, first: first), record, first: first, token: visit.formToken))
    }
  }

  /// `POST …/pupils/{pupil}/status`, and so on.
  static func send<Form: PupilForm>(_: Form.Type) -> Handler {
    { visit in
      let id = try visit.id("pupil", Pupil.self)
      let first = try fact(visit)
      let typed = Form(visit.form, first: first)
      let version = visit.form["version"].flatMap { Int($0) }
      return try await visit.answering {
        try await visit.write { connection in
          let record = try PupilRecord.find(id, visit, connection)
          try typed.perform(on: record, version: version, Pupils(visit.viewer, connection))
        }
        return visit.redirect(to: Way.pupil(id, visit.here), saying: typed.done)
      } again: { refusals in
        let record = try await visit.read { try PupilRecord.find(id, visit, $0) }
        return page(typed, record, first: first, token: visit.formToken, version: version, refusals: refusals)
      }
    }
  }

  /// `version`: the one that the form showed. Refused for a conflict, it carries the one that stands there now, so that
  /// sending it again is an answer.
  static func page<Form: PupilForm>(
    _ form: Form, _ record: PupilRecord, first: Day?, token: String, version: Int? = nil,
    refusals: Refusals = Refusals()
  ) -> FormPage {
    let shown = refusals.isConflict ? record.pupil.version : version ?? record.pupil.version
    let (id, school) = (record.pupil.id, record.school)
    let address = first.map { Way.pupilFact(id, Form.part, $0, school) } ?? Way.pupil(id, Form.part, school)
    return FormPage(
      title: form.title(record), kicker: record.pupil.fullName, lede: form.lede(record),
      trail: PupilPage.trail(school, record.pupil), part: .pupils, address: address, token: token, version: shown,
      fields: form.fields(record, refusals), button: form.button, cancel: record.address, refusals: refusals,
      compared: refusals.isConflict ? form.compared(record) : [],
      under: first == nil ? .empty : neverTrue(address, token, shown))
  }

  private static func neverTrue(_ address: Address, _ token: String, _ version: Int) -> HTML {
    Details(
      "It was never true",
      body: """
        <p>Then it goes, and what was recorded before it holds on. The history keeps what stood here.</p>\
        \(PostButton("Remove it", to: Way.removal(address), token: token, style: .danger, fields: [HiddenField("version", String(version))]))
        """
    ).html
  }

  /// `POST …/pupils/{pupil}/status/{from}/removal`, and so on.
  static func remove(_ correction: FactCorrection) -> Handler {
    { visit in
      let id = try visit.id("pupil", Pupil.self)
      guard let first = try fact(visit) else { throw Refusal.notFound() }
      let version = visit.form["version"].flatMap { Int($0) }
      try await visit.write {
        try Pupils(visit.viewer, $0).correct(id, factBeginningOn: first, to: correction, version: version)
      }
      return visit.redirect(to: Way.pupil(id, visit.here), saying: .removed)
    }
  }

  /// The first day of the fact that the address names; nil where it names none.
  private static func fact(_ visit: Visit) throws -> Day? {
    guard let text = visit.parameter("from") else { return nil }
    guard let day = Day(iso: text) else { throw Refusal.notFound() }
    return day
  }
}

extension Refusals {
  /// A day as it was typed; nil, and a sentence at its field, where it is none.
  mutating func day(_ typed: String, at field: String, _ what: String) -> Day? {
    if let day = Day(typed: typed) { return day }
    let isBlank = typed.allSatisfy(\.isWhitespace)
    add(
      isBlank
        ? "Enter \(what), such as 2 September 2026."
        : "“\(typed)” is no day that we know. Enter \(what) like 2 September 2026.", field: field)
    return nil
  }

  /// The same where it may be left out.
  mutating func dayOrNone(_ typed: String, at field: String, _ what: String) -> Day? {
    typed.allSatisfy(\.isWhitespace) ? nil : day(typed, at: field, what)
  }

  /// From when until when, as it was typed.
  mutating func span(_ from: String, _ until: String) -> Span? {
    let first = day(from, at: "from", "the first day")
    let last = dayOrNone(until, at: "until", "the last day")
    guard let first, all.isEmpty else { return nil }
    guard let span = Span(first, last) else {
      add("The last day is before the first.", field: "until")
      return nil
    }
    return span
  }
}
