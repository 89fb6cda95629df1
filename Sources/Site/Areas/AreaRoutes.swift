import Domain
import Hummingbird
import Markup
import Store

/// Areas: their public front, and the pages of those who take part.
enum AreaRoutes {
  static let one = "/areas/{area}"

  static func routes(_ routes: inout Routes) {
    routes.get("/areas", .anyone, AreasPage.show)
    routes.get(one, .anyone, AreaFrontPage.show)
    JoiningRoutes.routes(&routes)
    PeopleRoutes.routes(&routes)
    SurveyRoutes.routes(&routes)
    ProjectRoutes.routes(&routes)
    EntryRoutes.routes(&routes)
    AreaMapRoutes.routes(&routes)
  }
}

/// Every page of areas, for the gallery and the tests that look at all of them.
enum AreaPages {
  static let all: [any Page.Type] =
    [AreasPage.self, AreaFrontPage.self] + JoiningRoutes.pages + PeopleRoutes.pages + SurveyRoutes.pages
    + ProjectPages.all + EntryPages.all + AreaMapRoutes.pages
}
