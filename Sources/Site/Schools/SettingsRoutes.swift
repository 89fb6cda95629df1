import Components
import Domain
import Hummingbird
import Markup
import Store

/// The school's details and its calendar.
enum SettingsRoutes {
  static let settings = "/schools/{urn}/settings"

  static func routes(_ routes: inout Routes) {
    routes.get(settings, .school(.see, .school)) { $0.page(try await page($0)) }
    routes.get("\(settings)/details", .school(.do, .school), showDetails)
    routes.post("\(settings)/details", .school(.do, .school), changeDetails)
    routes.post("\(settings)/calendar/years", .school(.do, .school), addYear)
    routes.post("\(settings)/calendar/checked", .school(.do, .school), markChecked)
    CalendarRoutes.routes(&routes)
  }

  private static func page(_ visit: Visit, _ refusals: Refusals = Refusals()) async throws -> SettingsPage {
    let viewer = visit.viewer
    let calendar = try await visit.read { try KeptCalendar(viewer, $0) }
    return SettingsPage(
      visit.here, calendar, today: visit.today, mayChange: viewer.may(.do, .school),
      members: viewer.may(.see, .members) ? Way.members(visit.here) : nil, token: visit.formToken, refusals: refusals)
  }

  private static func showDetails(_ visit: Visit) async throws -> Response {
    visit.page(detailsPage(SchoolDetailsForm(visit.here), of: visit.here, token: visit.formToken))
  }

  private static func changeDetails(_ visit: Visit) async throws -> Response {
    let (form, viewer, school) = (SchoolDetailsForm(visit.form), visit.viewer, visit.here)
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    return try await visit.answering {
      let details = try form.details()
      try await visit.write { try Schools.change(to: details, version: version, by: viewer, $0) }
      return visit.redirect(to: Way.settings(school), saying: .saved)
    } again: { refusals in
      let now = try await visit.read { try Schools.withID(school.id, $0) } ?? school
      return detailsPage(form, of: now, token: visit.formToken, refusals: refusals)
    }
  }

  /// Refused for a conflict, it carries the version that stands there now, so that sending it again is an answer.
  static func detailsPage(
    _ form: SchoolDetailsForm, of school: School, token: String, refusals: Refusals = Refusals()
  ) -> FormPage {
    FormPage(
      title: "The school’s details", trail: trail(school), part: .school, address: Way.schoolDetails(school),
      token: token, version: school.version, fields: form.fields(refusals),
      button: "Save", cancel: Way.settings(school), refusals: refusals,
      compared: refusals.isConflict ? form.compared(with: SchoolDetailsForm(school)) : [])
  }

  private static func addYear(_ visit: Visit) async throws -> Response {
    let (viewer, year) = (visit.viewer, visit.form["year"].flatMap { Int($0) })
    return try await visit.answering {
      guard let year, (2000...2099).contains(year) else { throw Refusal.invalid("Choose a year.") }
      try await visit.write { try SchoolCalendars(viewer, $0).addStandard(AcademicYear(year)) }
      return visit.redirect(to: Way.settings(visit.here), saying: .added)
    } again: { refusals in
      // The year stands in a button, so there is no field to lead to.
      try await page(visit, Refusals(refusals.all.map { Refusal($0.kind, $0.sentence) }))
    }
  }

  private static func markChecked(_ visit: Visit) async throws -> Response {
    let viewer = visit.viewer
    try await visit.write { try SchoolCalendars(viewer, $0).markChecked() }
    return visit.redirect(to: Way.settings(visit.here), saying: .checked)
  }

  static func trail(_ school: School) -> [Components.Link] {
    [Link(school.name, Way.school(school)), Link("School and calendar", Way.settings(school))]
  }
}
