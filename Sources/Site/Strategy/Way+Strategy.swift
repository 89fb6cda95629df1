import Documents
import Domain
import Markup

extension Way {
  static func strategies(_ school: School) -> Address { part(.strategy, school) }
  static func newStrategy(_ school: School) -> Address { "\(strategies(school))/new" }
  static func strategy(_ id: ID<Strategy>, _ school: School) -> Address {
    "\(strategies(school))/\(segment: id.text)"
  }
  static func changeStrategy(_ id: ID<Strategy>, _ school: School) -> Address { "\(strategy(id, school))/details" }
  static func removeStrategy(_ id: ID<Strategy>, _ school: School) -> Address { "\(strategy(id, school))/removal" }
  static func strategyFunding(_ id: ID<Strategy>, _ school: School) -> Address { "\(strategy(id, school))/funding" }
  static func addFunding(_ id: ID<Strategy>, _ school: School) -> Address { "\(strategyFunding(id, school))/sources" }
  static func removeFunding(_ funding: ID<StrategyFunding>, _ id: ID<Strategy>, _ school: School) -> Address {
    "\(strategyFunding(id, school))/\(segment: funding.text)/removal"
  }
  static func strategyChoices(_ id: ID<Strategy>, _ school: School) -> Address { "\(strategy(id, school))/choices" }
  static func carryAllOn(_ id: ID<Strategy>, _ school: School) -> Address { "\(strategy(id, school))/carrying-on" }
  static func newActivity(_ id: ID<Strategy>, _ school: School) -> Address {
    "\(strategy(id, school))/activities/new"
  }
  static func activity(_ activity: ID<Activity>, _ id: ID<Strategy>, _ school: School) -> Address {
    "\(strategy(id, school))/activities/\(segment: activity.text)"
  }
  static func remarks(_ id: ID<Strategy>, _ school: School) -> Address { "\(strategy(id, school))/remarks" }
  static func approvals(_ id: ID<Strategy>, _ school: School) -> Address { "\(strategy(id, school))/approvals" }
  static func publication(_ id: ID<Strategy>, _ school: School) -> Address { "\(strategy(id, school))/publication" }
  static func strategyReview(_ year: AcademicYear, _ id: ID<Strategy>, _ school: School) -> Address {
    "\(strategy(id, school))/reviews/\(segment: String(year.start))"
  }
  static func strategyFile(_ file: StrategyFile, _ id: ID<Strategy>, _ school: School) -> Address {
    "\(strategy(id, school))/strategy.\(segment: file.rawValue)"
  }
  static func principles(_ school: School) -> Address { "\(Way.school(school))/principles" }
  static func principle(_ id: ID<Principle>, _ school: School) -> Address {
    "\(principles(school))/\(segment: id.text)"
  }

  /// What anybody may read.
  static func publicStrategies(urn: String) -> Address { "/inclusion-strategy/\(segment: urn)" }
  static func publicStrategy(_ number: Int, urn: String) -> Address {
    "\(publicStrategies(urn: urn))/\(segment: String(number))"
  }
  static func publicStrategyFile(_ file: StrategyFile, _ number: Int, urn: String) -> Address {
    "\(publicStrategy(number, urn: urn))/strategy.\(segment: file.rawValue)"
  }
}
