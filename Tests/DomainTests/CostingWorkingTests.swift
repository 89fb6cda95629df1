import Domain
import Testing

@Suite struct CostingWorkingTests {
  let fourteen = Sample.span("2026-09-07", "2026-12-18")

  func line(_ rates: RateBook) -> CostLine {
    let members = "ABC".map { Sample.member($0) } + [Sample.member("D", Sample.span("2026-09-07", "2026-10-19"))]
    let group = Sample.group([Sample.schedule(20, .on([.init(.monday)]))], members, span: fourteen)
    return Costing(calendar: Sample.calendar, rates: rates).cost(group, in: Sample.year.period).lines[0]
  }

  func text(_ working: Working) -> [String] {
    (working.lines + [working.total]).map { "\($0.label) = \($0.figure.words)" }
  }

  @Test func `a costing explains itself, total last`() {
    let rates = RateBook(rates: [
      .init(
        role: Sample.assistantRole, span: Sample.span("2026-04-01"), rate: Sample.rate("17.20"), isReference: true,
        source: "NJC pay")
    ])
    let working = line(rates).working(title: "Teaching assistant", showsRates: true)
    #expect(
      text(working) == [
        "7 September to 18 December 2026: 14 sessions of 20 min = 4 h 40 min",
        "Role rate from 1 April 2026: NJC pay (a reference rate, not yet confirmed) = £17.20 an hour",
        "Cost of these sessions = £80.27",
        "7 September to 19 October 2026, shared by 4 pupils = £40.13",
        "20 October to 18 December 2026, shared by 3 pupils = £40.14",
        "Total = £80.27",
      ])
  }

  @Test func `without finance the working shows hours and amounts, no rates`() {
    let working = line(Sample.book(Sample.rate("17.20"))).working(title: "Teaching assistant", showsRates: false)
    #expect(!text(working).joined().contains("17.20"))
    #expect(working.lines.contains { $0.figure == .time(280) })
    #expect(working.total.figure == .money(8027))
  }

  @Test func `the working of one pupil's part ends with it`() {
    let pupil = Sample.pupil("D")
    let working = line(Sample.book(Sample.rate("17.20")))
      .working(title: "Teaching assistant", showsRates: false, part: ("Daniel", { $0.pupil == pupil }))
    #expect(working.lines.last == Working.Line("The whole group", .money(8027)))
    #expect(working.total == Working.Line("Daniel", .money(1003)))
  }

  @Test func `a line that is not priced says so`() {
    let working = line(RateBook(rates: [])).working(title: "Teaching assistant", showsRates: true)
    #expect(working.total == Working.Line("Total of what is priced", .notPriced))
    #expect(working.lines.contains { $0.figure == .notPriced })
  }

  @Test func `staff time in words`() {
    #expect(
      [0, 45, 120, 280, 60_061].map { StaffTime.words(minutes: $0) } == [
        "0 min", "45 min", "2 h", "4 h 40 min", "1,001 h 1 min",
      ])
  }
}
