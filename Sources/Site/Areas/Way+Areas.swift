import Domain
import Markup

extension Way {
  /// The public list of projects.
  static let areas: Address = "/areas"
  /// A project's front page, for anybody.
  static func area(_ area: Area) -> Address { "/areas/\(segment: area.address)" }
  /// Where a member begins.
  static func areaDesk(_ address: String) -> Address { "/areas/\(segment: address)/desk" }

  static func part(_ part: AreaPart, _ area: Area) -> Address {
    part == .survey ? surveyAnswers(area) : "\(Way.area(area))/\(segment: part.rawValue)"
  }
}
