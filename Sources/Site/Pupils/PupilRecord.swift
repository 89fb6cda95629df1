import Domain
import Markup
import SQL
import Store

/// One pupil as the viewer may see them, with all that pages and forms about them ask for.
struct PupilRecord: Sendable {
  let pupil: Pupil
  /// SEN status and needs only where the viewer may see them.
  let facts: PupilFacts
  let seesNeeds: Bool
  let school: School
  let today: Day

  init(_ pupil: Pupil, _ facts: PupilFacts, seesNeeds: Bool, school: School, today: Day) {
    self.pupil = pupil
    self.facts = facts
    self.seesNeeds = seesNeeds
    self.school = school
    self.today = today
  }

  /// "Not found" where there is none that the viewer may see.
  static func find(_ id: ID<Pupil>, _ visit: Visit, _ connection: any Connection) throws -> PupilRecord {
    let pupils = Pupils(visit.viewer, connection)
    guard let pupil = try pupils.find(id) else { throw Refusal.notFound() }
    return PupilRecord(
      pupil, try pupils.facts(of: id), seesNeeds: try pupils.maySeeNeeds(of: id), school: visit.here,
      today: visit.today)
  }

  /// The day whose facts are shown first: today, or the last day of who has left, or the first of who is still to come.
  var day: Day {
    if let leftOn = pupil.leftOn, leftOn < today { return leftOn }
    return max(today, pupil.joinedOn)
  }

  var isOnRoll: Bool { pupil.isOnRoll(on: today) }
  var status: SENStatus { facts.status(on: day) }
  var address: Address { Way.pupil(pupil.id, school) }
}
