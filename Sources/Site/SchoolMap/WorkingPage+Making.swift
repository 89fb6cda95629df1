import Components
import Domain
import Hummingbird
import Markup
import Store

enum WorkingPages {
  /// `GET /schools/{urn}/map/working`: the figure of a heading, a line, a group, a column, or all of the map.
  static func show(_ visit: Visit) async throws -> Response {
    let (school, viewer) = (visit.here, visit.viewer)
    let column = visit.query("column").flatMap(SchoolMap.Column.init(key:))
    let (group, line) = (visit.query("group").flatMap { ID<Group>($0) }, visit.query("line").flatMap { ID<Group>($0) })
    let (found, calendar) = try await visit.read { connection -> (WorkingFound, SchoolCalendar) in
      let calendar = try SchoolCalendars.load(school.id, connection)
      let question = try visit.mapQuestion(calendar)
      let maps = SchoolMaps(viewer, connection)
      let working = try maps.working(
        question, column: column, group: group, line: line, of: school, calendar: calendar)
      let pupils =
        maps.seesNames && question.names != .counts
        ? try maps.map(question, of: school, calendar: calendar).pupils(behind: working, column) : []
      let found = WorkingFound(
        question: question, column: column, isAll: group == nil && line == nil, working: working, pupils: pupils)
      return (found, calendar)
    }
    guard !found.working.lines.isEmpty else {
      throw Refusal.notFound("There is nothing behind this figure, or it is not yours to see.")
    }
    return visit.page(WorkingPage(found, viewer: viewer, school: school, calendar: calendar, today: visit.today))
  }
}

/// A figure's lines, and what else its page says.
struct WorkingFound: Sendable {
  let question: MapQuestion
  let column: SchoolMap.Column?
  /// No single group or line is asked for.
  let isAll: Bool
  let working: MapWorking
  let pupils: [MapPupil]
}

extension SchoolMap {
  /// Whom the map shows in the groups of a working, each once.
  fileprivate func pupils(behind working: MapWorking, _ column: Column?) -> [MapPupil] {
    let groups = Set(working.lines.map(\.group.id))
    let cells = sections.flatMap(\.lines).flatMap { line in
      line.cells.enumerated().compactMap { column == nil || columns[$0.offset] == column ? $0.element : nil }
    }
    let pupils = Set(cells.flatMap(\.runs).filter { groups.contains($0.group) }.flatMap(\.pupils))
    return pupils.sorted { ($0.calledName, $0.surname, $0.id.text) < ($1.calledName, $1.surname, $1.id.text) }
  }
}

extension WorkingPage {
  init(_ found: WorkingFound, viewer: Viewer, school: School, calendar: SchoolCalendar, today: Day) {
    let (working, question) = (found.working, found.question)
    let here = MapAddress(school: school, question: question, today: today)
    let groups = Set(working.lines.map(\.group.id))
    let showsRates = viewer.may(.see, .rates)
    title = "How this figure came about"
    lede = [WorkingPage.what(found), found.column?.name, MapWords.lede(question, calendar, today: today)]
      .compactMap { $0 }.joined(separator: " · ")
    trail = [Components.Link("School map", here.at(Way.map(school)))]
    summary = CostWorking(
      "What was added up",
      lines: working.lines.sorted { ($0.group.name, $0.source) < ($1.group.name, $1.source) }.map { line in
        let isKnown = line.line.isPriced || line.part > .zero
        return CostWorking.Line(
          "\(line.group.name): \(line.source)", working: WorkingPage.words(line),
          isKnown ? line.part.words + (line.line.isPriced ? "" : " + not priced") : "not priced", isAside: !isKnown,
          to: groups.count > 1 && !line.isMasked ? WorkingPage.address(of: line.group.id, found, school, today) : nil)
      },
      total: CostWorking.Line("Total", WorkingPage.total(working)),
      notes: working.lines.contains { !$0.isWhole }
        ? ["Only the part of each line that stands in this figure is counted; the rest stands in other columns."] : [])
    facts = WorkingPage.facts(found, school, today)
    details =
      groups.count == 1 && !working.lines[0].isMasked
      ? working.lines.map { WorkingPage.detail($0, showsRates: showsRates) } : []
    pupils = found.pupils.map { Components.Link(question.names.text(of: $0), Way.pupilMap($0.id, school)) }
    hint = showsRates ? nil : WorkingPage.hint
  }

  /// What the figure is of, in a word: a group's name, what they all share, or what the map was cut by.
  private static func what(_ found: WorkingFound) -> String? {
    let names = Set(found.working.lines.map(\.group.name))
    return !found.isAll && names.count == 1 ? names.first : nil
  }

  private static func total(_ working: MapWorking) -> String {
    working.unpriced > 0 ? "\(working.total.words) + not priced" : working.total.words
  }

  private static func facts(_ found: WorkingFound, _ school: School, _ today: Day) -> [SummaryList.Row] {
    var rows: [SummaryList.Row] = []
    let minutes = found.working.lines.reduce(0) { $0 + $1.minutes }
    if minutes > 0 { rows.append(SummaryList.Row("Adults’ time", StaffTime.words(minutes: minutes))) }
    if let passed = found.question.toDate {
      let way = address(found, passed, school, today)
      let toDate = found.working.toDate
      rows.append(
        SummaryList.Row(
          "To date, up to \(found.question.asAt.words)",
          html: toDate == .zero ? HTML(text: toDate.words) : "<a href=\"\(way)\">\(toDate.words)</a>"))
      rows.append(SummaryList.Row("To come", (found.working.total - toDate).words))
    }
    return rows
  }

  private static func address(_ found: WorkingFound, _ question: MapQuestion, _ school: School, _ today: Day) -> Address
  {
    let base: Address = "\(Way.map(school))/working"
    var address = MapAddress(school: school, question: question, today: today).at(base)
    if !found.isAll, let first = found.working.lines.first {
      let isOne = Set(found.working.lines.map(\.group.id)).count == 1
      address = address.asking(isOne ? "group" : "line", first.group.id.text)
    }
    return found.column.map { address.asking("column", $0.key) } ?? address
  }

  /// The working of one of the groups in the figure.
  private static func address(
    of group: ID<Group>, _ found: WorkingFound, _ school: School, _ today: Day
  ) -> Address {
    let base: Address = "\(Way.map(school))/working"
    let address = MapAddress(school: school, question: found.question, today: today).at(base)
      .asking("group", group.text)
    return found.column.map { address.asking("column", $0.key) } ?? address
  }

  private static func words(_ line: MapWorking.Line) -> String? {
    guard case .adult = line.line.source else {
      return line.isWhole ? nil : "a part of \(line.line.pence?.words ?? "it")"
    }
    let time = unbroken(line.minutes)
    return line.isWhole ? time : "\(time) of \(unbroken(line.line.minutes))"
  }

  /// A time that stays on one line.
  private static func unbroken(_ minutes: Int) -> String {
    StaffTime.words(minutes: minutes).replacing(" ", with: "\u{A0}")
  }

  /// A line's own working; where only a part of it stands in the figure, the part is its last line.
  private static func detail(_ line: MapWorking.Line, showsRates: Bool) -> CostWorking {
    let working = line.line.working(
      title: "\(line.group.name): \(line.source)", showsRates: showsRates,
      part: line.isWhole ? nil : (name: "In this figure", contains: { _ in true }))
    let total = line.isWhole || !line.line.isPriced ? working.total.figure.words : line.part.words
    return CostWorking(
      working.title, showsCaption: false, lines: working.lines.map { CostWorking.Line($0.label, $0.figure.words) },
      total: CostWorking.Line(working.total.label, total))
  }
}
