import Domain
package import Hummingbird

/// What a route does with a visit.
typealias Handler = @Sendable (Visit) async throws -> Response

/// One way in: method, address pattern, door.
package struct Route: Sendable {
  package let method: HTTPRequest.Method
  /// As `/schools/{urn}/pupils/{pupil}`.
  package let path: String
  package let door: Door
  /// Whether its handler says itself that a form was too large to be read, on the form's own page.
  let takesTooLarge: Bool
  let handler: Handler
}

/// Every route of the site. The walk of the tests goes through this list, so that a new route is walked by itself.
package struct Routes: Sendable {
  package private(set) var all: [Route] = []

  /// A page: reads only.
  mutating func get(_ path: String, _ door: Door, _ handler: @escaping Handler) {
    all.append(Route(method: .get, path: path, door: door, takesTooLarge: false, handler: handler))
  }

  /// An act: the form's token is checked before `handler` sees it.
  mutating func post(_ path: String, _ door: Door, takesTooLarge: Bool = false, _ handler: @escaping Handler) {
    all.append(Route(method: .post, path: path, door: door, takesTooLarge: takesTooLarge, handler: handler))
  }

  func router(for site: Site) -> Router<SiteContext> {
    let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: SecurityHeaders(isSecure: site.settings.isSecure))
    router.add(middleware: UnknownAddress(site: site))
    for route in all {
      router.on(RouterPath(route.path), method: route.method) { request, context in
        await Visit.answer(request, context, route: route, site: site)
      }
    }
    return router
  }
}

/// Addresses that no route knows get the same page as records that are not there.
struct UnknownAddress: RouterMiddleware {
  let site: Site

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound || error.status == .methodNotAllowed {
      return Problems.response(Refusal.notFound(), status: error.status, site: site)
    }
  }
}
