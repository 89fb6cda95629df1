import Domain
import Formats
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import SQL
import Security
import Store
import TestSupport
import Testing

@testable import Site

/// Trellis as the program would serve it, over a database of the test's own that holds both sample schools.
///
///     @Test(arguments: Engine.all) func `a SENCO adds a pupil`(engine: Engine) async throws {
///       let site = try await TestSite(engine)
///       let browser = try await site.browser(as: .senco)
///       try await browser.open("/schools/900001/pupils/new")
///       let page = try await browser.submit(["surname": "Okafor", "forename": "Ada"])
///       #expect(page.done == "Added.")
///     }
struct TestSite: Sendable {
  let site: Site
  /// Stands still at half past nine on Saturday, 21 November 2026, until it is moved.
  let clock: TestClock
  let log: LogCapture
  private let client: any TestClientProtocol

  var database: any Database { site.database }

  /// `isEmpty` leaves the sample schools out.
  init(_ engine: Engine = .sqlite, settings: SiteSettings = .forTests, isEmpty: Bool = false) async throws {
    let clock = TestClock()
    let database =
      isEmpty
      ? try await freshDatabase(engine, migrations: Schema.migrations, clock: clock)
      : try await sampleDatabase(engine, clock: clock)
    try await self.init(database, settings: settings, clock: clock)
  }

  /// Over a database that is there already: a second program beside the first.
  init(_ database: any Database, settings: SiteSettings = .forTests, clock: TestClock) async throws {
    let log = LogCapture()
    self.clock = clock
    self.log = log
    site = Site(database: database, settings: settings, log: log.logger, clock: { clock.now })
    client = try await Application(router: site.router(), logger: log.logger).test(.router) { $0 }
  }

  /// A browser that has never been here.
  func browser() -> Browser { Browser(client) }

  /// A browser in which whoever holds `role` has signed in, with a second factor given.
  func browser(as role: Role, at school: SampleSchool = .ashfieldPrimary) async throws -> Browser {
    try await browser(as: school.person(role).account)
  }

  /// Lets `account` take part in a sample area for `participant`, as its code would, and confirmed.
  func take(_ account: ID<Account>, into area: SampleArea, for participant: ID<Participant>) async throws {
    let viewer = area.operatorViewer
    try await database.write(keeper: area.id.text) { connection in
      let people = AreaPeople(viewer, connection)
      try people.appoint(account, as: .contributor, today: Day(2026, 11, 21)!)
      try people.move(account, to: participant)
    }
  }

  /// A browser in which somebody of a sample area has signed in.
  func browser(as person: SampleArea.Person, at area: SampleArea = .northvale) async throws -> Browser {
    try await browser(as: area.account(person))
  }

  /// The same for any account.
  func browser(as account: ID<Account>, secondFactorGiven: Bool = true) async throws -> Browser {
    let token = Token()
    try await database.write(keeper: account.text) { connection in
      try Sessions.start(
        account: account, tokenHash: token.hash, label: "A browser of the tests", secondFactorGiven: secondFactorGiven,
        isDemonstration: false, connection)
    }
    let browser = Browser(client)
    browser.cookies[Cookies.name(site)] = token.printed
    return browser
  }
}

extension SiteSettings {
  /// As the program's own, but for passwords that cost next to nothing.
  static var forTests: SiteSettings { SiteSettings(passwordCost: .lowest, typst: typst) }

  /// One for all tests, so that hundreds of them at once do not typeset more documents than the machine has processors.
  private static let typst: Typst = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return Typst(
      Typst.Settings(
        command: root.appending(path: ".tools/typst"),
        fontFolders: [URL(filePath: "/usr/share/fonts/truetype/noto", directoryHint: .isDirectory)],
        timeout: .seconds(300)))
  }()
}

/// Keeps what is logged, to be looked through.
final class LogCapture: Sendable {
  private let kept = Kept()

  var logger: Logger {
    let kept = kept
    return Logger(label: "tests") { _ in CapturingHandler(kept: kept) }
  }

  /// Every line so far, with its metadata.
  var lines: [String] { kept.lock.withLock { kept.lines } }

  fileprivate final class Kept: @unchecked Sendable {
    let lock = NSLock()
    var lines: [String] = []
  }
}

private struct CapturingHandler: LogHandler {
  let kept: LogCapture.Kept
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .trace

  init(kept: LogCapture.Kept) { self.kept = kept }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let words = "\(event.level) \(event.message) \(metadata.merging(event.metadata ?? [:]) { $1 })"
    kept.lock.withLock { kept.lines.append(words) }
  }
}
