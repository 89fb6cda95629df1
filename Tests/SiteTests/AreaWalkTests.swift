import Domain
import Hummingbird
import TestSupport
import Testing

@testable import Site

private let northvale = SampleArea.northvale
private let southmere = SampleArea.southmere

/// Every route of areas × everybody who takes part × a stranger's area. A new route is walked by itself.
@Suite struct AreaWalkTests {
  @Test(arguments: Engine.all) func `whoever takes part in another area finds nothing but the front`(engine: Engine)
    async throws
  {
    let world = try await WalkWorld(engine)
    for person in SampleArea.Person.allCases {
      let stranger = try await world.site.browser(as: person, at: southmere)
      for route in areaRoutes(world) where route.door != .anyone && route.door != .signedIn {
        let address = try #require(world.address(of: route, in: northvale, recordsOf: northvale), "\(route.path)")
        let answer = try await visit(route, address, stranger)
        #expect(answer.status == 404, "\(person) of another area: \(route.method) \(route.path)")
      }
    }
  }

  @Test(arguments: Engine.all) func `another area's records are not found under one's own address`(engine: Engine)
    async throws
  {
    let world = try await WalkWorld(engine)
    for person in SampleArea.Person.allCases {
      let browser = try await world.site.browser(as: person)
      for route in areaRoutes(world) where WalkWorld.placeholders(of: route.path).contains(where: WalkWorld.isRecord) {
        let address = try #require(world.address(of: route, in: northvale, recordsOf: southmere), "\(route.path)")
        let answer = try await visit(route, address, browser)
        #expect([404, 403, 410].contains(answer.status), "\(person): \(route.method) \(route.path) → \(answer.status)")
        #expect(!answer.source.contains("Southmere"), "\(person): \(route.method) \(route.path)")
      }
    }
  }

  @Test(arguments: Engine.all) func `everybody meets their own doors and no others, and a form without its token none`(
    engine: Engine
  ) async throws {
    let world = try await WalkWorld(engine)
    for person in SampleArea.Person.allCases {
      let browser = try await world.site.browser(as: person)
      for route in areaRoutes(world) {
        let address = try #require(world.address(of: route, in: northvale, recordsOf: northvale), "\(route.path)")
        let name = "\(person): \(route.method) \(route.path)"
        let answer = try await visit(route, address, browser, token: false)
        if case .area(let act, let noun) = route.door, !northvale.viewer(person).may(act, noun) {
          #expect(answer.status == 403, "\(name) → \(answer.status)")
        } else if route.method == .post {
          #expect(answer.status == 403, "\(name) → \(answer.status)")
        } else {
          #expect([200, 303, 403, 404, 410].contains(answer.status), "\(name) → \(answer.status)")
        }
        for pupil in SampleSchool.both.flatMap(\.pupils) {
          #expect(!answer.source.contains(pupil.surname), "\(name) shows a pupil’s name")
        }
        if ![.contributor, .newcomer].contains(person) {
          #expect(!answer.source.contains("half written"), "\(name) shows somebody else’s draft")
        }
        if person == .newcomer {
          #expect(!answer.source.contains("half written"), "\(name) shows a draft before the claim is confirmed")
        }
        if person == .contributor || person == .neighbour {
          #expect(person == .contributor || !answer.source.contains("No interpreters"), "\(name)")
        }
      }
    }
  }

  @Test func `every page of an area is well made`() async throws {
    let world = try await WalkWorld(.sqlite)
    for person in SampleArea.Person.allCases {
      let browser = try await world.site.browser(as: person)
      for route in areaRoutes(world) where route.method == .get {
        guard let address = world.address(of: route, in: northvale, recordsOf: northvale) else { continue }
        let page = try await browser.open(address, follows: false)
        let type = page.headers[.contentType] ?? ""
        if page.status != 303, type.hasPrefix("text/html") { PageChecks.check(page, "\(person): \(route.path)") }
      }
    }
  }

  @Test(arguments: Engine.all) func `an empty form breaks nothing in an area`(engine: Engine) async throws {
    for person in SampleArea.Person.allCases {
      let world = try await WalkWorld(engine)
      for route in areaRoutes(world) where route.method == .post {
        guard let address = world.address(of: route, in: northvale, recordsOf: northvale) else { continue }
        let browser = try await world.site.browser(as: person)
        let answer = try await visit(route, address, browser)
        #expect(answer.status < 500, "\(person): \(route.path) → \(answer.status)")
      }
    }
  }

  private func areaRoutes(_ world: WalkWorld) -> [Route] {
    world.site.site.routes.all.filter { $0.path.hasPrefix("/areas/{area}") }
  }

  private func visit(
    _ route: Route, _ address: String, _ browser: Browser, token: Bool = true
  ) async throws -> ShownPage {
    if route.method == .get { return try await browser.open(address, follows: false) }
    return try await browser.post(address, token ? [("csrf", browser.formToken)] : [], follows: false)
  }
}
