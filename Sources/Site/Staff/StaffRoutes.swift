import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// Who works in the school.
enum StaffRoutes {
  static let list = "/schools/{urn}/staff"
  static let one = "\(list)/{staff}"

  static func routes(_ routes: inout Routes) {
    routes.get(list, .school(.see, .staff), show)
    routes.get("\(list)/new", .school(.do, .staff), showNew)
    routes.post("\(list)/new", .school(.do, .staff), add)
    PayRoleRoutes.routes(&routes)
    routes.get(one, .school(.see, .staff), showOne)
    routes.get("\(one)/details", .school(.do, .staff), showDetails)
    routes.post("\(one)/details", .school(.do, .staff), correct)
    StaffActs.routes(&routes)
    HeldRoleRoutes.routes(&routes)
    RateRoutes.routes(&routes)
  }

  private static func show(_ visit: Visit) async throws -> Response {
    let (viewer, today) = (visit.viewer, visit.today)
    let facts = try await visit.read { try StaffFacts(viewer, on: today, $0) }
    return visit.page(StaffPage(facts, of: visit.here, viewer, on: today))
  }

  private static func showOne(_ visit: Visit) async throws -> Response {
    let (id, viewer, school) = (try visit.id("staff", StaffMember.self), visit.viewer, visit.here)
    let (today, token) = (visit.today, visit.formToken)
    return visit.page(
      try await visit.read { try StaffMemberPage.find(id, in: school, viewer, on: today, token: token, $0) })
  }

  // MARK: Adding

  private static func showNew(_ visit: Visit) async throws -> Response {
    let viewer = visit.viewer
    let roles = try await visit.read { try Staff(viewer, $0).roles() }
    return visit.page(
      newPage(StaffForm(today: visit.today), roles, visit.here, newID: visit.newID(), token: visit.formToken))
  }

  private static func add(_ visit: Visit) async throws -> Response {
    let (form, viewer) = (StaffForm(visit.form), visit.viewer)
    return try await visit.answering {
      let (details, role) = try form.newcomer()
      let id = try await visit.write { try Staff(viewer, $0).add(details, as: role, id: visit.newID()) }
      return visit.redirect(to: Way.staffMember(id, visit.here), saying: .added)
    } again: { refusals in
      let roles = try await visit.read { try Staff(viewer, $0).roles() }
      return newPage(form, roles, visit.here, newID: visit.newID(), token: visit.formToken, refusals: refusals)
    }
  }

  static func newPage(
    _ form: StaffForm, _ roles: [PayRole], _ school: School, newID: ID<StaffMember>, token: String,
    refusals: Refusals = Refusals()
  ) -> FormPage {
    FormPage(
      title: "Add somebody", lede: "A name and a role are enough.", trail: StaffWording.trail(school), part: .staff,
      address: Way.newStaff(school), token: token, newID: newID.text, fields: form.fields(newRoles: roles, refusals),
      button: "Add",
      cancel: Way.staff(school), refusals: refusals)
  }

  // MARK: Correcting

  private static func showDetails(_ visit: Visit) async throws -> Response {
    let (member, _) = try await found(visit)
    return visit.page(detailsPage(StaffForm(member), member, visit.here, token: visit.formToken))
  }

  private static func correct(_ visit: Visit) async throws -> Response {
    let (form, viewer, id) = (StaffForm(visit.form), visit.viewer, try visit.id("staff", StaffMember.self))
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    return try await visit.answering {
      let details = try form.details()
      try await visit.write { try Staff(viewer, $0).correct(id, details, version: version) }
      return visit.redirect(to: Way.staffMember(id, visit.here), saying: .corrected)
    } again: { refusals in
      let (member, _) = try await found(visit)
      return detailsPage(form, member, visit.here, token: visit.formToken, version: version, refusals: refusals)
    }
  }

  /// Refused for a conflict, it carries the version that stands there now, so that sending it again is an answer.
  static func detailsPage(
    _ form: StaffForm, _ member: StaffMember, _ school: School, token: String, version: Int? = nil,
    refusals: Refusals = Refusals()
  ) -> FormPage {
    let shown = refusals.isConflict ? member.version : version ?? member.version
    return FormPage(
      title: "Correct what is said of \(member.name)", trail: StaffWording.trail(school, member), part: .staff,
      address: Way.staffMember(member.id, .details, school), token: token,
      version: shown, fields: form.fields(newRoles: nil, refusals),
      button: "Save", cancel: Way.staffMember(member.id, school), refusals: refusals,
      compared: refusals.isConflict ? form.compared(with: StaffForm(member)) : [])
  }

  /// The member that the address names, with the roles to choose from.
  static func found(_ visit: Visit) async throws -> (StaffMember, [PayRole]) {
    let (id, viewer) = (try visit.id("staff", StaffMember.self), visit.viewer)
    return try await visit.read { connection in
      guard let member = try Staff(viewer, connection).find(id) else { throw Refusal.notFound() }
      return (member, try Staff(viewer, connection).roles())
    }
  }
}

/// Every page about staff and rates, for the gallery and the tests that look at all of them.
enum StaffPages {
  static let all: [any Page.Type] = [
    StaffPage.self, StaffMemberPage.self, RatesPage.self, RatePage.self, ContractPage.self,
  ]
}
