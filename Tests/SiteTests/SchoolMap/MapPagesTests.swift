import Domain
import Hummingbird
import SQL
import Store
import TestSupport
import Testing

@testable import Site

/// The map as people ask it: its filters stand in the address, and its figures open their working.
@Suite struct MapPagesTests {
  private let school = SampleSchool.ashfieldPrimary
  private let map = "/schools/900001/map"

  @Test(arguments: Engine.all) func `what the form asks stands in an address of ids and days`(engine: Engine)
    async throws
  {
    let browser = try await TestSite(engine).browser(as: .senco)
    let answer = try await browser.open(
      "\(map)?days=term&from=1+May+2027&on=nonsense&by=stage&names=full&level=targeted&level=specialist&as-at=",
      follows: false)
    #expect(answer.status == 303)
    #expect(answer.location == "\(map)?from=2026-09-02&until=2026-12-18&by=stage&level=specialist&level=targeted")
    let year = try await browser.open("\(map)?days=year&as-at=1+December+2026", follows: false)
    #expect(year.location == "\(map)?from=2026-09-01&until=2027-08-31&as-at=2026-12-01")
    let day = try await browser.open("\(map)?days=day&on=12/10/2026&from=junk", follows: false)
    #expect(day.location == "\(map)?on=2026-10-12")
    let page = try await browser.open("\(map)?days=dates&from=1+October+2026&until=31+October+2026")
    #expect(page.status == 200 && page.says("1 to 31 October 2026") || page.says("1 October 2026"))
  }

  @Test func `days that cannot be read are refused, and stay as they were typed`() async throws {
    let browser = try await TestSite().browser(as: .senco)
    let page = try await browser.open("\(map)?days=dates&from=31+February&until=1+October+2026")
    #expect(page.status == 422 && !page.problems.isEmpty)
    #expect(page.value("from") == "31 February" && page.value("until") == "1 October 2026")
    #expect(page.value("days") == "dates")
    #expect(page.title.hasPrefix("Error: "))
  }

  @Test(arguments: ["staff=zz", "heading=1", "strand=nonsense", "stream=x", "pupil=Amina", "year=later"])
  func `a filter that cannot be read is refused, not passed over`(filter: String) async throws {
    let browser = try await TestSite().browser(as: .senco)
    let page = try await browser.open("\(map)?from=2026-09-01&until=2027-08-31&\(filter)")
    #expect(page.status == 422 && page.problems.first?.hasPrefix("This address asks for a ") == true)
    #expect(try await browser.open("\(map).csv?\(filter)").status == 422)
  }

  @Test(arguments: Engine.all) func `what was chosen is shown, and each can be taken away`(engine: Engine) async throws
  {
    let site = try await TestSite(engine)
    try await site.database.write(keeper: school.id.text) { try $0.run("UPDATE groups SET level = 'targeted'") }
    let browser = try await site.browser(as: .senco)
    let (heading, pupil) = (school.literacyHeading.text, SamplePupil.amina.id(in: school).text)
    let page = try await browser.open("\(map)?heading=\(heading)&level=targeted&pupil=\(pupil)&year=3")
    let chips = page.links.filter { $0.label.hasPrefix("Take away") }
    #expect(
      chips.map(\.label) == [
        "Take away Heading: Literacy", "Take away Level: Targeted", "Take away Pupil: Amina Yusuf",
        "Take away Year 3 alone",
      ])
    #expect(chips.allSatisfy { !$0.address.contains("Amina") })
    let less = try await browser.open(chips[0].address)
    #expect(less.links.filter { $0.label.hasPrefix("Take away") }.count == 3)
    #expect(!less.address.contains("heading="))
    let all = try await browser.open(try #require(page.link("Show everything")))
    #expect(all.links.filter { $0.label.hasPrefix("Take away") }.isEmpty)
    #expect(page.link("Year 4") != nil && page.link("All years") != nil)
  }

