import Components
import Domain
import Exchange
import Formats
import Foundation
import Hummingbird
import Logging
import Markup
import PostgresEngine
import SQL
import SQLiteEngine
import Security
import ServiceLifecycle
import Site
import Store

/// `script/bench`: prints what pages, files and an import cost, each beside a floor that was measured in the same run. How
/// to read it: docs/performance.md.
@main
struct Bench {
  let database: RecordingDatabase
  let today: Day
  let runs: Int
  let site: Site
  /// Measures only what begins with this, by `--only TEXT`: to look at one thing again and again.
  let only: String

  init(database: RecordingDatabase, today: Day, runs: Int, only: String) {
    self.only = only
    self.database = database
    self.today = today
    self.runs = runs
    var quiet = Logger(label: "bench")
    quiet.logLevel = .error
    let typst = Typst(Typst.Settings(command: URL(filePath: ".tools/typst")))
    site = Site(database: database, settings: SiteSettings(typst: typst), log: quiet)
  }

  static func main() async {
    do {
      let arguments = CommandLine.arguments
      let (postgres, only) = (try value(of: "--postgres", arguments), try value(of: "--only", arguments))
      let path = ".bench/authority.sqlite"
      try FileManager.default.createDirectory(atPath: ".bench", withIntermediateDirectories: true)
      let base: any Database =
        try postgres.map { try PostgresDatabase(address: $0) { Date() } } ?? SQLiteDatabase(path: path) { Date() }
      let today = SiteSettings().day(of: Date())
      try await base.migrate(Schema.migrations)
      let authority = Authority(today: today)
      if try await !authority.isMade(base) {
        print("Making an authority of \(Authority.schools) schools and \(Authority.pupils) pupils, once.")
        try await authority.make(base)
      }
      let area = LargeArea(today: today)
      if try await !area.isMade(base) {
        print("Making an area of \(LargeArea.organisations) organisations and \(LargeArea.entries) entries, once.")
        try await area.make(base)
      }
      try await Bench(database: RecordingDatabase(base), today: today, runs: 40, only: only ?? "").run(
        sqlite: postgres == nil ? path : nil)
      await base.close()
    } catch {
      print("The bench stopped: \(error)")
      exit(1)
    }
  }

  private static func value(of option: String, _ arguments: [String]) throws -> String? {
    guard let place = arguments.firstIndex(of: option) else { return nil }
    guard arguments.indices.contains(place + 1) else { throw BenchError("\(option) wants a value") }
    return arguments[place + 1]
  }

  func run(sqlite path: String?) async throws {
    let (_, token) = try await signIn("senco@wendlevalley.example")
    let running = try await Running(site.router(), site.log)
    let client = try Client(port: running.port, cookie: token.printed)
    let year = AcademicYear(containing: today).period
    let map = "/schools/900002/map?from=\(year.from.iso)&until=\(year.until.iso)"
    let files = "?from=\(year.from.iso)&until=\(year.until.iso)"
    let pupil = try await firstPupil()
    print(
      "\nEngine: \(database.dialect.rawValue). Medians of \(runs) runs; a floor is the same queries, stepped through.\n"
    )
    Bench.row("what", "median", "best", "floor", "ratio", "size", "resident")
    try await measure("School map over a year, costed", map, client)
    try await measure("Pupil list of 1,150", "/schools/900002/pupils", client)
    try await measure("One pupil's page", "/schools/900002/pupils/\(pupil)", client)
    try await measure("Map as CSV", "/schools/900002/map.csv\(files)", client)
    try await measure("Map as XLSX", "/schools/900002/map.xlsx\(files)", client)
    try await measure("Map as A3 PDF", "/schools/900002/map.pdf\(files)", client, runs: 5)
    let strategy = try await strategyAddress()
    try await measure("Strategy with its costs", strategy, client)
    try await measure("Strategy as PDF", "\(strategy)/strategy.pdf", client, runs: 5)
    if only.isEmpty { try await listPerSecond(token) }
    try await areas()
    guard only.isEmpty else { return }
    if let path { try await importing(path) } else { try await importingAmongOthers() }
    print("\nMemory of this process, resident: \(Bench.memory()) MB at its end.")
    if let path {
      try starting(path)
      try serving(
        path, token,
        [map, "/schools/900002/pupils", "/schools/900002/pupils/\(pupil)"]
          + ["csv", "xlsx", "pdf"].map {
            "/schools/900002/map.\($0)\(files)"
          })
    }
  }

