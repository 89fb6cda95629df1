import Domain
import Markup

extension Way {
  static func newPupil(_ school: School) -> Address { "\(pupils(school))/new" }
  static func pupilSearch(_ school: School) -> Address { "\(pupils(school))/search" }
  static func pupilExport(_ school: School) -> Address { "\(pupils(school))/export" }

  static func pupil(_ id: ID<Pupil>, _ part: PupilPart, _ school: School) -> Address {
    "\(pupil(id, school))/\(segment: part.rawValue)"
  }
  /// A fact of the pupil, known by its first day.
  static func pupilFact(_ id: ID<Pupil>, _ part: PupilPart, _ first: Day, _ school: School) -> Address {
    "\(pupil(id, part, school))/\(segment: first.iso)"
  }
  static func removal(_ address: Address) -> Address { "\(address)/removal" }

  static func newContact(_ id: ID<Pupil>, _ school: School) -> Address { "\(pupil(id, school))/contacts/new" }
  static func contact(_ contact: ID<Contact>, of id: ID<Pupil>, _ school: School) -> Address {
    "\(pupil(id, school))/contacts/\(segment: contact.text)"
  }
}

/// What of a pupil has an address of its own.
enum PupilPart: String, Sendable {
  case details, status, needs, year, flags, leaving, history
  case schoolClass = "class"
  case comeBack = "return"
}
