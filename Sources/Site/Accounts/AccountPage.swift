import Components
import Domain
import Foundation
import Markup
import Store

/// One's own account: name, password, second factor, sessions.
struct AccountPage: Page {
  struct Session: Sendable {
    let id: String
    let browser: String
    let begun: String
    let lastSeen: String
    let isThis: Bool
  }

  let token: String
  let email: String
  /// As it was typed, where the form was refused.
  let name: String
  let isDemonstration: Bool
  let hasSecondFactor: Bool
  let codesLeft: Int
  /// Whether the account may not do without a second factor.
  let needsSecondFactor: Bool
  let sessions: [Session]
  let refusals: Refusals

  var title: String { "Your account" }
  var hasErrors: Bool { !refusals.isEmpty }

  static var examples: [AccountPage] {
    let sessions = [
      Session(
        id: "1", browser: "Firefox on Windows", begun: "21 November 2026, 08:31", lastSeen: "now", isThis: true),
      Session(
        id: "2", browser: "Safari on iPhone", begun: "20 November 2026, 20:10", lastSeen: "20 November 2026, 20:41",
        isThis: false),
    ]
    return [
      AccountPage(
        token: "example", email: "r.lowe@ashfield.example", name: "Ruth Lowe", isDemonstration: false,
        hasSecondFactor: true, codesLeft: 9, needsSecondFactor: true, sessions: sessions, refusals: .none),
      AccountPage(
        token: "example", email: "d.orr@ashfield.example", name: "Douglas Orr", isDemonstration: false,
        hasSecondFactor: true, codesLeft: 2, needsSecondFactor: false, sessions: [sessions[0]],
        refusals: Refusals([.invalid("This is not your password.", field: "old-password")])),
      AccountPage(
        token: "example", email: "d.orr@ashfield.example", name: "Douglas Orr", isDemonstration: false,
        hasSecondFactor: false, codesLeft: 0, needsSecondFactor: false, sessions: [sessions[0]], refusals: .none),
      AccountPage(
        token: "example", email: "senco@demo.example", name: "Ruth Lowe", isDemonstration: true,
        hasSecondFactor: false, codesLeft: 0, needsSecondFactor: false, sessions: [], refusals: .none),
    ]
  }
}
