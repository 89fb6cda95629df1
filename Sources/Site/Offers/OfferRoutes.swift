import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// From a school's own map to the areas in which it takes part, and back.
enum OfferRoutes {
  static let list = "/schools/{urn}/areas"
  static let one = "\(list)/{area}"

  static func routes(_ routes: inout Routes) {
    let door = Door.school(.do, .groups)
    routes.get(list, door, SchoolAreasPage.show)
    routes.get(one, door, show)
    routes.post("\(one)/preview", door, preview)
    routes.post("\(one)/offers", door, offer)
    routes.get("\(one)/suggestions", door, SuggestionsPage.show)
  }

  /// The area that the address names, in which the visitor takes part for this school.
  static func desk(_ visit: Visit) throws -> OpenSession.AreaDesk {
    let address = visit.parameter("area")
    guard let desk = visit.session?.areaDesks.first(where: { $0.address == address }) else { throw Refusal.notFound() }
    return desk
  }

  /// Runs `work` over the school's offers to the area.
  static func reading<Value: Sendable>(
    _ visit: Visit, _ work: @escaping @Sendable (SchoolOffers) throws -> Value
  ) async throws -> Value {
    let (school, viewer, areaViewer) = (visit.here, visit.viewer, try areaViewer(visit))
    return try await visit.read { try work(SchoolOffers(school, as: viewer, in: areaViewer, $0)) }
  }

  private static func areaViewer(_ visit: Visit) throws -> AreaViewer {
    let desk = try desk(visit)
    guard let viewer = visit.session?.areaViewer(in: desk.organisation) else { throw Refusal.notFound() }
    return viewer
  }

  private static func show(_ visit: Visit) async throws -> Response {
    let (desk, today) = (try desk(visit), visit.today)
    let table = try await reading(visit) { try $0.table(today: today) }
    return visit.page(OffersPage(table, of: visit.here, to: desk, token: visit.formToken))
  }

  /// What would be sent, word for word; nothing is written.
  private static func preview(_ visit: Visit) async throws -> Response {
    let (desk, today) = (try desk(visit), visit.today)
    let chosen = Set(visit.form.all("type").compactMap { ID<ProvisionType>($0) })
    let table = try await reading(visit) { try $0.table(today: today) }
    let proposals = table.proposals.filter { chosen.contains($0.offer.type.id) && $0.isOffered }
    guard !proposals.isEmpty else {
      let refusals = Refusals([.invalid("Tick what you want to offer: one at least.", field: "type")])
      return visit.page(
        OffersPage(table, of: visit.here, to: desk, token: visit.formToken, refusals: refusals),
        status: .unprocessableContent)
    }
    return visit.page(
      OfferPreviewPage(proposals, table, of: visit.here, to: desk, token: visit.formToken))
  }

  private static func offer(_ visit: Visit) async throws -> Response {
    let (school, viewer, areaViewer, today) = (visit.here, visit.viewer, try areaViewer(visit), visit.today)
    let desk = try desk(visit)
    let chosen = Set(visit.form.all("type").compactMap { ID<ProvisionType>($0) })
    let sent = try await visit.site.database.write(keeper: areaViewer.organisation.text) { connection in
      try SchoolOffers(school, as: viewer, in: areaViewer, connection).offer(chosen, today: today)
    }
    return visit.redirect(to: Way.offers(desk.address, school), saying: sent == 0 ? .offeredNothing : .offered)
  }
}

extension SchoolOffers.Proposal {
  /// Whether it can be chosen.
  var isOffered: Bool {
    switch state {
    case .new, .changed: true
    case .same, .waits: false
    }
  }
}

extension Way {
  static func schoolAreas(_ school: School) -> Address { "\(Way.school(school))/areas" }
  static func offers(_ area: String, _ school: School) -> Address { "\(schoolAreas(school))/\(segment: area)" }
  static func offerPreview(_ area: String, _ school: School) -> Address { "\(offers(area, school))/preview" }
  static func sendOffers(_ area: String, _ school: School) -> Address { "\(offers(area, school))/offers" }
  static func suggestions(_ area: String, _ school: School) -> Address { "\(offers(area, school))/suggestions" }
}

/// Every page of offers, for the gallery and the tests that look at all of them.
enum OfferPages {
  static let all: [any Page.Type] = [
    SchoolAreasPage.self, OffersPage.self, OfferPreviewPage.self, SuggestionsPage.self,
  ]
}
