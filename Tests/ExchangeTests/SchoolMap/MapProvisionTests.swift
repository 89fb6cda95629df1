import Domain
import Testing

@testable import Exchange

/// Staff of the tests about words of maps.
let mapStaff = StaffMentions(
  people: ["Ruth Lowe", "Dawn Carter", "Mr Ayo Bello", "Sam Reed", "Sam Webb", "Peter Hale", "Fay O'Neill"].enumerated()
    .map {
      number, name in
      StaffMember(
        id: ID(high: 1, low: UInt64(number)), name: name,
        roles: HeldRoles(ID(high: 2, low: 1), from: Day(2025, 9, 1)!), weeklyMinutes: nil, weeks: nil,
        account: nil, span: Span(Day(2025, 9, 1)!)!, version: 1)
    })

struct `What stands beside the years` {
  @Test(arguments: [
    // As it is, what it is called, its times, staff, kinds of staff.
    ("Lego therapy 45min Tues Mr Bello + Miss Carter", "Lego therapy", "45 min, Tue", ["Mr Bello", "Miss Carter"], []),
    ("Paired reading (D Carter, 15 mins daily)", "Paired reading", "15 min, 5 × week", ["D Carter"], []),
    ("Dd club - daily 10 minutes - R. Lowe", "Dd club", "10 min, 5 × week", ["R Lowe"], []),
    ("Ee talk half hour weekly, TA", "Ee talk", "30 min, 1 × week", [], ["TA"]),
    ("Hh sums 5x15m", "Hh sums", "15 min, 5 × week", [], []),
    ("Bb play 1:1 30 mins x 2 weekly", "Bb play", "30 min, 2 × week", [], []),
    ("Counselling 1:1 30 mins x 2", "Counselling", "30 min, 2 × week", [], []),
    ("1:1 reading 10 mins daily", "1:1 reading", "10 min, 5 × week", [], []),
    ("Phonics catch-up\n20 mins x 3 per wk Mrs Lowe TA", "Phonics catch-up", "20 min, 3 × week", ["Mrs Lowe"], ["TA"]),
    ("SALT – NHS therapist 1 hr fortnightly", "SALT – NHS therapist", "60 min, 1 × fortnight", [], []),
    ("Nurture group 2 x 1hr weekly HLTA", "Nurture group", "60 min, 2 × week", [], ["HLTA"]),
    ("Fine motor / OT programme 10 mins daily", "Fine motor / OT programme", "10 min, 5 × week", [], []),
    ("Handwriting, Dawn, 20 mins x 3", "Handwriting", "20 min, 3 × week", ["Dawn"], []),
    ("Touch typing 30 mins (Dawn)", "Touch typing", "30 min", ["Dawn"], []),
    ("Maths boost with Peter Hale: 9.00-9.20 daily", "Maths boost", "20 min, every day 09:00", ["Peter Hale"], []),
    ("Social skills (TA) Mon/Wed pm 30mins", "Social skills", "30 min, Mon Wed", [], ["TA"]),
    ("Drawing and talking • 45 mins • Wkly • Mrs C", "Drawing and talking", "45 min, 1 × week", ["Mrs C"], []),
    ("Daily Mile", "Daily Mile", "5 × week", [], []),
    ("Friday club 40 mins", "Friday club", "40 min, Fri", [], []),
    ("20 mins daily phonics", "phonics", "20 min, 5 × week", [], []),
    ("ELSA 1:1 40 mins wkly Miss O'Neill", "ELSA", "40 min, 1 × week", ["Miss O'Neill"], []),
    ("SALT", "SALT", "", [], []), ("TA", "", "", [], ["TA"]),
    ("HLTA / class teacher", "", "", [], ["HLTA", "class teacher"]),
    (
      "Precision teaching with class teacher, 10 mins daily", "Precision teaching", "10 min, 5 × week", [],
      ["class teacher"]
    ),
    ("PECS", "PECS", "", [], []), ("Mark making", "Mark making", "", [], []),
    ("ELKLAN, 2 x 20 mins", "ELKLAN", "20 min, 2 × week", [], []),
    ("Colourful semantics [Mrs Lowe; 3 x 20 mins]", "Colourful semantics", "20 min, 3 × week", ["Mrs Lowe"], []),
    (
      "Reading volunteers - alternate weeks, Thurs PM 1.15-1.45", "Reading volunteers",
      "30 min, every other week (A) Thu 13:15", [], []
    ),
    ("Lego therapy for 6 weeks 30 mins x 1", "Lego therapy", "30 min, 1 × week", [], []),
    ("Mr & Mrs Reid's cookery 1 hr wkly", "cookery", "60 min, 1 × week", ["Mr Reid", "Mrs Reid"], []),
    ("Sensory circuits", "Sensory circuits", "", [], []),
    ("Word banks and coloured overlays", "Word banks and coloured overlays", "", [], []),
  ])
  func `is parted into a name, times and staff`(
    text: String, name: String, times: String, leads: [String], roles: [String]
  ) {
    let read = MapProvision(text, mapStaff)
    #expect(read.name == name)
    #expect(read.dosage.words == times)
    #expect(read.leads == leads)
    #expect(read.roles == roles)
  }

