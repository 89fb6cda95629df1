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
      let working = try SchoolMaps(viewer, connection).working(
        question, column: column, group: group, line: line, of: school, calendar: calendar)
      let found = WorkingFound(
        question: question, column: column, isAll: group == nil && line == nil, working: working)
      return (found, calendar)
    }
    guard !found.working.isEmpty else {
      throw Refusal.notFound("There is nothing behind this figure, or it is not yours to see.")
    }
    return visit.page(WorkingPage(found, viewer: viewer, school: school, calendar: calendar, today: visit.today))
  }
}

/// What is behind a figure, and what else its page says.
struct WorkingFound: Sendable {
  let question: MapQuestion
  let column: SchoolMap.Column?
  /// No single group or line is asked for.
  let isAll: Bool
  let working: MapWorking

  /// A group of the figure, any: to ask for the same again.
  var anyGroup: ID<Group>? { working.lines.first?.group.id ?? working.uncosted.first?.group.id }
  var groups: Set<ID<Group>> {
    Set(working.lines.map(\.group.id)).union(working.uncosted.map(\.group.id))
  }
}

extension WorkingPage {
  init(_ found: WorkingFound, viewer: Viewer, school: School, calendar: SchoolCalendar, today: Day) {
    let (working, question) = (found.working, found.question)
    let here = MapAddress(school: school, question: question, today: today)
    let showsRates = viewer.may(.see, .rates)
    title = "How this figure came about"
    let days = MapWords.lede(question, calendar, today: today)
    lede = [WorkingPage.total(working), WorkingPage.what(found), found.column?.name, days].compactMap(\.self)
      .joined(separator: " · ")
    trail = [Components.Link("School map", here.at(Way.map(school)))]
    summary = CostWorking(
      "What was added up", lines: WorkingPage.lines(found, school, today),
      total: CostWorking.Line("Total", WorkingPage.total(working)),
      notes: working.lines.contains { !$0.isWhole }
        ? ["Only the part of each line that stands in this figure is counted; the rest stands in other columns."] : [])
    facts = WorkingPage.facts(found, school, today)
    details =
      found.groups.count == 1 && working.lines.first?.isMasked == false
      ? working.lines.map { WorkingPage.detail($0, showsRates: showsRates) } : []
    pupilCount = working.pupilCount
    pupils = working.pupils.map { Components.Link(question.names.text(of: $0), Way.pupilMap($0.id, school)) }
    hint = showsRates ? nil : WorkingPage.hint
  }

  /// What the figure is of, in a word: a group's name, what they all share, or what the map was cut by.
  private static func what(_ found: WorkingFound) -> String? {
    let names = Set(found.working.lines.map(\.group.name)).union(found.working.uncosted.map(\.group.name))
    return !found.isAll && names.count == 1 ? names.first : nil
  }

  private static func total(_ working: MapWorking) -> String {
    let isCosted = !working.lines.isEmpty || working.unled > 0
    return isCosted ? working.total.words(lacking: working.unpriced, unled: working.unled) : nothingToCost
  }

  private static func facts(_ found: WorkingFound, _ school: School, _ today: Day) -> [SummaryList.Row] {
    var rows: [SummaryList.Row] = []
    let minutes = found.working.lines.reduce(0) { $0 + $1.minutes }
    if minutes > 0 { rows.append(SummaryList.Row("Adults’ time", StaffTime.words(minutes: minutes))) }
    if let passed = found.question.toDate, !found.working.lines.isEmpty {
      let way = address(found, passed, school, today)
      let toDate = found.working.toDate
      func words(_ pence: Pence) -> String {
        pence.words(lacking: found.working.unpriced, unled: found.working.unled)
      }
      rows.append(
        SummaryList.Row(
          "To date, up to \(found.question.asAt.words)",
          html: toDate == .zero ? HTML(text: words(toDate)) : "<a href=\"\(way)\">\(words(toDate))</a>"))
      rows.append(SummaryList.Row("To come", words(found.working.total - toDate)))
    }
    return rows
  }

  private static func address(_ found: WorkingFound, _ question: MapQuestion, _ school: School, _ today: Day) -> Address
  {
    let base: Address = "\(Way.map(school))/working"
    var address = MapAddress(school: school, question: question, today: today).at(base)
    if !found.isAll, let group = found.anyGroup {
      address = address.asking(found.groups.count == 1 ? "group" : "line", group.text)
    }
    return found.column.map { address.asking("column", $0.key) } ?? address
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
