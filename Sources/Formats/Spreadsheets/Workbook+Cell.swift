extension Workbook {
  /// One cell: what it holds, and how it looks.
  package struct Cell: Hashable, Sendable {
    package var value: Value?
    /// A formula as Excel writes it in English, without the equals sign; `value` is its result.
    package var formula: String?
    package var style: Style
    /// A background of its own, `0xRRGGBB`.
    package var fill: UInt32?
    /// How many columns it covers.
    package var span: Int

    package init(
      _ value: Value? = nil, formula: String? = nil, style: Style = .body, fill: UInt32? = nil, span: Int = 1
    ) {
      self.value = value
      self.formula = formula
      self.style = style
      self.fill = fill
      self.span = span
    }

    package static let empty = Cell()

    package static func text(_ text: String, _ style: Style = .body, fill: UInt32? = nil, span: Int = 1) -> Cell {
      Cell(text.isEmpty ? nil : .text(text), style: style, fill: fill, span: span)
    }
    package static func integer(_ number: Int, _ style: Style = .body) -> Cell { Cell(.integer(number), style: style) }
    package static func money(pence: Int, _ style: Style = .body) -> Cell { Cell(.money(pence: pence), style: style) }
    package static func hours(minutes: Int, _ style: Style = .body) -> Cell {
      Cell(.hours(minutes: minutes), style: style)
    }
    package static func day(iso: String, _ style: Style = .body) -> Cell { Cell(.day(iso: iso), style: style) }
    /// A formula with its result, which programs that do not calculate show as it is.
    package static func formula(_ formula: String, _ result: Value, _ style: Style = .body) -> Cell {
      Cell(result, formula: formula, style: style)
    }
  }

  package enum Value: Hashable, Sendable {
    /// Never a formula, whatever it begins with.
    case text(String)
    case integer(Int)
    case decimal(Double)
    /// Whole pence, shown in pounds.
    case money(pence: Int)
    /// `YYYY-MM-DD`; other text stays text.
    case day(iso: String)
    /// Shown as hours with two decimals: 1.50.
    case hours(minutes: Int)
    /// Shown as hours and minutes: 1:30.
    case duration(minutes: Int)
  }

  package enum Style: Hashable, Sendable {
    /// The name at the top of a sheet.
    case title
    /// Small and grey: dates, filters, sources.
    case note
    /// Of a column or a row.
    case heading
    /// A line that begins a group of rows.
    case section
    case body
    /// Several lines of text from the top of the cell.
    case wrapped
    case subtotal
    case total
  }
}
