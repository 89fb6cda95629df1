import Components
import Markup

extension PeoplePage {
  var body: HTML {
    """
    \(PageHeader(title, lede: lede, actions: invite.map { [LinkButton("Invite a coordinator or commissioner", $0, style: .quiet).html] } ?? []))\
    \(tabs)\(if: !tiles.isEmpty, Tiles(tiles).html)\(explanation)\
    \(if: rows.isEmpty, "<p>Nobody has joined yet. Share the code with everybody who is to take part.</p>", else: table)\
    \(if: !waiting.isEmpty, invitations)
    """
  }

  private var explanation: HTML {
    """
    \(if: rows.contains { $0.confirm != nil }, "<p>The code lets a person in, not an organisation. Confirm those who work where they say: then they see what their organisation entered. Until then they see only what they wrote themselves.</p>")
    """
  }

  private var table: HTML {
    """
    \(if: rows.count > 12, FilterBox("Find by name, organisation or e-mail", of: "people", noun: "people").html)\
    \(DataTable("People who have joined", showsCaption: false, columns: columns, rows: rows.map(cells), id: "people"))
    """
  }

  private var columns: [DataTable.Column] {
    let first: [DataTable.Column] = [
      .init("Name"), .init("Organisation"), .init("Confirmed"), .init("Entries", .number),
    ]
    return seesAll ? first + [.init("Role"), .init("Joined"), .init("Last reminder")] : first + [.init("Joined")]
  }

  private func cells(_ row: Row) -> [DataTable.Cell] {
    let first: [DataTable.Cell] = [
      .html(name(row)), .html("\(row.organisation)\(if: !row.job.isEmpty, "<div class=\"soft\">\(row.job)</div>")"),
      .html(claim(row)), .text(String(row.entries)),
    ]
    return seesAll ? first + [.text(row.roles), .text(row.joined), .text(row.reminded)] : first + [.text(row.joined)]
  }

  private func name(_ row: Row) -> HTML {
    let name: HTML = row.address.map { "<a href=\"\($0)\">\(row.name)</a>" } ?? "\(row.name)"
    return "\(name)\(if: row.email, { "<div class=\"soft\">\($0)</div>" })"
  }

  private func claim(_ row: Row) -> HTML {
    guard let confirm = row.confirm else {
      return row.claim == "Not confirmed" ? StatusTag("Not confirmed", tone: .notice).html : "\(row.claim)"
    }
    return "\(StatusTag("Not confirmed", tone: .notice))\(RowButton("Confirm", row.name, to: confirm, token: token))"
  }

  private var invitations: HTML {
    """
    <h2>Invitations</h2>\(DataTable("Invitations that have not been taken up", showsCaption: false, columns: [.init("E-mail"), .init("Role"), .init("State"), .init("Acts", isUnseen: true)], rows: waiting.map(cells)))
    """
  }

  private func cells(_ one: Waiting) -> [DataTable.Cell] {
    [
      .text(one.email), .text(one.role), .html(StatusTag(one.status).html),
      .html(
        "<div class=\"in-row\">\(RowButton("New link", one.email, to: one.issue, token: token))\(if: one.status == .invited, RowButton("Withdraw", one.email, to: one.withdraw, token: token).html)</div>"
      ),
    ]
  }
}
