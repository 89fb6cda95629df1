import Domain
import Markup

extension Way {
  static func settings(_ school: School) -> Address { "\(Way.school(school))/settings" }
  static func schoolDetails(_ school: School) -> Address { "\(settings(school))/details" }

  static func newTerm(_ school: School) -> Address { "\(settings(school))/terms/new" }
  static func term(_ id: ID<Term>, _ school: School) -> Address { "\(settings(school))/terms/\(segment: id.text)" }
  static func newClosure(_ school: School) -> Address { "\(settings(school))/closures/new" }
  static func closure(_ id: ID<Closure>, _ school: School) -> Address {
    "\(settings(school))/closures/\(segment: id.text)"
  }
  /// Gives a year its usual calendar.
  static func calendarYears(_ school: School) -> Address { "\(settings(school))/calendar/years" }
  /// Says that somebody has looked through the calendar.
  static func calendarChecked(_ school: School) -> Address { "\(settings(school))/calendar/checked" }

  static func imports(_ school: School) -> Address { part(.imports, school) }
}
