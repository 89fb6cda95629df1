import Components
import Domain
import Hummingbird
import Markup
import Store

/// How a figure of the map came about: the lines that were added up, with their total last; for one group, each line's
/// own working.
struct WorkingPage: Page {
  let title: String
  let lede: String
  let trail: [Components.Link]
  let summary: CostWorking
  let details: [CostWorking]
  let hint: String?

  var part: Part? { .map }

  static var examples: [WorkingPage] {
    [
      WorkingPage(
        title: "How this figure came about", lede: "Year 1 · 7 September to 18 December 2026",
        trail: [Components.Link("School map", "/schools/100001/map")],
        summary: CostWorking(
          "What was added up",
          lines: [
            CostWorking.Line("Narrative group: Mrs Lowe (Teaching assistant)", working: "7 h", "£80.27"),
            CostWorking.Line("Narrative group: picture cards", "£12.50"),
          ], total: CostWorking.Line("Total", "£92.77")),
        details: [],
        hint: "Rates are shown to finance only. Hours and amounts together hint at pay: please treat them with care.")
    ]
  }
}

extension WorkingPage {
  var body: HTML {
    """
    \(PageHeader(title, lede: lede))\(summary)\(each: details, { $0.html })\(if: hint, { InsetText("<p>\($0)</p>").html })
    """
  }
}

enum WorkingPages {
  /// `GET /schools/{urn}/map/working`: the figure of a heading, a group, a column, or all of the map.
  static func show(_ visit: Visit) async throws -> Response {
    let (school, viewer) = (visit.here, visit.viewer)
    let column = visit.query("column").flatMap(SchoolMap.Column.init(key:))
    let group = visit.query("group").flatMap { ID<Group>($0) }
    let (working, question, calendar) = try await visit.read { connection in
      let calendar = try SchoolCalendars.load(school.id, connection)
      let question = try visit.mapQuestion(calendar)
      let working = try SchoolMaps(viewer, connection)
        .working(question, column: column, group: group, of: school, calendar: calendar)
      return (working, question, calendar)
    }
    guard !working.lines.isEmpty else {
      throw Refusal.notFound("There is nothing behind this figure, or it is not yours to see.")
    }
    return visit.page(
      WorkingPage(
        working, question: question, column: column, school: school, showsRates: viewer.may(.see, .rates),
        calendar: calendar,
        today: visit.today))
  }
}

extension WorkingPage {
  init(
    _ working: MapWorking, question: MapQuestion, column: SchoolMap.Column?, school: School, showsRates: Bool,
    calendar: SchoolCalendar, today: Day
  ) {
    title = "How this figure came about"
    let place = column?.name ?? "All columns"
    lede = "\(place) · \(MapWords.lede(question, calendar, today: today))"
    let here = MapAddress(school: school, question: question)
    trail = [Components.Link("School map", here.at(Way.map(school)))]
    summary = CostWorking(
      "What was added up",
      lines: working.lines.map { line in
        CostWorking.Line(
          "\(line.group.name): \(line.source)", working: WorkingPage.words(line),
          line.line.isPriced ? line.part.words : "not priced")
      },
      total: CostWorking.Line(
        "Total", working.unpriced > 0 ? "\(working.total.words) + not priced" : working.total.words),
      notes: working.lines.contains { !$0.isWhole }
        ? ["Only the part of each line that stands in this figure is counted; the rest stands in other columns."] : [])
    let groups = Set(working.lines.map(\.group.id))
    details =
      groups.count == 1 && !working.lines[0].isMasked
      ? working.lines.map { WorkingPage.detail($0, column, showsRates: showsRates) } : []
    hint =
      showsRates
      ? nil : "Rates are shown to finance only. Hours and amounts together hint at pay: please treat them with care."
  }

  private static func words(_ line: MapWorking.Line) -> String? {
    guard case .adult = line.line.source else {
      return line.isWhole ? nil : "a part of \(line.line.pence?.words ?? "it")"
    }
    let time = StaffTime.words(minutes: line.minutes)
    return line.isWhole ? time : "\(time) of \(StaffTime.words(minutes: line.line.minutes))"
  }

  private static func detail(_ line: MapWorking.Line, _ column: SchoolMap.Column?, showsRates: Bool) -> CostWorking {
    let part = column.map { column in
      (name: "In \(column.name)", contains: { (share: CostLine.Share) in column.contains(share.year) })
    }
    let working = line.line.working(
      title: "\(line.group.name): \(line.source)", showsRates: showsRates, part: line.isWhole ? nil : part)
    return CostWorking(
      working.title, lines: working.lines.map { CostWorking.Line($0.label, $0.figure.words) },
      total: CostWorking.Line(working.total.label, working.total.figure.words))
  }
}
