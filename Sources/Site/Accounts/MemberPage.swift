import Components
import Domain
import Markup

/// One colleague's access: roles with their dates, staff record, a new password, opened cases.
struct MemberPage: Page {
  struct RoleRow: Sendable {
    let name: String
    let dates: String
    let isOver: Bool
    /// Where it is ended; nil where the viewer may not, or it is over.
    let end: Address?
  }
  struct CaseRow: Sendable {
    let pupil: String
    let dates: String
    let openedBy: String
    let close: Address
  }
  struct Cases: Sendable {
    let rows: [CaseRow]
    let pupils: [Choice]
    let chosen: Set<String>
    let lastDay: String
    let address: Address
  }

  let token: String
  let trail: [Components.Link]
  let name: String
  let email: String
  let roles: [RoleRow]
  let giveRole: Address?
  let grantable: [Choice]
  let lastDay: String
  let staff: [Choice]
  let staffMember: String
  let linkStaff: Address?
  let reset: Address?
  /// False for an account that the operator made and whose owner has not come yet.
  var hasPassword = true
  /// For moderators and inspectors only.
  let cases: Cases?
  let refusals: Refusals

  var title: String { name }
  var part: Part? { .school }
  var hasErrors: Bool { !refusals.isEmpty }

  static var examples: [MemberPage] {
    let role = RoleRow(
      name: "Moderator or inspector", dates: "16 November to 18 December 2026", isOver: false,
      end: "/schools/900001/members/1/roles/1/end")
    let grantable = [Role.teacher, .teachingAssistant].map { Choice($0.rawValue, $0.name) }
    return [
      MemberPage(
        token: "example", trail: MembersWords.exampleTrail, name: "Irene Walsh",
        email: "irene.walsh@inspectors.example", roles: [role], giveRole: "/schools/900001/members/1/roles",
        grantable: grantable, lastDay: "", staff: [], staffMember: "", linkStaff: nil,
        reset: "/schools/900001/members/1/reset",
        cases: Cases(
          rows: [
            CaseRow(
              pupil: "Yusuf, Amina", dates: "16 November to 18 December 2026", openedBy: "Ruth Lowe",
              close: "/schools/900001/members/1/cases/1/close")
          ], pupils: [Choice("1", "Wójcik, Jakub"), Choice("2", "Yusuf, Amina")], chosen: ["2"], lastDay: "",
          address: "/schools/900001/members/1/cases"), refusals: .none),
      MemberPage(
        token: "example", trail: MembersWords.exampleTrail, name: "Dawn Carter", email: "d.carter@ashfield.example",
        roles: [
          RoleRow(name: "Teaching assistant", dates: "Since 1 September 2025", isOver: false, end: nil),
          RoleRow(name: "Office", dates: "1 September 2024 to 31 August 2025", isOver: true, end: nil),
        ], giveRole: nil, grantable: [], lastDay: "", staff: [Choice("1", "Dawn Carter")], staffMember: "1",
        linkStaff: nil, reset: nil, cases: nil, refusals: .none),
      MemberPage(
        token: "example", trail: MembersWords.exampleTrail, name: "Jo Field", email: "j.field@ashfield.example",
        roles: [RoleRow(name: "Teacher", dates: "Since 21 November 2026", isOver: false, end: nil)], giveRole: nil,
        grantable: [], lastDay: "", staff: [], staffMember: "", linkStaff: nil,
        reset: "/schools/900001/members/2/reset", hasPassword: false, cases: nil, refusals: .none),
    ]
  }
}
