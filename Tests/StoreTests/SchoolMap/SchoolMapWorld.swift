import Domain
import SQL
import Store
import TestSupport

/// A year of provision in the small school of `GroupsWorld`, made by its acts: the rows of the map that the tests look at.
struct SchoolMapWorld: Sendable {
  let base: GroupsWorld

  /// Autumn: Mon Wed Fri 20 min by Mrs Lowe, cards at £30; Ada and Bilal on the SEN budget, Chen on EAL money.
  let phonics: ID<Group>
  /// The same provision in spring, once a week, for Ada and Dora.
  let phonicsInSpring: ID<Group>
  /// All year, half of Ms Okafor's time: Ada, Dora since she came, Emil until he left.
  let reading: ID<Group>
  /// Confidential: Ada, Mondays, Ms Okafor.
  let counselling: ID<Group>
  /// From June to October 2026, on Mondays, over 1 September: Ada, from Year 2 to Year 3.
  let handwriting: ID<Group>
  /// A strategy for Bilal.
  let timetable: ID<Group>
  /// Once, by Mr Pike, whose role has no rate, with £100 of materials; for no pupil.
  let workshop: ID<Group>
  let pike: ID<StaffMember>
  /// Leads nothing.
  let hale: ID<StaffMember>

  static let year = AcademicYear(2026).period
  static let today = GroupsWorld.today

  func map(
    _ question: MapQuestion? = nil, as viewer: Viewer? = nil, in database: (any Database)? = nil,
    change: (inout MapQuestion) -> Void = { _ in }
  ) async throws -> SchoolMap {
    var question = question ?? MapQuestion(.period(SchoolMapWorld.year, asAt: SchoolMapWorld.today))
    change(&question)
    let (asked, viewer, school) = (question, viewer ?? base.senco, base.school)
    return try await (database ?? base.database).read { try SchoolMaps(viewer, $0).map(asked, of: school) }
  }

  func costs(of pupil: ID<Pupil>, as viewer: Viewer? = nil) async throws -> PupilCosts? {
    let question = MapQuestion(.period(SchoolMapWorld.year, asAt: SchoolMapWorld.today))
    let (viewer, school) = (viewer ?? base.senco, base.school)
    return try await base.database.read { try SchoolMaps(viewer, $0).costs(of: pupil, question, at: school) }
  }

  static func make(_ engine: Engine) async throws -> SchoolMapWorld {
    let base = try await GroupsWorld.make(engine)
    return try await base.database.write(keeper: base.organisation.text) { try SchoolMapWorld(base, $0) }
  }

