import Domain
import Markup

extension Way {
  static func register(_ area: Area) -> Address { "\(Way.area(area))/register" }
  static func confirmEmail(_ token: String, _ area: Area) -> Address {
    "\(Way.area(area))/registration/\(segment: token)"
  }
  static func join(_ area: Area) -> Address { "\(Way.area(area))/join" }
  static func terms(_ area: Area) -> Address { "\(Way.area(area))/terms" }
  static func areaInvitation(_ token: String, _ area: Area) -> Address {
    "\(Way.area(area))/invitation/\(segment: token)"
  }
}
