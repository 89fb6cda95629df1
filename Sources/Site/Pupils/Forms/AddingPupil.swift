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

  init(today: Day) { details = DetailsForm(today: today) }

  init(_ sent: SentForm) {
    details = DetailsForm(sent)
    className = sent["class"] ?? ""
    status = sent["status"] ?? SENStatus.none.rawValue
    types = ["needs", "need-2", "need-3"].map(sent.typed)
    flags = FlagsForm.flags(sent)
  }

  func fields(_ refusals: Refusals, seesNeeds: Bool) -> HTML {
    """
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
      let id = try await visit.write { try Pupils(visit.viewer, $0).add(new, id: visit.newID()) }
      return visit.redirect(to: Way.pupil(id, visit.here), saying: .added)
    } again: {
      page(
        typed, visit.here, newID: visit.newID(), seesNeeds: visit.viewer.may(.do, .needs), token: visit.formToken,
        refusals: $0)
    }
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
