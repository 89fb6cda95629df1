import Domain
import Hummingbird
import Markup
import Store

/// An area's map, what is drawn from it, and what anybody may see of it.
enum AreaMapRoutes {
  static func routes(_ routes: inout Routes) {
    routes.get("/areas/{area}/map", .area(.see, .map), AreaMapPage.show)
    routes.get("/areas/{area}/map/cells/{strand}/{level}", .area(.see, .map), AreaCellPage.show)
    routes.get("/areas/{area}/map/then-and-now", .area(.see, .map), ThenAndNowPage.show)
    routes.get("/areas/{area}/map/localities", .area(.see, .map), AreaPlacesPage.show)
    routes.get("/areas/{area}/gaps", .area(.see, .map), AreaGapsPage.show)
    routes.get("/areas/{area}/public", .anyone, AreaPublicPage.show)
    AreaMapFiles.routes(&routes)
  }

  /// For the gallery and the tests that look at all of them.
  static let pages: [any Page.Type] = [
    AreaMapPage.self, AreaCellPage.self, ThenAndNowPage.self, AreaPlacesPage.self, AreaGapsPage.self,
    AreaPublicPage.self,
  ]
}
