import Components
import Domain
import Markup

extension Way {
  static func people(_ area: Area) -> Address { part(.people, area) }
  static func person(_ id: ID<Account>, _ area: Area) -> Address { "\(people(area))/\(segment: id.text)" }
  static func confirmPerson(_ id: ID<Account>, _ area: Area) -> Address { "\(person(id, area))/confirmation" }
  static func movePerson(_ id: ID<Account>, _ area: Area) -> Address { "\(person(id, area))/move" }
  static func areaRoles(_ id: ID<Account>, _ area: Area) -> Address { "\(person(id, area))/roles" }
  static func endAreaRole(_ role: AreaRole, of id: ID<Account>, _ area: Area) -> Address {
    "\(areaRoles(id, area))/\(segment: role.rawValue)/end"
  }
  static func handOn(_ id: ID<Account>, _ area: Area) -> Address { "\(person(id, area))/hand-on" }
  static func removePerson(_ id: ID<Account>, _ area: Area) -> Address { "\(person(id, area))/removal" }

  static func code(_ area: Area) -> Address { "\(people(area))/code" }
  static func newCode(_ area: Area) -> Address { "\(code(area))/new" }
  static func areaInvite(_ area: Area) -> Address { "\(people(area))/invite" }
  static func issueAgain(_ id: ID<AreaInvitation>, _ area: Area) -> Address {
    "\(people(area))/invitations/\(segment: id.text)/issue"
  }
  static func withdraw(_ id: ID<AreaInvitation>, _ area: Area) -> Address {
    "\(people(area))/invitations/\(segment: id.text)/withdraw"
  }
  static func reminders(_ area: Area) -> Address { "\(people(area))/reminders" }

  static func organisations(_ area: Area) -> Address { "\(people(area))/organisations" }
  static func newOrganisation(_ area: Area) -> Address { "\(organisations(area))/new" }
  static func organisationList(_ area: Area) -> Address { "\(organisations(area))/list" }
  static func organisationsFromRegister(_ area: Area) -> Address { "\(organisations(area))/register" }
  static func organisation(_ id: ID<Participant>, _ area: Area) -> Address {
    "\(organisations(area))/\(segment: id.text)"
  }
  static func mergeOrganisation(_ id: ID<Participant>, _ area: Area) -> Address { "\(organisation(id, area))/merge" }
  static func removeOrganisation(_ id: ID<Participant>, _ area: Area) -> Address { "\(organisation(id, area))/removal" }
}

/// The pages under “Who takes part”, and the way back to them.
enum PeopleTabs: String, CaseIterable, Sendable {
  case people = "People"
  case organisations = "Organisations"
  case code = "Code"
  case reminders = "Reminders"

  static func bar(_ current: PeopleTabs, _ area: Area, _ viewer: AreaViewer) -> HTML {
    guard viewer.mayAll(.see, .participants) else { return .empty }
    let links = allCases.filter { $0.isOpen(to: viewer) }.map {
      Link($0.rawValue, $0.address(area), isCurrent: $0 == current)
    }
    return Tabs("Who takes part", links).html
  }

  static let example = Tabs(
    "Who takes part",
    allCases.map { Link($0.rawValue, "/areas/northvale-speech/people", isCurrent: $0 == .people) }
  ).html

  static func trail(_ area: Area) -> [Link] { [Link("Who takes part", Way.people(area))] }
  static func organisationTrail(_ area: Area) -> [Link] {
    trail(area) + [Link("Organisations", Way.organisations(area))]
  }

  private func isOpen(to viewer: AreaViewer) -> Bool {
    switch self {
    case .people, .organisations: true
    case .code: viewer.may(.see, .code)
    case .reminders: viewer.may(.do, .members)
    }
  }

  private func address(_ area: Area) -> Address {
    switch self {
    case .people: Way.people(area)
    case .organisations: Way.organisations(area)
    case .code: Way.code(area)
    case .reminders: Way.reminders(area)
    }
  }
}
