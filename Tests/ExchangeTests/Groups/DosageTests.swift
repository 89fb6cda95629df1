import Domain
import Testing

@testable import Exchange

struct `How long and how often` {
  @Test(arguments: [
    ("30 mins x3", "30 min, 3 × week"), ("30 mins x 3 Mrs Lowe", "30 min, 3 × week"),
    ("20 min daily", "20 min, 5 × week"),
    ("3 x 20 mins per week", "20 min, 3 × week"), ("1 hr a fortnight", "60 min, 1 × fortnight"),
    ("1 hour once a fortnight", "60 min, 1 × fortnight"),
    ("half an hour twice a week", "30 min, 2 × week"), ("1 hr 30 min weekly", "90 min, 1 × week"),
    ("15' x5", "15 min, 5 × week"), ("4 times a half term, 45 minutes", "45 min, 4 × half-term"),
    ("Mon & Wed 9.30, 25 mins", "25 min, Mon Wed 09:30"), ("40 mins Tues/Thurs 2pm", "40 min, Tue Thu 14:00"),
    ("1.5 hours", "90 min"), ("2 sessions a week", "2 × week"), ("2 per week", "2 × week"), ("3 a week", "3 × week"),
    ("30 mins 2 per fortnight", "30 min, 2 × fortnight"), ("three per week", "3 × week"),
    // Ratios are no times.
    ("1:1 30 mins x 2 weekly", "30 min, 2 × week"), ("1-1 30 mins x 2", "30 min, 2 × week"),
    ("1 to 1 20 mins x 3", "20 min, 3 × week"), ("2:1 daily 15 mins", "15 min, 5 × week"),
    ("one-to-one, half hour weekly", "30 min, 1 × week"), ("121 20 mins x 3", "20 min, 3 × week"),
    // Lengths.
    ("5x15m", "15 min, 5 × week"), ("15m x5", "15 min, 5 × week"), ("5 x 15", "15 min, 5 × week"),
    ("20 x 3", "20 min, 3 × week"), ("half hour x2", "30 min, 2 × week"), ("1/2 hr weekly", "30 min, 1 × week"),
    ("½ hour wkly", "30 min, 1 × week"), ("30mins/day", "30 min, 5 × week"),
    ("an hour and a half weekly", "90 min, 1 × week"),
    ("1½ hrs weekly", "90 min, 1 × week"), ("3/4 hour daily", "45 min, 5 × week"), ("1hr30 weekly", "90 min, 1 × week"),
    ("10-15 mins daily", "15 min, 5 × week"), ("2 x half hour", "30 min, 2 × week"),
    ("2 x 1hr weekly", "60 min, 2 × week"),
    // How often.
    ("20 min 3x", "20 min, 3 × week"), ("20 mins x 3 per wk", "20 min, 3 × week"),
    ("20 mins x3 wkly", "20 min, 3 × week"),
    ("20 mins 3 x per week", "20 min, 3 × week"), ("20 mins 3x/week", "20 min, 3 × week"),
    ("20 min 2/wk", "20 min, 2 × week"),
    ("20 mins 2 p/w", "20 min, 2 × week"), ("20 mins 3 days a week", "20 min, 3 × week"),
    ("20 mins twice weekly", "20 min, 2 × week"), ("10 mins twice daily", "10 min, 10 × week"),
    ("20 min each morning", "20 min, 5 × week"), ("20 mins a day", "20 min, 5 × week"),
    ("30 mins pw", "30 min, 1 × week"),
    ("45 mins every other week", "45 min, 1 × fortnight"), ("45 mins alternate weeks", "45 min, 1 × fortnight"),
    ("45 mins every 2 weeks", "45 min, 1 × fortnight"), ("45 mins fortnightly", "45 min, 1 × fortnight"),
    ("45 mins 2 x fortnight", "45 min, 2 × fortnight"), ("45 mins half-termly", "45 min, 1 × half-term"),
    ("30 mins x 2 for 6 weeks", "30 min, 2 × week"), ("30 mins x 6 weeks", "30 min"),
    ("6 week block, 30 mins x 2", "30 min, 2 × week"), ("Phase 3 daily 20 mins", "20 min, 5 × week"),
    ("30 mins monthly", "30 min"), ("30 mins once a month", "30 min"), ("30 mins bi-weekly", "30 min"),
    // Days and times.
    ("9.00-9.20 daily", "20 min, every day 09:00"), ("Mon 9:00 to 9:20", "20 min, Mon 09:00"),
    ("Tues & Thurs 1.15-1.45", "30 min, Tue Thu 13:15"), ("Wed 11.45-12.15pm", "30 min, Wed 11:45"),
    ("Mon 9.00-9.20, Thu 2.00-2.20", "20 min, Mon 09:00, Thu 14:00"), ("Mon/Wed 20 mins", "20 min, Mon Wed"),
    ("20 mins M W F", "20 min, Mon Wed Fri"), ("20 mins T/Th", "20 min, Tue Thu"),
    ("20 mins MWF", "20 min, Mon Wed Fri"),
    ("Mon-Fri 10 mins", "10 min, every day"), ("Mondays and Fridays, 25 mins", "25 min, Mon Fri"),
    ("30 mins Tues PM", "30 min, Tue"), ("Thurs am 9.30 30 mins", "30 min, Thu 09:30"),
    ("Wed PM 1.30 30 mins", "30 min, Wed 13:30"),
    ("45 mins Tues every other week", "45 min, every other week (A) Tue"),
    ("45 mins Tues week B", "45 min, every other week (B) Tue"), ("daily at 9.15, 20 mins", "20 min, every day 09:15"),
    ("Year 3-4 9.00-9.20 daily", "20 min, every day 09:00"),
  ])
  func `is read as people write it`(text: String, words: String) {
    #expect(Dosage.taken(from: text).dosage.words == words)
  }

  /// What is offered is typed back by the page.
  @Test(arguments: [
    "30 min, 3 × week", "30 min, Mon Wed 09:30", "45 min, every other week (A) Tue", "20 min, every day",
    "20 min, every day 09:00", "60 min, 1 × fortnight", "45 min, 4 × half-term", "20 min, Mon Wed 09:30, Fri 11:00",
    "20 min, every other week (A) Tue, every other week (B) Thu", "30 min, Wed 13:30", "10 min, 10 × week",
  ])
  func `is read back from our own words`(words: String) {
    let read = Dosage.taken(from: words)
    #expect(read.dosage.words == (words == "20 min, every day" ? "20 min, 5 × week" : words))
    #expect(!read.rest.contains { $0.isLetter || $0.isNumber }, "\(read.rest)")
  }

  @Test(arguments: ["3M", "Year 3", "2 x TA", "2 groups", "1:1", "121", "x 2 chn", "Jack Smith (1:1)", "Y3-4"])
  func `is not seen in what is about people`(text: String) { #expect(Dosage.taken(from: text).dosage.isEmpty) }

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
