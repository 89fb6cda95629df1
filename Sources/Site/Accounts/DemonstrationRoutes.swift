import Components
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

  /// One of the sentences of `DemonstrationWords`, for the form whose sending would close the doors; nil where they are
  /// closed.
  func warning(_ words: String) async throws -> String? { try await wouldCloseDemonstration() ? words : nil }

  /// What is answered to who came in by a door and has just closed it: they are signed out by it, and are told here instead
  /// of at a sign-in page that would say nothing.
  func afterDoors(_ response: Response) async throws -> Response {
    guard request.method == .post, response.status == .seeOther, session?.isDemonstration == true,
      try await !wouldCloseDemonstration()
    else { return response }
    return page(DoorsClosedPage())
  }
}

enum DemonstrationWords {
  private static let soFar = "This is a demonstration so far: anybody can come in by one click, and read what is typed."
  private static let forGood =
    "closes these doors for good, and signs out everybody who came in by them. Groups, the catalogue, the calendar and the "
    + "map can be tried freely."

  static let person = "\(soFar) Somebody who is typed in may be real: saving this \(forGood)"
  static let details = "\(soFar) Another name may be a real person’s: saving one \(forGood)"
  static let invitation =
    "\(soFar) An invitation is for somebody real: making one \(forGood) The link is the only way in then."
  static let closed =
    "The demonstration’s one-click doors are closed now, and you are signed out. Sign in with an account of your own; "
    + "whoever runs Trellis makes the first one with trellis account add."
}

/// Said to whoever came in by a door of the demonstration and has closed it.
struct DoorsClosedPage: Page {
  let title = "Saved, and the doors are closed"

  var body: HTML {
    """
    \(PageHeader(title))<p class="lede">\(DemonstrationWords.closed)</p>\(LinkButton("Sign in", Way.signIn))
    """
  }

  static var examples: [DoorsClosedPage] { [DoorsClosedPage()] }
}
