import Components
import Markup
import Testing

@Suite struct `Tables of facts` {
  private let columns: [DataTable.Column] = [
    .init("Group"), .init("When", isPlain: true), .init("Pupils", .number), .init("Change", isUnseen: true),
  ]
  private let rows: [[DataTable.Cell]] = [["Paired reading", "Mon, 15 min", "4", "Change"]]

  @Test func `a list is cards on a phone, and still a table to those who hear it`() {
    let text = DataTable("Groups", columns: columns, rows: rows, totals: ["All", "", "4", ""], isList: true).html.text
    #expect(text.contains("<div class=\"frame list\""))
    let roles = [
      "table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tfoot": "rowgroup", "tr": "row", "td": "cell",
    ]
    for (element, role) in roles {
      let tags = text.matches(of: /<([a-z]+)((?:[^>"]|"[^"]*")*)>/).filter { $0.1 == element }
      #expect(!tags.isEmpty && tags.allSatisfy { $0.2.contains("role=\"\(role)\"") }, "\(element)")
    }
    #expect(text.contains("<th scope=\"col\" role=\"columnheader\">Group</th>"))
    #expect(text.contains("<th scope=\"row\" role=\"rowheader\">Paired reading</th>"))
  }

  @Test func `a card names its columns, but for those that say by themselves what they are`() {
    let text = DataTable("Groups", columns: columns, rows: rows, isList: true).html.text
    #expect(text.contains("<td role=\"cell\">Mon, 15 min</td>"))
    #expect(text.contains("<td class=\"number\" role=\"cell\" data-label=\"Pupils\">4</td>"))
    #expect(text.contains("<td role=\"cell\">Change</td>"))
  }

  @Test func `where figures are compared it stays a table`() {
    let text = DataTable("Groups", columns: columns, rows: rows).html.text
    #expect(text.contains("<div class=\"frame\" ") && !text.contains("role=\"cell\"") && !text.contains("data-label"))
    #expect(text.contains("<td>Mon, 15 min</td><td class=\"number\">4</td>"))
  }

  @Test func `a working without arithmetic has no column for it`() {
    let plain = CostWorking(
      "Cost", showsCaption: false, lines: [.init("Rate", "£17.20")], total: .init("Total", "£80.27"))
    #expect(
      !plain.html.text.contains("Working") && plain.html.text.contains("<caption class=\"unseen\">Cost</caption>"))
    #expect(plain.html.text.matches(of: /<td/).count == 2)
    let worked = CostWorking(
      "Cost", lines: [.init("Mrs Lowe", working: "7 h", "£80.27")], total: .init("Total", "£80.27"))
    #expect(worked.html.text.contains("role=\"columnheader\">Working</th>"))
    #expect(worked.html.text.matches(of: /<td/).count == 4)
  }
}
