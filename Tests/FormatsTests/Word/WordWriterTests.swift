import Testing

@testable import Formats

struct `A Word document that we write` {
  private let document = WordDocument(
    title: "Provision map & gaps", author: "Northvale",
    blocks: [
      .heading(1, "Provision <map>"), .paragraph("One.\nTwo."), .note("Made today"), .item("A \u{1} point"),
      .table(
        WordDocument.Table(
          head: ["Cell", "Provision"], widths: [2, 1],
          rows: [
            [WordDocument.Cell("Family support\nUniversal", fill: 0x0A0B0C), .number(41)], ["“Quoted” & more", "–"],
          ])), .pageBreak,
    ])

  @Test func `is opened again with its tables by our own reader`() throws {
    let tables = try WordReader().tables(WordWriter(document).bytes())
    #expect(tables.count == 1)
    #expect(
      tables[0].rows.map(\.cells) == [
        ["Cell", "Provision"], ["Family support\nUniversal", "41"], ["“Quoted” & more", "–"],
      ])
  }

  @Test func `has the parts that office programs ask for, and is the same every time`() throws {
    let bytes = try WordWriter(document).bytes()
    #expect(try WordWriter(document).bytes() == bytes)
    let archive = try ZipArchive(bytes)
    let text = String(decoding: try #require(try archive.read("word/document.xml")), as: UTF8.self)
    #expect(text.contains("<w:pStyle w:val=\"Heading1\"/>") && text.contains("Provision &lt;map&gt;"))
    #expect(text.contains("w:fill=\"0A0B0C\"") && text.contains("<w:tblHeader/>") && !text.contains("\u{1}"))
    for name in ["[Content_Types].xml", "_rels/.rels", "word/styles.xml", "docProps/core.xml"] {
      #expect(archive.has(name), "\(name)")
    }
  }
}
