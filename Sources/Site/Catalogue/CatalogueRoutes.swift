import Domain
import Hummingbird
import Store

/// The catalogue: what the school could reasonably provide.
enum CatalogueRoutes {
  private static let list = "/schools/{urn}/catalogue"

  static func routes(_ routes: inout Routes) {
    routes.get(list, .school(.see, .catalogue), show)
    routes.get("\(list)/headings", .school(.do, .catalogue), HeadingActs.show)
    routes.post("\(list)/headings", .school(.do, .catalogue), HeadingActs.add)
    routes.post("\(list)/headings/{heading}", .school(.do, .catalogue), HeadingActs.rename)
    routes.post("\(list)/headings/{heading}/move", .school(.do, .catalogue), HeadingActs.move)
    routes.post("\(list)/headings/{heading}/removal", .school(.do, .catalogue), HeadingActs.remove)
    routes.get("\(list)/types/new", .school(.do, .catalogue), TypeActs.new)
    routes.post("\(list)/types/new", .school(.do, .catalogue), TypeActs.add)
    routes.get("\(list)/types/{type}", .school(.see, .catalogue), TypePage.show)
    routes.get("\(list)/types/{type}/change", .school(.do, .catalogue), TypeActs.show)
    routes.post("\(list)/types/{type}/change", .school(.do, .catalogue), TypeActs.change)
    routes.post("\(list)/types/{type}/archive", .school(.do, .catalogue), TypeActs.archive)
  }

  /// `GET …/catalogue`
  static func show(_ visit: Visit) async throws -> Response {
    let (viewer, showsArchived) = (visit.viewer, visit.query("archived") != nil)
    let (headings, types) = try await visit.read { connection in
      let catalogue = Catalogue(viewer, connection)
      return (try catalogue.headings(), try catalogue.types(withArchived: true))
    }
    return visit.page(
      CataloguePage(headings, types, showsArchived: showsArchived, viewer: viewer, school: visit.here))
  }
}

/// Every page of the catalogue, for the gallery and the tests that look at all of them.
enum CataloguePages {
  static let all: [any Page.Type] = [CataloguePage.self, HeadingsPage.self, TypePage.self]
}
