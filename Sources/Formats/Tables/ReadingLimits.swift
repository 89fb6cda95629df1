/// How much of a file is read before it is refused.
package struct ReadingLimits: Sendable {
  package var bytes: Int
  package var rows: Int
  package var columns: Int
  /// Bytes of UTF-8 in one cell; a spreadsheet holds 32,767 characters.
  package var cellBytes: Int

  package init(bytes: Int = 64 << 20, rows: Int = 100_000, columns: Int = 500, cellBytes: Int = 100_000) {
    self.bytes = bytes
    self.rows = rows
    self.columns = columns
    self.cellBytes = cellBytes
  }

  func check(bytes count: Int) throws(FormatError) {
    if count > bytes {
      throw FormatError("This file is too large: more than \(max(1, bytes >> 20)) MB. Export fewer columns or rows.")
    }
  }

  func check(rows count: Int) throws(FormatError) {
    if count > rows { throw FormatError("This file has more than \(rows) rows. Split it and import the parts.") }
  }

  func check(columns count: Int, row: Int) throws(FormatError) {
    if count > columns {
      throw FormatError("Row \(row) has more than \(columns) columns. Is this the right file?")
    }
  }

  func check(cellBytes count: Int, row: Int) throws(FormatError) {
    if count > cellBytes {
      throw FormatError("A cell in row \(row) is too long to be a name, a day or a note. Is this the right file?")
    }
  }
}
