/// Finds the tables in HTML as programs put it on the clipboard: tags unclosed, settings and comments between them.
struct HTMLTableReader {
  private let limits: ReadingLimits
  private var tags: HTMLTags
  private var found: [Grid] = []

  // Of the table that is being read.
  private var depth = 0
  private var rows: [TableRow] = []
  private var merges: [Grid.Merge] = []
  private var rowNumber = 0
  /// The cells of the present row by column, and of rows below where a cell reaches down.
  private var cells: [Int: String] = [:]
  private var taken: [Int: Int] = [:]
  private var column = 0
  private var text: String?

  init(_ bytes: [UInt8], limits: ReadingLimits) {
    self.limits = limits
    tags = HTMLTags(bytes)
  }

  mutating func tables() throws(FormatError) -> [Grid] {
    while let piece = tags.next() {
      switch piece {
      case .text(let words): if text != nil { text? += words }
      case .open(let name, let attributes): try open(name, attributes)
      case .close(let name): try close(name)
      }
    }
    if depth > 0 {
      try endRow()
      endTable()
    }
    return found
  }

  private mutating func open(_ name: String, _ attributes: [String: String]) throws(FormatError) {
    switch name {
    case "table":
      depth += 1
      if depth == 1 { (rows, merges, rowNumber, taken) = ([], [], 0, [:]) } else { text? += "\n" }
    case "tr" where depth == 1:
      try endRow()
      rowNumber += 1
      column = 0
    case "td", "th":
      if depth == 1 { try beginCell(attributes) } else { text? += " " }
    case "br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4": text? += "\n"
    default: break
    }
  }

  private mutating func close(_ name: String) throws(FormatError) {
    switch name {
    case "table":
      if depth == 1 {
        try endRow()
        endTable()
      }
      depth = max(0, depth - 1)
    case "tr" where depth == 1: try endRow()
    case "td" where depth == 1, "th" where depth == 1: try endCell()
    case "p", "div", "li", "h1", "h2", "h3", "h4": text? += "\n"
    default: break
    }
  }

  private mutating func beginCell(_ attributes: [String: String]) throws(FormatError) {
    try endCell()
    if rowNumber == 0 { rowNumber = 1 }
    while taken[column, default: 0] >= rowNumber { column += 1 }
    text = ""
    let width = max(1, attributes["colspan"].flatMap { Int($0) } ?? 1)
    let height = min(max(1, attributes["rowspan"].flatMap { Int($0) } ?? 1), limits.rows)
    try limits.check(columns: column + min(width, limits.columns + 1), row: rowNumber)
    if width > 1 || height > 1 {
      merges.append(Grid.Merge(row: rowNumber, column: column, rowCount: height, columnCount: width))
    }
    for place in column..<column + width { taken[place] = rowNumber + height - 1 }
    cells[column] = ""
    column += width
  }

  private mutating func endCell() throws(FormatError) {
    guard let words = text, let place = cells.keys.max() else { return }
    try limits.check(cellBytes: words.utf8.count, row: rowNumber)
    cells[place] = words.split(separator: "\n").map(Self.collapsed).filter { !$0.isEmpty }.joined(separator: "\n")
    text = nil
  }

  private mutating func endRow() throws(FormatError) {
    try endCell()
    let width = (cells.keys.max() ?? -1) + 1
    if width > 0 {
      let row = TableRow(number: rowNumber, cells: (0..<width).map { cells[$0] ?? "" })
      if !row.isBlank { rows.append(row) }
      try limits.check(rows: rows.count)
    }
    cells = [:]
  }

  private mutating func endTable() {
    if !rows.isEmpty { found.append(Grid(rows: rows, merges: merges).withPlausibleMerges) }
  }

  private static func collapsed(_ words: Substring) -> String {
    words.split { $0.isWhitespace }.joined(separator: " ")
  }
}
