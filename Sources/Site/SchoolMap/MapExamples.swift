import Components
import Documents
import Domain
import Foundation

/// A small invented school with a few groups, drawn in memory: what the map's pages look like without a database.
enum MapExamples {
  static let today = Day(2026, 11, 21)!
  /// When an example is printed.
  static let moment = Date(timeIntervalSince1970: 1_795_255_200)
  static let calendar = SchoolCalendar.standard(for: [AcademicYear(2026)])
  static let term = MapPeriods.usual(calendar, today)

  static let school = School(
    id: id(1), name: "Ashfield Primary School", urn: "900001", laestab: nil, phase: .primary, authority: nil,
    years: YearGroup(0)...YearGroup(6), calendarChecked: true, version: 1)

  static var question: MapQuestion { MapQuestion(.period(term, asAt: today)) }

  /// A term over all years; `change` asks for something else.
  static func map(_ change: (inout MapQuestion) -> Void = { _ in }) -> SchoolMap {
    var question = question
    change(&question)
    return facts.map(question)
  }

  static func viewer(_ role: Role) -> Viewer {
    Viewer(account: id(2), organisation: school.id, roles: [role], staffMember: nil, name: "Ruth Lowe")
  }

  static func printed(_ map: SchoolMap, showsCosts: Bool = true) -> PrintedMap {
    PrintedMap(map, calendar: calendar, showsCosts: showsCosts, today: today, moment: moment)
  }

  /// What one pupil gets, as it is printed.
  static func pupilSheet(showsCosts: Bool) -> PupilSheet {
    PupilSheet(
      facts.costs(of: pupil, question)!, school: school, calendar: calendar, today: today,
      showsCosts: showsCosts)
  }

  static func page(
    _ map: SchoolMap, _ role: Role = .senco, error: Refusal? = nil, typed: [String: String] = [:]
  ) -> SchoolMapPage {
    SchoolMapPage(
      map, viewer: viewer(role), calendar: calendar, today: today, choices: choices, error: error, typed: typed)
  }

  static var choices: [MapRoutes.Choices] {
    MapRoutes.Choices.fixed(headings)
      + [
        MapRoutes.Choices(name: "stream", label: "Funding", choices: streams.map { Choice($0.id.text, $0.name) }),
        MapRoutes.Choices(
          name: "staff", label: "Member of staff", choices: staff.map { Choice($0.0.text, $0.1) }),
      ]
  }

  // MARK: What the school has

  static let headings = [
    Heading(id: id(10), name: "Literacy", position: 1, version: 1),
    Heading(id: id(11), name: "Language and communication", position: 2, version: 1),
    Heading(id: id(12), name: "Behaviour, emotional and social", position: 3, version: 1),
  ]
  static let streams = [
    FundingStream(id: id(20), name: "School budget for SEN", kind: .sen),
    FundingStream(id: id(21), name: "Pupil premium", kind: .pupilPremium),
  ]
  private static let assistants: ID<PayRole> = id(30)
  private static let teachers: ID<PayRole> = id(31)
  private static let volunteers: ID<PayRole> = id(32)
  private static let staff: [(ID<StaffMember>, String)] = [
    (id(40), "Mrs Lowe"), (id(41), "Mr Reid"), (id(42), "Mrs Adeyemi"), (id(43), "Mr Obi"),
  ]

  /// Names of four years; the last has a whole class's worth for a list that opens.
  private static let pupils: [MapPupil] = [
    ("Amir", "Khan", 1), ("Ella", "Price", 1), ("Jakub", "Wójcik", 1), ("Tomi", "Adebayo", 1), ("Beth", "Sharp", 2),
    ("Imran", "Usman", 2), ("Noor", "Haddad", 2), ("Oskar", "Nowak", 0), ("Dev", "Raman", 3), ("Lily", "Fox", 3),
    ("Ava", "Long", 4), ("Bilal", "Yusuf", 4), ("Cerys", "Jones", 4), ("Danny", "Ward", 4), ("Erin", "Gale", 4),
    ("Farid", "Safi", 4), ("Grace", "Owusu", 4), ("Hugo", "Marchetti-Featherstonehaugh", 4),
  ].enumerated().map { number, pupil in
    MapPupil(
      id: id(UInt64(100 + number)), surname: pupil.1, calledName: pupil.0,
      taught: TaughtYears(bornOn: Day(2026 - 4 - pupil.2, 3, 1 + number)!))
  }

