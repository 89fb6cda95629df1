import Domain
import Markup

extension Way {
  /// How costs are reckoned, and why they hint at pay.
  static let helpOnCosts: Address = "/help#costs"

  /// What one pupil gets.
  static func pupilMap(_ id: ID<Pupil>, _ school: School) -> Address { "\(pupil(id, school))/map" }
}
