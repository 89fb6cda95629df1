import Components
import Documents
import Domain
import Formats
import Hummingbird
import Logging
import Markup
import Store

/// One pupil's part of the map, on the page and on paper.
enum PupilMaps {
  static func routes(_ routes: inout Routes) {
    routes.get("/schools/{urn}/pupils/{pupil}/map", .school(.see, .pupils), show)
    routes.get("/schools/{urn}/pupils/{pupil}/map.pdf", .school(.see, .pupils), print)
  }

  /// `GET /schools/{urn}/pupils/{pupil}/map`. As opening the pupil's record does, it leaves a line of history.
  private static func show(_ visit: Visit) async throws -> Response {
    let (school, viewer, today) = (visit.here, visit.viewer, visit.today)
    let found = try await find(visit)
    let id = found.costs.pupil.id
    let here = MapAddress(school: school, question: found.costs.question, today: today)
    if visit.query("days") != nil { return visit.redirect(to: here.at(Way.pupilMap(id, school))) }
    let page = PupilMapPage(found.costs, viewer: viewer, school: school, calendar: found.calendar, today: today)
    if try await visit.read({ try !Pupils(viewer, $0).isOpeningNoted(id) }) {
      try await visit.write { try Pupils(viewer, $0).noteOpening(id) }
    }
    return visit.page(page)
  }

  /// `GET /schools/{urn}/pupils/{pupil}/map.pdf`
  private static func print(_ visit: Visit) async throws -> Response {
    let (viewer, costs) = (visit.viewer, try await find(visit))
    guard let typst = visit.site.settings.typst else {
      throw Refusal.unavailable(
        "The tool that makes PDFs is not on this server. The operator can install it with script/setup.")
    }
    let sheet = PupilSheet(
      costs.costs, school: visit.here, calendar: costs.calendar, today: visit.today,
      showsCosts: viewer.may(.see, .costs))
    let pdf: PDF
    do {
      pdf = try await PupilPaper(sheet, moment: visit.now).pdf(typst)
    } catch let error as FormatError {
      visit.site.log.error("a pupil's sheet could not be made")
      throw Refusal.unavailable(error.sentence)
    }
    try await visit.write { try SchoolMaps(viewer, $0).recordExport(of: costs.costs, as: "pdf") }
    return visit.file(pdf.bytes, name: "provision-of-a-pupil.pdf", type: "application/pdf", isInline: true)
  }

  private static func find(_ visit: Visit) async throws -> (costs: PupilCosts, calendar: SchoolCalendar) {
    let (school, viewer) = (visit.here, visit.viewer)
    let id = try visit.id("pupil", Pupil.self)
    try viewer.must(.see, .groups)
    let found = try await visit.read { connection -> (costs: PupilCosts?, calendar: SchoolCalendar) in
      let calendar = try SchoolCalendars.load(school.id, connection)
      var question = MapQuestion(try visit.mapQuestion(calendar).days)
      question.pupils = [id]
      return (try SchoolMaps(viewer, connection).costs(of: id, question, at: school), calendar)
    }
    guard let costs = found.costs else { throw Refusal.notFound() }
    return (costs, found.calendar)
  }
}

extension PupilMapPage {
  init(_ costs: PupilCosts, viewer: Viewer, school: School, calendar: SchoolCalendar, today: Day) {
    let showsCosts = viewer.may(.see, .costs)
    let (id, question) = (costs.pupil.id, costs.question)
    sheet = PupilSheet(costs, school: school, calendar: calendar, today: today, showsCosts: showsCosts)
    trail = viewer.may(.see, .map) ? [Components.Link("School map", Way.map(school))] : []
    address = Way.pupilMap(id, school)
    dayGroups = MapFilter.days(calendar, today).filter { $0.label != MapFilter.otherDays }
    days = MapFilter.value(of: question, calendar, today)
    let here = MapAddress(school: school, question: question, today: today)
    let working = here.at("\(Way.map(school))/working" as Address)
    self.working = showsCosts && !costs.groups.isEmpty ? working : nil
    actions = [
      Components.Link("Print on A4 (PDF)", here.at("\(Way.pupilMap(id, school)).pdf")),
      Components.Link("The pupil’s record", Way.pupil(id, school)),
    ]
    ways = costs.groups.map { provided in
      RowWay(
        group: Way.group(provided.group.id, school),
        working: showsCosts && (!provided.lines.isEmpty || provided.unledFrom != nil)
          ? working.asking("group", provided.group.id.text) : nil)
    }
  }
}
