import Domain
import Hummingbird
import Markup
import Store

/// What is done about one person who takes part.
enum PersonActs {
  static func confirm(_ visit: Visit) async throws -> Response {
    let (id, area, viewer) = (try visit.id("account", Account.self), try visit.thisArea(), visit.areaViewer)
    try await visit.write { try AreaPeople(viewer, $0).confirm(id) }
    return visit.redirect(to: Way.people(area), saying: .personConfirmed)
  }

  static func move(_ visit: Visit) async throws -> Response {
    try await acting(visit, saying: .moved) { people, id, _ in
      guard let participant = visit.form["participant"].flatMap({ ID<Participant>($0) }) else {
        throw Refusal.invalid("Choose an organisation from the list.", field: "participant")
      }
      try people.move(id, to: participant)
    }
  }

  static func give(_ visit: Visit) async throws -> Response {
    try await acting(visit, saying: .added) { people, id, today in
      guard let role = visit.form["role"].flatMap(AreaRole.init(rawValue:)), AreaInvitations.roles.contains(role) else {
        throw Refusal.invalid("Choose a role.", field: "role")
      }
      try people.grant(role, to: id, today: today)
    }
  }

  static func end(_ visit: Visit) async throws -> Response {
    guard let role = visit.parameter("role").flatMap(AreaRole.init(rawValue:)) else { throw Refusal.notFound() }
    return try await acting(visit, saying: .roleEnded) { people, id, today in
      try people.end(role, of: id, today: today)
    }
  }

  private static func acting(
    _ visit: Visit, saying done: Done, _ act: @escaping @Sendable (AreaPeople, ID<Account>, Day) throws -> Void
  ) async throws -> Response {
    let (id, area) = (try visit.id("account", Account.self), try visit.thisArea())
    let (viewer, today) = (visit.areaViewer, visit.today)
    _ = try await visit.read { try AreaPeople(viewer, $0).find(id, on: today) }
    return try await visit.answering {
      try await visit.write { try act(AreaPeople(viewer, $0), id, today) }
      // Whoever ends their own role as coordinator may not see this person's page any more.
      let isOwn = id == viewer.account && done == .roleEnded
      return visit.redirect(to: isOwn ? Way.area(area) : Way.person(id, area), saying: done)
    } again: { refusals in
      try await PersonPage.of(id, visit, refusals)
    }
  }
}

/// Asks once more before a project is handed on.
struct HandOnPage: AskingPage {
  let asked: Asked
  static func question(_ name: String) -> String { "Hand the project on to \(name)?" }
  static let consequence =
    "They coordinate it from today: its code, its people, every entry. You lose the role of coordinator at once; any other role you keep."
  static let button = "Hand it on"
  static func address(_ id: ID<Account>, _ area: Area) -> Address { Way.handOn(id, area) }
  static func next(_ area: Area) -> Address { Way.area(area) }
  static let done = Done.handedOn
  static func act(_ people: AreaPeople, _ id: ID<Account>, _ today: Day) throws {
    try people.handOn(to: id, today: today)
  }
}

/// Asks once more before a person is removed.
struct RemovePersonPage: AskingPage {
  let asked: Asked
  static func question(_ name: String) -> String { "Remove \(name)?" }
  static let consequence =
    "They lose every role in this project at once, and come back only with the code. What they entered stays."
  static let button = "Remove"
  static func address(_ id: ID<Account>, _ area: Area) -> Address { Way.removePerson(id, area) }
  static func next(_ area: Area) -> Address { Way.people(area) }
  static let done = Done.removed
  static func act(_ people: AreaPeople, _ id: ID<Account>, _ today: Day) throws { try people.remove(id, today: today) }
}
