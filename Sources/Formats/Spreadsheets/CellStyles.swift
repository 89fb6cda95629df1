import Foundation

/// How a workbook shows its numbers: what makes 42,000 a day.
struct CellStyles {
  /// By the number of the cell's style.
  private var formats: [NumberFormat] = []
  private let countsFrom1904: Bool

  init(_ path: String?, in archive: ZipArchive, countsFrom1904: Bool) throws(FormatError) {
    self.countsFrom1904 = countsFrom1904
    guard let path, let bytes = try archive.read(path) else { return }
    var codes: [Int: String] = [:]
    var reader = try XMLReader(bytes)
    var isInCells = false
    while true {
      let event = try reader.next()
      if event == .end { return }
      if event == .close, reader.name == "cellXfs" { isInCells = false }
      guard event == .open else { continue }
      let id = reader.attribute("numFmtId").flatMap { Int($0) }
      switch reader.name {
      case "numFmt": if let id { codes[id] = reader.attribute("formatCode") }
      case "cellXfs": isInCells = true
      case "xf": if isInCells { formats.append(NumberFormat(id: id ?? 0, code: codes[id ?? 0])) }
      default: break
      }
    }
  }

  /// The number that a file holds, as a person would type it.
  func text(ofNumber raw: String, style: Int) -> String {
    guard let value = Double(raw), value.isFinite else { return raw }
    switch formats.indices.contains(style) ? formats[style] : .plain {
    case .plain: return Self.plain(value)
    case .percent: return Self.plain(value * 100) + "%"
    case .padded(let width):
      let digits = Self.plain(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    case .day: return day(value) ?? Self.plain(value)
    case .dayAndTime:
      guard let day = day(value) else { return Self.plain(value) }
      let minutes = Self.minutes(value.truncatingRemainder(dividingBy: 1))
      return minutes == 0 ? day : day + " " + Self.clock(minutes)
    case .time: return Self.clock(Self.minutes(value))
    }
  }

  /// At most 15 significant digits, which is all that Excel keeps: 0.1 + 0.2 is 0.3.
  private static func plain(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return String(format: abs(value) < 1e15 ? "%.15g" : "%.0f", value)
  }

  private static func minutes(_ days: Double) -> Int { Int((min(abs(days), 1e6) * 1440).rounded()) }

  private static func clock(_ minutes: Int) -> String { String(format: "%02d:%02d", minutes / 60, minutes % 60) }

  /// Excel counts days from 1 January 1900 as 1 and believes in 29 February 1900; on old Macs from 1 January 1904 as 0.
  private func day(_ value: Double) -> String? {
    guard value >= 0, value < 2_958_466 else { return nil }
    var serial = Int(value)
    if countsFrom1904 { serial += 1462 } else if serial < 60 { serial += 1 }
    guard serial > 0, serial < 2_958_466 else { return nil }
    return Self.iso(daysSince1970: serial - 25_569)
  }

  // The proleptic Gregorian calendar in whole numbers (Howard Hinnant, "chrono-compatible low-level date algorithms").
  private static func iso(daysSince1970: Int) -> String {
    let shifted = daysSince1970 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return String(
      format: "%04d-%02d-%02d", year, month < 10 ? month + 3 : month - 9, dayOfYear - (153 * month + 2) / 5 + 1)
  }
}

/// What a number format shows, as far as it changes what is meant.
enum NumberFormat: Equatable {
  case plain, percent, day, dayAndTime, time
  /// Zeros in front, to so many digits: 0042.
  case padded(Int)

  /// The formats that every workbook has, by their numbers (ECMA-376 part 1, §18.8.30), and its own by their codes.
  init(id: Int, code: String?) {
    switch (id, code) {
    case (_, let code?): self = NumberFormat(code: code)
    case (9, _), (10, _): self = .percent
    case (14...17, _), (27...31, _), (36, _), (50...58, _): self = .day
    case (22, _): self = .dayAndTime
    case (18...21, _), (32...35, _), (45...47, _): self = .time
    default: self = .plain
    }
  }

  init(code: String) {
    let letters = Self.meaningful(code)
    let hasDay = letters.contains("d") || letters.contains("y")
    let hasTime = letters.contains("h") || letters.contains("s")
    if hasDay || letters.contains("m") && !hasTime {
      self = hasTime ? .dayAndTime : .day
    } else if hasTime {
      self = .time
    } else if letters.contains("%") {
      self = .percent
    } else if letters.count > 1, letters.allSatisfy({ $0 == "0" }) {
      self = .padded(letters.count)
    } else {
      self = .plain
    }
  }

  /// The first section of a code without what is written literally: `"text"`, `\x`, `_x`, `*x` and `[Red]`; but `[h]`
  /// is a time.
  private static func meaningful(_ code: String) -> String {
    var letters = ""
    var rest = Substring(code.lowercased())
    while let letter = rest.popFirst() {
      switch letter {
      case ";": return letters
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { letters += "h" }
      default: letters.append(letter)
      }
    }
    return letters == "general" ? "" : letters
  }
}
