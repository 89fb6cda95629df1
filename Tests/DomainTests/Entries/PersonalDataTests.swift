import Domain
import Testing

/// What is looked for before a text goes where others read it.
@Suite struct PersonalDataTests {
  private func kinds(_ text: String) -> [PersonalData.Kind] { PersonalData.found(in: text).map(\.kind) }
  private func texts(_ text: String) -> [String] { PersonalData.found(in: text).map(\.text) }

  @Test(arguments: [
    ("Ella, aged 7, comes every week", "Ella"), ("We helped Amir and his mum", "Amir"),
    ("Jakub in Year 3 has no words yet", "Jakub"), ("a 6 year old, Oliver, waits", "Oliver"),
    ("Mohammed’s mum asked for more", "Mohammed"), ("Zoe (Y4) needs signs", "Zoe"),
    ("For Freya: she was diagnosed last year", "Freya"), ("for their daughter Oluwaseun’s speech", "Oluwaseun"),
  ]) func `a forename beside something that says child is a child’s name`(text: String, name: String) {
    #expect(PersonalData.found(in: text) == [.init(.childsName, name)])
  }

  @Test(arguments: [
    "Drop-in for children aged 3 to 5 and their mums", "Groups of four in Year 3, led by a teaching assistant",
    "St Thomas’ Hospital sees children aged 7", "Run at Charlotte Street for 5 year olds",
    "Mrs Ella Price leads it for Year 2",
    "Lucy Primary School, Year 3", "Will the child get help in Year 4? May and June are full.",
    "Oliver runs the shop on Tuesdays.", "Ask Mrs Lowe, or Dr. Okafor, at the hall (ZZ9 9ZZ).",
    "A programme called Talking Together, led by our teacher Amal", "Run by Ella Price and Amir Khan on Mondays",
    "Contact: Hannah O’Brien, speech and language therapist", "At Victoria Road and the Thomas Coram Centre",
    "Ella SENCO", "Oliver and Company",
  ]) func `children in general, places and grown-ups are not`(text: String) { #expect(kinds(text).isEmpty) }

  @Test(arguments: [
    ("Zuzanna Nowak comes to our group", "Zuzanna Nowak"), ("Ring Ella Brown", "Ella Brown"),
    ("A place was found for Connor O’Brien’s sake", "Connor O’Brien"), ("Aisha Khan’s place", "Aisha Khan"),
  ]) func `a whole name is a child’s where nothing makes a grown-up of it`(text: String, name: String) {
    #expect(PersonalData.found(in: text) == [.init(.childsName, name)])
  }

  @Test func `in a survey any whole name is one, whoever it is`() {
    #expect(PersonalData.found(in: "Run by Ella Price", of: .anybody) == [.init(.name, "Ella Price")])
  }

  @Test(arguments: [
    ("Ring 01632 960 123 first", "01632 960 123"), ("mobile 07700900123", "07700900123"),
    ("+44 1632 960123", "+44 1632 960123"), ("(01632) 960 123", "(01632) 960 123"),
  ]) func `ten or eleven digits that begin with nought are a telephone number`(text: String, number: String) {
    #expect(PersonalData.found(in: text) == [.init(.telephone, number)])
  }

  @Test(arguments: [
    "480 children in 2025 and 2026", "£12,500 a year", "12 sessions of 45 minutes, 6 weeks, 2026/27", "0 to 25 years",
    "020",
  ]) func `figures of a service are not`(text: String) { #expect(kinds(text).isEmpty) }

  @Test func `an NHS number adds up`() {
    #expect(texts("NHS 943 476 5919 is hers") == ["943 476 5919"])
    #expect(kinds("943 476 5919") == [.nhsNumber])
    #expect(kinds("943 476 5918").isEmpty)
    #expect(kinds("1111111111").isEmpty)
  }

  @Test func `a UPN, an e-mail address and a day of birth`() {
    #expect(PersonalData.found(in: "Pupil A801200001009.") == [.init(.upn, "A801200001009")])
    #expect(PersonalData.found(in: "Write to (sam.lee@oak.example), please") == [.init(.email, "sam.lee@oak.example")])
    #expect(kinds("@home and me@ and 3@5").isEmpty)
    #expect(PersonalData.found(in: "born 14/03/2019") == [.init(.birthDate, "14/03/2019")])
    #expect(PersonalData.found(in: "born 14/03/2019 in our town") == [.init(.birthDate, "14/03/2019")])
    #expect(PersonalData.found(in: "born on 14 March 2019 at home") == [.init(.birthDate, "14 March 2019")])
    #expect(PersonalData.found(in: "D.O.B.: 14 March 2019") == [.init(.birthDate, "14 March 2019")])
    #expect(kinds("It starts on 14/03/2027 and ends on 1 July 2027").isEmpty)
  }

  @Test func `the sentence names what was found, each once`() {
    #expect(PersonalData.sentence([]) == nil)
    let found = PersonalData.found(in: "Ella, aged 7. Ella, aged 7. Ring 01632 960 123.")
    #expect(
      PersonalData.sentence(found)
        == "It looks as if this holds a child’s name (“Ella”) and a telephone number (“01632 960 123”). Others will read it: "
        + "write of children in general, and take it out.")
  }
}

@Suite struct EntryNudgeTests {
  private func entry(_ text: String, audience: String = "parents", _ kind: EntryKind = .provision) -> EntryDetails {
    var details = EntryDetails(kind)
    details.description = text
    details.audience = audience
    return details
  }

