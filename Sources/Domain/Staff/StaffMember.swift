/// Somebody who works in the school. Linked to an account, that account has "own groups" and "own classes".
package struct StaffMember: Hashable, Sendable {
  package let id: ID<StaffMember>
  package let name: String
  /// From which day in which role.
  package let roles: HeldRoles
  /// Contracted minutes a week; nil where unknown.
  package let weeklyMinutes: Int?
  /// Weeks worked in a year; nil where unknown.
  package let weeks: Int?
  package let account: ID<Account>?
  package let span: Span
  package let version: Int

  package init(
    id: ID<StaffMember>, name: String, roles: HeldRoles, weeklyMinutes: Int?, weeks: Int?, account: ID<Account>?,
    span: Span, version: Int
  ) {
    self.id = id
    self.name = name
    self.roles = roles
    self.weeklyMinutes = weeklyMinutes
    self.weeks = weeks
    self.account = account
    self.span = span
    self.version = version
  }
}

/// A kind of work that is paid at one rate on the map: Teaching assistant, Teacher, Speech therapist (bought in) …
package struct PayRole: Hashable, Sendable {
  /// Whose hours the map counts it with.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case teachingAssistant = "teaching-assistant"
    case teacher
    case other

    package var name: String {
      switch self {
      case .teachingAssistant: "Teaching assistants"
      case .teacher: "Teachers"
      case .other: "Others"
      }
    }
  }

  package let id: ID<PayRole>
  package let name: String
  package let kind: Kind

  package init(id: ID<PayRole>, name: String, kind: Kind) {
    self.id = id
    self.name = name
    self.kind = kind
  }
}
