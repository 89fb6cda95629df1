/// What an account does in an area. Kept apart from the roles of schools, so that nothing that an area gives can open a
/// school's own records: a school's queries take a `Viewer`, an area's an `AreaViewer`.
package enum AreaRole: String, CaseIterable, Hashable, Sendable {
  /// Runs the project: its code, who joined, every entry, tidying, reports.
  case coordinator
  /// Decides what to buy: reads the map and everything that was sent in, no drafts.
  case commissioner
  /// Adds provision and gaps for the organisation they work for.
  case contributor

  package var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// What access is asked for in an area. `project` is what the review is: its dates, rounds, localities, sectors, terms,
/// framework; `participants` who takes part; `tidying` what coordinators do with other people's entries.
package enum AreaNoun: String, CaseIterable, Hashable, Sendable {
  case project, code, participants, entries, tidying, map, survey, members, history
}

extension AreaRole: AccessRole {
  package typealias Noun = AreaNoun

  /// A contributor's own are what they wrote and, once their claim to it is confirmed, their organisation's.
  package static let access = AccessTable<AreaRole>([
    //              project code particip. entries tidying map survey members history
    .coordinator: "  aa      aa   aa        a-      aa      a-  aa     aa      a-",
    .commissioner: " a-      --   a-        a-      --      a-  a-     --      --",
    .contributor: "  a-      --   oo        oo      --      o-  --     --      --",
  ])
}

/// Who asks in an area: an account with the roles in force now, or the operator at the command line.
package struct AreaViewer: AccessViewer, Hashable, Sendable {
  package let account: ID<Account>?
  package let organisation: ID<Organisation>
  package let roles: Set<AreaRole>
  /// The organisation that the account says it works for; nil where it never said.
  package let participant: ID<Participant>?
  /// Whether that was confirmed. Until then a contributor sees only what they wrote themselves.
  package let isConfirmed: Bool
  package let name: String
  private let isOperator: Bool

  package init(
    account: ID<Account>, organisation: ID<Organisation>, roles: Set<AreaRole>, participant: ID<Participant>? = nil,
    isConfirmed: Bool = false, name: String
  ) {
    self.account = account
    self.organisation = organisation
    self.roles = roles
    self.participant = participant
    self.isConfirmed = isConfirmed
    self.name = name
    isOperator = false
  }

  /// Somebody who does not take part, or not yet: may nothing.
  package init(visitorIn organisation: ID<Organisation>) {
    account = nil
    self.organisation = organisation
    roles = []
    participant = nil
    isConfirmed = false
    name = "A visitor"
    isOperator = false
  }

  /// The operator at the command line, for one area: everything, and in history by this name.
  package init(operatorIn organisation: ID<Organisation>) {
    account = nil
    self.organisation = organisation
    roles = []
    participant = nil
    isConfirmed = false
    name = "Operator (command line)"
    isOperator = true
  }

  package func reach(_ act: Act, _ noun: AreaNoun) -> Reach { isOperator ? .all : roles.reach(act, noun) }

  /// The roles that this viewer may give: the coordinator hands the project on, and gives no more than that.
  package var grantableRoles: [AreaRole] { may(.do, .members) ? AreaRole.allCases : [] }
}
