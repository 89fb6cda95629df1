/// A time of day, in whole minutes: `09:30`.
package struct ClockTime: Hashable, Comparable, Sendable {
  /// Minutes since midnight, 0 to 1,439.
  package let minutes: Int

  package init?(minutes: Int) {
    guard (0..<1440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  package init?(_ hour: Int, _ minute: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  package static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }

  /// `09:30`.
  package var words: String { "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }

  /// Reads what people type and browsers send: `09:30`, `9.30`, `0930`, `9:30am`, `2pm`, `14:00:00`. Nil for anything else.
  package init?(typed text: some StringProtocol) {
    var body = Substring(text.lowercased().filter { !$0.isWhitespace })
    var half: Int?
    for (ending, hours) in [("am", 0), ("pm", 12)] where body.hasSuffix(ending) {
      half = hours
      body = body.dropLast(2)
    }
    var pieces = body.split(whereSeparator: { ":.".contains($0) }).map(String.init)
    if pieces.count == 1, body.count == 4 { pieces = [String(body.prefix(2)), String(body.suffix(2))] }
    guard (1...3).contains(pieces.count), pieces.count > 1 || half != nil, pieces.allSatisfy({ $0.count <= 2 }),
      var hour = Int(pieces[0]), let minute = pieces.count > 1 ? Int(pieces[1]) : 0
    else { return nil }
    if let half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + half
    }
    self.init(hour, minute)
  }
}
