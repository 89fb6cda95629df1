package import Domain

/// An invented area whose people, organisations and entries have fixed ids. Two are laid into every sample database beside
/// the sample schools: whoever takes part in one is a stranger in the other.
package struct SampleArea: Sendable {
  package let number: UInt64
  package let name: String
  package let address: String
  package let title: String
  package let isListed: Bool

  package static let northvale = SampleArea(
    number: 11, name: "Northvale", address: "northvale-speech", title: "Speech and language in Northvale",
    isListed: true)
  /// Not in the public list.
  package static let southmere = SampleArea(
    number: 12, name: "Southmere", address: "southmere-review", title: "Support in Southmere", isListed: false)

  package static let both = [northvale, southmere]

  package static let code = "maple-otter-lantern-47"

  package var id: ID<Organisation> { id(of: 1) }

  package func id<Noun>(of thing: UInt64) -> ID<Noun> {
    ID(high: 0x0190_0000_0000_7000 | number, low: 0x8000_0000_0000_0000 | thing)
  }

  /// Who can be signed in as.
  package enum Person: String, CaseIterable, Sendable {
    case coordinator, commissioner
    /// Of the first organisation, and confirmed.
    case contributor
    /// Says that they work for the first organisation too; nobody has confirmed it.
    case newcomer
    /// Of the second organisation, and confirmed.
    case neighbour

    package var role: AreaRole { AreaRole(rawValue: rawValue) ?? .contributor }
    package var name: String {
      switch self {
      case .coordinator: "Maya Ellis"
      case .commissioner: "Owen Radley"
      case .contributor: "Tanvi Desai"
      case .newcomer: "Gareth Bowen"
      case .neighbour: "Lucy Marlow"
      }
    }
    fileprivate var place: UInt64 { UInt64(Person.allCases.firstIndex(of: self)!) }
  }

  package func account(_ person: Person) -> ID<Account> { id(of: 20 + person.place) }
  package func email(_ person: Person) -> String { "\(person.rawValue)@\(address).example" }
  package var clinic: ID<Participant> { id(of: 101) }
  package var playgroup: ID<Participant> { id(of: 102) }
  /// Expected, and nobody of it has joined.
  package var silent: ID<Participant> { id(of: 103) }
  package var round: ID<Round> { id(of: 61) }
  package var framework: ID<Framework> { id(of: 62) }
  package var harbourWard: ID<Locality> { id(of: 71) }
  package var hillWard: ID<Locality> { id(of: 72) }
  /// Of a commissioner who has not taken it up.
  package var invitation: ID<AreaInvitation> { id(of: 81) }
  /// A provision of the clinic, on the map.
  package var dropIn: ID<Entry> { id(of: 201) }
  /// A draft of the contributor's.
  package var draft: ID<Entry> { id(of: 202) }
  /// A gap that the playgroup told.
  package var gap: ID<Entry> { id(of: 203) }
  /// A draft of the newcomer's.
  package var newcomersDraft: ID<Entry> { id(of: 204) }

  /// What the coordinator asked about the gap, without an answer.
  package var question: ID<Never> { id(of: 301) }
  /// A file of entries that the coordinator chose.
  package var upload: ID<Never> { id(of: 302) }

  package func viewer(_ person: Person) -> AreaViewer {
    AreaViewer(
      account: account(person), organisation: id, roles: [person.role], participant: participant(of: person),
      isConfirmed: person != .newcomer && participant(of: person) != nil, name: person.name)
  }

  package var operatorViewer: AreaViewer { AreaViewer(operatorIn: id) }

  package func participant(of person: Person) -> ID<Participant>? {
    switch person {
    case .coordinator, .commissioner: nil
    case .contributor, .newcomer: clinic
    case .neighbour: playgroup
    }
  }
}
