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
      do {
        if let turnedAway = try await visit.turnedAway(at: route) { return visit.withCookie(turnedAway) }
        if let refusal = visit.form.refusal, !route.takesTooLarge { throw refusal }
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
    let areaAddress = route.path.hasPrefix("/areas/{area}") ? context.parameters.get("area") : nil
    let now = site.clock()
    let today = site.settings.day(of: now)
    let tokenHash = presented?.hash ?? ""
    let offersDoors = site.settings.offersDemonstration
    var (session, school, area): (OpenSession?, School?, Area?) = (nil, nil, nil)
    if presented != nil || areaAddress != nil, !route.path.hasPrefix(PublicFiles.folder) {
      (session, school, area) = try await site.database.read { connection in
        let area = try areaAddress.flatMap { try Areas.withAddress($0, connection) }
        // One that came in by a door of the demonstration lasts as long as these are offered and open.
        guard let session = try Sessions.open(tokenHash: tokenHash, on: today, connection),
          try !session.isDemonstration || (offersDoors && Demonstration.isOpen(connection))
        else { return (nil, nil, area) }
        return (session, try urn.flatMap { try Schools.withURN($0, connection) }, area)
      }
    }
    if let session, now.timeIntervalSince(session.lastSeenAt) > 60 {
      try await site.database.write(keeper: session.account.text) { try Sessions.seen(tokenHash: tokenHash, $0) }
    }
    let form = request.method == .post ? try await SentForm.read(request) : SentForm()
    return Visit(
      site: site, request: request, parameters: context.parameters,
      remoteAddress: Proxies.visitor(request, peer: context.peer, trusted: site.settings.trustedProxies),
      token: presented ?? Token(), isNewToken: presented == nil, session: session,
      school: school.flatMap { session?.viewer(in: $0.id) == nil ? nil : $0 }, area: area, form: form, now: now)
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
    case .signedIn, .school, .anyoneInSchool, .area, .anyoneInArea:
      guard let session else { return try await toSignIn() }
      if session.awaitsSecondFactor { return try await toSecondFactor() }
    }
    switch route.door {
    case .school(let act, let noun):
      guard school != nil else { throw Refusal.notFound() }
      guard viewer.may(act, noun) else { throw Refusal.refused() }
    case .anyoneInSchool:
      guard school != nil else { throw Refusal.notFound() }
    case .area(let act, let noun):
      guard let viewer = area.flatMap({ session?.areaViewer(in: $0.id) }) else { throw Refusal.notFound() }
      guard viewer.may(act, noun) else { throw Refusal.refused() }
      if act == .do, noun == .entries, request.method != .post || isSentFromOwnPage,
        let terms = try await toTerms()
      {
        return terms
      }
    case .anyoneInArea:
      guard area.flatMap({ session?.areaViewer(in: $0.id) }) != nil else { throw Refusal.notFound() }
    default: break
    }
    if request.method == .post, !isSentFromOwnPage { return try answerToStaleForm() }
    return nil
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
