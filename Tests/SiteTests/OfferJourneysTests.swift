import Domain
import SQL
import Store
import TestSupport
import Testing

@testable import Site

/// What a school keeps goes to the area in one act, without a pupil in it, and the area's word comes back.
@Suite struct OfferJourneysTests {
  private let school = SampleSchool.ashfieldPrimary
  private let northvale = SampleArea.northvale
  private let here = "/schools/900001/areas"
  private var offers: String { "\(here)/northvale-speech" }

  /// The SENCO takes part for the school; the phonics group has `pupils` of them.
  private func world(_ engine: Engine, pupils: Int) async throws -> TestSite {
    let site = try await TestSite(engine)
    let (operatorViewer, viewer, group, type) = (
      northvale.operatorViewer, school.operatorViewer, school.phonicsGroup, school.phonicsType
    )
    let participant = try await site.database.write(keeper: northvale.id.text) { connection in
      try Participants(operatorViewer, connection).add(
        name: "Ashfield Primary School", sector: "school", urn: "900001", locality: nil, isExpected: true)
    }
    try await site.take(school.person(.senco).account, into: northvale, for: participant)
    try await site.database.write(keeper: school.id.text) { connection in
      let catalogue = Catalogue(viewer, connection)
      let kept = try catalogue.type(type)
      var details = kept.details
      details.strand = .intervention
      details.level = "targeted"
      details.area = "CI"
      try catalogue.changeType(type, name: kept.name, heading: kept.heading, details, version: kept.version)
      let groups = Groups(viewer, connection)
      for number in 1..<max(1, pupils) {
        let pupil = try Pupils(viewer, connection).add(
          NewPupil(
            PupilDetails(
              upn: nil, surname: "Hidden\(number)", forename: "Child", preferredForename: nil,
              birthDay: Day(2019, 1, 1)! + number, sex: nil, joinedOn: Day(2025, 9, 1)!)))
        try groups.addMembers([NewMember(pupil)], to: group)
      }
    }
    return site
  }

  @Test(arguments: Engine.all)
  func `a school offers a line of its map, sees it word for word, and the area has it without a pupil`(engine: Engine)
    async throws
  {
    let site = try await world(engine, pupils: 8)
    let browser = try await site.browser(as: .senco)
    var page = try await browser.open(here)
    #expect(page.says("Offer to Speech and language in Northvale"))
    page = try await browser.open(offers)
    #expect(page.says("about 10 pupils") && page.says("Intervention, Targeted") && page.says("not offered yet"))
    page = try await browser.press("Show what would be sent")
    #expect(page.h1 == "Send this to the area?" && page.says("about 10") && page.says("The school’s own map"))
    #expect(!page.source.contains("Hidden"))
    page = try await browser.press("Send")
    #expect(page.done == "Sent to the area." && page.says("offered, and the same"))
    let viewer = northvale.operatorViewer
    let entries = try await site.database.read { connection in
      try Entries(viewer, connection).all(in: SampleArea.northvale.round)
    }
    let entry = try #require(entries.first { $0.origin == "The school’s own map" })
    #expect(entry.details.reach == 10 && entry.details.cells.count == 1 && entry.state == .live)
    #expect(!entry.details.searchable.contains("Hidden") && !entry.details.searchable.contains("Yusuf"))
  }

  @Test(arguments: Engine.all) func `fewer than five pupils are not offered, nor what has no strand`(engine: Engine)
    async throws
  {
    let site = try await world(engine, pupils: 3)
    let page = try await site.browser(as: .senco).open(offers)
    #expect(page.says("Nothing to offer yet") && page.says("Fewer than 5 pupils have it"))
    #expect(!page.source.contains("Counselling"))
  }

  @Test func `a change of the map is proposed, taken once a round, and ticking nothing is told`() async throws {
    let site = try await world(.sqlite, pupils: 8)
    let browser = try await site.browser(as: .senco)
    try await browser.open(offers)
    try await browser.press("Show what would be sent")
    try await browser.press("Send")
    let (viewer, group) = (school.operatorViewer, school.phonicsGroup)
    func grow(_ from: Int, _ to: Int) async throws {
      try await site.database.write(keeper: school.id.text) { connection in
        for number in from..<to {
          let pupil = try Pupils(viewer, connection).add(
            NewPupil(
              PupilDetails(
                upn: nil, surname: "Later\(number)", forename: "Child", preferredForename: nil,
                birthDay: Day(2019, 3, 1)! + number, sex: nil, joinedOn: Day(2025, 9, 1)!)))
          let groups = Groups(viewer, connection)
          try groups.addMembers([NewMember(pupil)], to: group)
        }
      }
    }
    try await grow(0, 10)
    var page = try await browser.open(offers)
    #expect(page.says("20 pupils instead of 10"))
    page = try await browser.submit("\(offers)/preview", ["type": [String]()])
    #expect(page.status == 422 && page.problems == ["Tick what you want to offer: one at least."])
    try await browser.open(offers)
    try await browser.press("Show what would be sent")
    page = try await browser.press("Send")
    #expect(page.says("offered, and the same"))
    try await grow(10, 20)
    page = try await browser.open(offers)
    #expect(page.says("it can be refreshed in the next round"))
    // Taken back and offered again it would be one version more.
    try await site.database.write(keeper: northvale.id.text) { connection in
      try connection.run("UPDATE entries SET state = 'withdrawn' WHERE origin = \(SchoolOffers.origin)")
    }
    page = try await browser.open(offers)
    #expect(page.says("withdrawn; it can be offered again in the next round") && !page.says("not offered yet"))
  }

