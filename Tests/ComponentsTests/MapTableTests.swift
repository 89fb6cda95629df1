import Components
import Markup
import Testing

@Suite struct `The school map's table` {
  @Test func `a gap says that nothing is there`() {
    let line = MapTable.Line("Paired reading", cells: [[], [.init(.words("all of Year 2"))]], sums: [])
    let map = MapTable(
      "Map", columns: [.init("Year 1"), .init("Year 2")],
      sections: [.init("Literacy", lines: [line], figures: ["–", "£1.00"], sums: [])], totals: [])
    let text = map.html.text
    #expect(
      text.contains(
        "<td class=\"gap\" role=\"cell\"><span class=\"unseen\">none</span></td><td class=\"map-cell\" role=\"cell\" data-label=\"Year 2\">"
      ))
    #expect(text.contains("<th scope=\"rowgroup\" role=\"rowheader\">Literacy</th>"))
  }

  @Test func `each row has as many cells as the head`() {
    let text = MapTable.example.html.text
    let head = text.matches(of: /<th scope="col"/).count
    for row in text.matches(of: /<tr[^>]*><th scope="row.*?<\/tr>/) {
      #expect(row.0.matches(of: /<td/).count + 1 == head)
    }
  }

  @Test func `cards on a phone are still a table to those who hear it`() {
    let text = MapTable.example.html.text
    for (element, role) in [("table", "table"), ("tr", "row"), ("td", "cell"), ("tbody", "rowgroup")] {
      for tag in text.matches(of: /<([a-z]+)((?:[^>"]|"[^"]*")*)>/) where tag.1 == element {
        #expect(tag.2.contains("role=\"\(role)\""), "\(tag.0)")
      }
    }
  }

  @Test func `many names are a list that opens, and a list attached in print`() {
    let names = ["Amir K", "Ella P", "Jakub W"].map { MapTable.Name($0) }
    let line = MapTable.Line("Reading", cells: [[.init(.list("3 pupils", names), by: "Mrs Lowe")]], sums: [])
    let map = MapTable(
      "Map", columns: [.init("Year 1")], sections: [.init("Literacy", lines: [line], figures: [], sums: [])], totals: []
    )
    #expect(map.attached.map(\.title) == ["Reading, Year 1, Mrs Lowe: 3 pupils"])
    #expect(map.html.text.contains("<details class=\"who\"><summary>3 pupils</summary>"))
    #expect(map.html.text.contains("<p>Amir K, Ella P, Jakub W</p>"))
  }

  @Test func `names are parted by commas, and a pupil can be marked`() {
    let run = MapTable.Run(.names([.init("Amir K"), .init("Ella P", isMarked: true)]))
    let line = MapTable.Line("Reading", cells: [[run]], sums: [])
    let map = MapTable(
      "Map", columns: [.init("Year 1")], sections: [.init("Literacy", lines: [line], figures: [], sums: [])], totals: []
    )
    #expect(
      map.html.text.contains(
        "<span class=\"name\">Amir K,</span> <span class=\"name\"><mark>Ella P</mark></span>"))
    #expect(map.html.text.contains("<table class=\"map alone\""))
  }

  @Test func `a QR code draws what touches as one`() {
    let code = QRCode("Code", modules: [[true, true, false], [false, false, true], [true, false, true]])
    #expect(code.html.text.contains("d=\"M4 4h2v1H4zM6 5h1v1H6zM4 6h1v1H4zM6 6h1v1H6z\""))
  }
}
