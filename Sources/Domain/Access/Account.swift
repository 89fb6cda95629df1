package import struct Foundation.Date

/// A person who can sign in, known by an e-mail address. It has no keeper; memberships alone give access.
package struct Account: Hashable, Sendable {
  package let id: ID<Account>
  package let email: String
  package let name: String
  package let disabledAt: Date?
  /// The last day on which the account may be used; nil: no end.
  package let lastDay: Day?
  /// Whether an authenticator app has been set up.
  package let hasSecondFactor: Bool

  package init(
    id: ID<Account>, email: String, name: String, disabledAt: Date?, lastDay: Day?, hasSecondFactor: Bool
  ) {
    self.id = id
    self.email = email
    self.name = name
    self.disabledAt = disabledAt
    self.lastDay = lastDay
    self.hasSecondFactor = hasSecondFactor
  }

  /// Whether it may be used on `day`.
  package func isOpen(on day: Day) -> Bool { disabledAt == nil && day <= (lastDay ?? day) }

  /// The address as it is compared: trimmed, in lower case. Nil when it cannot be an address.
  package static func foldedEmail(_ typed: String) -> String? {
    let text = typed.split(whereSeparator: \.isWhitespace).joined().lowercased()
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix("."),
      !parts[1].hasSuffix("."),
      text.count <= 254,
      text.unicodeScalars.allSatisfy({ $0.value > 32 && !"<>\",;:\\()[]".unicodeScalars.contains($0) })
    else { return nil }
    return text
  }
}

/// That an account has a role in an organisation, from a day until a day.
package struct Membership: Hashable, Sendable {
  package let id: ID<Membership>
  package let account: ID<Account>
  package let organisation: ID<Organisation>
  package let role: Role
  package let span: Span

  package init(id: ID<Membership>, account: ID<Account>, organisation: ID<Organisation>, role: Role, span: Span) {
    self.id = id
    self.account = account
    self.organisation = organisation
    self.role = role
    self.span = span
  }
}
