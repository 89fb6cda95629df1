/// A day of the civil calendar, without a time or a zone. Counted from 1 January 1970, so that days compare and subtract
/// as whole numbers. Written and read as `YYYY-MM-DD`.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let number: Int

  package init(number: Int) { self.number = number }

  /// Nil when there is no such day, as 30 February.
  package init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let candidate = Day(number: Day.number(year, month, day))
    guard candidate.parts == (year, month, day) else { return nil }
    self = candidate
  }

  /// Reads `YYYY-MM-DD` only; what people type is read by `Day(typed:)`.
  package init?(iso text: some StringProtocol) {
    var text = String(text)
    guard let day = text.withUTF8({ Day(utf8: $0) }) else { return nil }
    self = day
  }

  /// Reads the ten bytes of `YYYY-MM-DD`.
  package init?(utf8: UnsafeBufferPointer<UInt8>) {
    guard utf8.count == 10, utf8[4] == 45, utf8[7] == 45 else { return nil }
    func digit(_ index: Int) -> Int { Int(utf8[index]) &- 48 }
    for index in [0, 1, 2, 3, 5, 6, 8, 9] where !(0...9).contains(digit(index)) { return nil }
    self.init(
      digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3), digit(5) * 10 + digit(6), digit(8) * 10 + digit(9))
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  package static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
  /// The days from `right` to `left`.
  package static func - (left: Day, right: Day) -> Int { left.number - right.number }

  package var next: Day { self + 1 }
  package var previous: Day { self - 1 }

  package var year: Int { parts.year }
  package var month: Int { parts.month }
  package var dayOfMonth: Int { parts.day }
  package var weekday: Weekday { Weekday(rawValue: (number + 3).modulo(7))! }
  /// The Monday on or before this day.
  package var monday: Day { self - weekday.rawValue }

  /// `YYYY-MM-DD`: files, addresses and the database.
  package var iso: String {
    let (year, month, day) = parts
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  // The proleptic Gregorian calendar in whole numbers (Howard Hinnant, "chrono-compatible low-level date algorithms").
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted.dividedDown(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    return (
      yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9,
      dayOfYear - (153 * month + 2) / 5 + 1
    )
  }

  /// Of any year, also beyond those that can be written: the ends of an academic year may lie there.
  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = y.dividedDown(by: 400)
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

package enum Weekday: Int, CaseIterable, Hashable, Comparable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  package static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }

  /// Monday, Tuesday …
  package var name: String { ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][rawValue] }
  /// Mon, Tue …
  package var shortName: String { String(name.prefix(3)) }
}

extension Int {
  func dividedDown(by divisor: Int) -> Int { self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor) }
  func modulo(_ divisor: Int) -> Int { self - dividedDown(by: divisor) * divisor }
}

func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
}
