import Components
import Domain
import Foundation
import Hummingbird
import Logging
import Markup
import SQL
import Security

/// What is shown when something goes wrong: a sentence, what to do next, and for the unforeseen a reference that the log
/// has too. Nothing of the error itself, and no pupil's name.
struct ProblemPage: Page {
  let title: String
  let sentence: String
  let advice: String

  var body: HTML {
    """
    \(PageHeader(title))<p class="lede">\(sentence)</p><p>\(advice)</p><p><a href="\(Way.home)">To the first page</a></p>
    """
  }

  static var examples: [ProblemPage] {
    [ProblemPage(.notFound()), ProblemPage(.refused()), ProblemPage(reference: "7F3K-Q2M9")]
  }

  init(_ refusal: Refusal) {
    sentence = refusal.sentence
    switch refusal.kind {
    case .invalid: (title, advice) = ("That could not be taken", "Go back, change it and send it again.")
    case .notFound: (title, advice) = ("Page not found", "Check the address, or begin again from the first page.")
    case .refused: (title, advice) = ("Not allowed", "If you need it for your work, ask whoever gave you your account.")
    case .conflict: (title, advice) = ("Somebody else was quicker", "Go back and look at what stands there now.")
    case .unavailable: (title, advice) = ("Not just now", "Please try again in a few minutes. Nothing was lost.")
    }
  }

  init(reference: String) {
    title = "Something went wrong"
    sentence = "It is our fault, not yours, and nothing was half-written."
    advice = "Please try again. If it happens again, tell whoever runs Trellis for you this reference: \(reference)"
  }
}

enum Problems {
  /// The answer to an error behind a door.
  static func response(_ error: any Error, visit: Visit) -> Response {
    let (page, status) = described(error, site: visit.site, request: visit.request)
    return visit.page(page, status: status)
  }

  /// The answer to an error before a door was reached, or at it.
  static func response(
    _ error: any Error, status: HTTPResponse.Status? = nil, site: Site, request: Request? = nil
  ) -> Response {
    let (page, found) = described(error, site: site, request: request)
    return Response(
      status: status ?? found, headers: [.contentType: "text/html; charset=utf-8"],
      body: .init(byteBuffer: ByteBuffer(bytes: Frame.drawAlone(page).bytes)))
  }

  private static func described(
    _ error: any Error, site: Site, request: Request?
  ) -> (ProblemPage, HTTPResponse.Status) {
    switch error {
    case let refusal as Refusal: return (ProblemPage(refusal), status(of: refusal.kind))
    case let refusals as Refusals:
      let first = refusals.all.first ?? .invalid("Something in the form could not be taken.")
      return (ProblemPage(first), status(of: first.kind))
    case DatabaseError.unavailable, DatabaseError.tookTooLong:
      site.log.error("\(Problems.place(request)): \(error)")
      return (ProblemPage(.unavailable("Trellis cannot reach its records at the moment.")), .serviceUnavailable)
    default:
      let reference = Reference.new()
      site.log.error("\(reference) \(Problems.place(request)): \(String(reflecting: type(of: error))) \(error)")
      return (ProblemPage(reference: reference), .internalServerError)
    }
  }

  static func status(of kind: Refusal.Kind) -> HTTPResponse.Status {
    switch kind {
    case .invalid: .unprocessableContent
    case .notFound: .notFound
    case .refused: .forbidden
    case .conflict: .conflict
    case .unavailable: .serviceUnavailable
    }
  }

  /// For the log: method and path without its query. Paths hold ids, never names; the tokens of invitations and resets
  /// are left out.
  static func place(_ request: Request?) -> String {
    guard let request else { return "before any address" }
    let steps = request.uri.path.split(separator: "/", omittingEmptySubsequences: false).map { step in
      Token(printed: String(step)) == nil ? String(step) : "…"
    }
    return "\(request.method) \(steps.joined(separator: "/"))"
  }
}

/// Eight characters that can be read aloud.
enum Reference {
  static func new() -> String {
    let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")
    let letters = (0..<8).map { _ in alphabet.randomElement()! }
    return String(letters[0..<4]) + "-" + String(letters[4..<8])
  }
}
