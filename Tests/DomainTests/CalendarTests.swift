import Domain
import Testing

@Suite struct CalendarTests {
  let calendar = Sample.calendar

  @Test(arguments: 2020...2060)
  func `the standard calendar has three terms, six half-terms and 38 whole weeks`(start: Int) {
    let year = AcademicYear(start)
    let calendar = SchoolCalendar.standard(for: [year])
    #expect(calendar.terms(of: year).count == 3)
    #expect(calendar.halfTerms.count == 6)
    #expect(calendar.weeks(in: year.period).count == 38)
    #expect(calendar.weeks(in: year.period).allSatisfy { $0.isWhole })
    #expect(calendar.openDays(in: year.period) == 190)
    #expect(Day(start, 9, 1)! <= calendar.terms[0].period.from)
    #expect(Period(Day(start + 1, 7, 6)!, Day(start + 1, 7, 28)!)!.contains(calendar.terms[2].period.until))
    #expect(throws: Never.self) { try SchoolCalendar.check(calendar.terms) }
  }

  @Test func `the standard calendar keeps clear of Good Friday and Easter Monday`() {
    let easter = [2024: "2024-03-31", 2025: "2025-04-20", 2026: "2026-04-05", 2027: "2027-03-28", 2038: "2038-04-25"]
    for (year, sunday) in easter {
      let calendar = SchoolCalendar.standard(for: [AcademicYear(year - 1)])
      #expect(!calendar.isOpen(Sample.day(sunday) - 2))
      #expect(!calendar.isOpen(Sample.day(sunday) + 1))
    }
  }

  @Test func `a school is open Monday to Friday in its terms, except where it is closed`() {
    #expect(!calendar.isOpen(Sample.day("2026-09-04")))
    #expect(calendar.isOpen(Sample.day("2026-09-07")))
    #expect(!calendar.isOpen(Sample.day("2026-09-12")))
    #expect(calendar.isOpen(Sample.day("2026-10-23")))
    #expect(!calendar.isOpen(Sample.day("2026-10-26")))
    #expect(calendar.isOpen(Sample.day("2026-12-18")))
    #expect(!calendar.isOpen(Sample.day("2026-12-21")))
    #expect(!SchoolCalendar(terms: []).isOpen(Sample.day("2026-09-07")))
  }

  @Test func `terms and the next one`() {
    #expect(calendar.term(containing: Sample.day("2026-10-28"))?.name == "Autumn term 2026")
    #expect(calendar.term(containing: Sample.day("2026-12-25")) == nil)
    #expect(calendar.nextTerm(after: Sample.day("2026-12-25"))?.name == "Spring term 2027")
    #expect(calendar.firstOpenDay(from: Sample.day("2026-12-19")) == Sample.day("2027-01-04"))
    #expect(calendar.firstOpenDay(from: Sample.day("2029-01-01")) == nil)
  }