  @Test(arguments: [
    ("Counselling 1:1 30 mins x 2", ["1:1"]), ("Lego therapy for 6 weeks 30 mins x 1", ["for 6 weeks"]),
    ("Swimming 40 mins Tues PM", ["Tues PM"]), ("Phonics\nin the library\n20 mins daily", ["in the library"]),
    ("Check-in 30 mins monthly", ["monthly"]),
  ])
  func `keeps the words that have no other place`(text: String, notes: [String]) {
    #expect(MapProvision(text, mapStaff).notes == notes)
  }
}

struct `What stands in a cell of a map` {
  private func read(_ text: String) -> MapCellText {
    MapCellText(text, mapStaff) { ["D Carter", "sam webb"].contains($0) }
  }

  @Test(arguments: [
    ("Amir K, Amina Y & Sean O’B", ["Amir K, Amina Y", "Sean O’B"]),
    ("Dev P; Chidi; Jack Smith", ["Dev P", "Chidi", "Jack Smith"]),
    ("• Amir\n• Ella P.", ["Amir", "Ella P."]), ("- Amir\n- Ella", ["Amir", "Ella"]),
    ("1. Amir\n2. Ella", ["Amir", "Ella"]),
    ("o Amir\no Ella", ["Amir", "Ella"]), ("Jack S (1:1 30 mins x 2) Dev", ["Jack S (1:1 30 mins x 2)", "Dev"]),
    ("Kuba W\nZuza (Tuesdays only)", ["Kuba W", "Zuza (Tuesdays only)"]),
    ("Dev – spelling focus, Amir", ["Dev, Amir"]), ("Amir, Ella (20 mins x 3)", ["Amir, Ella"]),
    ("Jack Smith (1:1 20 mins x 3)", ["Jack Smith"]),
    ("Amirah (hearing aid checks)", ["Amirah (hearing aid checks)"]), ("Amirah - hearing aid checks", ["Amirah"]),
    ("Mrs Lowe 20 mins daily\nAmir", ["Amir"]), ("Ella (TA)", ["Ella"]), ("Y1: Ella P\nY2: Tobi", ["Ella P", "Tobi"]),
    ("D Carter", ["D Carter"]),
    ("sam webb", ["sam webb"]), ("Juan de la Cruz", ["Juan de la Cruz"]), ("Amir x2 30 mins, Ella", ["Amir", "Ella"]),
    ("whole class", []), ("6 pupils", []), ("sensory circuits before lunch", []), ("EHCP pupils", []), ("SEN", []),
    ("Red group", []), ("-", []),
  ])
  func `holds names`(text: String, names: [String]) { #expect(read(text).names.map(\.text) == names) }

  @Test(arguments: [
    "Whole class", "all", "Everyone", "✓", "✔", "Y", "x", "ALL CHN", "all of Y3", "Whole class - 10 mins daily",
  ])
  func `may mean everybody`(text: String) { #expect(read(text).isEverybody && read(text).names.isEmpty) }

  @Test(arguments: ["-", "–", "TBC", "n/a", "None", "0", "", "N"])
  func `may mean nothing`(text: String) { #expect(read(text).isNothing) }

  @Test(arguments: [
    ("Amirah - hearing aid checks", ["Amirah - hearing aid checks"]),
    ("sensory circuits and brain breaks", ["sensory circuits and brain breaks"]),
    ("Jack Smith (1:1 20 mins x 3)", ["1:1"]), ("Amir\nweekly check-in with mum", ["check-in with mum"]),
    ("Small group", ["Small group"]),
  ])
  func `keeps words that are no names`(text: String, notes: [String]) { #expect(read(text).notes == notes) }

  @Test(arguments: [
    ("Jack S (1:1 30 mins x 2) Dev", ""), ("Kuba W\nZuza (Tuesdays only)", ""),
    ("Amir, Ella (20 mins x 3)", "20 min, 3 × week"),
    ("Jack (20 mins x 3)", "20 min, 3 × week"), ("Amir\nElla\n(20 mins x 3)", "20 min, 3 × week"),
  ])
  func `says times of all of its names, or of one`(text: String, times: String) {
    #expect(read(text).dosage.words == times)
  }

  @Test func `says the years of a line`() {
    #expect(read("Y1: Ella P\nY2: Tobi").names.map(\.years) == [[YearGroup(1)], [YearGroup(2)]])
  }
}
