import Domain
import TestSupport
import Testing

@testable import Site

/// The questions on the map itself and those of schools: each is answered on the help page, and says where to go.
@Suite struct AreaHelpTests {
  @Test func `every question has a place of its own, and is reached from where it arises`() async throws {
    let site = try await TestSite()
    let browser = site.browser()
    try await browser.open("/help")
    var page = try await browser.follow("All questions on mapping an area")
    #expect(page.h1 == "Help on mapping an area")
    let ids = Set(page.markup.all { $0["id"] != nil }.compactMap { $0["id"] })
    for question in AreaQuestion.allCases {
      #expect(ids.contains(question.rawValue) && page.link(question.words) == "#\(question.rawValue)")
    }
    #expect(!page.source.lowercased().contains("balanced"))
    page = try await browser.open("/areas")
    #expect(page.link("More on reviews that are not in the list") == "/help/areas#not-listed")
    page = try await browser.open("/areas/northvale-speech")
    #expect(page.link("How to get in, step by step") == "/help/areas#getting-in")
    page = try await browser.follow("What the code is")
    #expect(page.says("Nobody else can give it to you"))
    page = try await site.browser().begin(code: "no-code-at-all-00")
    #expect(page.status == 422 && page.link("Why a code may be refused") == "/help/areas#cannot-register")
  }

  @Test func `what are the tools based on?`() async throws {
    let page = try await answer(.framework)
    #expect(page.contains("On a grid") && page.contains("can be changed by each area"))
  }

  @Test func `what are the 5 strands?`() async throws {
    let page = try await answer(.strands)
    #expect(StandardFramework.strands.count == 5)
    for strand in StandardFramework.strands { #expect(page.contains("\(strand.name) \(strand.aim)")) }
    #expect(page.contains("What is missing is mapped on the same five"))
  }

  @Test func `what are the 3 levels?`() async throws {
    let page = try await answer(.levels)
    for level in StandardFramework.fourLevels { #expect(page.contains("\(level.name) \(level.meaning)")) }
    #expect(page.contains("A child may need several at once"))
  }

  @Test func `I work in a school and add our support to the map: can we also register for a scheme for schools?`()
    async throws
  {
    let page = try await answer(.schoolScheme)
    #expect(page.hasPrefix("We are a school") && page.contains("what you add is not lost"))
    #expect(page.contains("comes in a later version; Trellis has none yet") && page.contains("ask the organiser"))
  }

  @Test(arguments: Engine.all)
  func `can the information that our school has already provided be used again?`(engine: Engine) async throws {
    let words = try await answer(.schoolAgain)
    #expect(words.contains("send it in one act") && words.contains("No pupil is in it"))
    // The way that the answer describes is there.
    let browser = try await TestSite(engine).browser(as: .senco)
    try await browser.open("/schools/900001/catalogue")
    let page = try await browser.follow("Offer to an area")
    #expect(page.path == "/schools/900001/areas" && page.status == 200)
  }

  /// The words under a question, from its heading on.
  private func answer(_ question: AreaQuestion) async throws -> String {
    let page = try await TestSite().browser().open("/help/areas#\(question.rawValue)")
    return page.markup.all { $0["aria-labelledby"] == question.rawValue }.first?.text ?? ""
  }
}
