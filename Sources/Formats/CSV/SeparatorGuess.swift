/// Which character separates the cells: the one by which the first rows come out most alike, and wide.
enum SeparatorGuess {
  static let candidates = [",", ";", "\t", "|"].map { $0.utf8.first! }

  static func separator(in bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let sample = UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, 128 << 10)])
    // The first of equals, so that a list of one column is read with commas.
    return candidates.map { ($0, score(of: $0, in: sample)) }.reduce((candidates[0], 0)) { $1.1 > $0.1 ? $1 : $0 }.0
  }

  /// The share of rows that have the commonest width, squared, times the cells that this width adds. Titles above the
  /// list and commas in names cost a little; a separator that is not one yields rows of one cell, and 0.
  private static func score(of separator: UInt8, in sample: UnsafeBufferPointer<UInt8>) -> Double {
    let limits = ReadingLimits(columns: .max, cellBytes: .max)
    var scanner = CSVScanner(bytes: sample, separator: separator, limits: limits)
    var widths: [Int: Int] = [:]
    var count = 0
    while count < 100, let row = try? scanner.next() {
      if row.isBlank { continue }
      widths[row.cells.count, default: 0] += 1
      count += 1
    }
    guard let (width, times) = widths.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return 0 }
    let share = Double(times) / Double(count)
    return share * share * Double(width - 1)
  }
}
