import Components
import Domain
import Hummingbird
import Markup
import Store

/// One calm page to add a group.
struct NewGroupPage: Page {
  /// Where the form stands and goes.
  struct Place: Sendable {
    let school: School
    let address: Address
    /// The same, coming back to the pupils.
    let listing: Address
    let mayHide: Bool

    init(_ school: School, _ viewer: Viewer) {
      self.school = school
      address = Way.newGroup(school)
      listing = "\(Way.newGroup(school))#pupils"
      mayHide = viewer.may(.do, .confidential)
    }
  }

  let lede: String
  let trail: [Components.Link]
  let place: Place
  let token: String
  let form: NewGroupForm
  let headings: [Heading]
  let staff: [StaffMember]
  let refusals: Refusals

  var title: String { "Add a group" }
  var part: Part? { .groups }
  var hasErrors: Bool { !refusals.isEmpty }
  var isWide: Bool { true }

  /// `GET …/groups/new`: what is to be added; with `?type=`, the form.
  static func show(_ visit: Visit) async throws -> Response {
    guard let asked = visit.query("type") else { return try await ChooseTypePage.show(visit) }
    let (viewer, today) = (visit.viewer, visit.today)
    let id = ID<ProvisionType>(asked)
    let form = try await visit.read { connection in
      let catalogue = Catalogue(viewer, connection)
      return NewGroupForm(
        try id.map { try catalogue.type($0) }, id: connection.newID(),
        calendar: try SchoolCalendars.load(viewer.organisation, connection),
        today: today, stream: try catalogue.streams().first)
    }
    return visit.page(try await page(visit, form))
  }

  /// `POST …/groups/new`: shows who can be ticked, or adds the group.
  static func send(_ visit: Visit) async throws -> Response {
    let form = NewGroupForm(visit.form)
    let act = visit.form["act"]
    if act == PupilPicker.list || act == PupilPicker.listAll {
      return visit.page(try await page(visit, form, ticksAll: act == PupilPicker.listAll))
    }
    return try await visit.answering {
      let new = try form.group()
      let id = try await visit.write { connection in
        try new.schedule?.mustBeHeld(by: SchoolCalendars.load(visit.viewer.organisation, connection))
        return try Groups(visit.viewer, connection).add(new, id: form.id)
      }
      return visit.redirect(to: Way.group(id, visit.here), saying: .added)
    } again: {
      try await page(visit, form, refusals: $0)
    }
  }

  private static func page(
    _ visit: Visit, _ form: NewGroupForm, ticksAll: Bool = false, refusals: Refusals = .none
  ) async throws -> NewGroupPage {
    guard visit.viewer.mayAll(.do, .groups) else { throw Refusal.refused() }
    let (viewer, day) = (visit.viewer, form.day(visit.today))
    let found = try await visit.read { connection in
      var form = form
      try form.picker.load(on: day, ticksAll: ticksAll, viewer, connection)
      return (form, try Catalogue(viewer, connection).headings(), try Staff(viewer, connection).list())
    }
    return NewGroupPage(
      found.0, headings: found.1, staff: found.2, viewer: viewer, school: visit.here, token: visit.formToken,
      refusals: refusals)
  }
}

extension NewGroupPage {
  init(
    _ form: NewGroupForm, headings: [Heading], staff: [StaffMember], viewer: Viewer, school: School, token: String,
    refusals: Refusals = .none
  ) {
    lede = form.type == nil ? "Something of your own" : "From the catalogue, with what is usual of it"
    trail = ChooseTypePage.trail(school) + [Link("Add a group", Way.newGroup(school))]
    place = Place(school, viewer)
    self.token = token
    self.form = form
    self.headings = headings
    self.staff = staff
    self.refusals = refusals
  }

