package import Domain
package import Markup

/// Where every link of the site leads: the one place where addresses are made. Patterns of routes stand with their
/// routes; these are links. No pupil's name, UPN or search word ever stands in one.
package enum Way {
  package static let home: Address = "/"
  package static let signIn: Address = "/sign-in"
  package static let signOut: Address = "/sign-out"
  package static let account: Address = "/account"
  package static let help: Address = "/help"

  package static func school(_ school: School) -> Address { "/schools/\(segment: school.urn)" }
  package static func part(_ part: Part, _ school: School) -> Address {
    switch part {
    case .today: Way.school(school)
    case .pupils: pupils(school)
    case .groups: groups(school)
    case .map: map(school)
    case .catalogue: "\(Way.school(school))/catalogue"
    case .staff: "\(Way.school(school))/staff"
    case .imports: "\(Way.school(school))/imports"
    case .school: "\(Way.school(school))/settings"
    }
  }
  package static func pupils(_ school: School) -> Address { "\(Way.school(school))/pupils" }
  package static func pupil(_ id: ID<Pupil>, _ school: School) -> Address { "\(pupils(school))/\(segment: id.text)" }
  package static func groups(_ school: School) -> Address { "\(Way.school(school))/groups" }
  package static func group(_ id: ID<Group>, _ school: School) -> Address { "\(groups(school))/\(segment: id.text)" }
  package static func map(_ school: School) -> Address { "\(Way.school(school))/map" }
}
