/// Writes a .docx (ECMA-376, Office Open XML): the six parts that Word, LibreOffice and Pages ask for.
package struct WordWriter: Sendable {
  private let document: WordDocument

  package init(_ document: WordDocument) { self.document = document }

  package func bytes() throws(FormatError) -> [UInt8] {
    var zip = ZipWriter()
    for (name, text) in [
      ("[Content_Types].xml", WordParts.types), ("_rels/.rels", WordParts.relations),
      ("word/document.xml", WordParts.head + body), ("word/styles.xml", WordParts.styles),
      ("word/_rels/document.xml.rels", WordParts.documentRelations), ("docProps/core.xml", properties),
    ] {
      zip.add(name, Array(text.utf8))
    }
    return try zip.written()
  }

  private var properties: String {
    """
    \(WordParts.head)<cp:coreProperties \
    xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(escaped(document.title))</dc:title>\
    <dc:creator>\(escaped(document.author))</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>
    """
  }

  private var body: String {
    let page =
      document.isLandscape
      ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>" : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
    return """
      <w:document xmlns:w="\(WordParts.namespace)"><w:body>\(document.blocks.map(block).joined())<w:sectPr>\(page)\
      <w:pgMar w:top="1000" w:right="900" w:bottom="1000" w:left="900" w:header="500" w:footer="500" w:gutter="0"/>\
      </w:sectPr></w:body></w:document>
      """
  }

  private func block(_ block: WordDocument.Block) -> String {
    switch block {
    case .heading(let level, let text): paragraph(text, style: "Heading\(min(max(level, 1), 3))")
    case .paragraph(let text): text.split(separator: "\n").map { paragraph(String($0)) }.joined()
    case .note(let text): paragraph(text, style: "Note")
    case .item(let text): paragraph("• " + text, style: "Item")
    case .table(let table): self.table(table) + paragraph("")
    case .pageBreak: "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
    }
  }

  private func paragraph(_ text: String, style: String? = nil) -> String {
    let settings = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
    return "<w:p>\(settings)\(run(text))</w:p>"
  }

  private func run(_ text: String, isBold: Bool = false) -> String {
    if text.isEmpty { return "" }
    let settings = isBold ? "<w:rPr><w:b/></w:rPr>" : ""
    return "<w:r>\(settings)<w:t xml:space=\"preserve\">\(escaped(text))</w:t></w:r>"
  }

  private func table(_ table: WordDocument.Table) -> String {
    let whole = document.isLandscape ? 15038 : 10106
    let parts = max(1, table.widths.reduce(0, +))
    let widths = table.widths.map { $0 * whole / parts }
    let head = table.head.map { WordDocument.Cell($0, fill: 0xDFE7E5, isBold: true) }
    return """
      <w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="\(whole)" w:type="dxa"/>\
      <w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>\
      <w:tblGrid>\(widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined())</w:tblGrid>\
      \(row(head, widths, isHead: true))\(table.rows.map { row($0, widths, isHead: false) }.joined())</w:tbl>
      """
  }

  private func row(_ cells: [WordDocument.Cell], _ widths: [Int], isHead: Bool) -> String {
    let settings = "<w:trPr><w:cantSplit/>\(isHead ? "<w:tblHeader/>" : "")</w:trPr>"
    return "<w:tr>\(settings)\(zip(cells, widths).map { cell($0, $1) }.joined())</w:tr>"
  }

  private func cell(_ cell: WordDocument.Cell, _ width: Int) -> String {
    let fill = cell.fill.map { "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(hex($0))\"/>" } ?? ""
    let aligned = cell.isNumber ? "<w:pPr><w:pStyle w:val=\"Cell\"/><w:jc w:val=\"right\"/></w:pPr>" : nil
    let settings = aligned ?? "<w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr>"
    let lines = cell.text.split(separator: "\n", omittingEmptySubsequences: false)
    let paragraphs = lines.map { "<w:p>\(settings)\(run(String($0), isBold: cell.isBold))</w:p>" }.joined()
    return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(fill)</w:tcPr>\(paragraphs)</w:tc>"
  }

  private func hex(_ colour: UInt32) -> String {
    let digits = String(colour & 0xFFFFFF, radix: 16, uppercase: true)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Characters that XML does not allow are left out.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n": escaped += " "
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// What is the same in every document.
enum WordParts {
  static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  static let types = """
    \(head)<Types xmlns="\(package)/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>\
    <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/>\
    <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
    </Types>
    """

  static let relations = """
    \(head)<Relationships xmlns="\(package)/relationships">\
    <Relationship Id="rId1" Type="\(office)/officeDocument" Target="word/document.xml"/>\
    <Relationship Id="rId2" Type="\(package)/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
    </Relationships>
    """

  static let documentRelations = """
    \(head)<Relationships xmlns="\(package)/relationships">\
    <Relationship Id="rId1" Type="\(office)/styles" Target="styles.xml"/></Relationships>
    """

  static let styles = """
    \(head)<w:styles xmlns:w="\(namespace)"><w:docDefaults><w:rPrDefault><w:rPr>\
    <w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="21"/><w:lang w:val="en-GB"/></w:rPr>\
    </w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>\
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
    \(heading(1, size: 36, before: 0))\(heading(2, size: 28, before: 320))\(heading(3, size: 23, before: 240))\
    <w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:basedOn w:val="Normal"/>\
    <w:rPr><w:color w:val="505A5F"/><w:sz w:val="18"/></w:rPr></w:style>\
    <w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:basedOn w:val="Normal"/>\
    <w:pPr><w:ind w:left="284" w:hanging="284"/></w:pPr></w:style>\
    <w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/>\
    <w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style>\
    <w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>\(borders)</w:tblBorders>\
    <w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>\
    <w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>
    """

  private static let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
    "<w:\($0) w:val=\"single\" w:sz=\"4\" w:color=\"B9BEC6\"/>"
  }.joined()

  private static func heading(_ level: Int, size: Int, before: Int) -> String {
    """
    <w:style w:type="paragraph" w:styleId="Heading\(level)"><w:name w:val="heading \(level)"/><w:basedOn w:val="Normal"/>\
    <w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="\(before)" w:after="80"/>\
    <w:outlineLvl w:val="\(level - 1)"/></w:pPr><w:rPr><w:b/><w:sz w:val="\(size)"/></w:rPr></w:style>
    """
  }
}
