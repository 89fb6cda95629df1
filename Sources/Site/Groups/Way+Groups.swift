import Domain
import Markup

extension Way {
  static func newGroup(_ school: School) -> Address { "\(groups(school))/new" }
  static func newGroup(_ type: ID<ProvisionType>, _ school: School) -> Address {
    newGroup(school).asking("type", type.text)
  }
  static func clashes(_ school: School) -> Address { "\(groups(school))/clashes" }
  static func sharing(_ school: School) -> Address { "\(groups(school))/sharing" }

  static func group(_ id: ID<Group>, _ part: GroupPart, _ school: School) -> Address {
    "\(group(id, school))/\(segment: part.rawValue)"
  }
  /// One lead, place or item of the group, known by its id.
  static func group(_ id: ID<Group>, _ part: GroupPart, _ thing: String, _ school: School) -> Address {
    "\(group(id, part, school))/\(segment: thing)"
  }
  static func correction(_ address: Address) -> Address { "\(address)/correct" }
}

/// What of a group has an address of its own.
enum GroupPart: String, Sendable {
  case correct, schedule, end, extend, copy, pupils, places, leads, items
}
