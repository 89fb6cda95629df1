import Components
import Domain
import Hummingbird
import Markup
import Store

/// More pupils for a group: found by class, year and need, then ticked.
struct AddPupilsPage: Page {
  let kicker: String
  let trail: [Components.Link]
  let address: Address
  let listing: Address
  let cancel: Address
  let token: String
  let school: School
  let picker: PupilPicker
  let from: String
  let until: String
  let refusals: Refusals

  var title: String { "Add pupils" }
  var part: Part? { .groups }
  var hasErrors: Bool { !refusals.isEmpty }
  var isWide: Bool { true }

  /// `GET …/groups/{group}/pupils`
  static func show(_ visit: Visit) async throws -> Response {
    let opened = try await opened(visit)
    var picker = PupilPicker()
    picker.stream = opened.streams.first?.id.text ?? ""
    return visit.page(
      try await page(visit, opened, picker, from: max(opened.day, opened.group.details.span.from).words, until: ""))
  }

  /// `POST …/groups/{group}/pupils`: shows who can be ticked, or adds who is.
  static func send(_ visit: Visit) async throws -> Response {
    let opened = try await opened(visit)
    let picker = PupilPicker(visit.form)
    let (from, until) = (visit.form.typed("from"), visit.form.typed("until"))
    let act = visit.form["act"]
    if act == PupilPicker.list || act == PupilPicker.listAll {
      return visit.page(
        try await page(visit, opened, picker, from: from, until: until, ticksAll: act == PupilPicker.listAll))
    }
    return try await visit.answering {
      var refusals = Refusals()
      let span = refusals.span(from, until)
      if picker.chosen.isEmpty { refusals.add("Tick at least one pupil.", field: "pupils") }
      guard let span, refusals.isEmpty else { throw refusals }
      try await visit.write { connection in
        try Groups(visit.viewer, connection).addMembers(picker.members(from: span), to: opened.id)
      }
      return visit.redirect(to: Way.group(opened.id, visit.here), saying: .added)
    } again: {
      try await page(visit, opened, picker, from: from, until: until, refusals: $0)
    }
  }

  private static func opened(_ visit: Visit) async throws -> OpenedGroup {
    let id = try visit.id("group", Group.self)
    let opened = try await visit.read { try OpenedGroup.find(id, visit, $0) }
    guard opened.mayChange else { throw Refusal.refused() }
    return opened
  }

  private static func page(
    _ visit: Visit, _ opened: OpenedGroup, _ picker: PupilPicker, from: String, until: String, ticksAll: Bool = false,
    refusals: Refusals = .none
  ) async throws -> AddPupilsPage {
    let day = Day(typed: from) ?? opened.day
    let taken = Set(opened.whole.places.filter { $0.place.span.contains(day) }.map(\.place.pupil))
    let loaded = try await visit.read { connection in
      var picker = picker
      try picker.load(on: day, ticksAll: ticksAll, taken: taken, visit.viewer, connection)
      return picker
    }
    return AddPupilsPage(opened, loaded, from: from, until: until, token: visit.formToken, refusals: refusals)
  }
}

extension AddPupilsPage {
  init(
    _ opened: OpenedGroup, _ picker: PupilPicker, from: String, until: String, token: String,
    refusals: Refusals = .none
  ) {
    kicker = opened.group.details.name
    trail = OpenedGroup.trail(opened)
    address = Way.group(opened.id, .pupils, opened.school)
    listing = "\(Way.group(opened.id, .pupils, opened.school))#pupils"
    cancel = Way.group(opened.id, opened.school)
    self.token = token
    school = opened.school
    self.picker = picker
    self.from = from
    self.until = until
    self.refusals = refusals
  }

  static var examples: [AddPupilsPage] {
    let opened = GroupExamples.opened
    return [
      AddPupilsPage(opened, GroupExamples.picker, from: "23 November 2026", until: "", token: "example"),
      AddPupilsPage(
        opened, PupilPicker(), from: "soon", until: "", token: "example",
        refusals: Refusals([
          .invalid("Enter the first day, such as 2 September 2026.", field: "from"),
          .invalid("Tick at least one pupil.", field: "pupils"),
        ])),
    ]
  }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, kicker: kicker))\
    \(Form(to: address, token: token, asksBeforeLeaving: true, body: """
      \(Fieldset("Who", hint: "Choose a class, a year, a need, or several at once; then tick. Who is ticked stays ticked.", isHeading: true, body: picker.html(refusals, school: school, address: listing)))\
      \(Fieldset("From when", isHeading: true, body: DayFields.span(from, until, refusals)))\
      \(ButtonRow([Button("Add who is ticked", name: "act", value: "add").html, LinkButton("Cancel", cancel, style: .quiet).html]))
      """))
    """
  }
}
