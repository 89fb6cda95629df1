import Domain
import Store

/// Invented pupils for the pages' examples.
enum PupilExamples {
  static let today = Day(2026, 11, 21)!
  static let school = School(
    id: id(1), name: "Ashfield Primary School", urn: "900001", laestab: nil, phase: .primary, authority: "Westmere",
    years: Phase.primary.years, calendarChecked: true, version: 1)

  static let amina = Pupil(
    id: id(501), upn: UPN("R674123101121"), surname: "Yusuf", forename: "Amina", preferredForename: nil,
    birthDay: Day(2019, 3, 14)!, sex: "F", flags: [.eal, .pupilPremium], joinedOn: Day(2023, 9, 4)!, leftOn: nil,
    version: 7)

  static let left = Pupil(
    id: id(502), upn: nil, surname: "Wójcik-Nowakowski", forename: "Jakub Stanisław", preferredForename: "Kuba",
    birthDay: Day(2017, 1, 30)!, sex: "M", flags: [.watch], joinedOn: Day(2021, 9, 6)!, leftOn: Day(2026, 10, 23)!,
    leftFor: "Brookvale Secondary School", yearShifts: Timeline([Dated(-1, Span(Day(2022, 9, 1)!)!)]), version: 12)

  static let facts = PupilFacts(
    statuses: Timeline([
      Dated(RecordedStatus(.none), Span(Day(2024, 9, 2)!, Day(2025, 9, 14)!)!),
      Dated(RecordedStatus(.support), Span(Day(2025, 9, 15)!)!),
    ]),
    needs: Timeline([
      Dated([need("NSA", 1)], Span(Day(2025, 9, 15)!, Day(2026, 1, 11)!)!),
      Dated([need("SLCN", 1), need("SPLD", 2)], Span(Day(2026, 1, 12)!)!),
    ]),
    classes: Timeline([
      Dated("2A", Span(Day(2025, 9, 1)!, Day(2026, 8, 31)!)!), Dated("3A", Span(Day(2026, 9, 1)!)!),
    ]))

  static let record = PupilRecord(amina, facts, seesNeeds: true, school: school, today: today)
  static let leftRecord = PupilRecord(left, PupilFacts(), seesNeeds: false, school: school, today: today)

  static let contacts = [
    Contact(
      id: id(901), pupil: amina.id, name: "Hodan Yusuf", relationship: "Mother", priority: 1,
      email: "hodan@home.example", phone: "01632 960 001", address: nil, version: 1),
    Contact(
      id: id(902), pupil: amina.id, name: "Grace Bell", relationship: "Social worker", priority: 2, email: nil,
      phone: "01632 960 044", address: "4 Market Square\nWestmere", version: 2),
  ]

  static let rows: [PupilRow] = [
    row(503, "O’Hara", "Tom", Day(2018, 11, 2)!, 3, "3A", .watch, SENStatus.none, []),
    row(504, "Price", "Ella", Day(2021, 6, 9)!, 1, "1C", [], SENStatus.none, []),
    row(
      502, "Wójcik-Nowakowski", "Kuba", Day(2017, 1, 30)!, 5, "5B", .inCare, .plan, [need("ASD", 1), need("MLD", 2)]),
    row(501, "Yusuf", "Amina", Day(2019, 3, 14)!, 3, "3A", [.eal, .pupilPremium], .support, [need("SLCN", 1)]),
  ]

  /// As somebody without a right to SEN sees the row.
  static func withoutNeeds(_ row: PupilRow) -> PupilRow {
    PupilRow(
      id: row.id, surname: row.surname, calledName: row.calledName, birthDay: row.birthDay, year: row.year,
      className: row.className, flags: row.flags.subtracting(.watch), joinedOn: row.joinedOn, leftOn: row.leftOn,
      status: nil, needs: [])
  }

  static func need(_ code: String, _ rank: Int) -> RankedNeed { RankedNeed(type: NeedType.coded(code)!, rank: rank) }

  static func id<Noun>(_ number: UInt64) -> ID<Noun> { ID(high: 0x0190_0000_0000_7001, low: 1 << 63 | number) }

  private static func row(
    _ number: UInt64, _ surname: String, _ name: String, _ born: Day, _ year: Int, _ className: String,
    _ flags: PupilFlags, _ status: SENStatus?, _ needs: [RankedNeed]
  ) -> PupilRow {
    PupilRow(
      id: id(number), surname: surname, calledName: name, birthDay: born, year: YearGroup(year), className: className,
      flags: flags, joinedOn: Day(2023, 9, 4)!, leftOn: nil, status: status, needs: needs)
  }
}
