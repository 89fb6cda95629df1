import Components
import Domain
import Hummingbird
import Markup
import SQL
import Security
import Store

/// After registering: the same whether or not the address has an account.
struct LookIntoMailPage: Page {
  let area: String
  let email: String
  let whomToAsk: String

  var title: String { "Look into your mail" }

  var body: HTML {
    """
    \(Confirmation(title, detail: "A message is on its way to \(email)."))\
    <h2>What happens next</h2><p>Open the link in it within 72 hours, and you are in. If you have used Trellis before, the \
    message says how you join with the password that you have.</p>\
    <p>If nothing comes within a few minutes, look among unwanted mail, and check the address above. \(whomToAsk) if that \
    does not help.</p>
    """
  }

  static var examples: [LookIntoMailPage] {
    [
      LookIntoMailPage(
        area: "Speech, language and communication in Northvale", email: "t.desai@harbour.example",
        whomToAsk: "Ask Northvale Children’s Commissioning (review@northvale.example)")
    ]
  }
}

/// Whoever opens the link of that message sees this. Opening it does nothing yet: mail programs open links by themselves.
struct ConfirmEmailPage: Page {
  let token: String
  let area: String
  let email: String
  let address: Address
  let refusals: Refusals

  var title: String { "Confirm your e-mail address" }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, kicker: area))\
    <p class="lede">\(email)</p><p>Is this your address? Then you can go in.</p>\
    \(Form(to: address, token: token, body: Button("Confirm and go in").html))
    """
  }

  static var examples: [ConfirmEmailPage] {
    [
      ConfirmEmailPage(
        token: "example", area: "Speech, language and communication in Northvale", email: "t.desai@harbour.example",
        address: "/areas/northvale-speech/registration/example", refusals: .none)
    ]
  }
}

enum ConfirmEmailActs {
  static func show(_ visit: Visit) async throws -> Response {
    let area = try visit.thisArea()
    guard let (token, email) = try await found(visit, area) else { return dead(visit, area) }
    return visit.page(page(visit, area, token, email))
  }

  static func confirm(_ visit: Visit) async throws -> Response {
    let area = try visit.thisArea()
    guard let (token, email) = try await found(visit, area) else { return dead(visit, area) }
    return try await visit.answering {
      try CodeWords.mustBeOpen(area, on: visit.today)
      let today = visit.today
      let account = try await visit.write { try Joining.confirm(tokenHash: token.hash, on: today, $0).account }
      return try await visit.startSession(
        for: account, then: Way.areaDesk(area.address).asking("done", Done.registered.rawValue))
    } again: { refusals in
      page(visit, area, token, email, Refusals(refusals.all.map { .invalid("\($0.sentence)") }))
    }
  }

  private static func found(_ visit: Visit, _ area: Area) async throws -> (Token, String)? {
    guard let token = visit.parameter("token").flatMap({ Token(printed: $0) }) else { return nil }
    return try await visit.read { try Joining.waiting(tokenHash: token.hash, in: area.id, $0) }.map { (token, $0) }
  }

  private static func page(
    _ visit: Visit, _ area: Area, _ token: Token, _ email: String, _ refusals: Refusals = .none
  ) -> ConfirmEmailPage {
    ConfirmEmailPage(
      token: visit.formToken, area: area.details.title, email: email, address: Way.confirmEmail(token.printed, area),
      refusals: refusals)
  }

  private static func dead(_ visit: Visit, _ area: Area) -> Response {
    visit.page(
      DeadLinkPage(
        title: "This link no longer works", sentence: "It has been used, or is older than 72 hours.",
        advice: "If you used it, sign in with the password that you chose. Else register again with the code. "
          + "\(area.whomToAsk) if you are stuck."), status: .gone)
  }
}
