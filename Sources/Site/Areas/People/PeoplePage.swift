import Components
import Domain
import Hummingbird
import Markup
import Store

/// Who joined an area. The coordinator and the commissioner see everybody; a confirmed contributor their colleagues, whom
/// they can confirm; an unconfirmed one themselves.
struct PeoplePage: Page {
  struct Row: Sendable {
    let name: String
    /// The page of them; nil where the viewer does not manage people.
    let address: Address?
    let email: String?
    let organisation: String
    let job: String
    let roles: String
    let joined: String
    let claim: String
    let entries: Int
    let reminded: String
    /// Where it is said that they work there; nil where that is said, or not the viewer's to say.
    let confirm: Address?
  }
  struct Waiting: Sendable {
    let email: String
    let role: String
    let status: StatusTag.Status
    let issue: Address
    let withdraw: Address
  }

  let token: String
  let tabs: HTML
  let lede: String
  let tiles: [Tiles.Tile]
  let rows: [Row]
  let waiting: [Waiting]
  let invite: Address?
  let seesAll: Bool

  var title: String { seesAll ? "Who takes part" : "Your colleagues" }
  var areaPart: AreaPart? { .people }
  var isWide: Bool { true }

  static func show(_ visit: Visit) async throws -> Response {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    let seesAll = viewer.mayAll(.see, .participants)
    let (people, organisations, standings, invitations) = try await visit.read { connection in
      let participants = Participants(viewer, connection)
      let round = try Rounds(viewer, connection).current(on: today)
      return (
        try AreaPeople(viewer, connection).all(on: today), try participants.all(),
        seesAll ? try participants.standings(in: round?.id, on: today) : [],
        viewer.mayAll(.do, .members) ? try AreaInvitations(viewer, connection).open() : []
      )
    }
    let names = Dictionary(uniqueKeysWithValues: organisations.map { ($0.id, $0.name) })
    let present = people.filter { !$0.roles.isEmpty }
    return visit.page(
      PeoplePage(
        token: visit.formToken, tabs: PeopleTabs.bar(.people, area, viewer),
        lede: seesAll ? area.details.title : viewer.participant.flatMap { names[$0] } ?? area.details.title,
        tiles: seesAll ? tiles(present, standings, area) : [],
        rows: present.map { row($0, names, visit, area) }, waiting: invitations.map { waiting($0, visit, area) },
        invite: viewer.mayAll(.do, .members) ? Way.areaInvite(area) : nil, seesAll: seesAll))
  }

  private static func tiles(
    _ people: [AreaPeople.Person], _ standings: [Participants.Standing], _ area: Area
  ) -> [Tiles.Tile] {
    let unconfirmed = people.filter { $0.participant != nil && $0.confirmedAt == nil }.count
    let expected = standings.filter(\.participant.isExpected)
    return [
      Tiles.Tile(String(people.count), "people have joined"),
      Tiles.Tile(String(unconfirmed), "to confirm"),
      Tiles.Tile(
        "\(expected.filter(\.hasAnswered).count) of \(expected.count)", "expected organisations have answered",
        to: Way.organisations(area)),
    ]
  }

  private static func row(
    _ person: AreaPeople.Person, _ names: [ID<Participant>: String], _ visit: Visit, _ area: Area
  ) -> Row {
    let viewer = visit.areaViewer
    let isColleague = viewer.isConfirmed && viewer.participant == person.participant && viewer.may(.do, .participants)
    let mayConfirm = viewer.mayAll(.do, .participants) || isColleague && person.account != viewer.account
    let isClaim = person.participant != nil && person.confirmedAt == nil
    let seesAll = viewer.mayAll(.see, .participants)
    return Row(
      name: person.name, address: viewer.mayAll(.do, .members) ? Way.person(person.account, area) : nil,
      email: seesAll ? person.email : nil,
      organisation: person.participant.map { names[$0] ?? "" } ?? "None named", job: person.job,
      roles: Frame.roles(person.roles), joined: visit.site.settings.day(of: person.joinedAt).words,
      claim: PeopleWords.claim(person), entries: person.entries,
      reminded: person.remindedAt.map { visit.site.settings.day(of: $0).words } ?? "Never",
      confirm: isClaim && mayConfirm ? Way.confirmPerson(person.account, area) : nil)
  }

  private static func waiting(_ one: AreaInvitation, _ visit: Visit, _ area: Area) -> Waiting {
    let status: StatusTag.Status =
      switch one.state(at: visit.now) {
      case .waiting: .invited
      case .expired: .expired
      default: .ended
      }
    return Waiting(
      email: one.email, role: one.role.name, status: status, issue: Way.issueAgain(one.id, area),
      withdraw: Way.withdraw(one.id, area))
  }

  static var examples: [PeoplePage] {
    let here: Address = "/areas/northvale-speech/people"
    func row(_ name: String, _ organisation: String, _ claim: String, confirm: Address?, entries: Int) -> Row {
      Row(
        name: name, address: "/areas/northvale-speech/people/1", email: "t.desai@harbour.example",
        organisation: organisation, job: "Therapist", roles: "Contributor", joined: "21 November 2026", claim: claim,
        entries: entries, reminded: "Never", confirm: confirm)
    }
    let page = PeoplePage(
      token: "example", tabs: PeopleTabs.example, lede: "Speech, language and communication in Northvale",
      tiles: [
        .init("41", "people have joined"), .init("2", "to confirm"),
        .init("24 of 60", "expected organisations have answered", to: here),
      ],
      rows: [
        row("Tanvi Desai", "Northvale Children’s Therapies", "Confirmed by Maya Ellis", confirm: nil, entries: 12),
        row("Gareth Bowen", "Northvale Children’s Therapies", "Not confirmed", confirm: here, entries: 0),
      ],
      waiting: [
        Waiting(
          email: "o.radley@northvale.example", role: "Commissioner", status: .invited, issue: here, withdraw: here)
      ], invite: here, seesAll: true)
    let own = PeoplePage(
      token: "example", tabs: .empty, lede: "Northvale Children’s Therapies", tiles: [], rows: page.rows, waiting: [],
      invite: nil, seesAll: false)
    return [page, own]
  }
}

enum PeopleWords {
  static func claim(_ person: AreaPeople.Person) -> String {
    if person.participant == nil { return "Nothing to confirm" }
    if person.confirmedAt == nil { return "Not confirmed" }
    return person.confirmedBy.map { "Confirmed by \($0)" } ?? "Confirmed"
  }
}
