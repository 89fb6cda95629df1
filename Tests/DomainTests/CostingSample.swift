import Domain

/// A small invented school to cost: fixed ids, a calendar of 38 whole weeks from 7 September 2026 to 16 July 2027.
enum Sample {
  static let year = AcademicYear(2026)
  static let calendar = SchoolCalendar.standard(for: [AcademicYear(2025), year, AcademicYear(2027)])

  static func id<Noun>(_ number: UInt64) -> ID<Noun> { ID(high: 0x0190_0000_0000_7000, low: 1 << 63 | number) }

  static let group: ID<Group> = id(1)
  static let assistant: ID<StaffMember> = id(10)
  static let teacher: ID<StaffMember> = id(11)
  static let assistantRole: ID<PayRole> = id(20)
  static let teacherRole: ID<PayRole> = id(21)
  static let sen: ID<FundingStream> = id(30)
  static let eal: ID<FundingStream> = id(31)

  /// Pupils A, B, C … in the order of their ids.
  static func pupil(_ letter: Character) -> ID<Pupil> { id(UInt64(100 + letter.asciiValue! - 65)) }

  static func day(_ iso: String) -> Day { Day(iso: iso)! }
  static func span(_ from: String, _ until: String? = nil) -> Span { Span(day(from), until.map(day))! }
  static func period(_ from: String, _ until: String) -> Period { Period(day(from), day(until))! }
  static let wholeYear = span("2026-09-01", "2027-08-31")

  static func rate(_ pounds: String, _ basis: RateBasis = .hour) -> Rate { try! Rate(typed: pounds, basis) }

  /// One rate for the teaching assistants, from 2020 on.
  static func book(_ rate: Rate) -> RateBook {
    RateBook(rates: [.init(role: assistantRole, span: span("2020-01-01"), rate: rate)])
  }

  static func schedule(_ minutes: Int, _ pattern: Schedule.Pattern, _ span: Span = wholeYear) -> DatedSchedule {
    DatedSchedule(span, try! Schedule(minutes: minutes, pattern))
  }

  static func member(
    _ letter: Character, _ span: Span = wholeYear, weight: Int = 1, stream: ID<FundingStream>? = nil,
    years: [YearFrom] = [YearFrom(day("2026-09-01"), YearGroup(3))]
  ) -> GroupFacts.Member {
    GroupFacts.Member(pupil: pupil(letter), span: span, weight: weight, stream: stream, years: years)
  }

  /// A group that the teaching assistant leads.
  static func group(
    _ schedules: [DatedSchedule], _ members: [GroupFacts.Member], span: Span = wholeYear,
    leads: [GroupFacts.Lead] = [GroupFacts.Lead(staff: assistant, role: assistantRole, span: span("2020-01-01"))],
    items: [GroupFacts.Item] = []
  ) -> GroupFacts {
    GroupFacts(group: group, span: span, schedules: schedules, leads: leads, items: items, members: members)
  }
}

extension GroupCosting {
  /// Pence by the letter of the pupil's name; `-` is "no pupil".
  var byLetter: [Character: Int] {
    var pence: [Character: Int] = [:]
    for (pupil, amount) in [self].byPupil {
      let letter = pupil.map { Character(UnicodeScalar(UInt8($0.low & 0xFF) - 100 + 65)) } ?? "-"
      pence[letter] = amount.pence.count
    }
    return pence
  }
  var pence: Int { amount.pence.count }
}
