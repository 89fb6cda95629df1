/// What an account does in an organisation. One account can hold several, there and elsewhere, each with its dates.
package enum Role: String, CaseIterable, Hashable, Sendable {
  case senco
  case assistantSenco = "assistant-senco"
  case headTeacher = "head-teacher"
  case administrator
  case governor
  case moderator
  case dataProtection = "data-protection"
  case finance
  case teacher
  case teachingAssistant = "teaching-assistant"
  case office

  /// As it stands on a page: `SENCO`, `Head teacher` …
  package var name: String {
    switch self {
    case .senco: "SENCO"
    case .assistantSenco: "Assistant SENCO"
    case .headTeacher: "Head teacher"
    case .administrator: "School administrator"
    case .governor: "Governor or trustee"
    case .moderator: "Moderator or inspector"
    case .dataProtection: "Data-protection officer"
    case .finance: "Finance officer"
    case .teacher: "Teacher"
    case .teachingAssistant: "Teaching assistant"
    case .office: "Office"
    }
  }
}

/// What access is asked for. `pupils` is the roll with names; `needs` is SEN status and types of need; `confidential`
/// the titles and pupils of confidential provision; `rates` pay; `members` who has an account and which role; `strategy` the
/// inclusion strategy, `approval` what governors say of it.
package enum Noun: String, CaseIterable, Hashable, Sendable {
  case school, staff, rates, pupils, needs, contacts, catalogue, groups, confidential, map, costs, imports, members,
    history, strategy, approval
}

extension Role: AccessRole {
  package typealias Noun = Domain.Noun

  /// Each role's rights in the order of `Noun.allCases`, two letters a noun: see, then do; `a` all, `o` own, `-` none.
  /// Above them stand the first letters of the nouns.
  ///
  /// Finance sees names, because a cost is checked pupil by pupil, but no needs. Governors see counts. Teachers and
  /// teaching assistants see their own groups and classes. Nobody but finance and the head teacher sees pay. Whoever leads
  /// confidential provision knows what it is and who is in it: their own, and no other. Whoever
  /// invites governors may write down what they approved: each approval says for whom, and who wrote it down.
  package static let access = AccessTable<Role>([
    //                   scho staf rate pupi need cont cata grou conf map  cost impo memb hist stra appr
    .senco: "            aa   aa   --   aa   aa   aa   aa   aa   aa   aa   aa   aa   aa   a-   aa   aa",
    .assistantSenco: "   a-   a-   --   aa   aa   aa   aa   aa   o-   aa   aa   aa   --   --   aa   a-",
    .headTeacher: "      a-   a-   a-   a-   a-   a-   a-   a-   a-   a-   a-   a-   aa   a-   aa   aa",
    .administrator: "    aa   aa   --   aa   --   aa   a-   a-   --   --   --   aa   a-   --   --   --",
    .governor: "         a-   --   --   --   --   --   a-   --   --   a-   --   --   --   --   a-   aa",
    .moderator: "        a-   --   --   o-   o-   --   a-   o-   --   --   --   --   --   --   --   --",
    .dataProtection: "   a-   a-   --   a-   a-   a-   a-   a-   a-   --   --   --   a-   a-   a-   a-",
    .finance: "          a-   aa   aa   a-   --   --   a-   a-   --   a-   aa   aa   --   --   aa   a-",
    .teacher: "          a-   a-   --   o-   o-   --   a-   oo   o-   o-   --   --   --   --   a-   --",
    .teachingAssistant: "a-   a-   --   o-   o-   --   a-   oo   o-   o-   --   --   --   --   a-   --",
    .office: "           a-   a-   --   aa   --   aa   a-   --   --   --   --   aa   --   --   --   --",
  ])
}

/// Who asks: an account in one of its organisations with the roles in force now, or the operator at the command line.
/// Every query takes a viewer and answers only what the viewer may see.
package struct Viewer: AccessViewer, Hashable, Sendable {
  package let account: ID<Account>?
  package let organisation: ID<Organisation>
  package let roles: Set<Role>
  /// The staff record that is linked to the account here: hence "my groups" and "my classes".
  package let staffMember: ID<StaffMember>?
  package let name: String
  private let isOperator: Bool

  package init(
    account: ID<Account>, organisation: ID<Organisation>, roles: Set<Role>, staffMember: ID<StaffMember>?, name: String
  ) {
    self.account = account
    self.organisation = organisation
    self.roles = roles
    self.staffMember = staffMember
    self.name = name
    isOperator = false
  }

  /// The operator at the command line, for one organisation: everything, and in history by this name.
  package init(operatorIn organisation: ID<Organisation>) {
    account = nil
    self.organisation = organisation
    roles = []
    staffMember = nil
    name = "Operator (command line)"
    isOperator = true
  }

  package func reach(_ act: Act, _ noun: Noun) -> Reach { isOperator ? .all : roles.reach(act, noun) }

  /// The roles that this viewer may give to somebody else: nobody grants rights beyond their own, and finance is granted
  /// by the head teacher or the operator.
  package var grantableRoles: [Role] {
    Role.allCases.filter { role in
      guard may(.do, .members) else { return false }
      if isOperator { return true }
      if roles.contains(.headTeacher) { return true }
      return role != .finance && role != .headTeacher
        && Noun.allCases.allSatisfy {
          role.reach(.see, $0) <= reach(.see, $0) && role.reach(.do, $0) <= reach(.do, $0)
        }
    }
  }

  /// Whether what this viewer may read includes pupils' names, so that a second factor is required.
  package var seesNames: Bool { may(.see, .pupils) || may(.see, .contacts) }
}
