import Domain
import Foundation
import Hummingbird
import Markup
import SQL
import Security
import Store

/// Somebody whose registration is complete, before anything is written.
struct NewContributor: Sendable {
  let email: String
  let name: String
  let password: String
  let code: ID<JoinCode>
  let claim: JoiningClaim

  /// Without a mail server: at once. Where the address has an account, its password opens it; any other is refused in a
  /// sentence that does not say that there is one.
  func enter(_ visit: Visit, _ area: Area) async throws -> Response {
    let (email, today, person) = (email, visit.today, self)
    let desk = Way.areaDesk(area.address).asking("done", Done.registered.rawValue)
    if try await visit.read({ try Accounts.withEmail(email, $0) }) != nil {
      let account: ID<Account>
      do {
        account = try await visit.checkPassword(password, email: email)
      } catch let refusal as Refusal where refusal.sentence == SignInWords.wrong {
        throw Refusal.invalid(
          "We cannot register this e-mail address with this password. If you have used Trellis before, type the password "
            + "that you chose then, or get a new one under “I have forgotten my password” on the page Sign in. "
            + "\(area.whomToAsk) if that does not help.", field: "new-password")
      }
      try await visit.write {
        try Joining.join(account, with: person.code, person.claim, in: area.id, on: today, $0)
      }
      return try await visit.startSession(for: account, then: desk)
    }
    let hash = await PasswordHash.hashing(password, cost: visit.site.settings.passwordCost)
    let account = try await visit.write { connection in
      let id = try Accounts.add(email: email, name: person.name, password: hash, connection)
      try Joining.join(id, with: person.code, person.claim, in: area.id, on: today, connection)
      return id
    }
    return try await visit.startSession(for: account, then: desk)
  }

  /// With a mail server: a message goes to the address, another one where it has an account. The answer, and the time that
  /// it takes, are the same, so that no stranger learns which.
  func askForConfirmation(_ visit: Visit, _ area: Area) async throws -> Response {
    _ = try await visit.attempt([.registration(email: email)], field: "email")
    let hash = await PasswordHash.hashing(password, cost: visit.site.settings.passwordCost)
    let (person, link) = (self, Token())
    let isKnown = try await visit.write { connection in
      if try Accounts.withEmail(person.email, connection) != nil { return true }
      try Joining.keep(
        email: person.email, name: person.name, password: hash, code: person.code, person.claim, in: area.id,
        token: link, connection)
      return false
    }
    let project = area.details.title
    visit.post(
      isKnown
        ? .registeredAlready(project: project, link: visit.link(Way.join(area)))
        : .registration(project: project, link: visit.link(Way.confirmEmail(link.printed, area))), to: email)
    return visit.page(LookIntoMailPage(area: project, email: email, whomToAsk: area.whomToAsk))
  }
}
