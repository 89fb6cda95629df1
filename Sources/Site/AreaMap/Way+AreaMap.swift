import Documents
import Domain
import Markup

extension Way {
  static func areaMap(_ area: Area) -> Address { part(.map, area) }
  static func areaGaps(_ area: Area) -> Address { part(.gaps, area) }
  static func areaThenAndNow(_ area: Area) -> Address { "\(areaMap(area))/then-and-now" }
  static func areaPlaces(_ area: Area) -> Address { "\(areaMap(area))/localities" }
  static func areaCell(_ cell: Cell, of framework: Framework, _ area: Area) -> Address {
    let (strand, level) = (framework.strands[cell.strand].key, framework.levels[cell.level].key)
    return "\(areaMap(area))/cells/\(segment: strand)/\(segment: level)"
  }
  static func areaFile(_ form: AreaMapFile, _ area: Area) -> Address {
    "\(Way.area(area))/\(segment: "map.\(form.rawValue)")"
  }
  static func areaReport(_ area: Area) -> Address { "\(Way.area(area))/report.pdf" }
  /// What anybody may see of the map, where the project publishes it.
  static func publicMap(_ area: Area) -> Address { "\(Way.area(area))/public" }
  static func publicFile(_ form: AreaMapFile, _ area: Area) -> Address {
    "\(Way.area(area))/\(segment: "public.\(form.rawValue)")"
  }
}
