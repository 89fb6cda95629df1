import Components
import Domain
import Markup
import Store

/// Names, birth date, sex, UPN and the first day: what is corrected, not changed.
struct DetailsForm: PupilForm {
  var surname = ""
  var forename = ""
  var preferred = ""
  var birthDay = ""
  var sex = ""
  var upn = ""
  var joinedOn = ""

  static let part = PupilPart.details
  var done: Done { .corrected }

  init(today: Day) { joinedOn = today.words }

  init(_ record: PupilRecord, first: Day?) { self.init(record.pupil.details) }

  init(_ details: PupilDetails) {
    surname = details.surname
    forename = details.forename
    preferred = details.preferredForename ?? ""
    birthDay = details.birthDay.words
    sex = details.sex ?? ""
    upn = details.upn?.text ?? ""
    joinedOn = details.joinedOn.words
  }

  init(_ sent: SentForm, first: Day? = nil) {
    surname = sent["surname"] ?? ""
    forename = sent["forename"] ?? ""
    preferred = sent["preferred-forename"] ?? ""
    birthDay = sent.typed("birth-day")
    sex = sent.typed("sex")
    upn = sent.typed("upn")
    joinedOn = sent.typed("joined-on")
  }

  func title(_ record: PupilRecord) -> String { "Correct details" }

  func fields(_ record: PupilRecord, _ refusals: Refusals) -> HTML { fields(refusals) }

  func fields(_ refusals: Refusals) -> HTML {
    """
    \(TextInput(Field("forename", "First name", error: refusals["forename"]), value: forename, autocomplete: "off"))\
    \(TextInput(Field("surname", "Surname", error: refusals["surname"]), value: surname, autocomplete: "off"))\
    \(TextInput(
      Field(
        "preferred-forename", "Called", hint: "If the child goes by another first name. Lists and maps use it.",
        error: refusals["preferred-forename"], isOptional: true), value: preferred, autocomplete: "off"))\
    \(DateInput(Field("birth-day", "Birth date", hint: DateInput.hint, error: refusals["birth-day"]), value: birthDay))\
    \(Radios(
      Field("sex", "Sex", error: refusals["sex"]),
      [Choice("F", "Female"), Choice("M", "Male"), Choice("", "Not said")], selected: sex, isInline: true))\
    \(TextInput(
      Field(
        "upn", "Unique pupil number (UPN)", hint: "A letter and twelve more characters. Files are matched by it.",
        error: refusals["upn"], isOptional: true), value: upn, width: .short, autocomplete: "off"))\
    \(DateInput(
      Field("joined-on", "First day on the roll", hint: DateInput.hint, error: refusals["joined-on"]), value: joinedOn))
    """
  }

  func compared(_ record: PupilRecord) -> [Compared] {
    let now = DetailsForm(record.pupil.details)
    let all: [(String, KeyPath<DetailsForm, String>)] = [
      ("First name", \.forename), ("Surname", \.surname), ("Called", \.preferred), ("Birth date", \.birthDay),
      ("Sex", \.sex), ("UPN", \.upn), ("First day on the roll", \.joinedOn),
    ]
    let different = all.filter { now[keyPath: $0.1] != self[keyPath: $0.1] }
    return (different.isEmpty ? Array(all.prefix(2)) : different).map {
      .init($0.0, now: now[keyPath: $0.1], typed: self[keyPath: $0.1])
    }
  }

  func perform(on record: PupilRecord, version: Int?, _ pupils: Pupils) throws {
    try pupils.correct(record.pupil.id, to: try details(today: record.today), version: version)
  }

  /// What was typed, or everything that cannot be taken.
  func details(today: Day) throws -> PupilDetails {
    var refusals = Refusals()
    let born = refusals.day(birthDay, at: "birth-day", "the birth date")
    let joined = refusals.day(joinedOn, at: "joined-on", "the first day on the roll")
    let number = UPN(upn)
    if number == nil, !upn.allSatisfy(\.isWhitespace) {
      refusals.add(
        "A UPN is a letter, eleven digits, and a digit or letter, such as A801200005001. It never has I, O or S.",
        field: "upn")
    }
    let details = PupilDetails(
      upn: number, surname: surname, forename: forename, preferredForename: preferred.isEmpty ? nil : preferred,
      birthDay: born ?? today, sex: sex.isEmpty ? nil : sex, joinedOn: joined ?? today)
    do {
      try details.refuseUnlessSound(today: today)
    } catch let others as Refusals {
      let known = Set(refusals.all.map(\.field))
      refusals.all += others.all.filter { !known.contains($0.field) && (born != nil || $0.field != "birth-day") }
    }
    refusals.all.sort { DetailsForm.place(of: $0) < DetailsForm.place(of: $1) }
    try refusals.throwIfAny()
    return details
  }

  /// The order of the fields on the page, which is that of the sentences over it.
  private static func place(of refusal: Refusal) -> Int {
    let order = ["forename", "surname", "preferred-forename", "birth-day", "sex", "upn", "joined-on"]
    return refusal.field.flatMap(order.firstIndex) ?? order.count
  }
}
