import Domain
import Foundation
import SQL
import Store
import TestSupport

/// A small school for the tests of groups: a few pupils of two classes, three adults, the starter catalogue.
struct GroupsWorld: Sendable {
  let database: any Database
  let school: School

  static let today = Day(2026, 11, 21)!
  /// Autumn term as the default calendar has it begins in the first days of September.
  static let term = Span(Day(2026, 9, 7)!, Day(2026, 12, 18)!)!

  let ada: ID<Pupil>
  let bilal: ID<Pupil>
  let chen: ID<Pupil>
  /// Joined on 5 October 2026.
  let dora: ID<Pupil>
  /// Left on 23 October 2026.
  let emil: ID<Pupil>

  let lowe: ID<StaffMember>
  let okafor: ID<StaffMember>
  /// Works here until 30 October 2026.
  let reyes: ID<StaffMember>

  let phonics: ProvisionType
  let counselling: ProvisionType
  let literacy: Heading
  let streams: [FundingStream]

  var organisation: ID<Organisation> { school.id }
  var senco: Viewer { viewer(.senco) }

  func viewer(_ role: Role, staff: ID<StaffMember>? = nil) -> Viewer {
    Viewer(
      account: GroupsWorld.account, organisation: organisation, roles: [role], staffMember: staff, name: role.name)
  }

  static let account = ID<Account>("0192a000-0000-7000-8000-00000000acc0")!

  @discardableResult
  func write<Value: Sendable>(
    as viewer: Viewer? = nil, _ work: @escaping @Sendable (Groups) throws -> Value
  ) async throws -> Value {
    let viewer = viewer ?? senco
    return try await database.write(keeper: organisation.text) { try work(Groups(viewer, $0)) }
  }

  func read<Value: Sendable>(
    as viewer: Viewer? = nil, _ work: @escaping @Sendable (Groups) throws -> Value
  ) async throws -> Value {
    let viewer = viewer ?? senco
    return try await database.read { try work(Groups(viewer, $0)) }
  }

  func days(_ minutes: Int = 20, _ days: [Weekday] = [.monday, .wednesday, .friday]) throws -> Schedule {
    try Schedule(minutes: minutes, .on(days.map { Schedule.Slot($0, start: ClockTime(9, 30)) }))
  }

  /// Phonics for Ada, Bilal and Chen through the autumn, led by Mrs Lowe.
  func phonicsGroup() throws -> NewGroup {
    var new = NewGroup(GroupDetails(phonics, span: GroupsWorld.term), schedule: try days())
    new.leads = [NewLead(lowe)]
    new.members = [ada, bilal, chen].map { NewMember($0, stream: streams[0].id) }
    return new
  }

  static func make(_ engine: Engine) async throws -> GroupsWorld {
    let database = try await freshDatabase(engine, migrations: Schema.migrations)
    return try await database.write(keeper: "world") { connection in
      let school = try Schools.add(
        NewSchool(urn: "123456", name: "Elm Grove Primary School", phase: .primary), today: today, connection)
      return try GroupsWorld(database, school, connection)
    }
  }

  private init(_ database: any Database, _ school: School, _ connection: any Connection) throws {
    self.database = database
    self.school = school
    let here = Viewer(operatorIn: school.id)
    func pupil(
      _ forename: String, _ surname: String, born: Day, class name: String, joined: Day = Day(2024, 9, 2)!,
      left: Day? = nil
    ) throws -> ID<Pupil> {
      let id: ID<Pupil> = connection.newID()
      try connection.run(
        """
        INSERT INTO pupils (organisation_id, id, surname, forename, sort_name, birth_day, flags, joined_on, left_on,
          version, created_at)
        VALUES (\(school.id), \(id), \(surname), \(forename), \(Pupil.folded(surname + " " + forename)), \(born), 0,
          \(joined), \(left), 1, \(connection.now))
        """)
      try connection.run(
        """
        INSERT INTO pupil_classes (organisation_id, id, pupil_id, class, from_day, until_day, written_at)
        VALUES (\(school.id), \(connection.newID(Pupil.self)), \(id), \(name), \(joined), \(left), \(connection.now))
        """)
      return id
    }
    ada = try pupil("Ada", "Marlow", born: Day(2018, 11, 3)!, class: "3A")
    bilal = try pupil("Bilal", "Anwar", born: Day(2019, 2, 14)!, class: "3A")
    chen = try pupil("Chen", "Wu", born: Day(2019, 7, 30)!, class: "3B")
    dora = try pupil("Dora", "Sowa", born: Day(2020, 1, 9)!, class: "2A", joined: Day(2026, 10, 5)!)
    emil = try pupil("Emil", "Hart", born: Day(2018, 12, 24)!, class: "3B", left: Day(2026, 10, 23)!)

    let staff = Staff(here, connection)
    let role = try found(try staff.roles().first { $0.kind == .teachingAssistant })
    lowe = try staff.add(StaffDetails(name: "Mrs Jo Lowe", span: Span(Day(2020, 9, 1)!)!), as: role.id)
    okafor = try staff.add(StaffDetails(name: "Ms Ngozi Okafor", span: Span(Day(2022, 9, 1)!)!), as: role.id)
    reyes = try staff.add(
      StaffDetails(name: "Mr Luis Reyes", span: Span(Day(2021, 9, 1)!, Day(2026, 10, 30)!)!), as: role.id)

    let catalogue = Catalogue(here, connection)
    let types = try catalogue.types()
    phonics = try found(types.first { $0.name == "Phonics catch-up" })
    counselling = try found(types.first { $0.name == "Counselling" })
    literacy = try found(try catalogue.headings().first)
    streams = try catalogue.streams()
  }
}

private struct Missing: Error {}

private func found<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw Missing() }
  return value
}
