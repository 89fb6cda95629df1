/// A Word document to be written, as a value: what one wants of a report that is to be edited. Headings are headings and
/// the first rows of tables are repeated on each page, so that it can be found through and read aloud.
package struct WordDocument: Sendable {
  package var title: String
  package var author: String
  package var blocks: [Block]
  /// Whether pages lie on their side.
  package var isLandscape: Bool

  package init(title: String, author: String, isLandscape: Bool = true, blocks: [Block]) {
    self.title = title
    self.author = author
    self.isLandscape = isLandscape
    self.blocks = blocks
  }

  package enum Block: Sendable, Hashable {
    /// Levels 1 to 3.
    case heading(Int, String)
    case paragraph(String)
    /// Small and grey: sources, dates, filters.
    case note(String)
    case item(String)
    case table(Table)
    case pageBreak
  }

  package struct Table: Sendable, Hashable {
    package var head: [String]
    package var rows: [[Cell]]
    /// In parts of the page's width, one for each column.
    package var widths: [Int]

    package init(head: [String], widths: [Int], rows: [[Cell]]) {
      self.head = head
      self.widths = widths
      self.rows = rows
    }
  }

  package struct Cell: Sendable, Hashable, ExpressibleByStringLiteral {
    package var text: String
    /// A background, `0xRRGGBB`.
    package var fill: UInt32?
    package var isNumber: Bool
    package var isBold: Bool

    package init(_ text: String, fill: UInt32? = nil, isNumber: Bool = false, isBold: Bool = false) {
      self.text = text
      self.fill = fill
      self.isNumber = isNumber
      self.isBold = isBold
    }

    package init(stringLiteral text: String) { self.init(text) }

    package static func number(_ number: Int) -> Cell { Cell(number.description, isNumber: true) }
  }
}
