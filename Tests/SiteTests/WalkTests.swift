import Domain
import Foundation
import Hummingbird
import SQL
import Store
import TestSupport
import Testing

@testable import Site

private let ashfield = SampleSchool.ashfieldPrimary
private let brookvale = SampleSchool.brookvaleSecondary

/// Every route × every role × a stranger's tenant. A new route is walked by itself: a placeholder that the walk does not
/// know fails the first test here, which says what to add.
@Suite struct WalkTests {
  @Test func `the walk knows a sample for every placeholder`() async throws {
    let world = try await WalkWorld(.sqlite)
    for route in world.site.site.routes.all {
      #expect(
        world.address(of: route, in: ashfield, recordsOf: ashfield) != nil,
        "\(route.method) \(route.path): add its placeholder to WalkWorld, with a record of each sample school")
    }
  }

  @Test(arguments: Engine.all) func `signed out, nothing of a school is answered`(engine: Engine) async throws {
    let world = try await WalkWorld(engine)
    for route in world.site.site.routes.all {
      guard let address = world.address(of: route, in: ashfield, recordsOf: ashfield) else { continue }
      let name = "\(route.method) \(route.path)"
      let answer = try await visit(route, address, world.site.browser())
      switch route.door {
      case .anyone: #expect(answer.status < 500, "\(name)")
      case .demonstration: #expect(answer.status == 404, "\(name)")
      case .halfSignedIn, .signedIn, .school, .anyoneInSchool, .area, .anyoneInArea:
        #expect(answer.status == 303, "\(name)")
        #expect(answer.location?.hasPrefix("/sign-in") == true, "\(name)")
      }
    }
  }

  @Test(arguments: Engine.all) func `before the second factor, nothing of a school is answered`(engine: Engine)
    async throws
  {
    let world = try await WalkWorld(engine)
    let browser = try await world.site.browser(as: ashfield.person(.senco).account, secondFactorGiven: false)
    for route in world.site.site.routes.all where route.door != .anyone && route.door != .demonstration {
      guard let address = world.address(of: route, in: ashfield, recordsOf: ashfield) else { continue }
      let answer = try await visit(route, address, browser, token: true)
      if route.door == .halfSignedIn {
        #expect(answer.status < 500, "\(route.path)")
      } else {
        #expect(answer.status == 303, "\(route.method) \(route.path)")
        #expect(answer.location?.hasPrefix("/second-factor/set-up") == true, "\(route.method) \(route.path)")
      }
    }
  }

  @Test(arguments: Engine.all) func `a school's records are not found by strangers, whatever their role`(engine: Engine)
    async throws
  {
    let world = try await WalkWorld(engine)
    for role in Role.allCases {
      let stranger = try await world.site.browser(as: role, at: brookvale)
      for route in world.site.site.routes.all where route.path.hasPrefix("/schools/{urn}") {
        guard let address = world.address(of: route, in: ashfield, recordsOf: ashfield) else { continue }
        let answer = try await visit(route, address, stranger, token: true)
        #expect(answer.status == 404, "\(role) of another school: \(route.method) \(route.path)")
      }
    }
  }

  @Test(arguments: Engine.all) func `another school's records are not found under one's own address`(engine: Engine)
    async throws
  {
    let world = try await WalkWorld(engine)
    for role in Role.allCases {
      let browser = try await world.site.browser(as: role)
      for route in world.site.site.routes.all
      where WalkWorld.placeholders(of: route.path).contains(where: WalkWorld.isRecord) {
        guard let address = world.address(of: route, in: ashfield, recordsOf: brookvale) else { continue }
        let answer = try await visit(route, address, browser, token: true)
        #expect(
          answer.status == 404 || answer.status == 403, "\(role): \(route.method) \(route.path) → \(answer.status)")
        expectNoNames(of: brookvale, on: answer, "\(role): \(route.method) \(route.path)")
      }
    }
  }

  @Test(arguments: Engine.all) func `a role meets its own doors and no others, and a form without its token none`(
    engine: Engine
  ) async throws {
    let world = try await WalkWorld(engine)
    for role in Role.allCases {
      let viewer = ashfield.viewer(role)
      let browser = try await world.site.browser(as: role)
      for route in world.site.site.routes.all {
        guard let address = world.address(of: route, in: ashfield, recordsOf: ashfield) else { continue }
        let name = "\(role): \(route.method) \(route.path)"
        let answer = try await visit(route, address, browser)
        if case .school(let act, let noun) = route.door, !viewer.may(act, noun) {
          #expect(answer.status == 403, "\(name)")
        } else if route.door == .demonstration
          || route.path.hasPrefix("/areas/{area}") && ![.anyone, .signedIn].contains(route.door)
        {
          #expect(answer.status == 404, "\(name)")
        } else if route.method == .post {
          #expect(answer.status == 403, "\(name)")
        } else {
          #expect([200, 303, 403, 404, 410].contains(answer.status), "\(name) → \(answer.status)")
        }
        if !viewer.may(.see, .pupils), !viewer.may(.see, .contacts) {
          expectNoNames(of: ashfield, on: answer, name)
        }
      }
    }
  }

  @Test func `every page that a role opens is well made, and no name stands in an address or in the log`() async throws
  {
    let world = try await WalkWorld(.sqlite)
    for role in [Role.senco, .headTeacher, .finance, .teacher, .governor, .office] {
      let browser = try await world.site.browser(as: role)
      for route in world.site.site.routes.all where route.method == .get {
        guard !route.path.hasPrefix("/public"),
          let address = world.address(of: route, in: ashfield, recordsOf: ashfield)
        else { continue }
        let page = try await browser.open(address, follows: false)
        if page.status != 303 { PageChecks.check(page, "\(role): \(route.path)") }
        for link in page.links {
          for pupil in ashfield.pupils {
            #expect(!link.address.contains(pupil.surname), "\(role): \(route.path) links to \(link.address)")
          }
        }
      }
    }
    expectNoNamesInLog(world.site)
  }

  @Test(arguments: Engine.all) func `an empty form breaks nothing`(engine: Engine) async throws {
    for role in [Role.senco, .headTeacher, .finance, .teacher] {
      let world = try await WalkWorld(engine)
      for route in world.site.site.routes.all where route.method == .post && route.door != .demonstration {
        guard let address = world.address(of: route, in: ashfield, recordsOf: ashfield) else { continue }
        let browser = try await world.site.browser(as: role)
        let answer = try await visit(route, address, browser, token: true)
        #expect(answer.status < 500, "\(role): \(route.path) → \(answer.status)")
      }
      expectNoNamesInLog(world.site)
    }
  }

  @Test(arguments: Engine.all) func `a database that is gone is an outage, and not an absence`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let browser = try await site.browser(as: .senco)
    #expect(try await site.browser().open("/health").status == 200)
    await site.database.close()
    #expect(try await site.browser().open("/health").status == 503)
    let page = try await browser.open("/account", follows: false)
    #expect(page.status >= 500)
    #expect(page.h1 == "Not just now" || page.h1 == "Something went wrong")
  }

  /// Asks for a page, or sends an empty form: with the token of the browser's cookie, or without.
  private func visit(
    _ route: Route, _ address: String, _ browser: Browser, token: Bool = false
  ) async throws -> ShownPage {
    if route.method == .get { return try await browser.open(address, follows: false) }
    let fields = token ? [("csrf", browser.formToken)] : []
    return try await browser.post(address, fields, follows: false)
  }

  private func expectNoNames(of school: SampleSchool, on page: ShownPage, _ name: String) {
    let words = " " + page.source.split { !$0.isLetter }.joined(separator: " ") + " "
    for pupil in school.pupils {
      let surname = pupil.surname.split { !$0.isLetter }.joined(separator: " ")
      if let place = words.range(of: " \(surname) ") {
        Issue.record("\(name) shows a pupil’s name: …\(words[..<place.upperBound].suffix(120))")
      }
    }
  }

  private func expectNoNamesInLog(_ site: TestSite) {
    let words = ashfield.pupils.flatMap { [$0.surname, $0.forename] }
    for line in site.log.lines {
      #expect(!words.contains { line.contains($0) }, "the log names a pupil: \(line)")
    }
  }
}
