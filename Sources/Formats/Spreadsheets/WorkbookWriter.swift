import CXLSXWriter
import Foundation

extension Workbook {
  /// The .xlsx file, as bytes. Takes a few milliseconds for each thousand cells.
  package func written() throws -> [UInt8] {
    try TemporaryFolder.with { folder in
      let file = folder.appending(path: "workbook.xlsx")
      let cells = sheets.reduce(0) { $0 + $1.cellCount }
      try write(
        to: file.path(percentEncoded: false), temporary: folder.path(percentEncoded: false),
        rowByRow: cells > Self.manyCells)
      return Array(try Data(contentsOf: file, options: .alwaysMapped))
    }
  }

  /// From so many cells on, rows are written as they come, and texts stand in their cells: the file is somewhat larger, and
  /// the writer does not keep it all in memory.
  private static let manyCells = 100_000

  private func write(to path: String, temporary: String, rowByRow: Bool) throws {
    let book: UnsafeMutablePointer<lxw_workbook>? = temporary.withCString { temporary in
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: temporary)
      options.constant_memory = rowByRow ? 1 : 0
      return workbook_new_opt(path, &options)
    }
    guard let book else { throw Self.failure }
    var writer = WorkbookWriter(book: book)
    do {
      writer.setProperties(of: self)
      for sheet in sheets { try writer.write(sheet) }
    } catch {
      workbook_close(book)
      throw error
    }
    guard workbook_close(book) == LXW_NO_ERROR else { throw Self.failure }
  }

  static let failure = FormatError("The spreadsheet could not be made. Try again, or choose CSV.")
}

extension Workbook.Sheet {
  /// About how many: the rows that are made later count as the first of them.
  fileprivate var cellCount: Int {
    let more = moreRows.count == 0 ? 0 : moreRows.count * moreRows.row(0).cells.count
    return rows.reduce(more) { $0 + $1.cells.count }
  }
}

/// Hands a workbook to libxlsxwriter, piece by piece.
struct WorkbookWriter {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: WorkbookFormats
  private var names: Set<String> = []

  init(book: UnsafeMutablePointer<lxw_workbook>) {
    self.book = book
    formats = WorkbookFormats(book: book)
  }

  func setProperties(of workbook: Workbook) {
    workbook.title.withCString { title in
      workbook.author.withCString { author in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        properties.company = UnsafeMutablePointer(mutating: author)
        properties.created = time_t(workbook.created.timeIntervalSince1970)
        workbook_set_properties(book, &properties)
      }
    }
  }