  static var examples: [NewGroupPage] {
    let (school, senco) = (CatalogueExamples.school, CatalogueExamples.senco)
    var wrong = NewGroupForm(
      nil, id: ID(high: 8, low: 9), calendar: GroupExamples.calendar, today: GroupExamples.today,
      stream: GroupExamples.streams[0])
    wrong.schedule.minutes = "half an hour"
    wrong.schedule.days[1].weekday = .tuesday
    wrong.schedule.days[1].start = "after lunch"
    let refusals = Refusals([
      .invalid("Give the provision a name.", field: "name"), .invalid("Choose a heading.", field: "heading"),
      .invalid("The minutes must be a whole number, such as 4.", field: "minutes"),
      .invalid("Tuesday’s time must be a time such as 9:30.", field: "start-1"),
    ])
    return [
      NewGroupPage(
        GroupExamples.newGroup, headings: CatalogueExamples.headings, staff: GroupExamples.staff, viewer: senco,
        school: school, token: "example"),
      NewGroupPage(
        wrong, headings: CatalogueExamples.headings, staff: GroupExamples.staff, viewer: senco, school: school,
        token: "example", refusals: refusals),
    ]
  }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: lede))\
    \(Form(to: place.address, token: token, asksBeforeLeaving: true, body: """
      \(form.fields(headings, staff, place, refusals))\
      \(ButtonRow([
        Button("Add this group", name: "act", value: "add").html,
        LinkButton("Cancel", Way.groups(place.school), style: .quiet).html,
      ]))
      """))
    """
  }
}

/// What is to be added: something of the catalogue, or something else.
struct ChooseTypePage: Page {
  struct Section: Sendable {
    let name: String
    let links: [(link: Components.Link, dosage: String)]
  }

  let trail: [Components.Link]
  let own: Address
  let sections: [Section]

  var title: String { "Add a group" }
  var part: Part? { .groups }

  static func show(_ visit: Visit) async throws -> Response {
    let viewer = visit.viewer
    guard viewer.mayAll(.do, .groups) else { throw Refusal.refused() }
    let (headings, types) = try await visit.read { connection in
      let catalogue = Catalogue(viewer, connection)
      return (try catalogue.headings(), try catalogue.types())
    }
    return visit.page(ChooseTypePage(headings, types, viewer: viewer, school: visit.here))
  }

  init(_ headings: [Heading], _ types: [ProvisionType], viewer: Viewer, school: School) {
    trail = ChooseTypePage.trail(school)
    own = Way.newGroup(school).asking("type", "own")
    let offered = types.filter {
      !$0.isArchived && (!$0.details.isConfidential || viewer.may(.do, .confidential))
    }
    sections = headings.compactMap { heading in
      let own = offered.filter { $0.heading == heading.id }
      if own.isEmpty { return nil }
      return Section(
        name: heading.name, links: own.map { (Link($0.name, Way.newGroup($0.id, school)), $0.details.dosageWords) })
    }
  }

  static func trail(_ school: School) -> [Components.Link] {
    [Link(school.name, Way.school(school)), Link("Groups", Way.groups(school))]
  }

  static var examples: [ChooseTypePage] {
    [
      ChooseTypePage(
        CatalogueExamples.headings, CatalogueExamples.types, viewer: CatalogueExamples.senco,
        school: CatalogueExamples.school),
      ChooseTypePage([], [], viewer: CatalogueExamples.senco, school: CatalogueExamples.school),
    ]
  }

  var body: HTML {
    """
    \(PageHeader(
      title, lede: "What is it a group of?", actions: [LinkButton("Something of your own", own, style: .quiet).html]))\
    \(FilterBox("Find a provision", of: "types", noun: "provisions"))\
    <div id="types" class="type-list">\(each: sections, draw)</div>
    """
  }

  private func draw(_ section: Section) -> HTML {
    """
    <section><h2>\(section.name)</h2><ul class="plain">\(each: section.links, { link, dosage in
      "<li>\(link) <span class=\"soft\">\(dosage)</span></li>"
    })</ul></section>
    """
  }
}
