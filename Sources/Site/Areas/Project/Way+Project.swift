import Domain
import Markup

extension Way {
  static func project(_ area: Area) -> Address { part(.project, area) }
  static func projectDetails(_ area: Area) -> Address { "\(project(area))/details" }
  static func newRound(_ area: Area) -> Address { "\(project(area))/rounds/new" }
  static func round(_ id: ID<Round>, _ area: Area) -> Address { "\(project(area))/rounds/\(segment: id.text)" }
  static func closeRound(_ id: ID<Round>, _ area: Area) -> Address { "\(round(id, area))/closing" }
  static func localities(_ area: Area) -> Address { "\(project(area))/localities" }
  static func localityFile(_ area: Area) -> Address { "\(localities(area))/file" }
  static func boundaries(_ area: Area) -> Address { "\(project(area))/boundaries" }
  static func sectors(_ area: Area) -> Address { "\(project(area))/sectors" }
  static func specialisms(_ area: Area) -> Address { "\(project(area))/specialisms" }
  static func projectTerms(_ area: Area) -> Address { "\(project(area))/terms" }
  static func framework(_ area: Area) -> Address { "\(project(area))/framework" }
  static func frameworkCell(_ specialism: String, _ strand: String, _ level: String, _ area: Area) -> Address {
    "\(framework(area))/\(segment: specialism)/\(segment: strand)/\(segment: level)"
  }
  static func frameworkLevels(_ area: Area) -> Address { "\(framework(area))/levels" }
}
