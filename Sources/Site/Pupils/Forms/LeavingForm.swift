import Components
import Domain
import Hummingbird
import Markup
import Store

/// When a pupil leaves, and where to.
struct LeavingForm: PupilForm {
  var leftOn: String
  var leftFor: String

  static let part = PupilPart.leaving
  var done: Done { .left }
  var button: String { "Mark as leaving" }

  init(_ record: PupilRecord, first: Day?) {
    leftOn = record.today.words
    leftFor = ""
  }

  init(_ sent: SentForm, first: Day?) {
    leftOn = sent.typed("left-on")
    leftFor = sent["left-for"] ?? ""
  }

  func title(_ record: PupilRecord) -> String { "Mark \(record.pupil.calledName) as leaving" }

  func fields(_ record: PupilRecord, _ refusals: Refusals) -> HTML {
    """
    \(InsetText("<p>Places in groups and strategies end on the last day. What they cost until then stays as it is.</p>"))\
    \(DateInput(
      Field("left-on", "Last day on the roll", hint: "It still counts. \(DateInput.hint)", error: refusals["left-on"]),
      value: leftOn))\
    \(TextInput(
      Field(
        "left-for", "Where to", hint: "The next school, or what else you know.", error: refusals["left-for"],
        isOptional: true), value: leftFor, limit: 200))
    """
  }

  func compared(_ record: PupilRecord) -> [Compared] {
    let now = record.pupil.leftOn.map { "left on \($0.words)" } ?? "on the roll"
    return [.init("Leaving", now: now, typed: leftOn)]
  }

  func perform(on record: PupilRecord, version: Int?, _ pupils: Pupils) throws {
    var refusals = Refusals()
    guard let day = refusals.day(leftOn, at: "left-on", "the last day on the roll") else { throw refusals }
    try pupils.leave(record.pupil.id, on: day, for: leftFor.isEmpty ? nil : leftFor, version: version)
  }

  /// `POST …/pupils/{pupil}/leaving/removal`: it was a mistake.
  static func undo(_ visit: Visit) async throws -> Response {
    let id = try visit.id("pupil", Pupil.self)
    try await visit.write { try Pupils(visit.viewer, $0).undoLeaving(id) }
    return visit.redirect(to: Way.pupil(id, visit.here), saying: .corrected)
  }
}
