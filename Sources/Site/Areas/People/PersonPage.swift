import Components
import Domain
import Hummingbird
import Markup
import Store

/// One person who takes part, for the coordinator: where they work, their roles, and what can be done.
struct PersonPage: Page {
  struct HeldRole: Sendable {
    let name: String
    let end: Address
  }

  let token: String
  let trail: [Components.Link]
  let name: String
  let facts: [SummaryList.Row]
  let confirm: Address?
  let roles: [HeldRole]
  let grantable: [Choice]
  let give: Address
  let organisations: [Choice]
  let organisation: String
  let move: Address
  /// Nil for oneself.
  let handOn: Address?
  let removal: Address
  let refusals: Refusals

  var title: String { name }
  var areaPart: AreaPart? { .people }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(name))\(SummaryList(facts))\
    \(if: confirm, { PostButton("Confirm that they work there", to: $0, token: token, style: .main).html })\
    <h2>Roles</h2>\(DataTable("Roles of \(name) in this project", showsCaption: false, columns: [.init("Role"), .init("End it", isUnseen: true)], rows: roles.map { [.text($0.name), .html(RowButton("End at once", $0.name, to: $0.end, token: token, style: .danger).html)] }))\
    \(if: !grantable.isEmpty, giving)\
    \(if: !organisations.isEmpty, moving)\
    \(if: handOn, handing)\
    <h2>Remove them</h2><p>They lose every role here at once. What they entered stays.</p>\(LinkButton("Remove \(name)", removal, style: .danger))
    """
  }

  private var giving: HTML {
    Form(
      to: give, token: token,
      body: """
        \(Select(Field("role", "Give another role", hint: "A commissioner reads the whole map; a coordinator runs the project.", error: refusals["role"]), [Choice("", "Choose a role")] + grantable))\
        \(Button("Give the role", style: .quiet))
        """
    ).html
  }

  private var moving: HTML {
    """
    <h2>Another organisation</h2><p>What they entered so far stays with the organisation for which they wrote it.</p>\
    \(Form(to: move, token: token, body: """
      \(Select(Field("participant", "Organisation", error: refusals["participant"]), [Choice("", "Choose one")] + organisations, selected: organisation))\
      \(Button("Move", style: .quiet))
      """))
    """
  }

  private func handing(_ address: Address) -> HTML {
    """
    <h2>Hand the project on</h2><p>They coordinate it in your place, from today.</p>\(LinkButton("Hand the project on to \(name)", address, style: .quiet))
    """
  }

  static func show(_ visit: Visit) async throws -> Response {
    visit.page(try await of(visit.id("account"), visit))
  }

  static func of(_ id: ID<Account>, _ visit: Visit, _ refusals: Refusals = .none) async throws -> PersonPage {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    let (person, organisations) = try await visit.read { connection in
      (try AreaPeople(viewer, connection).find(id, on: today), try Participants(viewer, connection).all())
    }
    let works = person.participant.flatMap { id in organisations.first { $0.id == id }?.name } ?? "None named"
    let settings = visit.site.settings
    return PersonPage(
      token: visit.formToken, trail: PeopleTabs.trail(area), name: person.name,
      facts: [
        .init("E-mail", person.email), .init("Organisation", works),
        .init("What they do there", person.job.isEmpty ? "Not said" : person.job),
        .init("Joined", settings.day(of: person.joinedAt).words), .init("Claim", PeopleWords.claim(person)),
        .init("Entries sent in", String(person.entries)),
        .init("Last reminder", person.remindedAt.map { settings.day(of: $0).words } ?? "Never"),
      ],
      confirm: person.participant != nil && person.confirmedAt == nil ? Way.confirmPerson(id, area) : nil,
      roles: AreaRole.allCases.filter(person.roles.contains).map {
        HeldRole(name: $0.name, end: Way.endAreaRole($0, of: id, area))
      },
      grantable: AreaInvitations.roles.filter { !person.roles.contains($0) }.map { Choice($0.rawValue, $0.name) },
      give: Way.areaRoles(id, area), organisations: organisations.map { Choice($0.id.text, $0.name) },
      organisation: visit.form["participant"] ?? person.participant?.text ?? "", move: Way.movePerson(id, area),
      handOn: id == viewer.account ? nil : Way.handOn(id, area), removal: Way.removePerson(id, area),
      refusals: refusals)
  }

  static var examples: [PersonPage] {
    let here: Address = "/areas/northvale-speech/people/1"
    return [
      PersonPage(
        token: "example", trail: [Link("Who takes part", "/areas/northvale-speech/people")], name: "Gareth Bowen",
        facts: [
          .init("E-mail", "g.bowen@harbour.example"), .init("Organisation", "Northvale Children’s Therapies"),
          .init("What they do there", "Therapist"), .init("Claim", "Not confirmed"),
        ], confirm: here, roles: [HeldRole(name: "Contributor", end: here)],
        grantable: [Choice("commissioner", "Commissioner"), Choice("coordinator", "Coordinator")], give: here,
        organisations: [Choice("1", "Northvale Children’s Therapies")], organisation: "1", move: here, handOn: here,
        removal: here, refusals: .none)
    ]
  }
}
