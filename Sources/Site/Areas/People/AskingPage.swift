import Components
import Domain
import Hummingbird
import Markup
import Store

/// A page that asks once more before something is done about a person that is not easily undone.
protocol AskingPage: Page {
  static func question(_ name: String) -> String
  static var consequence: String { get }
  static var button: String { get }
  static func address(_ id: ID<Account>, _ area: Area) -> Address
  /// Where to go afterwards.
  static func next(_ area: Area) -> Address
  static var done: Done { get }
  static func act(_ people: AreaPeople, _ id: ID<Account>, _ today: Day) throws

  var asked: Asked { get }
  init(asked: Asked)
}

/// What an asking page shows.
struct Asked: Sendable {
  let token: String
  let name: String
  let trail: [Components.Link]
  let address: Address
  let cancel: Address
  let refusals: Refusals
}

extension AskingPage {
  var title: String { Self.question(asked.name) }
  var trail: [Components.Link] { asked.trail }
  var areaPart: AreaPart? { .people }
  var hasErrors: Bool { !asked.refusals.isEmpty }

  var body: HTML {
    """
    \(asked.refusals.summary)\(PageHeader(title))<p>\(Self.consequence)</p>\
    \(Form(to: asked.address, token: asked.token, body: ButtonRow([Button(Self.button, style: .danger).html, LinkButton("Cancel", asked.cancel, style: .quiet).html]).html))
    """
  }

  static func show(_ visit: Visit) async throws -> Response { visit.page(try await page(visit)) }

  static func send(_ visit: Visit) async throws -> Response {
    let (id, area) = (try visit.id("account", Account.self), try visit.thisArea())
    let (viewer, today) = (visit.areaViewer, visit.today)
    return try await visit.answering {
      try await visit.write { try act(AreaPeople(viewer, $0), id, today) }
      return visit.redirect(to: next(area), saying: done)
    } again: { refusals in
      try await page(visit, refusals)
    }
  }

  private static func page(_ visit: Visit, _ refusals: Refusals = .none) async throws -> Self {
    let (id, area) = (try visit.id("account", Account.self), try visit.thisArea())
    let (viewer, today) = (visit.areaViewer, visit.today)
    let person = try await visit.read { try AreaPeople(viewer, $0).find(id, on: today) }
    return Self(
      asked: Asked(
        token: visit.formToken, name: person.name,
        trail: PeopleTabs.trail(area) + [Link(person.name, Way.person(id, area))], address: address(id, area),
        cancel: Way.person(id, area), refusals: refusals))
  }

  static var examples: [Self] {
    [
      Self(
        asked: Asked(
          token: "example", name: "Gareth Bowen", trail: [Link("Who takes part", "/areas/northvale-speech/people")],
          address: "/areas/northvale-speech/people/1", cancel: "/areas/northvale-speech/people/1", refusals: .none))
    ]
  }
}
