import Components
import Domain
import Foundation
import Hummingbird
import Markup
import SQL
import Security
import Store

extension Visit {
  /// Opens the door or says why not, then lets the handler answer; whatever goes wrong becomes a page with a sentence.
  static func answer(_ request: Request, _ context: SiteContext, route: Route, site: Site) async -> Response {
    do {
      let visit = try await arrive(request, context, route: route, site: site)
      if let turnedAway = try await visit.turnedAway(at: route) { return turnedAway }
      do {
        return visit.withCookie(try await route.handler(visit))
      } catch {
        return visit.withCookie(Problems.response(error, visit: visit))
      }
    } catch {
      return Problems.response(error, site: site, request: request)
    }
  }

  private static func arrive(_ request: Request, _ context: SiteContext, route: Route, site: Site) async throws -> Visit
  {
    let presented = request.cookies[Cookies.name(site)].flatMap { Token(printed: $0.value) }
    let urn = route.path.hasPrefix("/schools/{urn}") ? context.parameters.get("urn") : nil
    let now = site.clock()
    let today = site.settings.day(of: now)
    let tokenHash = presented?.hash ?? ""
    let asksSession = presented != nil && !route.path.hasPrefix(PublicFiles.folder)
    let (session, school) = try await site.database.read { connection -> (OpenSession?, School?) in
      let session =
        asksSession ? try Sessions.open(tokenHash: tokenHash, on: today, connection) : nil
      let school = session == nil ? nil : try urn.flatMap { try Schools.withURN($0, connection) }
      return (session, school)
    }
    if let session, now.timeIntervalSince(session.lastSeenAt) > 60 {
      try await site.database.write(keeper: session.account.text) { try Sessions.seen(tokenHash: tokenHash, $0) }
    }
    let form = request.method == .post ? try await SentForm.read(request) : SentForm()
    return Visit(
      site: site, request: request, parameters: context.parameters,
      remoteAddress: Proxies.visitor(request, peer: context.peer, trusted: site.settings.trustedProxies),
      token: presented ?? Token(), isNewToken: presented == nil, session: session,
      school: school.flatMap { session?.viewer(in: $0.id) == nil ? nil : $0 }, form: form, now: now)
  }

  /// The answer for a visitor whom the door does not let in; nil lets them in.
  private func turnedAway(at route: Route) async throws -> Response? {
    switch route.door {
    case .anyone: break
    case .demonstration:
      let settings = site.settings
      guard settings.offersDemonstration, try await read({ try Demonstration.isOpen($0) }) else {
        throw Refusal.notFound()
      }
    case .halfSignedIn:
      guard session != nil else { return try await toSignIn() }
    case .signedIn, .school, .anyoneInSchool:
      guard let session else { return try await toSignIn() }
      if session.needsSecondFactor && session.secondFactorAt == nil { return try await toSecondFactor() }
    }
    switch route.door {
    case .school(let act, let noun):
      guard school != nil else { throw Refusal.notFound() }
      guard viewer.may(act, noun) else { throw Refusal.refused() }
    case .anyoneInSchool:
      guard school != nil else { throw Refusal.notFound() }
    default: break
    }
    if request.method == .post {
      guard constantTimeEquals(form[Components.Form.tokenName] ?? "", formToken), isFromHere else {
        throw Refusal.refused(
          "This form had gone stale or came from another site. Please go back, reload the page and send it again.")
      }
    }
    return nil
  }

  /// Browsers say where a form comes from; another site's is refused even with the right token.
  private var isFromHere: Bool {
    let site = request.headers[.init("Sec-Fetch-Site")!]
    return site == nil || site == "same-origin" || site == "none"
  }
}

/// Where a proxy that we trust says that a visitor comes from.
enum Proxies {
  static func visitor(_ request: Request, peer: String?, trusted: [String]) -> String {
    guard let peer else { return "unknown" }
    guard trusted.contains(peer), let forwarded = request.headers[.init("X-Forwarded-For")!] else { return peer }
    let hops = forwarded.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    return hops.last { !trusted.contains($0) } ?? peer
  }
}