  @Test func `what another window has sent meanwhile is not said to be sent again`() async throws {
    let site = try await world(.sqlite, pupils: 8)
    let (one, other) = (try await site.browser(as: .senco), try await site.browser(as: .senco))
    for browser in [one, other] {
      try await browser.open(offers)
      try await browser.press("Show what would be sent")
    }
    #expect(try await one.press("Send").done == "Sent to the area.")
    #expect(try await other.press("Send").done?.hasPrefix("Nothing was sent") == true)
  }

  @Test func `what the coordinator moved stays where it is, and what was merged is not offered`() async throws {
    let site = try await world(.sqlite, pupils: 8)
    let browser = try await site.browser(as: .senco)
    try await browser.open(offers)
    try await browser.press("Show what would be sent")
    try await browser.press("Send")
    func change(_ assignment: SQL) async throws {
      try await site.database.write(keeper: northvale.id.text) { connection in
        try connection.run("UPDATE entries SET \(assignment) WHERE origin = \(SchoolOffers.origin)")
      }
    }
    try await change("cells = \(Cells([Cell(strand: 1, level: 0)]))")
    #expect(try await browser.open(offers).says("offered, and the same"))
    try await change("state = 'merged', merged_into = \(northvale.dropIn)")
    #expect(try await browser.open(offers).says("told together with another entry by the coordinator"))
  }

  @Test(arguments: Engine.all) func `what the area's coordinator has checked comes back for the school's ages`(
    engine: Engine
  ) async throws {
    let site = try await world(engine, pupils: 8)
    let browser = try await site.browser(as: .senco)
    var page = try await browser.open("\(offers)/suggestions")
    #expect(!page.says("Nobody helps families"))
    try await site.database.write(keeper: northvale.id.text) { connection in
      try connection.run(
        "UPDATE entries SET checked_at = \(connection.now), checked_by = 'Maya Ellis' WHERE state = 'live'")
    }
    page = try await browser.open("\(offers)/suggestions")
    #expect(page.says("Nobody helps families while they wait") && page.says("touches about 35 children"))
    #expect(page.says("Talking drop-in") && page.says("Northvale Children’s Therapies"))
    #expect(!page.says("half written"))
  }

  @Test(arguments: Engine.all) func `what several say by one name comes back once`(engine: Engine) async throws {
    let site = try await world(engine, pupils: 8)
    let northvale = northvale
    try await site.database.write(keeper: northvale.id.text) { connection in
      let entries = Entries(northvale.viewer(.contributor), connection)
      for children in [60, 50] {
        var gap = EntryDetails(.gap)
        (gap.title, gap.description) = ("No interpreters", "Families wait for an interpreter.")
        (gap.cells, gap.specialisms, gap.affected) = (Cells([Cell(strand: 3, level: 2)]), Specialisms([0]), children)
        try entries.add(gap, to: northvale.round, isDraft: false, today: Day(2026, 11, 21)!)
      }
      try connection.run(
        "UPDATE entries SET checked_at = \(connection.now), checked_by = 'Maya Ellis' WHERE state = 'live'")
    }
    let page = try await site.browser(as: .senco).open("\(offers)/suggestions")
    #expect(page.says("told of 2 times") && page.says("touches about 60 children"))
    #expect(!page.says("touches about 50 children"))
  }

  @Test func `who takes part in an area for somebody else offers nothing of the school`() async throws {
    let site = try await TestSite()
    try await site.take(school.person(.senco).account, into: northvale, for: northvale.clinic)
    let browser = try await site.browser(as: .senco)
    #expect(try await browser.open(here).says("the school takes part in no area’s review"))
    #expect(try await browser.open(offers).status == 404)
    #expect(try await site.browser(as: .teacher).open(offers).status == 404)
    #expect(try await site.browser(as: .governor).open(offers).status == 403)
  }
}
