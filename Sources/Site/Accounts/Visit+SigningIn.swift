import Domain
import Foundation
import Hummingbird
import Markup
import SQL
import Security
import Store

extension Visit {
  /// The account of this address and password. An unknown address, a wrong password, an account that is shut or has no
  /// password yet: one sentence, and the same time for all of them. Too many attempts wait.
  func checkPassword(_ password: String, email: String) async throws -> ID<Account> {
    let key = Throttles.Key.password(email: email)
    let attempt = try await attempt([key, .address(remoteAddress)], field: "email")
    let today = today
    let (account, hash) = try await read { connection -> (Account?, PasswordHash?) in
      let account = try Accounts.withEmail(email, connection)
      return (account, try account.flatMap { try Accounts.passwordHash(of: $0.id, connection) })
    }
    let cost = site.settings.passwordCost
    let isRight = await PasswordHash.check(password, against: hash, cost: cost)
    guard isRight, let account, account.isOpen(on: today) else {
      throw Refusal.invalid(SignInWords.wrong, field: "email")
    }
    let renewed = hash?.isOutdated(cost: cost) == true ? await PasswordHash.hashing(password, cost: cost) : nil
    try await site.database.write(keeper: account.id.text) { connection in
      try Throttles.forgive(attempt, key, connection)
      if let renewed { try Accounts.rehash(renewed, of: account.id, connection) }
    }
    return account.id
  }

  /// Counts an attempt at something that can be guessed, before it is judged; the attempt's id. Refuses where there were
  /// too many, saying when the next one is allowed.
  func attempt(_ keys: [Throttles.Key], field: String) async throws -> String {
    let answer = try await site.database.write(keeper: keys.first?.hash ?? "") { connection in
      try Throttles.attempt(keys, connection)
    }
    switch answer {
    case .admitted(let attempt): return attempt
    case .tooMany(let moment):
      throw Refusal.invalid(
        "That was tried too many times. For safety, please wait until \(minute(after: moment)) and try again.",
        field: field)
    }
  }

  /// Begins a session in this browser under a new token (so that a token planted beforehand is worth nothing), and goes
  /// on to `next`, by way of the second factor where one is needed.
  func startSession(
    for account: ID<Account>, isDemonstration: Bool = false, then next: Address
  ) async throws -> Response {
    let (fresh, today, old, label) = (Token(), today, token.hash, BrowserWords.label(request.headers[.userAgent]))
    let session = try await site.database.write(keeper: account.text) { connection in
      try Sessions.end(tokenHash: old, connection)
      try Sessions.forgetOld(connection)
      try Sessions.start(
        account: account, tokenHash: fresh.hash, label: label, secondFactorGiven: false,
        isDemonstration: isDemonstration, connection)
      return try Sessions.open(tokenHash: fresh.hash, on: today, connection)
    }
    var response = redirect(to: session.map { $0.nextStep(before: next) } ?? Way.signIn)
    Cookies.set(fresh, on: &response, site)
    return response
  }

  /// The schools and areas of the demonstration whose doors stand open now; none where they are shut.
  func demonstrationPlaces() async throws -> [SignInPage.DemonstrationPlace] {
    guard site.settings.offersDemonstration else { return [] }
    let today = today
    return try await read { connection in
      guard try Demonstration.isOpen(connection) else { return [] }
      let ways = try Demonstration.ways(on: today, connection)
      let schools = ways.indices.filter { $0 == 0 || ways[$0].urn != ways[$0 - 1].urn }.map { ways[$0] }
      let areaWays = try Demonstration.areaWays(on: today, connection)
      let areas = areaWays.indices.filter { $0 == 0 || areaWays[$0].address != areaWays[$0 - 1].address }
      return schools.map { school in
        SignInPage.DemonstrationPlace(
          school.school, urn: school.urn, ways.filter { $0.urn == school.urn }.map(\.role))
      }
        + areas.map { areaWays[$0] }.map { area in
          SignInPage.DemonstrationPlace(
            area.area, address: area.address, areaWays.filter { $0.address == area.address }.map(\.role))
        }
    }
  }

  /// The next whole minute, so that whoever waits until then is not too early.
  private func minute(after moment: Date) -> String { site.settings.time(of: moment.addingTimeInterval(59)) }
}

extension OpenSession {
  /// Where to go before `next`: the second factor, or its setting up, or nowhere else.
  func nextStep(before next: Address) -> Address {
    if !awaitsSecondFactor { return next }
    let step = hasSecondFactor ? Way.secondFactor : Way.setUpSecondFactor
    return next == Way.home ? step : step.asking("then", next.text)
  }
}

/// A browser in words, as its owner tells it from others: `Firefox on Windows`.
enum BrowserWords {
  static func label(_ userAgent: String?) -> String {
    guard let userAgent else { return "Unknown browser" }
    let browsers = [
      ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
      ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ]
    let systems = [
      ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
      ("Macintosh", "Mac"), ("Linux", "Linux"),
    ]
    let browser = browsers.first { userAgent.contains($0.0) }?.1 ?? "Unknown browser"
    return systems.first { userAgent.contains($0.0) }.map { "\(browser) on \($0.1)" } ?? browser
  }
}