  private let dropIn = "Talking drop-in at three family hubs, every month, for all parents of under-fives."

  @Test func `a good entry is let through`() { #expect(entry(dropIn).nudges(others: [], isDraft: false).isEmpty) }

  @Test func `what is too short, and for nobody, is asked about`() {
    #expect(entry("Drop-in.", audience: "").nudges(others: [], isDraft: false) == [.short, .noAudience])
  }

  @Test func `what a colleague has said already is asked about, in other words too`() {
    let other = entry("A talking drop-in at three family hubs every month for all parents of under fives")
    #expect(entry(dropIn).nudges(others: [other], isDraft: false) == [.like(other.name)])
    let gap = entry("A talking drop-in at three family hubs every month for all parents of under fives", .gap)
    #expect(entry(dropIn).nudges(others: [gap], isDraft: false).isEmpty)
    #expect(
      entry(dropIn).nudges(others: [entry("Training for staff of nurseries in the whole town")], isDraft: false).isEmpty
    )
  }

  @Test func `of a draft only personal data is told`() {
    #expect(
      entry("For Ella, aged 7", audience: "").nudges(others: [], isDraft: true) == [
        .personalData([.init(.childsName, "Ella")])
      ])
    #expect(entry("x", audience: "").nudges(others: [], isDraft: true).isEmpty)
  }
}

@Suite struct CellNameTests {
  private let framework = Framework(
    id: ID(high: 0x7000, low: 0x8000_0000_0000_0000), name: "Four", number: 1, from: Day(2026, 9, 1)!,
    strands: StandardFramework.strands, levels: StandardFramework.fourLevels, version: 1)

  @Test(arguments: [
    ("Family support Universal", 0, 0), ("universal family support", 0, 0), ("FS1", 0, 0), ("fs 1", 0, 0), ("E2", 1, 1),
    ("W3", 2, 2), ("ID4", 3, 3), ("IN2", 4, 1), ("Intervention Targeted Plus", 4, 2), ("Environment, Targeted", 1, 1),
    ("family-support universal", 0, 0),
  ]) func `a cell is known by its names and its short name`(name: String, strand: Int, level: Int) {
    #expect(framework.cell(named: name) == Cell(strand: strand, level: level))
  }

  @Test(arguments: ["", "Family support", "FS5", "FS0", "X1", "Universal"]) func `anything else is no cell`(
    name: String
  ) {
    #expect(framework.cell(named: name) == nil)
  }

  @Test func `every cell is found again by its short name and its key`() {
    for cell in framework.cells {
      #expect(framework.cell(named: framework.short(of: cell)) == cell)
      #expect(framework.cell(keyed: framework.key(of: cell)) == cell)
    }
  }
}
