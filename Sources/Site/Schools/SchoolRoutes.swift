import Domain
import Hummingbird
import Store

/// A school's own pages.
enum SchoolRoutes {
  static func routes(_ routes: inout Routes) {
    routes.get("/schools/{urn}", .anyoneInSchool, today)
    SettingsRoutes.routes(&routes)
  }

  private static func today(_ visit: Visit) async throws -> Response {
    let (school, viewer, today) = (visit.here, visit.viewer, visit.today)
    let facts = try await visit.read { try TodayFacts(of: school, viewer, on: today, $0) }
    return visit.page(TodayPage(facts, of: school, viewer, on: today))
  }
}

/// Every page about the school, for the gallery and the tests that look at all of them.
enum SchoolPages {
  static let all: [any Page.Type] = [TodayPage.self, SettingsPage.self]
}
