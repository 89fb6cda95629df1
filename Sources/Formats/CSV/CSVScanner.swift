/// Goes through the bytes of a CSV text, one row after another.
struct CSVScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private let limits: ReadingLimits
  private var place = 0
  private var number = 0
  private var width = 8

  init(bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, limits: ReadingLimits) {
    self.bytes = bytes
    self.separator = separator
    self.limits = limits
  }

  /// The next row, blank ones too; nil at the end.
  mutating func next() throws(FormatError) -> TableRow? {
    guard place < bytes.count else { return nil }
    number += 1
    var cells: [String] = []
    cells.reserveCapacity(width)
    repeat {
      cells.append(try cell())
      try limits.check(columns: cells.count, row: number)
    } while takeSeparator()
    takeLineEnd()
    width = cells.count
    return TableRow(number: number, cells: cells)
  }

  private mutating func cell() throws(FormatError) -> String {
    var start = place
    while start < bytes.count, bytes[start] == space, bytes[start] != separator { start += 1 }
    if start < bytes.count, bytes[start] == quote {
      place = start
      return try quotedCell()
    }
    while place < bytes.count, !endsCell(bytes[place]) { place += 1 }
    try limits.check(cellBytes: place - start, row: number)
    return trimmed(from: min(start, place), to: place)
  }

  /// A cell in quotation marks, doubled where one is meant. What stands between the closing mark and the separator is
  /// kept too: some systems do not double theirs.
  private mutating func quotedCell() throws(FormatError) -> String {
    place += 1
    let start = place
    while place < bytes.count, bytes[place] != quote { place += 1 }
    let isClosed = place < bytes.count
    let isPlain = isClosed && (place + 1 == bytes.count || endsCell(bytes[place + 1]))
    if isPlain, !bytes[start..<place].contains(carriageReturn) {
      try limits.check(cellBytes: place - start, row: number)
      defer { place += 1 }
      return trimmed(from: start, to: place)
    }
    place = start
    return try quotedCellWithMarks()
  }

  private mutating func quotedCellWithMarks() throws(FormatError) -> String {
    var text: [UInt8] = []
    var inside = true
    while place < bytes.count, inside || !endsCell(bytes[place]) {
      let byte = bytes[place]
      place += 1
      if byte == quote, inside {
        if place < bytes.count, bytes[place] == quote { place += 1 } else { inside = false; continue }
      } else if byte == carriageReturn {
        if place < bytes.count, bytes[place] == lineFeed { continue }
        text.append(lineFeed)
        continue
      }
      text.append(byte)
      try limits.check(cellBytes: text.count, row: number)
    }
    if inside {
      throw FormatError("In row \(number) a quotation mark opens a cell and none closes it.")
    }
    return text.withUnsafeBufferPointer { Self.trimmed($0[...]) }
  }

  private mutating func takeSeparator() -> Bool {
    guard place < bytes.count, bytes[place] == separator else { return false }
    place += 1
    return true
  }

  private mutating func takeLineEnd() {
    if place < bytes.count, bytes[place] == carriageReturn {
      place += 1
    } else if place < bytes.count, bytes[place] == lineFeed {
      place += 1; return
    }
    if place < bytes.count, place > 0, bytes[place] == lineFeed, bytes[place - 1] == carriageReturn { place += 1 }
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == lineFeed || byte == carriageReturn
  }

  private func trimmed(from start: Int, to end: Int) -> String { Self.trimmed(bytes[start..<end]) }

  /// Without white space at the ends, the no-break space (C2 A0) among it.
  private static func trimmed(_ slice: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var (start, end) = (slice.startIndex, slice.endIndex)
    while start < end {
      if slice[start] <= space {
        start += 1
      } else if end - start > 1, slice[start] == 0xC2, slice[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if slice[end - 1] <= space {
        end -= 1
      } else if end - start > 1, slice[end - 2] == 0xC2, slice[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return String(decoding: UnsafeBufferPointer(rebasing: slice[start..<end]), as: UTF8.self)
  }
}

private let quote = UInt8(ascii: "\"")
private let space = UInt8(ascii: " ")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
