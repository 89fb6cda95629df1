import Domain
import Testing

/// Days as people type them and as schools' systems write them.
@Suite struct PupilsDaysTests {
  @Test(arguments: [
    "2/9/2026", "02/09/2026", "2-9-26", "2.9.2026", "2 September 2026", "2 sep 26", "2nd September 2026", "2026-09-02",
    "2026-09-02T00:00:00", "02/09/2026 00:00:00", "20260902", "2-Sep-2026", " 2 Sept 2026 ", "2 September, 2026",
  ])
  func `the second of September is read`(text: String) { #expect(Day(typed: text) == Day(2026, 9, 2)) }

  @Test(arguments: [("1/2/49", 2049), ("1/2/50", 1950), ("1/2/99", 1999), ("1/2/05", 2005)])
  func `two digits are the hundred years up to 2049`(text: String, year: Int) {
    #expect(Day(typed: text)?.year == year)
  }

  @Test(arguments: [
    "", "soon", "31/2/2017", "29/2/2025", "13/13/2026", "9/2026", "September 2026", "2 Se 2026", "2/9/126", "0/1/2026",
    "tomorrow at 9", "2026-13-01",
  ])
  func `what is no day is not guessed`(text: String) { #expect(Day(typed: text) == nil) }

  @Test(arguments: ["31/12/9999", "9999-12-31", "1/1/0001", "31 December 1899", "1/1/2200", "99991231"])
  func `a year that nobody means is no day`(text: String) { #expect(Day(typed: text) == nil) }
}
