import Components
import Domain
import Markup
import Store

/// A pupil who left comes back.
struct ReturnForm: PupilForm {
  var joinedOn: String

  static let part = PupilPart.comeBack
  var done: Done { .saved }

  init(_ record: PupilRecord, first: Day?) { joinedOn = record.today.words }
  init(_ sent: SentForm, first: Day?) { joinedOn = sent.typed("joined-on") }

  func title(_ record: PupilRecord) -> String { "\(record.pupil.calledName) comes back" }
  func lede(_ record: PupilRecord) -> String? {
    record.pupil.leftOn.map { "Left on \($0.words). If that was a mistake, say “They never left” instead." }
  }

  func fields(_ record: PupilRecord, _ refusals: Refusals) -> HTML {
    """
    \(DateInput(
      Field("joined-on", "First day back", hint: DateInput.hint, error: refusals["joined-on"]), value: joinedOn))\
    \(InsetText("<p>Their earlier time here stays as it is. Places in groups are given anew.</p>"))
    """
  }

  func compared(_ record: PupilRecord) -> [Compared] {
    let now = record.pupil.leftOn.map { "left on \($0.words)" } ?? "on the roll"
    return [.init("Return", now: now, typed: joinedOn)]
  }

  func perform(on record: PupilRecord, version: Int?, _ pupils: Pupils) throws {
    var refusals = Refusals()
    guard let day = refusals.day(joinedOn, at: "joined-on", "the first day back") else { throw refusals }
    try pupils.rejoin(record.pupil.id, on: day, version: version)
  }
}