  /// A page through HTTP on loopback, one at a time, and its queries alone.
  /// `sending`: a form; else the page is fetched.
  func measure(
    _ what: String, _ path: String, _ client: Client, runs own: Int? = nil, sending form: [Client.Field]? = nil
  ) async throws {
    guard what.hasPrefix(only) else { return }
    let runs = own ?? runs
    database.begin()
    func ask() throws -> Client.Answer { try form.map { try client.post(path, $0) } ?? client.get(path) }
    let first = try ask()
    let queries = database.end().queries
    if !only.isEmpty { try await tell(queries) }
    guard first.status == 200 else {
      Bench.row(what, "answered \(first.status)", "", "", "", "", "")
      return
    }
    var times: [Double] = []
    var floors: [Double] = []
    for _ in 0..<runs {
      times.append(try Bench.time { _ = try ask() })
      let start = ContinuousClock.now
      _ = try await database.replay(queries)
      floors.append(Bench.milliseconds(ContinuousClock.now - start))
    }
    Bench.row(
      what, Bench.words(times.median), Bench.words(times.min()!), Bench.words(floors.median),
      String(format: "%.1f", times.median / floors.median), "\(first.body.count / 1024) KB",
      "\(Bench.memory()) MB")
  }

  /// Each query of a page by itself, with its rows: where one is looked at alone.
  private func tell(_ queries: [SQL]) async throws {
    for query in queries {
      let start = ContinuousClock.now
      let rows = try await database.replay([query])
      let time = Bench.milliseconds(ContinuousClock.now - start)
      if time > 0.5 { print("  \(Bench.words(time)), \(rows) rows: \(query.rendered(.questionMark).text.prefix(600))") }
    }
  }

  func signIn(_ email: String) async throws -> (Account, Token) {
    let token = Token()
    let hash = token.hash
    let account = try await database.write(keeper: "bench") { connection -> Account in
      guard let account = try Accounts.withEmail(email, connection) else { throw BenchError("there is no \(email)") }
      try Sessions.start(
        account: account.id, tokenHash: hash, label: "Bench", secondFactorGiven: true, isDemonstration: false,
        connection)
      return account
    }
    return (account, token)
  }

  /// The school's strategy; one of every type of its catalogue is made where there is none.
  private func strategyAddress() async throws -> String {
    let today = today
    let id = try await database.write(keeper: "bench") { connection in
      let school = try Schools.withURN("900002", connection)!
      let keeper = Strategies(Viewer(operatorIn: school.id), connection)
      if let strategy = try keeper.all().first { return strategy.id }
      let id = try keeper.add(StrategyDetails(title: "Bench", period: AcademicYear(containing: today).period))
      let types = try Catalogue(Viewer(operatorIn: school.id), connection).types()
      try keeper.addActivities(from: types.map { .type($0.id) }, together: nil, to: id)
      return id
    }
    return "/schools/900002/strategies/\(id.text)"
  }

  private func firstPupil() async throws -> String {
    let today = today
    return try await database.read { connection in
      let school = try Schools.withURN("900002", connection)!
      let rows = try Pupils(Viewer(operatorIn: school.id), connection).list(on: today)
      return rows[rows.count / 2].id.text
    }
  }
}

extension Bench {
  static func time(_ work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    return milliseconds(ContinuousClock.now - start)
  }

  static func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
  }

  static func words(_ milliseconds: Double) -> String { String(format: "%.2f ms", milliseconds) }

  static func row(_ columns: String...) {
    let widths = [34, 14, 12, 12, 8, 10, 10]
    print(
      zip(columns, widths).enumerated().map { index, pair in
        let (text, width) = pair
        let pad = String(repeating: " ", count: max(0, width - text.count))
        return index == 0 ? text + pad : pad + text
      }.joined())
  }

  /// Of this process, or of another: what is resident now, in MB.
  static func memory(of process: Int32? = nil) -> Int {
    let place = process.map(String.init) ?? "self"
    let status = (try? String(contentsOfFile: "/proc/\(place)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
  }
}

extension [Double] {
  var median: Double { sorted()[count / 2] }
}

/// A server in this process, on a free port.
struct Running {
  let port: Int
  private let task: Task<Void, any Error>

  init(_ router: Router<SiteContext>, _ log: Logger) async throws {
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { found.yield($0.localAddress?.port ?? 0) }, logger: log)
    task = Task { try await application.runService(gracefulShutdownSignals: []) }
    var iterator = ports.makeAsyncIterator()
    port = await iterator.next() ?? 0
  }
}
