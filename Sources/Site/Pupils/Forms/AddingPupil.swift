import Components
import Domain
import Hummingbird
import Markup
import Store

/// A child who comes on to the roll, typed by hand.
struct AddPupilForm: Sendable {
  var details: DetailsForm
  var className = ""
  var status = SENStatus.none.rawValue
  var types = Array(repeating: "", count: 3)
  var flags: PupilFlags = []
  /// It was said that this is another child than those of the same name and birth date.
  var isAnother = false
  /// Children of these names and this birth date whom the school keeps already, as they are told of.
  var namesakes: [Namesake] = []

  struct Namesake: Sendable {
    let address: Address
    /// `Amir Khan, born 14 March 2019, in Year 3, is on the roll`.
    let words: String
  }

  init(today: Day) { details = DetailsForm(today: today) }

  init(_ sent: SentForm) {
    details = DetailsForm(sent)
    className = sent["class"] ?? ""
    status = sent["status"] ?? SENStatus.none.rawValue
    types = ["needs", "need-2", "need-3"].map(sent.typed)
    flags = FlagsForm.flags(sent)
    isAnother = sent["another"] == "yes"
  }

  func fields(_ refusals: Refusals, seesNeeds: Bool) -> HTML {
    """
    \(if: !namesakes.isEmpty, another(refusals))\
    \(Fieldset("The child", isHeading: true, body: details.fields(refusals)))\
    \(Fieldset(
      "At school", isHeading: true,
      body: """
        \(TextInput(
          Field("class", "Class", hint: "As the school calls it, such as 3A.", error: refusals["class"], isOptional: true),
          value: className, width: .short, limit: 50))\
        \(FlagsForm.boxes(flags, withWatch: seesNeeds))
        """))\
    \(if: seesNeeds, sen(refusals))
    """
  }

  private func another(_ refusals: Refusals) -> HTML {
    InsetText(
      """
      <ul>\(each: namesakes, { "<li><a href=\"\($0.address)\">\($0.words)</a></li>" })</ul>\
      \(Checkboxes(Field("another", "Is this somebody else?", error: refusals["another"]), [Choice("yes", "This is another child")], selected: isAnother ? ["yes"] : []))
      """
    ).html
  }

  private func sen(_ refusals: Refusals) -> HTML {
    Fieldset(
      "SEN", hint: "From the first day on the roll. Both can be changed later, from a day on.", isHeading: true,
      body: """
        \(Radios(
          Field("status", "SEN status", error: refusals["status"]),
          SENStatus.allCases.map { Choice($0.rawValue, "\($0.name) (\($0.rawValue))") }, selected: status, isInline: true))\
        \(NeedsForm.selects(types, refusals))
        """
    ).html
  }

  /// What was typed, or everything that cannot be taken.
  func pupil(today: Day) throws -> NewPupil {
    var refusals = Refusals()
    var sound: PupilDetails?
    do { sound = try details.details(today: today) } catch let others as Refusals { refusals = others }
    guard let status = SENStatus(rawValue: status) else { throw Refusal.invalid("Choose a status.", field: "status") }
    let needs = NeedsForm.needs(types, &refusals)
    do {
      try needs.refuseUnlessSound(with: status)
    } catch let others as Refusals where refusals["needs"] == nil {
      refusals.all += others.all
    }
    guard let sound, refusals.all.isEmpty else { throw refusals }
    return NewPupil(
      sound, flags: flags, status: RecordedStatus(status), needs: needs, className: className.isEmpty ? nil : className)
  }
}

/// The two routes of adding a pupil.
enum AddingPupil {
  /// `GET …/pupils/new`
  static func show(_ visit: Visit) async throws -> Response {
    visit.page(
      page(
        AddPupilForm(today: visit.today), visit.here, newID: visit.newID(), seesNeeds: visit.viewer.may(.do, .needs),
        token: visit.formToken))
  }

  /// `POST …/pupils/new`
  static func send(_ visit: Visit) async throws -> Response {
    let typed = AddPupilForm(visit.form)
    return try await visit.answering {
      let new = try typed.pupil(today: visit.today)
      let newID: ID<Pupil> = visit.newID()
      let id = try await visit.write { connection in
        let pupils = Pupils(visit.viewer, connection)
        // The very pupil whom this form has added already, sent twice, is no namesake.
        let others = typed.isAnother ? [] : try pupils.namesakes(of: new.details).filter { $0.id != newID }
        if let other = others.first {
          throw Refusal.invalid(
            "\(other.fullName), born on the same day, is known here already. If this is another child, say so.",
            field: "another")
        }
        return try pupils.add(new, id: newID)
      }
      return visit.redirect(to: Way.pupil(id, visit.here), saying: .added)
    } again: { refusals in
      page(
        try await withNamesakes(typed, visit), visit.here, newID: visit.newID(),
        seesNeeds: visit.viewer.may(.do, .needs), token: visit.formToken, refusals: refusals)
    }
  }

  /// Those of the same name and birth date, where what was typed is sound enough to look for them.
  private static func withNamesakes(_ typed: AddPupilForm, _ visit: Visit) async throws -> AddPupilForm {
    guard let details = try? typed.details.details(today: visit.today) else { return typed }
    var form = typed
    let (viewer, today) = (visit.viewer, visit.today)
    form.namesakes = try await visit.read { try Pupils(viewer, $0).namesakes(of: details) }.map { pupil in
      let year = PupilWording.year(pupil, on: pupil.leftOn.map { min($0, today) } ?? today)
      let place = pupil.leftOn.map { "left on \($0.words)" } ?? "in \(year), is on the roll"
      return AddPupilForm.Namesake(
        address: Way.pupil(pupil.id, visit.here),
        words: "\(pupil.fullName), born \(pupil.birthDay.words), \(place)")
    }
    return form
  }

  static func page(
    _ form: AddPupilForm, _ school: School, newID: ID<Pupil>, seesNeeds: Bool, token: String,
    refusals: Refusals = Refusals()
  ) -> FormPage {
    FormPage(
      title: "Add a pupil", lede: "Many at once come quicker from a file: see Import", trail: PupilPage.trail(school),
      part: .pupils, address: Way.newPupil(school), token: token, newID: newID.text,
      fields: form.fields(refusals, seesNeeds: seesNeeds),
      button: "Add this pupil", cancel: Way.pupils(school), refusals: refusals)
  }
}
