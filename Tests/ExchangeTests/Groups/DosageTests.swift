import Domain
import Testing

@testable import Exchange

struct `How long and how often` {
  @Test(arguments: [
    ("30 mins x3", "30 min, 3 × week"), ("30 mins x 3 Mrs Lowe", "30 min, 3 × week"),
    ("20 min daily", "20 min, 5 × week"),
    ("3 x 20 mins per week", "20 min, 3 × week"), ("1 hr a fortnight", "60 min"),
    ("1 hour once a fortnight", "60 min, 1 × fortnight"),
    ("half an hour twice a week", "30 min, 2 × week"), ("1 hr 30 min weekly", "90 min, 1 × week"),
    ("15' x5", "15 min, 5 × week"), ("4 times a half term, 45 minutes", "45 min, 4 × half-term"),
    ("Mon & Wed 9.30, 25 mins", "25 min, Mon Wed 09:30"), ("40 mins Tues/Thurs 2pm", "40 min, Tue Thu 14:00"),
    ("1.5 hours", "90 min"), ("2 sessions a week", "2 × week"), ("2 per week", "2 × week"), ("3 a week", "3 × week"),
    ("30 mins 2 per fortnight", "30 min, 2 × fortnight"), ("three per week", "3 × week"),
  ])
  func `is read as people write it`(text: String, words: String) {
    #expect(Dosage.taken(from: text).dosage.words == words)
  }

  @Test(arguments: ["Amir K, Ella P", "x6 pupils", "6 children", "Year 3", "Wave 2", "Monique D", "Fred M"])
  func `is not read where nothing says it`(text: String) {
    #expect(Dosage.taken(from: text).dosage.isEmpty)
    #expect(Dosage.taken(from: text).rest == text)
  }

  @Test(arguments: [("1h 15", 75), ("1 hr 15 min", 75), ("1 hour", 60), ("0:45", 45), ("30", 30), ("45 mins", 45)])
  func `in a cell of its own is a length`(text: String, minutes: Int) { #expect(Dosage.minutes(text) == minutes) }

  @Test(arguments: ["601", "0", "30 20", "half"])
  func `in a cell of its own is refused where a number stays over`(text: String) {
    #expect(Dosage.minutes(text) == nil)
  }

  @Test func `leaves the rest of the text`() {
    #expect(
      CellReading.words(Dosage.taken(from: "Precision teaching (10 mins x5) Amir").rest)
        == "Precision teaching ( ) Amir")
  }

  @Test func `on days is read with times and weeks`() throws {
    let slots = try #require(Dosage.slots("Mon 09:30, Thu 2pm"))
    #expect(
      slots == [Schedule.Slot(.monday, start: ClockTime(9, 30)), Schedule.Slot(.thursday, start: ClockTime(14, 0))])
    #expect(Dosage.slots("Tue A, Thu B") == [Schedule.Slot(.tuesday, .a), Schedule.Slot(.thursday, .b)])
    let nine = ClockTime(9, 0)
    let other = ClockTime(10, 30)
    let both = [Schedule.Slot(.tuesday, .a, start: nine), Schedule.Slot(.tuesday, .b, start: other)]
    #expect(Dosage.slots("Tue A 09:00, Tue B 10:30") == both)
    #expect(Dosage.slots("Tue 09:00 A, Tue 10:30 (week B)") == both)
    #expect(Dosage.slots("Tue (week A) at 9:00, Tue wk B 10.30am") == both)
    #expect(
      Dosage.slots("Mon 09:30, Mon 14:00") == [
        Schedule.Slot(.monday, start: ClockTime(9, 30)), Schedule.Slot(.monday, start: ClockTime(14, 0)),
      ])
    #expect(Dosage.slots("every day")?.count == 5)
    #expect(Dosage.slots("Mon or so") == nil)
    #expect(Dosage.slots("M/W/F")?.map(\.weekday) == [.monday, .wednesday, .friday])
    #expect(Dosage.slots("Tu Th")?.map(\.weekday) == [.tuesday, .thursday])
    #expect(Dosage.slots("Mondays and Fridays")?.map(\.weekday) == [.monday, .friday])
  }
}

struct `Year groups in words` {
  @Test(arguments: [
    ("Year 3", [3]), ("Y1/2", [1, 2]), ("Y3 & 4", [3, 4]), ("Y1-Y3", [1, 2, 3]), ("KS2", [3, 4, 5, 6]), ("R", [0]),
    ("Reception and Year 1", [0, 1]), ("1, 2", [1, 2]),
  ])
  func `are read as people write them`(text: String, years: [Int]) {
    #expect(YearList.read(text)?.map(\.number) == years)
  }

  @Test(arguments: ["Staff", "Cost", "Notes", "Provision"])
  func `are not read in other words`(text: String) { #expect(YearList.read(text) == nil) }
}
