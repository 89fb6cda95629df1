package import struct Foundation.Date

/// An Excel workbook to be written, as a value.
package struct Workbook: Sendable {
  package var title: String
  /// Who it is from: a school's name.
  package var author: String
  /// When it was made; the same content at the same moment makes the same file.
  package var created: Date
  package var sheets: [Sheet]

  package init(title: String, author: String, created: Date, sheets: [Sheet]) {
    self.title = title
    self.author = author
    self.created = created
    self.sheets = sheets
  }

  package struct Sheet: Sendable {
    /// At most 31 characters; what Excel does not allow in a name is replaced.
    package var name: String
    /// Widths of the columns from the first, in characters.
    package var columnWidths: [Double]
    package var rows: [Row]
    /// What follows `rows`.
    package var moreRows: MadeRows
    /// Rows at the top and columns at the left that stay when one scrolls.
    package var frozenRows: Int
    package var frozenColumns: Int
    /// A heading row, from 0, whose cells get arrows to filter the rows below it, up to the last of these.
    package var filteredRows: ClosedRange<Int>?
    package var printing: Printing

    package init(
      name: String, columnWidths: [Double] = [], rows: [Row] = [], moreRows: MadeRows = MadeRows(),
      frozenRows: Int = 0, frozenColumns: Int = 0, filteredRows: ClosedRange<Int>? = nil,
      printing: Printing = Printing()
    ) {
      self.name = name
      self.columnWidths = columnWidths
      self.rows = rows
      self.moreRows = moreRows
      self.frozenRows = frozenRows
      self.frozenColumns = frozenColumns
      self.filteredRows = filteredRows
      self.printing = printing
    }
  }

  package struct Row: Sendable {
    package var cells: [Cell]
    /// In points; nil for as high as the text needs.
    package var height: Double?

    package init(_ cells: [Cell] = [], height: Double? = nil) {
      self.cells = cells
      self.height = height
    }
  }

  /// Rows of which each is made when it is written, and kept no longer: of lists that would fill the memory.
  package struct MadeRows: Sendable {
    package let count: Int
    /// The row of a number from 0.
    let row: @Sendable (Int) -> Row

    package init(count: Int = 0, row: @escaping @Sendable (Int) -> Row = { _ in Row() }) {
      self.count = count
      self.row = row
    }
  }

  /// How a sheet comes out on paper: as wide as the page, and as many pages long as it needs, numbered.
  package struct Printing: Sendable {
    package enum Paper: Sendable { case a3, a4 }

    package var paper: Paper
    package var isLandscape: Bool
    /// The rows, from 0, that are printed at the top of every page.
    package var repeatedRows: ClosedRange<Int>?
    /// The columns, from 0, that are printed at the left of every page.
    package var repeatedColumns: ClosedRange<Int>?
    /// Plain text at the top of each page, and at its foot beside the page number.
    package var header: String
    package var footer: String

    package init(
      paper: Paper = .a4, isLandscape: Bool = true, repeatedRows: ClosedRange<Int>? = nil,
      repeatedColumns: ClosedRange<Int>? = nil, header: String = "", footer: String = ""
    ) {
      self.paper = paper
      self.isLandscape = isLandscape
      self.repeatedRows = repeatedRows
      self.repeatedColumns = repeatedColumns
      self.header = header
      self.footer = footer
    }
  }

  /// A cell's address as formulas write it, both counted from 0: `B3` for row 2, column 1.
  package static func reference(row: Int, column: Int) -> String { "\(Grid.letters(ofColumn: column))\(row + 1)" }
}
