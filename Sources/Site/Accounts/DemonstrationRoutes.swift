import Domain
import Hummingbird
import SQL
import Store

/// The doors of the demonstration: each role in one click, while nothing but the demonstration is kept.
enum DemonstrationRoutes {
  static func routes(_ routes: inout Routes) {
    routes.post("/demonstration/{role}", .demonstration, enter)
  }

  /// `POST /demonstration/{role}`: into the first school, or the one whose URN is sent as `school`.
  private static func enter(_ visit: Visit) async throws -> Response {
    guard let role = visit.parameter("role").flatMap(Role.init(rawValue:)) else { throw Refusal.notFound() }
    let (today, urn) = (visit.today, visit.form["school"] ?? "")
    let ways = try await visit.read { try Demonstration.ways(on: today, $0) }
    guard let way = ways.first(where: { $0.role == role && (urn.isEmpty || $0.urn == urn) }) else {
      throw Refusal.notFound()
    }
    return try await visit.startSession(for: way.account, isDemonstration: true, then: Way.home)
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