  @Test(arguments: Engine.all) func `every figure of money opens a working with the same total`(engine: Engine)
    async throws
  {
    let browser = try await TestSite(engine).browser(as: .senco)
    let page = try await browser.open(map)
    let figures = page.links.filter { $0.address.contains("/map/working") && $0.label.hasPrefix("£") }
    #expect(figures.count > 6)
    for (words, address) in figures {
      let working = try await browser.open(address)
      #expect(working.status == 200 && working.h1 == "How this figure came about", "\(address)")
      let total = working.table("What was added up").last?.last
      #expect(
        // A tile says beside its figure what the figure lacks.
        total == words || total == "\(words) + not led" || working.says("To come \(words)"),
        "\(words) at \(address), not \(total ?? "")")
    }
    #expect(!page.links.contains { $0.address.contains("/map/working") && $0.label.contains("withheld") })
  }

  /// The sample school with a strategy in Year 1, a group that nobody leads in Year 3, and two of one name.
  private func lived(_ engine: Engine) async throws -> TestSite {
    let site = try await TestSite(engine)
    let (school, here) = (school, school.operatorViewer)
    try await site.database.write(keeper: school.id.text) { connection in
      let span = Span(Day(2026, 9, 7)!)!
      func add(_ name: String, _ pupil: SamplePupil, _ schedule: Schedule?, led: Bool = false) throws {
        var new = NewGroup(
          GroupDetails(name: name, heading: school.literacyHeading, span: span), schedule: schedule)
        new.members = [NewMember(pupil.id(in: school))]
        if led { new.leads = [NewLead(school.person(.teachingAssistant).staffMember!)] }
        try Groups(here, connection).add(new)
      }
      try add("Visual timetable", .ella, nil)
      try add("Handwriting", .tom, Schedule(minutes: 15, .perWeek(2)))
      for pupil in [SamplePupil.tom, .tom, .amina] {
        try add("Paired reading", pupil, Schedule(minutes: 10, .perWeek(1)), led: true)
      }
    }
    return site
  }

  @Test(arguments: Engine.all) func `every figure of pupils opens a page that tells as many`(engine: Engine)
    async throws
  {
    let site = try await lived(engine)
    let browser = try await site.browser(as: .senco)
    for query in ["", "&by=stage", "&names=counts", "&on=2026-11-21"] {
      let asked = query.hasPrefix("&on") ? "?on=2026-11-21" : "?from=2026-09-02&until=2026-12-18\(query)"
      let page = try await browser.open("\(map)\(asked)")
      let foot = try #require(page.markup.all { $0.name == "tfoot" }.first)
      let row = try #require(foot.all { $0.name == "tr" }.first { $0.first("th")!.text.hasPrefix("Pupils") })
      let links = row.all { $0.name == "a" }.map { ($0.text, $0["href"]!) }
      #expect(links.count > 2, "\(query)")
      for (number, address) in links {
        let working = try await browser.open(address)
        #expect(working.status == 200, "\(address)")
        #expect(
          working.says(number == "1" ? "1 pupil" : "\(number) pupils, each counted once"), "\(number) at \(address)")
      }
    }
    let year1 = try await browser.open("\(map)/working?from=2026-09-02&until=2026-12-18&column=1")
    #expect(year1.says("Ella Price") && year1.table("What was added up")[1].last == "nothing to cost")
    #expect(year1.says("a way of working, without sessions"))
    #expect(try await browser.open("\(map)/working?column=2").status == 404)
  }

  @Test(arguments: Engine.all) func `what nobody leads is named, and never shown as nothing`(engine: Engine)
    async throws
  {
    let site = try await lived(engine)
    let browser = try await site.browser(as: .senco)
    let page = try await browser.open(map)
    #expect(page.says("2 groups meet, and nobody leads them, and no total includes what they take."))
    #expect(page.says("nobody leads it") && page.says("not led"))
    #expect(page.says("planned, leaving out 2 groups that nobody leads"))
    // On paper too, in a column that is narrow.
    let paper = try PDFText.of(try await site.browser(as: .senco).open("\(map).pdf").bytes)
    #expect(paper.contains("Planned for the period leaving out 2") && paper.contains("groups that nobody leads"))
    let list = try await browser.follow("Groups that nobody leads now")
    #expect(list.says("Handwriting") && list.says("Counselling") && !list.says("Visual timetable"))
    #expect(!list.says("Phonics catch-up"))
    let tom = "/schools/900001/pupils/\(SamplePupil.tom.id(in: school).text)"
    let record = try await browser.open(tom)
    #expect(record.says("nobody leads it") && record.says("not led"))
    let sheet = try await browser.open("\(tom)/map")
    #expect(sheet.says("nobody leads it") && sheet.says("+ not led") && sheet.says("What is not led is in no total"))
    let csv = try await browser.open("\(map).csv")
    let row = try #require(csv.source.split(whereSeparator: \.isNewline).first { $0.contains("Handwriting") })
    #expect(row.contains("nobody leads it") && row.contains("not led,not led,not led,0,1") && !row.contains("0.00"))
    let ella = try await browser.open("/schools/900001/pupils/\(SamplePupil.ella.id(in: school).text)")
    #expect(!ella.says("not led") && ella.says("Visual timetable"))
  }

  @Test func `lines of one name are told apart in a working`() async throws {
    let site = try await lived(.sqlite)
    let browser = try await site.browser(as: .senco)
    let page = try await browser.open("\(map)/working?heading=\(school.literacyHeading.text)")
    let names = page.table("What was added up").dropFirst().dropLast().map { $0[0] }
    #expect(Set(names).count == names.count && names.count > 4, "\(names)")
    #expect(
      WorkingPage.toldApart([("A", ["Year 1", "10 min"]), ("B", ["Year 1"]), ("A", ["Year 2"])]) == [
        "A, Year 1", "B", "A, Year 2",
      ])
    #expect(
      WorkingPage.toldApart([("A", ["Year 1", "10 min"]), ("A", ["Year 1", "20 min"]), ("A", ["Year 1", "10 min"])])
        == ["A, Year 1, 10 min (1)", "A, Year 1, 20 min", "A, Year 1, 10 min (2)"])
  }

  @Test func `a working shows no rates but to finance, and its lines add up`() async throws {
    let site = try await TestSite()
    for role in [Role.senco, .finance] {
      let browser = try await site.browser(as: role)
      let page = try await browser.open("\(map)/working?group=\(school.phonicsGroup.text)")
      #expect(page.status == 200)
      #expect(page.says("an hour") == (role == .finance), "\(role)")
      #expect(page.says("hint at pay") == (role == .senco))
      let rows = page.table("What was added up").dropFirst()
      let pence = rows.map { Int($0.last!.filter(\.isNumber)) ?? 0 }
      #expect(pence.dropLast().reduce(0, +) == pence.last)
    }
  }

  @Test(arguments: Engine.all) func `a pupil's map says what they get, with whom, since when, at what cost`(
    engine: Engine
  ) async throws {
    let site = try await TestSite(engine)
    let address = "/schools/900001/pupils/\(SamplePupil.amina.id(in: school).text)/map"
    let senco = try await site.browser(as: .senco).open(address)
    #expect(senco.h1 == "Amina Yusuf" && senco.says("Phonics catch-up") && senco.says("Literacy"))
    #expect(senco.table("What Amina Yusuf gets").first?.contains("Planned") == true)
    #expect(senco.links.contains { $0.address.contains("/map/working") })
    let assistant = try await site.browser(as: .teachingAssistant).open(address)
    #expect(assistant.says("Phonics catch-up") && !assistant.says("£"))
    let pdf = try await site.browser(as: .senco).open("\(address).pdf")
    #expect(pdf.status == 200 && pdf.headers[.contentType] == "application/pdf")
    #expect(pdf.headers[.contentDisposition]?.contains("Amina") == false)
    #expect(try await site.browser(as: .office).open(address).status == 403)
    #expect(try await site.browser(as: .governor).open(address).status == 403)
  }

  @Test func `pupils are chosen by ticking, and travel by their ids`() async throws {
    let browser = try await TestSite().browser(as: .senco)
    let heading = school.literacyHeading.text
    let choosing = try await browser.open("\(map)/pupils?heading=\(heading)")
    #expect(choosing.says("Amina Yusuf") && choosing.value("heading") == heading)
    let page = try await browser.press("Show on the map", ["pupil": [SamplePupil.amina.id(in: school).text]])
    #expect(page.path == map && page.address.contains("pupil=") && page.address.contains("heading=\(heading)"))
    #expect(page.says("Take away Pupil: Amina Yusuf"))
  }

  @Test(arguments: [Role.teacher, .teachingAssistant]) func `who may not see costs finds none on the map`(role: Role)
    async throws
  {
    let site = try await TestSite()
    let page = try await site.browser(as: role).open(map)
    #expect(page.says("Phonics catch-up") && page.says("TA ") && !page.says("£") && !page.says("not priced"))
    let csv = try await site.browser(as: role).open("\(map).csv")
    #expect(csv.status == 200 && !csv.source.contains("£"))
    #expect(!page.links.contains { $0.address.contains("/working") })
  }

  @Test func `a governor is told why numbers are hidden, and chooses nobody`() async throws {
    let browser = try await TestSite().browser(as: .governor)
    let page = try await browser.open("\(map)?pupil=\(SamplePupil.amina.id(in: school).text)")
    #expect(page.says("fewer than 5") && page.says("withheld"))
    #expect(!page.says("Choose pupils by name") && page.value("names") == nil && !page.says("Take away"))
    #expect(try await browser.open("\(map)/pupils").status == 403)
    #expect(try await browser.open("\(map)/working").status == 403)
  }
}
