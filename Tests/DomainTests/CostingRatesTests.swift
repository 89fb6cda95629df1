import Domain
import Testing

/// What a role costs on which day, and what has no rate.
@Suite struct CostingRatesTests {
  let calendar = Sample.calendar
  let rates = Sample.book(Sample.rate("17.20"))

  func cost(_ group: GroupFacts, in period: Period = Sample.year.period, rates: RateBook? = nil) -> GroupCosting {
    Costing(calendar: calendar, rates: rates ?? self.rates).cost(group, in: period)
  }

  @Test func `a role that has no rate is not priced, never zero`() {
    let costing = cost(
      Sample.group([Sample.schedule(60, .perWeek(1))], [Sample.member("A")]), rates: RateBook(rates: []))
    #expect(costing.lines[0].pence == nil)
    #expect(costing.lines[0].unpricedFrom == Sample.day("2026-09-09"))
    #expect(costing.amount.words == "not priced")
    #expect(costing.amount.minutes == 38 * 60)
    #expect(costing.amount.unpriced.map(\.group) == [Sample.group])
    #expect([costing].byPupil[Sample.pupil("A")]?.isComplete == false)
  }

  @Test func `a rate that begins later prices nothing before its first day, and totals say so`() {
    let late = RateBook(rates: [
      .init(role: Sample.assistantRole, span: Sample.span("2026-09-21"), rate: Sample.rate("17.20"))
    ])
    let leaver = Sample.member("B", Sample.span("2026-09-21"))
    let group = Sample.group(
      [Sample.schedule(60, .on([.init(.monday)]))],
      [Sample.member("A", Sample.span("2026-09-07", "2026-09-20")), leaver])
    let costing = cost(group, in: Sample.period("2026-09-01", "2026-09-30"), rates: late)
    #expect(costing.lines[0].pence == 3440)
    #expect(costing.lines[0].unpricedFrom == Sample.day("2026-09-07"))
    #expect(costing.amount.words == "£34.40, and more that is not priced")
    #expect([costing].byPupil[Sample.pupil("A")]?.words == "not priced")
    #expect([costing].byPupil[Sample.pupil("B")]?.words == "£34.40")
  }

  /// Not priced while the share, the timetable and the book change: one stretch. Cut where days without a rate begin and end.
  @Test func `days without a rate are one stretch, whatever else changes in them`() {
    func span(_ from: String, _ until: String? = nil) -> Span { Sample.span(from, until) }
    let leads = [
      GroupFacts.Lead(staff: Sample.assistant, role: Sample.assistantRole, span: span("2026-09-01", "2026-10-11")),
      GroupFacts.Lead(
        staff: Sample.assistant, role: Sample.assistantRole, span: span("2026-10-12"), share: try! TimeShare(1, 3)),
    ]
    let group = Sample.group(
      [
        Sample.schedule(20, .perWeek(3), span("2026-09-01", "2026-11-20")),
        Sample.schedule(25, .perWeek(2), span("2026-11-21")),
      ], [Sample.member("A"), Sample.member("B"), Sample.member("C")], leads: leads)
    func stretches(_ rates: [Span], pay: [RateBook.OwnPay] = []) -> [String] {
      let book = RateBook(
        rates: rates.map { .init(role: Sample.assistantRole, span: $0, rate: Sample.rate("17.20")) }, pay: pay)
      let line = cost(group, in: Sample.period("2026-09-01", "2026-12-18"), rates: book).lines[0]
      return line.stretches.map { "\($0.period.from.iso)\($0.pence == nil ? "" : " priced")" }
    }
    #expect(stretches([]) == ["2026-09-01"])
    let pay = RateBook.OwnPay(
      staff: Sample.assistant, role: Sample.assistantRole, span: span("2026-11-02"), rate: Sample.rate("18"))
    #expect(stretches([], pay: [pay]) == ["2026-09-01"], "the book changes from no rate to none")
    #expect(
      stretches([span("2026-09-01", "2026-09-20"), span("2026-12-01")])
        == ["2026-09-01 priced", "2026-09-21", "2026-12-01 priced"])
    #expect(stretches([span("2026-09-01", "2026-10-11"), span("2026-10-12")]) == ["2026-09-01 priced"])
  }

  @Test func `an award that is entered late re-prices from its first day on`() {
    let group = Sample.group([Sample.schedule(60, .on([.init(.monday)]))], [Sample.member("A")])
    let awarded = RateBook(rates: [
      .init(role: Sample.assistantRole, span: Sample.span("2020-01-01", "2026-09-20"), rate: Sample.rate("17.20")),
      .init(role: Sample.assistantRole, span: Sample.span("2026-09-21"), rate: Sample.rate("18.31")),
    ])
    let costing = cost(group, in: Sample.period("2026-09-01", "2026-09-30"), rates: awarded)
    #expect(costing.lines[0].legs.map(\.pence) == [3440, 3662])
    #expect(costing.pence == 7102)
  }

  @Test func `three holders' pay make a role's price, two do not`() {
    func price(_ pay: [String]) -> Price? {
      RateBook(
        rates: [.init(role: Sample.assistantRole, span: Sample.span("2026-01-01"), rate: Sample.rate("17.20"))],
        pay: pay.enumerated().map { index, pounds in
          .init(
            staff: Sample.id(UInt64(50 + index)), role: Sample.assistantRole, span: Sample.span("2026-09-01"),
            rate: Sample.rate(pounds))
        }
      ).price(of: Sample.assistantRole, on: Sample.day("2026-09-07"))
    }
    #expect(price(["18", "19"])?.rate == Sample.rate("17.20"))
    #expect(price(["18", "19", "19"])?.rate == Sample.rate("18.6667"))
    #expect(price(["18", "19", "19"])?.origin == .averagePay(holders: 3))
  }

  @Test func `holders' pay counts from and until its days`() {
    let until = ["2026-12-31", "2026-12-31", "2026-10-31"]
    let book = RateBook(
      rates: [
        .init(role: Sample.assistantRole, span: Sample.span("2026-01-01", "2026-11-30"), rate: Sample.rate("17.20"))
      ],
      pay: until.enumerated().map { index, last in
        .init(
          staff: Sample.id(UInt64(50 + index)), role: Sample.assistantRole, span: Sample.span("2026-09-01", last),
          rate: Sample.rate("20"))
      })
    func pounds(_ day: String) -> String? { book.price(of: Sample.assistantRole, on: Sample.day(day))?.rate.words }
    #expect(pounds("2025-12-31") == nil)
    #expect(pounds("2026-08-31") == "£17.20 an hour")
    #expect(pounds("2026-09-01") == "£20.00 an hour")
    #expect(pounds("2026-10-31") == "£20.00 an hour")
    #expect(pounds("2026-11-01") == "£17.20 an hour")
    #expect(pounds("2026-12-01") == nil)
  }

  @Test func `rates too unlike to be added exactly are not priced`() {
    let primes = [1249, 1237, 1231, 1229, 1223, 1217, 1213, 1201]
    let rates = RateBook(
      rates: primes.enumerated().map { index, hours in
        let from = Sample.day("2026-09-07") + 7 * index
        return .init(
          role: Sample.assistantRole, span: Span(from, from + 6)!, rate: Sample.rate("20000", .annualHour(hours: hours))
        )
      })
    let costing = cost(
      Sample.group([Sample.schedule(60, .on([.init(.monday)]))], [Sample.member("A")]),
      in: Sample.period("2026-09-07", "2026-11-01"), rates: rates)
    #expect(costing.lines[0].pence == nil)
    #expect(costing.lines[0].unpricedFrom == Sample.day("2026-09-07"))
  }
}
