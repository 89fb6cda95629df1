import Domain
import Formats
import Testing

@testable import Exchange

struct `The head of a map` {
  private func head(_ html: String) throws -> MapHead {
    try #require(MapHead(try PastedTable().grid("<table>\(html)</table>")))
  }
  private func roles(_ head: MapHead) -> [String] { (0..<head.width).map { head.role(of: $0).key } }

  @Test func `may be of two rows, with words that go down over both`() throws {
    let head = try head(
      """
      <tr><th rowspan=2>Area<th rowspan=2>Provision<th rowspan=2>Staff<th colspan=2>KS1<th colspan=4>KS2<th rowspan=2>Notes</tr>
      <tr><th>Y1<th>Y2<th>Y3<th>Y4<th>Y5<th>Y6</tr>
      <tr><td>Literacy<td>Phonics<td>TA<td>Ella<td><td><td><td><td><td>in class</tr>
      """)
    #expect(
      roles(head) == [
        "section", "provision", "staff", "years 1", "years 2", "years 3", "years 4", "years 5", "years 6", "note",
      ])
    #expect((0..<4).map(head.text) == ["Area", "Provision", "Staff", "Y1"])
    #expect(head.rows == 1...2)
  }

  @Test func `may be of two rows without any merged cells, as text is pasted`() throws {
    let grid = try PastedTable().grid(
      "Area\tProvision\tStaff\tKS1\t\tKS2\t\n\t\t\tY1\tY2\tY3\tY4\nLiteracy\tPhonics\tTA\tElla\t\t\t\n")
    let head = try #require(MapHead(grid))
    #expect(roles(head) == ["section", "provision", "staff", "years 1", "years 2", "years 3", "years 4"])
  }

  @Test func `may have a year beside key stages`() throws {
    let head = try head(
      """
      <tr><th rowspan=2>Provision<th rowspan=2>Reception<th colspan=2>KS1</tr><tr><th>Year 1<th>Year 2</tr>
      <tr><td>Phonics<td>Ella<td>Tom<td></tr>
      """)
    #expect(roles(head) == ["provision", "years 0", "years 1", "years 2"])
  }

  @Test func `may have three rows`() throws {
    let head = try head(
      """
      <tr><th rowspan=3>Provision<th colspan=4>Year groups</tr><tr><th colspan=2>Key stage 1<th colspan=2>LKS2</tr>
      <tr><th>Y1<th>Y2<th>Y3<th>Y4</tr><tr><td>Phonics<td>Ella<td>Tom<td><td></tr>
      """)
    #expect(roles(head) == ["provision", "years 1", "years 2", "years 3", "years 4"])
  }

  @Test func `ends where rows of everybody begin`() throws {
    let head = try head(
      "<tr><th>Provision<th>Y1<th>Y2</tr><tr><td>Strategies<td>All<td>All</tr><tr><td>Lego<td>Ella<td>Tom</tr>")
    #expect(head.rows == 1...1)
  }

  @Test(arguments: ["Adult", "By whom", "Led by", "Delivered by", "TA", "Staffing", ""])
  func `never takes staff for provision`(heading: String) throws {
    let head = try head(
      """
      <tr><th>Intervention<th>\(heading)<th>Y1<th>Y2</tr><tr><td>Phonics<td>TA<td>Ella<td></tr>
      <tr><td>Lego club<td>Mrs Lowe<td>Tom<td></tr><tr><td>Maths<td>HLTA / Mr Hale<td>Tom<td></tr>
      """)
    #expect(roles(head) == ["provision", "staff", "years 1", "years 2"])
  }

  @Test(arguments: [
    ("Autumn 1", 1...1), ("Aut 2", 2...2), ("Spring term", 3...4), ("Spr1", 3...3), ("Summer first half", 5...5),
    ("HT6", 6...6),
    ("Half term 3", 3...3), ("Autumn Term 2 2026", 2...2), ("Sum 2", 6...6),
  ])
  func `may be of half-terms`(text: String, halves: ClosedRange<Int>) {
    #expect(MapHeadWords.halfTerms(text) == halves)
  }

  @Test(arguments: ["A", "Sp", "Summary", "Autism", "Staff"])
  func `takes no other words for half-terms`(text: String) { #expect(MapHeadWords.halfTerms(text) == nil) }

  @Test func `is known again by its headings`() {
    let columns = ["Area", "B", "Y1", "Notes", "Notes"].map {
      PreparedImport.Column(heading: $0, examples: [], field: nil)
    }
    let kept = RememberedColumns.kept(["column-1": "", "column-2": "provision", "column-5": "when"], columns)
    #expect(
      RememberedColumns.roles(kept, columns.map(\.heading)) == [0: MapRole.none, 1: .provision, 4: .when])
    #expect(RememberedColumns.roles(kept, ["Area", "B", "Y2", "Notes"]) == [0: MapRole.none])
  }
}
