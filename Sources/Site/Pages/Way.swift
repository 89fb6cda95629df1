import Domain
import Markup

/// Where every link of the site leads: the one place where addresses are made. Patterns of routes stand with their
/// routes; these are links. No pupil's name, UPN or search word ever stands in one.
enum Way {
  static let home: Address = "/"
  static let signIn: Address = "/sign-in"
  static let signOut: Address = "/sign-out"
  static let account: Address = "/account"
  static let help: Address = "/help"

  static func school(_ school: School) -> Address { "/schools/\(segment: school.urn)" }
  static func part(_ part: Part, _ school: School) -> Address {
    switch part {
    case .today: Way.school(school)
    case .pupils: pupils(school)
    case .groups: groups(school)
    case .map: map(school)
    case .strategy: "\(Way.school(school))/strategies"
    case .catalogue: "\(Way.school(school))/catalogue"
    case .staff: "\(Way.school(school))/staff"
    case .imports: "\(Way.school(school))/imports"
    case .school: "\(Way.school(school))/settings"
    }
  }
  static func pupils(_ school: School) -> Address { "\(Way.school(school))/pupils" }
  static func pupil(_ id: ID<Pupil>, _ school: School) -> Address { "\(pupils(school))/\(segment: id.text)" }
  static func groups(_ school: School) -> Address { "\(Way.school(school))/groups" }
  static func group(_ id: ID<Group>, _ school: School) -> Address { "\(groups(school))/\(segment: id.text)" }
  static func map(_ school: School) -> Address { "\(Way.school(school))/map" }
}