  static let facts = MapFacts(
    school: school, headings: headings,
    groups: [
      group(
        50, "Phonics catch-up", 0, .targeted, [0, 1, 2], Schedule.Pattern.perWeek(5), 20, [lead(0)],
        items: [GroupFacts.Item(id: id(60), cost: Pence(1250), day: Day(2026, 9, 14))]),
      group(51, "Phonics catch-up", 0, .targeted, [8, 9], .perWeek(5), 20, [lead(0)], from: Day(2026, 11, 3)!),
      group(52, "Paired reading", 0, .universal, Array(10..<18), .perWeek(3), 15, [lead(3, volunteers)]),
      group(53, "Narrative group", 1, .targeted, [0, 1, 2, 3], .perWeek(3), 30, [lead(0)]),
      group(54, "Narrative group", 1, .targeted, [4, 5, 6], .perWeek(3), 30, [lead(1)]),
      group(55, "Speech sounds, one to one", 1, .specialist, [7], .perWeek(4), 15, [lead(0)]),
      group(56, "Communication-friendly classroom", 1, .universal, [], nil, 0, [], strand: .environment),
      group(57, "Counselling", 2, .specialist, [9], .perWeek(1), 40, [lead(2, teachers)], isConfidential: true),
    ],
    pupils: Dictionary(uniqueKeysWithValues: pupils.map { ($0.id, $0) }),
    staff: Dictionary(uniqueKeysWithValues: staff),
    roles: [
      assistants: PayRole(id: assistants, name: "Teaching assistant", kind: .teachingAssistant),
      teachers: PayRole(id: teachers, name: "Teacher", kind: .teacher),
      volunteers: PayRole(id: volunteers, name: "Reading volunteer", kind: .other),
    ],
    items: [id(60): "Picture cards"], streams: streams, calendar: calendar,
    rates: RateBook(rates: [
      RateBook.RoleRate(role: assistants, span: Span(Day(2026, 4, 1)!)!, rate: rate(172_000)),
      RateBook.RoleRate(
        role: teachers, span: Span(Day(2026, 4, 1)!)!, rate: rate(509_200), isReference: true),
    ]))

  /// A pupil who gets several things.
  static let pupil = pupils[0].id

  private enum Depth: String { case universal, targeted, specialist }

  private static func lead(_ number: Int, _ role: ID<PayRole>? = nil) -> GroupFacts.Lead {
    GroupFacts.Lead(
      staff: staff[number].0, role: role ?? assistants, span: Span(Day(2026, 9, 1)!)!, share: .whole)
  }

  private static func group(
    _ number: UInt64, _ name: String, _ heading: Int, _ level: Depth, _ members: [Int],
    _ pattern: Schedule.Pattern?, _ minutes: Int, _ leads: [GroupFacts.Lead], items: [GroupFacts.Item] = [],
    from: Day = Day(2026, 9, 7)!, strand: Strand = .intervention, isConfidential: Bool = false
  ) -> MapGroup {
    let span = Span(from, Day(2026, 12, 18)!)!
    var details = GroupDetails(name: name, heading: headings[heading].id, span: span)
    (details.strand, details.level, details.isConfidential) = (strand, level.rawValue, isConfidential)
    if members.isEmpty { details.years = [YearGroup(0), YearGroup(1)] }
    let schedules = pattern.flatMap { try? Schedule(minutes: minutes, $0) }.map { [DatedSchedule(span, $0)] } ?? []
    return MapGroup(
      group: Group(id: id(number), details: details, version: 1),
      facts: GroupFacts(
        group: id(number), span: span, schedules: schedules, leads: leads, items: items,
        members: members.map { member in
          GroupFacts.Member(
            pupil: pupils[member].id, span: span, weight: 1, stream: streams[0].id,
            years: YearFrom.list(in: term) { pupils[member].year(on: $0) })
        }))
  }

  /// In hundredths of a penny an hour.
  private static func rate(_ amount: Int) -> Rate {
    do { return try Rate(amount, .hour) } catch { preconditionFailure(error.sentence) }
  }

  private static func id<Noun>(_ number: UInt64) -> ID<Noun> { ID(high: 0x0190_0000_0000_7000, low: 1 << 63 | number) }
}

extension SchoolMapPage {
  static var examples: [SchoolMapPage] {
    [
      MapExamples.page(MapExamples.map()),
      MapExamples.page(MapExamples.map { $0.onlyYear = YearGroup(1) }),
      MapExamples.page(
        MapExamples.map {
          $0.across = .stage
          $0.names = .short
          $0.headings = [MapExamples.headings[0].id, MapExamples.headings[1].id]
          $0.levels = ["targeted"]
        }),
      MapExamples.page(MapExamples.facts.mapOfCounts(MapExamples.question), .governor),
      MapExamples.page(MapExamples.map { $0.levels = ["targeted-plus"] }),
      MapExamples.page(
        MapExamples.map(), error: Refusal.invalid("The last day of a map cannot be before its first.", field: "until"),
        typed: ["days": "dates", "from": "1 May 2027", "until": "1 April 2027"]),
    ]
  }
}

extension PupilMapPage {
  static var examples: [PupilMapPage] {
    [Role.senco, .teacher].map { role in
      PupilMapPage(
        MapExamples.facts.costs(of: MapExamples.pupil, MapExamples.question)!,
        viewer: MapExamples.viewer(role), school: MapExamples.school, calendar: MapExamples.calendar,
        today: MapExamples.today)
    }
  }
}