  mutating func write(_ sheet: Workbook.Sheet) throws {
    guard let page = workbook_add_worksheet(book, newName(sheet.name)) else { throw Workbook.failure }
    for (column, width) in sheet.columnWidths.enumerated() {
      worksheet_set_column(page, UInt16(column), UInt16(column), width, nil)
    }
    for (number, row) in sheet.rows.enumerated() { try write(row, number, on: page) }
    for number in 0..<sheet.moreRows.count {
      try write(sheet.moreRows.row(number), sheet.rows.count + number, on: page)
    }
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      worksheet_freeze_panes(page, UInt32(sheet.frozenRows), UInt16(sheet.frozenColumns))
    }
    if let rows = sheet.filteredRows, sheet.rows.indices.contains(rows.lowerBound) {
      let width = sheet.rows[rows.lowerBound].cells.reduce(0) { $0 + max(1, $1.span) }
      worksheet_autofilter(page, UInt32(rows.lowerBound), 0, UInt32(rows.upperBound), UInt16(max(1, width) - 1))
    }
    setPrinting(sheet.printing, on: page)
  }

  private mutating func write(_ row: Workbook.Row, _ number: Int, on page: UnsafeMutablePointer<lxw_worksheet>) throws {
    if let height = row.height { worksheet_set_row(page, UInt32(number), height, nil) }
    var column = 0
    for cell in row.cells {
      guard number < 1_048_576, column + cell.span <= 16_384 else {
        throw FormatError("This is more than a spreadsheet can hold. Choose a shorter period or fewer columns.")
      }
      let format = formats.format(for: cell)
      if cell.span > 1 {
        let last = UInt16(column + cell.span - 1)
        worksheet_merge_range(page, UInt32(number), UInt16(column), UInt32(number), last, "", format)
      }
      if write(cell, UInt32(number), UInt16(column), format, on: page) != LXW_NO_ERROR { throw Workbook.failure }
      column += max(1, cell.span)
    }
  }

  private func write(
    _ cell: Workbook.Cell, _ row: UInt32, _ column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?,
    on page: UnsafeMutablePointer<lxw_worksheet>
  ) -> lxw_error {
    let formula = cell.formula.map { "=" + $0 }
    switch cell.value {
    case nil where formula == nil:
      return worksheet_write_blank(page, row, column, format)
    case .text(let text):
      let text = Self.fitted(text)
      if let formula { return worksheet_write_formula_str(page, row, column, formula, format, text) }
      return worksheet_write_string(page, row, column, text, format)
    case let value:
      guard let number = value.map({ WorkbookNumber.number(of: $0) }) ?? 0 else {
        if case .day(let iso) = value { return worksheet_write_string(page, row, column, Self.fitted(iso), format) }
        return LXW_ERROR_PARAMETER_VALIDATION
      }
      if let formula { return worksheet_write_formula_num(page, row, column, formula, format, number) }
      return worksheet_write_number(page, row, column, number, format)
    }
  }

  /// As much as a cell can hold: 32,767 characters. What looks like Excel's own way of writing a character, `_x0041_`,
  /// is written so that it stays text (ECMA-376 part 1, §22.9.2.19).
  private static func fitted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let short = scalars.count <= 32_767 ? text : String(String.UnicodeScalarView(scalars.prefix(32_766))) + "…"
    guard short.contains("_x") else { return short }
    return short.replacing(/_x[0-9A-Fa-f]{4}_/) { "_x005F" + $0.0 }
  }

  private func setPrinting(_ printing: Workbook.Printing, on page: UnsafeMutablePointer<lxw_worksheet>) {
    worksheet_set_paper(page, printing.paper == .a3 ? 8 : 9)
    if printing.isLandscape { worksheet_set_landscape(page) } else { worksheet_set_portrait(page) }
    worksheet_fit_to_pages(page, 1, 0)
    worksheet_set_margins(page, 0.4, 0.4, 0.6, 0.6)
    if let rows = printing.repeatedRows {
      worksheet_repeat_rows(page, UInt32(rows.lowerBound), UInt32(rows.upperBound))
    }
    if let columns = printing.repeatedColumns {
      worksheet_repeat_columns(page, UInt16(columns.lowerBound), UInt16(columns.upperBound))
    }
    if !printing.header.isEmpty { worksheet_set_header(page, "&L\(Self.plain(printing.header))") }
    worksheet_set_footer(page, "&L\(Self.plain(printing.footer))&RPage &P of &N")
  }

  /// Text in a header, where `&` begins a code; at most 200 of the 255 characters that Excel takes.
  private static func plain(_ text: String) -> String {
    String(text.prefix(200).replacing("&", with: "&&").prefix(200))
  }

  /// A name that Excel takes: without `[]:*?/\`, apostrophes at the ends, or more than 31 characters; and not yet used.
  private mutating func newName(_ wanted: String) -> String {
    let allowed = String(wanted.map { "[]:*?/\\".contains($0) || $0.isNewline ? "-" : $0 })
    let base = Self.withoutApostrophes(allowed).isEmpty ? "Sheet" : Self.withoutApostrophes(allowed)
    var name = Self.shortened(base, to: 31)
    var number = 2
    while !names.insert(name.lowercased()).inserted || name.lowercased() == "history" {
      name = Self.shortened(base, to: 27) + " \(number)"
      number += 1
    }
    return name
  }

  /// Excel counts in UTF-16.
  private static func shortened(_ name: String, to length: Int) -> String {
    var name = name
    while name.utf16.count > length { name.removeLast() }
    return name
  }

  private static func withoutApostrophes(_ name: String) -> String {
    var name = Substring(trimmed(name))
    while name.hasPrefix("'") { name = name.dropFirst() }
    while name.hasSuffix("'") { name = name.dropLast() }
    return String(name)
  }
}
