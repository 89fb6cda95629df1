import Formats
import Testing

struct `A pasted table` {
  func cells(_ pasted: String) throws -> [[String]] { try PastedTable().grid(pasted).rows.map(\.cells) }

  @Test func `from Word is read through its settings`() throws {
    let pasted = """
      <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- td { color: red } --></style>
      <meta name=Generator content="Microsoft Word 15"></head><body lang=EN-GB><!--StartFragment-->
      <table class=MsoTableGrid border=1 style='border:none;mso-border-alt:solid'>
       <tr style='x'><td width=150 valign=top style='width:1.0in;a:"b>c"'><p class=MsoNormal><b>Provision<o:p></o:p></b></p></td>
        <td><p class=MsoNormal>Year&nbsp;1<o:p></o:p></p></td></tr>
       <tr><td rowspan=2><p class=MsoNormal>Lego
        therapy</p></td><td><p>Amir K</p><p>Ella P. (Y1)</p></td></tr>
       <tr><td>Zo&euml; &amp; Se&aacute;n &#8211; 3&times;20 &#x2019;a&#146;</td></tr>
      </table><!--EndFragment--></body></html>
      """
    #expect(
      try cells(pasted) == [
        ["Provision", "Year 1"], ["Lego therapy", "Amir K\nElla P. (Y1)"], ["", "Zoë & Seán – 3×20 ’a’"],
      ])
    #expect(try PastedTable().grid(pasted).filled.rows[2].cells[0] == "Lego therapy")
  }

  @Test func `may leave its tags open, span columns, and hold another table`() throws {
    #expect(try cells("<table><tr><td>a<td>b<tr><th colspan=2>wide<td>c</table>") == [["a", "b"], ["wide", "", "c"]])
    #expect(
      try cells("<TABLE><TR><TD>out<table><tr><td>in</td><td>ner</td></tr></table></TD><TD>b</TD></TR></TABLE>")
        == [["out\nin ner", "b"]])
    #expect(try cells("<table><tr><td>1 < 2 &unknown; &amp</td></tr>") == [["1 < 2 &unknown; &"]])
    #expect(try cells("<table><tr><td>small</table><p>x<table><tr><td>the<td>larger</table>") == [["the", "larger"]])
  }

  @Test func `from Excel is text with tabs`() throws {
    #expect(
      try cells("Provision\tY1\tY2\r\nLego\t\"Amir K\nElla P\"\t\r\n") == [
        ["Provision", "Y1", "Y2"], ["Lego", "Amir K\nElla P", ""],
      ])
    #expect(try cells("a\t\"b\nc\td\n") == [["a", "\"b"], ["c", "d"]])
    #expect(try cells("one line, no tabs") == [["one line, no tabs"]])
  }

  @Test func `that is none is refused`() {
    #expect(throws: FormatError("Nothing was pasted.")) { try cells(" \n ") }
    #expect(throws: FormatError("There is no table in what was pasted.")) { try cells("<table></table>") }
    #expect(throws: FormatError.self) { try cells("<table><tr><td colspan=9999999>x</table>") }
    #expect(throws: FormatError.self) { try cells(String(repeating: "x", count: 9 << 20)) }
  }

  @Test func `with rows that reach far down costs no more than it holds`() throws {
    let cells = (0..<400).map { _ in "<td rowspan=65000>x" }.joined()
    let grid = try PastedTable().grid("<table><tr>\(cells)<tr><td>y</table>")
    #expect(grid.rows.count == 2)
    #expect(grid.filled.rows[1].cells.count == 401)
  }

  @Test(arguments: 0..<200)
  func `of anything is read or refused, and never stops the program`(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let pieces = [
      "<table>", "</table>", "<tr>", "</tr>", "<td>", "<td colspan=2 rowspan='3'>", "</td>", "x", " ", "<", ">", "&",
      "&#",
      "<!--", "-->", "<style>", "\"", "</", "<td rowspan=-1>", "=", "<p>", "&#xFFFFFF;", "\u{0}", "é",
    ]
    let html = "<table>" + (0..<40).map { _ in pieces.randomElement(using: &numbers)! }.joined()
    _ = try? PastedTable().grid(html).filled
  }
}
