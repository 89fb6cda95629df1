import Domain
import Markup

extension Way {
  static func staff(_ school: School) -> Address { part(.staff, school) }
  static func newStaff(_ school: School) -> Address { "\(staff(school))/new" }
  static func newRole(_ school: School) -> Address { "\(staff(school))/roles/new" }
  static func role(_ id: ID<PayRole>, _ school: School) -> Address { "\(staff(school))/roles/\(segment: id.text)" }

  static func staffMember(_ id: ID<StaffMember>, _ school: School) -> Address {
    "\(staff(school))/\(segment: id.text)"
  }
  static func staffMember(_ id: ID<StaffMember>, _ part: StaffPart, _ school: School) -> Address {
    "\(staffMember(id, school))/\(segment: part.rawValue)"
  }
  /// A role that somebody held, known by its first day.
  static func heldRole(_ first: Day, of id: ID<StaffMember>, _ school: School) -> Address {
    "\(staffMember(id, .roles, school))/\(segment: first.iso)"
  }
  static func taughtClass(_ line: String, of id: ID<StaffMember>, _ school: School) -> Address {
    "\(staffMember(id, .classes, school))/\(segment: line)"
  }

  static func rates(_ school: School) -> Address { "\(Way.school(school))/rates" }
  static func confirmRates(_ school: School) -> Address { "\(rates(school))/confirmation" }
  static func roleRates(_ id: ID<PayRole>, _ school: School) -> Address { "\(rates(school))/roles/\(segment: id.text)" }
  static func pay(_ id: ID<StaffMember>, _ school: School) -> Address { "\(rates(school))/staff/\(segment: id.text)" }
}

/// What of a member of staff has an address of its own.
enum StaffPart: String, Sendable {
  case details, leaving, account, classes, roles
}
