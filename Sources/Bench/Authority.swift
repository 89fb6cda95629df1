import Demo
import Domain
import Foundation
import SQL
import Store

/// A large authority, made once: the demonstration's two schools, one of 220 pupils, and others of some five hundred, 400 in
/// all with 200,000 pupils.
struct Authority {
  static let schools = 400
  static let pupils = 200_000
  static let small = "800000"
  let today: Day

  func isMade(_ database: any Database) async throws -> Bool {
    try await database.read { try Schools.all($0).count >= Authority.schools }
  }

  func make(_ database: any Database) async throws {
    let today = today
    try await database.write(keeper: "bench") { try Demo.make(today: today, $0) }
    let each = (Authority.pupils - 1_570 - 220) / (Authority.schools - 3)
    for number in 0..<(Authority.schools - 2) {
      let urn = String(800_000 + number)
      let count = urn == Authority.small ? 220 : each
      try await database.write(keeper: urn) { connection in
        let new = try NewSchool(urn: urn, name: "School \(number)", phase: .primary, isDemonstration: true)
        let school = try Schools.add(new, today: today, connection)
        let pupils = (0..<count).map { Authority.pupil($0, of: number, today) }
        _ = try Pupils(Viewer(operatorIn: school.id), connection).add(pupils)
      }
      if number % 50 == 49 { print("  \(number + 1) schools") }
    }
    try await database.write(keeper: "bench") { try Maintenance.analyse($0) }
  }

  private static func pupil(_ place: Int, of school: Int, _ today: Day) -> NewPupil {
    let year = place % 7
    let birthDay = Day(2021 - year, 1 + place % 8, 1 + place % 28)!
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let surname = String([letters[place % 26], letters[place / 26 % 26], letters[school % 26]]).capitalized + "son"
    let joined = Day(AcademicYear(containing: today).start - year, 9, 1)!
    let details = PupilDetails(
      surname: surname, forename: "Given\(place % 90)", birthDay: birthDay, sex: place % 2 == 0 ? "F" : "M",
      joinedOn: joined)
    let status: SENStatus = place % 17 == 0 ? .plan : place % 7 == 0 ? .support : .none
    let needs = status == .none ? [] : [RankedNeed(type: NeedType.all[place % 12], rank: 1)]
    return NewPupil(
      details, status: RecordedStatus(status), needs: needs, className: "\(year)\(place % 2 == 0 ? "A" : "B")")
  }
}
