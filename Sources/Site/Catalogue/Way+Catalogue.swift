import Domain
import Markup

extension Way {
  static func catalogue(_ school: School) -> Address { part(.catalogue, school) }
  static func headings(_ school: School) -> Address { "\(catalogue(school))/headings" }
  static func heading(_ id: ID<Heading>, _ school: School) -> Address { "\(headings(school))/\(segment: id.text)" }
  static func newType(_ school: School) -> Address { "\(catalogue(school))/types/new" }
  static func type(_ id: ID<ProvisionType>, _ school: School) -> Address {
    "\(catalogue(school))/types/\(segment: id.text)"
  }
  static func changeType(_ id: ID<ProvisionType>, _ school: School) -> Address { "\(type(id, school))/change" }
  static func archiveType(_ id: ID<ProvisionType>, _ school: School) -> Address { "\(type(id, school))/archive" }
}
