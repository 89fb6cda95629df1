import Domain
import Hummingbird
import Logging
import SQL
import Store

/// Help, and a word for whoever watches over the program.
enum HelpRoutes {
  static func routes(_ routes: inout Routes) {
    routes.get("/help", .anyone) { $0.page(HelpPage(contact: $0.site.settings.contact)) }
    routes.get("/help/areas", .anyone) { $0.page(AreaHelpPage(contact: $0.site.settings.contact)) }
    routes.get("/health", .anyone, health)
  }

  /// `ok` when the records can be reached, else 503: for load balancers and monitors.
  private static func health(_ visit: Visit) async throws -> Response {
    do {
      _ = try await visit.read { try Demonstration.isOpen($0) }
      return plain("ok\n", .ok)
    } catch {
      visit.site.log.error("health: \(error)")
      return plain("unavailable\n", .serviceUnavailable)
    }
  }

  private static func plain(_ text: String, _ status: HTTPResponse.Status) -> Response {
    Response(
      status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
      body: .init(byteBuffer: ByteBuffer(string: text)))
  }
}