  private init(_ base: GroupsWorld, _ connection: any Connection) throws {
    self.base = base
    let here = Viewer(operatorIn: base.organisation)
    let (staff, groups) = (Staff(here, connection), Groups(here, connection))
    let assistants = try staff.roles().filter { $0.kind == .teachingAssistant }
    for role in assistants {
      try Rates(here, connection).setRate(
        of: role.id, to: try Rate(typed: "17.20", .hour), from: Day(2025, 9, 1)!, source: "Test")
    }
    let trainer = try staff.addRole("Parent trainer", .other)
    pike = try staff.add(StaffDetails(name: "Mr Gus Pike", span: Span(Day(2020, 9, 1)!)!), as: trainer)
    hale = try staff.add(StaffDetails(name: "Ms Ines Hale", span: Span(Day(2020, 9, 1)!)!), as: trainer)
    let headings = try Catalogue(here, connection).headings()
    let eal = base.streams.first { $0.kind == .eal }!.id
    let sen = base.streams.first { $0.kind == .sen }!.id

    var new = NewGroup(GroupDetails(base.phonics, span: GroupsWorld.term), schedule: try base.days())
    new.leads = [NewLead(base.lowe)]
    new.items = [NewItem("Sound cards", cost: 3000)]
    new.members = [
      NewMember(base.ada, stream: sen), NewMember(base.bilal, stream: sen), NewMember(base.chen, stream: eal),
    ]
    phonics = try groups.add(new)

    let spring = Span(Day(2027, 1, 11)!, Day(2027, 3, 19)!)!
    new = NewGroup(GroupDetails(base.phonics, span: spring), schedule: try Schedule(minutes: 20, .perWeek(1)))
    new.leads = [NewLead(base.lowe)]
    new.members = [NewMember(base.ada, stream: sen), NewMember(base.dora, stream: sen)]
    phonicsInSpring = try groups.add(new)

    var details = GroupDetails(
      name: "Reading partners", heading: base.literacy.id, span: Span(SchoolMapWorld.year.from)!)
    (details.strand, details.level, details.area) = (.intervention, "universal", "CL")
    new = NewGroup(details, schedule: try Schedule(minutes: 30, .perWeek(2)))
    new.leads = [NewLead(base.okafor, share: try TimeShare(1, 2))]
    new.members = [
      NewMember(base.ada), NewMember(base.dora, span: Span(Day(2026, 10, 5)!)),
      NewMember(base.emil, span: Span(Day(2026, 9, 1)!, Day(2026, 10, 23)!)),
    ]
    reading = try groups.add(new)

    new = NewGroup(GroupDetails(base.counselling, span: GroupsWorld.term), schedule: try base.days(50, [.monday]))
    new.leads = [NewLead(base.okafor)]
    new.members = [NewMember(base.ada, stream: sen)]
    counselling = try groups.add(new)

    details = GroupDetails(
      name: "Handwriting", heading: base.literacy.id, span: Span(Day(2026, 6, 1)!, Day(2026, 10, 16)!)!)
    new = NewGroup(details, schedule: try base.days(60, [.monday]))
    new.leads = [NewLead(base.lowe)]
    new.members = [NewMember(base.ada)]
    handwriting = try groups.add(new)

    details = GroupDetails(name: "Visual timetable", heading: headings.last!.id, span: Span(SchoolMapWorld.year.from)!)
    (details.strand, details.level, details.area) = (.environment, "targeted", "SP")
    new = NewGroup(details)
    new.members = [NewMember(base.bilal)]
    timetable = try groups.add(new)

    let day = Day(2026, 9, 30)!
    details = GroupDetails(name: "Parent workshop", heading: headings.last!.id, span: Span(day, day)!)
    details.strand = .familySupport
    new = NewGroup(details, schedule: try Schedule(minutes: 90, .once(day)))
    new.leads = [NewLead(pike)]
    new.items = [NewItem("Materials", cost: 10000)]
    workshop = try groups.add(new)
  }
}

extension SchoolMap {
  func line(_ name: String) -> Line? { sections.lazy.flatMap(\.lines).first { $0.name == name } }

  func cell(_ name: String, _ column: String) -> Cell? {
    guard let index = columns.firstIndex(where: { $0.key == column }) else { return nil }
    return line(name)?.cells[index]
  }

  func totals(_ column: String) -> Figures? { columns.firstIndex { $0.key == column }.map { totals[$0] } }

  var lineNames: [String] { sections.flatMap(\.lines).map(\.name) }

  func names(_ line: String, _ column: String) -> [String] {
    cell(line, column)?.runs.flatMap { $0.pupils.map(\.calledName) } ?? []
  }

  /// Every name, word and figure of the map, one under the other: two maps that are written alike are the same.
  var written: [String] {
    var lines = [school.name] + columns.map(\.name) + filter.map(\.words)
    for section in sections {
      lines.append("# \(section.heading.name)")
      for line in section.lines {
        lines.append("\(line.name) \(line.strand?.rawValue ?? "") \(line.level ?? "") \(line.total)")
        for cell in line.cells.compactMap({ $0 }) {
          lines.append("\(cell.figures)")
          for run in cell.runs { lines.append(written(run)) }
        }
      }
      for figures in section.subtotals + [section.subtotal] { lines.append("\(figures)") }
    }
    for figures in totals + [total] { lines.append("\(figures)") }
    return lines + unpriced.map { "\($0.provision) \($0.source) \($0.from.iso)" }
      + unled.map { "\($0.provision) \($0.from.iso)" }
  }

  private func written(_ run: Run) -> String {
    let names = run.pupils.map(\.fullName).joined(separator: ", ")
    let who = run.who.joined(separator: ", ")
    return "\(run.group) \(names) \(run.when) \(who) \(run.dates ?? "") \(run.figures)"
  }
}
