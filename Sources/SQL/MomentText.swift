package import struct Foundation.Date

/// A moment as both engines keep it: `YYYY-MM-DDTHH:MM:SS.mmmZ`, always 24 characters, so that text sorts as time.
package enum MomentText {
  package static func write(_ moment: Date) -> String {
    let (days, rest) = milliseconds(moment).flooredDivision(by: 86_400_000)
    let (year, month, day) = civil(fromDays: days)
    let second = rest / 1000
    return String(unsafeUninitializedCapacity: 24) { text in
      func put(_ value: Int64, _ places: Range<Int>, then mark: Unicode.Scalar) {
        var value = value
        for place in places.reversed() {
          text[place] = UInt8(ascii: "0") + UInt8(value % 10)
          value /= 10
        }
        text[places.upperBound] = UInt8(ascii: mark)
      }
      put(max(0, year), 0..<4, then: "-")
      put(month, 5..<7, then: "-")
      put(day, 8..<10, then: "T")
      put(second / 3600, 11..<13, then: ":")
      put(second / 60 % 60, 14..<16, then: ":")
      put(second % 60, 17..<19, then: ".")
      put(rest % 1000, 20..<23, then: "Z")
      return 24
    }
  }

  /// The moment that `write` wrote; nil for any other text.
  package static func read(_ text: String) -> Date? {
    var text = text
    return text.withUTF8(read)
  }

  package static func read(_ utf8: UnsafeBufferPointer<UInt8>) -> Date? {
    guard utf8.count == 24, utf8[10] == UInt8(ascii: "T"), utf8[23] == UInt8(ascii: "Z") else { return nil }
    func number(_ range: Range<Int>) -> Int64? {
      var value: Int64 = 0
      for byte in utf8[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int64(byte - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
      let minute = number(14..<16), let second = number(17..<19), let thousandth = number(20..<23)
    else { return nil }
    let seconds = days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
    return moment(milliseconds: seconds * 1000 + thousandth)
  }

  /// The moment as it will be read back: in whole milliseconds.
  package static func kept(_ moment: Date) -> Date { self.moment(milliseconds: milliseconds(moment)) }

  private static func milliseconds(_ moment: Date) -> Int64 { Int64((moment.timeIntervalSince1970 * 1000).rounded()) }

  private static func moment(milliseconds: Int64) -> Date {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  // The proleptic Gregorian calendar in whole numbers (Howard Hinnant, "chrono-compatible low-level date algorithms").
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let y = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = y.flooredDivision(by: 400)
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(fromDays days: Int64) -> (Int64, Int64, Int64) {
    let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}

extension Int64 {
  fileprivate func flooredDivision(by divisor: Int64) -> (Int64, Int64) {
    let rest = self % divisor
    return rest < 0 ? (self / divisor - 1, rest + divisor) : (self / divisor, rest)
  }
}
