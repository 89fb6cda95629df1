package import Domain
package import SQL
import Store

/// One invented authority, lived in: a primary school of 420 pupils and a secondary school of 1,150, three academic years of
/// groups up to today, leavers and joiners, a few mistakes of the kind people make, and an inclusion strategy each; and its review of the support in the
/// area, in which both schools take part. Names, needs, groups and figures are the same every time for the same day.
package enum Demo {
  package static let authority = "Marlowshire"
  package static let primary = "900001"
  package static let secondary = "900002"

  /// Makes the demonstration in an empty database, in the caller's transaction. Refuses one that holds anything.
  package static func make(today: Day, _ connection: any Connection) throws {
    guard try Demonstration.canBegin(connection) else {
      throw Refusal.conflict("The database is not empty. The demonstration is made in a new one.")
    }
    try Demonstration.begin(connection)
    for plan in [SchoolPlan.primary, SchoolPlan.secondary] {
      var maker = try SchoolMaker(plan, today: today, connection)
      try maker.make()
    }
    var area = try AreaMaker(today: today, connection)
    try area.make()
  }
}

/// What tells the two schools apart.
struct SchoolPlan {
  let urn: String
  let name: String
  let laestab: String
  let phase: Phase
  let seed: UInt64
  let pupilsInYear: Int
  /// Class names of a year, as `3 Ash`.
  let classes: [String]
  let assistants: Int
  let teachers: Int
  let groupsInYear: [Int]
  /// Shares in per cent.
  let support: Int
  let plans: Int
  let domain: String

  static let primary = SchoolPlan(
    urn: Demo.primary, name: "Ashfield Primary School", laestab: "9992901", phase: .primary, seed: 420,
    pupilsInYear: 60,
    classes: ["Ash", "Birch"], assistants: 11, teachers: 15, groupsInYear: [23, 27, 30], support: 15, plans: 6,
    domain: "ashfield.example")

  static let secondary = SchoolPlan(
    urn: Demo.secondary, name: "Wendle Valley School", laestab: "9994902", phase: .secondary, seed: 1150,
    pupilsInYear: 230,
    classes: ["A", "B", "C", "D", "E", "F", "G", "H"], assistants: 18, teachers: 26, groupsInYear: [44, 50, 56],
    support: 15,
    plans: 6, domain: "wendlevalley.example")
}

/// Makes one school, part by part, each in a file of its own.
struct SchoolMaker {
  let plan: SchoolPlan
  let today: Day
  let connection: any Connection
  let school: School
  let viewer: Viewer
  let calendar: SchoolCalendar
  var dice: Dice
  var pupils: [MadePupil] = []
  var staff = MadeStaff()
  /// The last pupil number given, counted.
  var upns = 0

  init(_ plan: SchoolPlan, today: Day, _ connection: any Connection) throws {
    self.plan = plan
    self.today = today
    self.connection = connection
    dice = Dice(plan.seed)
    school = try Schools.add(
      NewSchool(
        urn: plan.urn, name: plan.name, phase: plan.phase, laestab: plan.laestab, authority: Demo.authority,
        isDemonstration: true), today: today, connection)
    viewer = Viewer(operatorIn: school.id)
    calendar = try SchoolCalendars.load(school.id, connection)
  }

  mutating func make() throws {
    try SchoolCalendars(viewer, connection).markChecked()
    try makeStaff()
    try makePupils()
    try makeGroups()
    try makeMistakes()
    try makeAccounts()
    try makeStrategy()
  }

  /// This academic year and the two before it.
  var years: [AcademicYear] {
    let now = AcademicYear(containing: today)
    return [now.previous.previous, now.previous, now]
  }
}
