import Components
import Domain
import Markup

/// Who has an account in this school.
struct MembersPage: Page {
  struct Row: Sendable {
    let name: String
    let email: String
    /// Roles with their dates, in words.
    let roles: [String]
    let staff: String?
    let lastSeen: String
    let status: StatusTag.Status
    let address: Address
  }
  struct Waiting: Sendable {
    let email: String
    let role: String
    let status: StatusTag.Status
    /// Until when, or since when.
    let detail: String
    let issue: Address?
    let withdraw: Address?
  }

  let token: String
  let trail: [Components.Link]
  let rows: [Row]
  let waiting: [Waiting]
  /// Nil where the viewer may only read.
  let invite: Address?

  var title: String { "Members" }
  var part: Part? { .school }
  var isWide: Bool { true }

  var body: HTML {
    """
    \(PageHeader(title, lede: "Who has an account here, and which role. A role that ends is lost at once.", actions: invite.map { [LinkButton("Invite a colleague", $0).html] } ?? []))\
    \(DataTable("Accounts with a role in this school", showsCaption: false, columns: columns, rows: rows.map(row), isList: true))\
    \(if: !waiting.isEmpty, invitations)
    """
  }

  private var columns: [DataTable.Column] {
    ["Name", "E-mail", "Roles", "Staff record", "Last used", "State"].map { DataTable.Column($0) }
  }

  private func row(_ row: Row) -> [DataTable.Cell] {
    [
      .html("<a href=\"\(row.address)\">\(row.name)</a>"), .text(row.email),
      .html("\(each: row.roles, { "<div>\($0)</div>" })"), .text(row.staff ?? "Not linked"), .text(row.lastSeen),
      .html(StatusTag(row.status).html),
    ]
  }

  private var invitations: HTML {
    """
    <h2>Invitations</h2>\
    \(DataTable("Invitations that have not been taken up", showsCaption: false, columns: ["E-mail", "Role", "State", "Link"].map { DataTable.Column($0) } + [DataTable.Column("What to do", isUnseen: true)], rows: waiting.map(invitation), isList: true))
    """
  }

  private func invitation(_ one: Waiting) -> [DataTable.Cell] {
    [
      .text(one.email), .text(one.role), .html(StatusTag(one.status).html), .text(one.detail),
      .html(
        """
        <div class="buttons">\(if: one.issue, { RowButton("New link", one.email, to: $0, token: token).html })\
        \(if: one.withdraw, { RowButton("Withdraw", one.email, to: $0, token: token).html })</div>
        """),
    ]
  }

  static var examples: [MembersPage] {
    [
      MembersPage(
        token: "example", trail: MembersWords.exampleTrail,
        rows: [
          Row(
            name: "Ruth Lowe", email: "r.lowe@ashfield.example", roles: ["SENCO since 1 September 2025"],
            staff: "Ruth Lowe", lastSeen: "21 November 2026", status: .active, address: "/schools/900001/members/1"),
          Row(
            name: "Irene Walsh", email: "irene.walsh@inspectors.example",
            roles: ["Moderator or inspector, 16 November to 18 December 2026"], staff: nil, lastSeen: "Never",
            status: .active, address: "/schools/900001/members/2"),
          Row(
            name: "Peter Hale", email: "p.hale@ashfield.example", roles: ["Teacher, until 31 August 2026"],
            staff: "Peter Hale", lastSeen: "20 July 2026", status: .ended, address: "/schools/900001/members/3"),
        ],
        waiting: [
          Waiting(
            email: "j.field@ashfield.example", role: "Teaching assistant", status: .invited,
            detail: "Works until 24 November 2026, 09:30", issue: "/schools/900001/members/invitations/1/issue",
            withdraw: "/schools/900001/members/invitations/1/withdraw"),
          Waiting(
            email: "s.birch@ashfield.example", role: "Office", status: .expired,
            detail: "Expired on 2 November 2026, 11:05", issue: "/schools/900001/members/invitations/2/issue",
            withdraw: nil),
        ], invite: "/schools/900001/members/invite")
    ]
  }
}

enum MembersWords {
  static let exampleTrail = [Components.Link("Ashfield Primary School", "/schools/900001")]

  static func trail(_ school: School) -> [Components.Link] { [Link(school.name, Way.school(school))] }
  static func trailBelow(_ school: School) -> [Components.Link] {
    trail(school) + [Link("Members", Way.members(school))]
  }

  /// `SENCO since 1 September 2025`, `Teacher, until 31 August 2026`.
  static func words(_ membership: Membership, on day: Day) -> String {
    let (role, span) = (membership.role.name, membership.span)
    if span.from > day {
      return span.until.map { "\(role), \(Period(span.from, $0)!.words)" } ?? "\(role) from \(span.from.words)"
    }
    return span.until.map { "\(role), until \($0.words)" } ?? "\(role) since \(span.from.words)"
  }
}