  @Test func `half-terms are what closures of four weekdays or more part`() {
    let term = Term(name: "Summer term 2026", period: Sample.period("2026-04-13", "2026-07-17"))
    let mayDay = Closure(name: "May Day", period: Sample.period("2026-05-04", "2026-05-04"))
    let holiday = Closure(name: "Half-term", period: Sample.period("2026-05-25", "2026-05-29"))
    let calendar = SchoolCalendar(terms: [term], closures: [holiday, mayDay])
    #expect(
      calendar.halfTerms.map(\.period) == [
        Sample.period("2026-04-13", "2026-05-22"), Sample.period("2026-06-01", "2026-07-17"),
      ])
    #expect(calendar.halfTerms.map(\.name) == ["Summer term 2026, first half", "Summer term 2026, second half"])
    // The bank holiday's week is no whole one.
    #expect(calendar.weeks(in: term.period).filter { !$0.isWhole }.map(\.monday) == [Sample.day("2026-05-04")])
    #expect(calendar.halfTerm(containing: Sample.day("2026-05-26")) == nil)
  }

  @Test func `four weekdays part a half-term, three do not`() {
    let term = Term(name: "Autumn term", period: Sample.period("2026-09-07", "2026-12-18"))
    func parts(_ from: String, _ until: String) -> Int {
      SchoolCalendar(terms: [term], closures: [Closure(name: "x", period: Sample.period(from, until))]).halfTerms.count
    }
    #expect(parts("2026-10-26", "2026-10-29") == 2)
    #expect(parts("2026-10-26", "2026-10-28") == 1)
    // Across a weekend, which is no weekday.
    #expect(parts("2026-10-29", "2026-11-03") == 2)
    #expect(parts("2026-10-30", "2026-11-03") == 1)
  }

  @Test func `weeks A and B alternate over open weeks and begin with A in every academic year`() {
    let letters = calendar.weeks(in: Sample.year.period).map(\.letter)
    #expect(letters.prefix(3) == [.a, .b, .a])
    #expect(zip(letters, letters.dropFirst()).allSatisfy { $0 != $1 })
    #expect(calendar.letter(of: Sample.day("2026-10-23")) == .a)
    #expect(calendar.letter(of: Sample.day("2026-10-28")) == nil)
    #expect(calendar.letter(of: Sample.day("2026-11-04")) == .b)
    #expect(calendar.letter(of: Sample.day("2027-07-16")) == .b)
    #expect(calendar.letter(of: Sample.day("2027-09-06")) == .a)
    // A weekend belongs to the week before it.
    #expect(calendar.letter(of: Sample.day("2026-09-13")) == .a)
  }

  @Test func `weeks count only the days inside the period`() {
    let weeks = calendar.weeks(in: Sample.period("2026-09-09", "2026-09-15"))
    #expect(weeks.map(\.openDays) == [3, 2])
  }

  @Test func `years for which nobody has said the terms are told`() {
    #expect(calendar.yearsWithoutTerms(in: Sample.period("2024-09-01", "2026-09-07")) == [AcademicYear(2024)])
    #expect(calendar.yearsWithoutTerms(in: Sample.year.period).isEmpty)
  }

  @Test func `terms that overlap, or that nobody can mean, are refused`() {
    let autumn = Term(name: "Autumn term", period: Sample.period("2026-09-07", "2026-12-18"))
    let spring = Term(name: "Spring term", period: Sample.period("2026-12-18", "2027-03-26"))
    #expect(throws: Refusal.invalid("Autumn term and Spring term overlap: check their dates.", field: "terms")) {
      try SchoolCalendar.check([spring, autumn])
    }
    #expect(throws: Refusal.self) {
      try SchoolCalendar.check([Term(name: "Long", period: Sample.period("2026-09-07", "2027-07-18"))])
    }
    #expect(throws: Refusal.self) {
      try SchoolCalendar.check([Term(name: "Old", period: Sample.period("1926-09-07", "1926-12-18"))])
    }
  }

  @Test(arguments: [
    ("09:30", "09:30"), ("9.30", "09:30"), ("0930", "09:30"), ("9:30am", "09:30"), ("2pm", "14:00"), ("12am", "00:00"),
    ("12:15 pm", "12:15"), ("14:05:00", "14:05"),
  ])
  func `times as people type them`(text: String, words: String) {
    #expect(ClockTime(typed: text)?.words == words)
  }

  @Test(arguments: ["", "9", "25:00", "9:60", "13pm", "half past nine", "9:3:0:0"])
  func `what is no time is not read`(text: String) {
    #expect(ClockTime(typed: text) == nil)
  }

  @Test func `the first and the last day that can be written lie in academic years`() {
    for day in [Day(1, 1, 1)!, Day(9999, 12, 31)!] {
      #expect(AcademicYear(containing: day).period.contains(day))
      #expect(YearFrom.list(in: Period(day)) { _ in YearGroup(3) }.count == 1)
    }
    #expect(calendar.yearsWithoutTerms(in: Period(Day(9998, 1, 1)!, Day(9999, 12, 31)!)!).count == 3)
  }

  @Test func `spans that meet and spans that do not`() {
    let autumn = Sample.span("2026-09-01", "2026-12-18")
    #expect(autumn.intersection(Sample.span("2026-11-01")) == Sample.span("2026-11-01", "2026-12-18"))
    #expect(Sample.span("2026-09-01").intersection(Sample.span("2026-11-01")) == Sample.span("2026-11-01"))
    #expect(autumn.intersection(Sample.span("2027-01-01")) == nil)
  }

  @Test func `a term that begins in August opens the year that follows`() throws {
    let year = AcademicYear(2026)
    let summer = Term(name: "Summer term", period: Sample.period("2026-04-13", "2026-07-17"))
    let autumn = Term(name: "Autumn term", period: Sample.period("2026-08-27", "2026-12-18"))
    let calendar = SchoolCalendar(terms: [autumn, summer])
    #expect(autumn.academicYear == year && summer.academicYear == year.previous)
    #expect(calendar.terms(of: year) == [autumn])
    #expect(calendar.year(of: Sample.day("2026-08-27")) == year)
    #expect(calendar.year(of: Sample.day("2026-08-26")) == year.previous)
    let letters = ["2026-08-27", "2026-08-31", "2026-09-07"].map { calendar.letter(of: Sample.day($0)) }
    #expect(letters == [.a, .b, .a])
    #expect(calendar.yearsWithoutTerms(in: year.period).isEmpty)
  }
}
