import Domain
import Hummingbird
import Markup
import SQL
import Store

/// The doors of the demonstration: each role in one click, while nothing but the demonstration is kept.
enum DemonstrationRoutes {
  static func routes(_ routes: inout Routes) {
    routes.post("/demonstration/{role}", .demonstration, enter)
  }

  /// `POST /demonstration/{role}`: into the first school or area in which somebody has the role, or the one whose URN or
  /// address is sent as `place`.
  private static func enter(_ visit: Visit) async throws -> Response {
    let (role, place) = (visit.parameter("role") ?? "", visit.form["place"] ?? "")
    let today = visit.today
    let way = try await visit.read { connection -> (account: ID<Account>, there: Address)? in
      if let role = Role(rawValue: role) {
        let ways = try Demonstration.ways(on: today, connection)
        return ways.first { $0.role == role && (place.isEmpty || $0.urn == place) }
          .map { (account: $0.account, there: Way.school(urn: $0.urn)) }
      }
      let ways = try Demonstration.areaWays(on: today, connection)
      return ways.first { $0.role.rawValue == role && (place.isEmpty || $0.address == place) }
        .map { (account: $0.account, there: Way.areaDesk($0.address)) }
    }
    guard let way else { throw Refusal.notFound() }
    return try await visit.startSession(for: way.account, isDemonstration: true, then: way.there)
  }
}

extension Visit {
  /// Whether what is about to be written would close the demonstration's doors: then the page says so first.
  func wouldCloseDemonstration() async throws -> Bool {
    try await read { try Demonstration.isOpen($0) }
  }
}

enum DemonstrationWords {
  static let takingUp =
    "This is a demonstration so far: anybody can come in by one click. Taking up this invitation closes these doors for "
    + "good, and signs out everybody who came in by them."
  static let handedOver =
    "The demonstration sends no mail. Whoever takes this invitation up closes its one-click doors for good, and is told so "
    + "before."
  static let shared =
    "Many people share this account of the demonstration, so it takes up no invitation. Ask for one to an address of your "
    + "own."
}
