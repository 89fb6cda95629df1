import HTTPTypes
import Hummingbird

/// On every answer: nothing inline, nothing from elsewhere, no frames, no referrer, nothing kept by caches unless an answer
/// says otherwise (OWASP ASVS 5.0, 3.4).
struct SecurityHeaders: RouterMiddleware {
  let isSecure: Bool

  private static let policy = """
    default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; \
    frame-ancestors 'none'; base-uri 'none'
    """

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    response.headers[.contentSecurityPolicy] = Self.policy
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.init("Referrer-Policy")!] = "no-referrer"
    response.headers[.init("Cross-Origin-Opener-Policy")!] = "same-origin"
    response.headers[.init("Cross-Origin-Resource-Policy")!] = "same-origin"
    response.headers[.init("Permissions-Policy")!] = "camera=(), geolocation=(), microphone=()"
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
    return response
  }
}
