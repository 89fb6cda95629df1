import Components
import Domain
import Foundation
import Hummingbird
import Markup
import SQL
import Security
import Store

/// A new password without the old one.
enum ForgottenRoutes {
  static func routes(_ routes: inout Routes) {
    routes.get("/forgotten", .anyone, ask)
    routes.post("/forgotten", .anyone, send)
    routes.get("/password-reset/{token}", .anyone, show)
    routes.post("/password-reset/{token}", .anyone, choose)
  }

  private static func ask(_ visit: Visit) async throws -> Response { visit.page(page(visit)) }

  /// The same answer, in the same time, whether or not the address is known: the message goes out afterwards.
  private static func send(_ visit: Visit) async throws -> Response {
    guard visit.site.settings.mailing != nil else { throw Refusal.notFound() }
    return try await visit.answering {
      guard let email = Account.foldedEmail(visit.form.typed("email")) else {
        throw Refusal.invalid("Enter the e-mail address that you sign in with.", field: "email")
      }
      _ = try await visit.attempt([.resetLink(email: email), .address(visit.remoteAddress)], field: "email")
      let today = visit.today
      let token = try await visit.site.database.write(keeper: email) { connection -> Token? in
        guard let account = try Accounts.withEmail(email, connection), account.isOpen(on: today) else { return nil }
        return try PasswordResets.issue(for: account.id, lasting: PasswordResets.mailed, connection)
      }
      if let token { visit.post(.reset(link: visit.link(Way.passwordReset(token.printed))), to: email) }
      return visit.page(LinkSentPage(email: email, contact: visit.site.settings.contact))
    } again: { refusals in
      page(visit, refusals)
    }
  }

  private static func show(_ visit: Visit) async throws -> Response {
    guard let (account, hadPassword, token) = try await found(visit) else {
      return visit.page(DeadLinkPage.reset, status: .gone)
    }
    return visit.page(
      ResetPage(
        token: visit.formToken, link: token.printed, account: account, hadPassword: hadPassword, refusals: .none))
  }

  private static func choose(_ visit: Visit) async throws -> Response {
    guard let (account, hadPassword, token) = try await found(visit) else {
      return visit.page(DeadLinkPage.reset, status: .gone)
    }
    return try await visit.answering {
      let form = try NewPasswordForm(visit.form, email: account.email, names: [account.name])
      let (today, cost) = (visit.today, visit.site.settings.passwordCost)
      let hash = await PasswordHash.hashing(form.password, cost: cost)
      try await visit.site.database.write(keeper: account.id.text) { connection in
        try PasswordResets.use(tokenHash: token.hash, password: hash, on: today, connection)
      }
      return visit.redirect(to: Way.signIn, saying: .passwordReset)
    } again: { refusals in
      ResetPage(
        token: visit.formToken, link: token.printed, account: account, hadPassword: hadPassword, refusals: refusals)
    }
  }

  private static func found(_ visit: Visit) async throws -> (Account, hadPassword: Bool, Token)? {
    guard let token = visit.parameter("token").flatMap({ Token(printed: $0) }) else { return nil }
    let today = visit.today
    return try await visit.read { connection in
      guard let account = try PasswordResets.account(tokenHash: token.hash, on: today, connection) else { return nil }
      return (account, try Accounts.passwordHash(of: account.id, connection) != nil, token)
    }
  }

  private static func page(_ visit: Visit, _ refusals: Refusals = .none) -> ForgottenPage {
    let settings = visit.site.settings
    return ForgottenPage(
      token: visit.formToken, canMail: settings.mailing != nil, contact: settings.contact,
      email: visit.form.typed("email"), refusals: refusals)
  }
}
