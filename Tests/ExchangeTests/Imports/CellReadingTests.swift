import Domain
import Testing

@testable import Exchange

struct `A cell` {
  @Test(arguments: [
    ("14/03/2017", "2017-03-14"), ("2017-03-14", "2017-03-14"), ("14 March 2017", "2017-03-14"),
    ("14-Mar-17", "2017-03-14"), ("42808", "2017-03-14"), ("42808.0", "2017-03-14"),
    ("14/03/2017 00:00:00", "2017-03-14"), ("Tuesday, 14 March 2017", "2017-03-14"), ("March 14, 2017", "2017-03-14"),
    ("Tue 14/03/2017", "2017-03-14"),
  ])
  func `holds a day in many ways`(text: String, day: String) {
    #expect(CellReading.day(text)?.iso == day)
  }

  @Test(arguments: ["13", "2017", "31/02/2017", "March", "123456789"])
  func `that holds no day is not taken for one`(text: String) {
    #expect(CellReading.day(text) == nil)
  }

  @Test(arguments: ["Y", "yes", "True", "1", "T", "✓", "x"])
  func `says yes in many ways`(text: String) { #expect(CellReading.yesOrNo(text) == true) }

  @Test(arguments: ["N", "no", "FALSE", "0", "f", "-"])
  func `says no in many ways`(text: String) { #expect(CellReading.yesOrNo(text) == false) }

  @Test func `may hold a language, which says whether English is an additional one`() {
    #expect(PupilListReader.isEAL("English") == false)
    #expect(PupilListReader.isEAL("ENB") == false)
    #expect(PupilListReader.isEAL("Polish") == true)
    #expect(PupilListReader.isEAL("URD") == true)
    #expect(PupilListReader.isEAL("?") == nil)
  }

  @Test(arguments: [
    ("32.5", 1950), ("32:30", 1950), ("32h 30m", 1950), ("30 hours", 1800), (".5", 30), ("27.05", 1623),
  ])
  func `holds hours in many ways`(text: String, minutes: Int) {
    #expect(CellReading.minutes(ofHours: text) == minutes)
  }

  @Test func `holds commas before three digits only`() {
    #expect(CellReading.count("1,265") == 1265 && CellReading.count("12,5") == nil)
    #expect(CellReading.decimal("1,265.5") == Fraction(12_655, 10) && CellReading.decimal("44,4") == nil)
  }

  @Test func `holds a whole name with the surname first, or last`() throws {
    #expect(try #require(CellReading.name("Okafor, Ada Grace")) == ("Okafor", "Ada Grace"))
    #expect(try #require(CellReading.name("Ada Grace Okafor")) == ("Okafor", "Ada Grace"))
    #expect(CellReading.name("Ada") == nil)
  }
}
