/// The days from a school's first term to its last, each with its place in the fortnightly timetable, and how many days
/// of each place have passed before it: counting the sessions of any timetable in any period is ten subtractions.
///
/// A *slot* is a day of the fortnight: 0 to 4 are Monday to Friday of week A, 5 to 9 those of week B.
struct OpenDays: Sendable {
  static let slots = 10

  private let first: Int
  private let count: Int
  /// For each day its slot, or −1 where the school is closed.
  private let slotOfDay: [Int8]
  /// For each day, and the one after the last, how many open days come before it.
  private let openBefore: [Int32]
  /// The same for each slot alone: `slots` runs of `count + 1`.
  private let slotBefore: [Int32]

  init(terms: [Term], closures: [Closure]) {
    first = terms.map(\.period.from.number).min() ?? 0
    count = terms.isEmpty ? 0 : terms.map(\.period.until.number).max()! - first + 1
    let open = OpenDays.opened(terms, closures, first: first, count: count)
    slotOfDay = OpenDays.lettered(open, years: OpenDays.years(terms, first: first, count: count), first: first)

    var openBefore = [Int32](repeating: 0, count: count + 1)
    var slotBefore = [Int32](repeating: 0, count: OpenDays.slots * (count + 1))
    for index in 0..<count {
      let today = Int(slotOfDay[index])
      openBefore[index + 1] = openBefore[index] + (today < 0 ? 0 : 1)
      for slot in 0..<OpenDays.slots {
        let place = slot * (count + 1) + index
        slotBefore[place + 1] = slotBefore[place] + (today == slot ? 1 : 0)
      }
    }
    self.openBefore = openBefore
    self.slotBefore = slotBefore
  }

  /// Nil where the school is closed.
  func slot(of day: Day) -> Int? {
    let index = day.number - first
    guard index >= 0, index < count, slotOfDay[index] >= 0 else { return nil }
    return Int(slotOfDay[index])
  }

  func openDays(in period: Period) -> Int {
    Int(openBefore[index(period.until.next)] - openBefore[index(period.from)])
  }

  /// How many days of `slot` the school is open in `period`.
  func days(of slot: Int, in period: Period) -> Int {
    let run = slot * (count + 1)
    return Int(slotBefore[run + index(period.until.next)] - slotBefore[run + index(period.from)])
  }

  func firstOpenDay(from day: Day) -> Day? {
    var index = index(day)
    while index < count, slotOfDay[index] < 0 { index += 1 }
    return index < count ? Day(number: first + index) : nil
  }

  /// The last day of the table; nothing is open after it.
  var last: Day? { count == 0 ? nil : Day(number: first + count - 1) }

  private func index(_ day: Day) -> Int { Swift.min(Swift.max(day.number - first, 0), count) }

  private static func opened(_ terms: [Term], _ closures: [Closure], first: Int, count: Int) -> [Bool] {
    var open = [Bool](repeating: false, count: count)
    for term in terms {
      for number in term.period.from.number...term.period.until.number {
        open[number - first] = Day(number: number).weekday < .saturday
      }
    }
    for closure in closures {
      let from = max(closure.period.from.number - first, 0)
      let until = min(closure.period.until.number - first, count - 1)
      for index in stride(from: from, through: until, by: 1) { open[index] = false }
    }
    return open
  }

  /// The academic year of each day in a term, by its first year.
  private static func years(_ terms: [Term], first: Int, count: Int) -> [Int] {
    var years = [Int](repeating: 0, count: count)
    for term in terms {
      for number in term.period.from.number...term.period.until.number {
        years[number - first] = term.academicYear.start
      }
    }
    return years
  }

  /// A week belongs to the academic year of its first open day's term; the first such week of a year is A.
  private static func lettered(_ open: [Bool], years: [Int], first: Int) -> [Int8] {
    var slots = [Int8](repeating: -1, count: open.count)
    var week: Int?
    var year: Int?
    var isB = true
    for index in open.indices where open[index] {
      let day = Day(number: first + index)
      let monday = day.monday.number
      if monday != week {
        let ofYear = years[index]
        isB = ofYear == year ? !isB : false
        week = monday
        year = ofYear
      }
      slots[index] = Int8(day.weekday.rawValue + (isB ? 5 : 0))
    }
    return slots
  }
}
