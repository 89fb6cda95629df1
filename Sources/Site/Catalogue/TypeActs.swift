import Components
import Domain
import Hummingbird
import Store

/// The acts on types of provision.
enum TypeActs {
  /// `GET …/catalogue/types/new`
  static func new(_ visit: Visit) async throws -> Response {
    var form = TypeForm()
    form.heading = visit.query("heading") ?? ""
    return visit.page(try await page(visit, new: form))
  }

  /// `POST …/catalogue/types/new`
  static func add(_ visit: Visit) async throws -> Response {
    let form = TypeForm(visit.form)
    return try await visit.answering {
      let (heading, details) = try form.read()
      let id = try await visit.write {
        try Catalogue(visit.viewer, $0).addType(form.name, under: heading, details, id: visit.newID())
      }
      return visit.redirect(to: Way.type(id, visit.here), saying: .added)
    } again: {
      try await page(visit, new: form, refusals: $0)
    }
  }

  /// `GET …/catalogue/types/{type}/change`
  static func show(_ visit: Visit) async throws -> Response {
    let id = try visit.id("type", ProvisionType.self)
    return visit.page(try await page(visit, id, nil))
  }

  /// `POST …/catalogue/types/{type}/change`
  static func change(_ visit: Visit) async throws -> Response {
    let id = try visit.id("type", ProvisionType.self)
    let form = TypeForm(visit.form)
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    return try await visit.answering {
      let (heading, details) = try form.read()
      try await visit.write {
        try Catalogue(visit.viewer, $0)
          .changeType(id, name: form.name, heading: heading, details, version: version)
      }
      return visit.redirect(to: Way.type(id, visit.here), saying: .saved)
    } again: { refusals in
      try await page(visit, id, form, version: version, refusals)
    }
  }

  /// `POST …/catalogue/types/{type}/archive`: no longer offered, or offered again.
  static func archive(_ visit: Visit) async throws -> Response {
    let id = try visit.id("type", ProvisionType.self)
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    let isArchived = visit.form["archived"] != "no"
    try await visit.write { try Catalogue(visit.viewer, $0).archiveType(id, isArchived, version: version) }
    return visit.redirect(to: Way.type(id, visit.here), saying: .saved)
  }

  private static func page(
    _ visit: Visit, new form: TypeForm, refusals: Refusals = .none
  ) async throws -> FormPage {
    let headings = try await visit.read { try Catalogue(visit.viewer, $0).headings() }
    return page(
      nil, form, headings: headings, viewer: visit.viewer, school: visit.here, newID: visit.newID(),
      token: visit.formToken, refusals: refusals)
  }

  private static func page(
    _ visit: Visit, _ id: ID<ProvisionType>, _ form: TypeForm?, version: Int? = nil, _ refusals: Refusals = .none
  ) async throws -> FormPage {
    let (type, headings) = try await visit.read { connection in
      let catalogue = Catalogue(visit.viewer, connection)
      return (try catalogue.type(id), try catalogue.headings())
    }
    return page(
      type, form ?? TypeForm(type), headings: headings, viewer: visit.viewer, school: visit.here,
      token: visit.formToken, version: version, refusals: refusals)
  }

  /// To add a type, or to change `type`. `version`: the one that the form showed. Refused for a conflict, it carries the one
  /// that stands there now, so that sending it again is an answer.
  static func page(
    _ type: ProvisionType?, _ form: TypeForm, headings: [Heading], viewer: Viewer, school: School,
    newID: ID<ProvisionType>? = nil, token: String, version: Int? = nil, refusals: Refusals = .none
  ) -> FormPage {
    let catalogue = [Link(school.name, Way.school(school)), Link("Catalogue", Way.catalogue(school))]
    return FormPage(
      title: type.map { "Change “\($0.name)”" } ?? "Add a provision",
      trail: catalogue + (type.map { [Link($0.name, Way.type($0.id, school))] } ?? []), part: .catalogue,
      address: type.map { Way.changeType($0.id, school) } ?? Way.newType(school), token: token,
      version: refusals.isConflict ? type?.version : version ?? type?.version,
      newID: newID?.text,
      fields: form.fields(headings, mayHide: viewer.may(.do, .confidential), refusals), button: "Save this provision",
      cancel: type.map { Way.type($0.id, school) } ?? Way.catalogue(school), refusals: refusals,
      compared: refusals.isConflict ? type.map { form.compared(with: TypeForm($0), headings) } ?? [] : [])
  }
}
