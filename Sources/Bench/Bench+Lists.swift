import Components
import Domain
import Foundation
import Hummingbird
import Logging
import Markup
import SQL
import Security
import Site
import Store

extension Bench {
  /// Requests a second of the list of a school of 220 pupils, and of the barest handler that looks the session up, reads the
  /// same rows and draws them, by `wrk` with 16 connections.
  func listPerSecond(_ token: Token) async throws {
    guard let wrk = ["/usr/bin/wrk", "/usr/local/bin/wrk"].first(where: FileManager.default.isExecutableFile) else {
      print("\nThe list of 220 is not measured: wrk is not installed.")
      return
    }
    let today = today
    let hash = token.hash
    let account = try await database.read { try Sessions.open(tokenHash: hash, on: today, $0)!.account }
    try await database.write(keeper: "bench") { connection in
      let school = try Schools.withURN(Authority.small, connection)!
      let members = Members(Viewer(operatorIn: school.id), connection)
      if try !members.all().contains(where: { $0.account.id == account }) {
        try members.grant(.senco, to: account, during: Span(today)!)
      }
    }
    let base = database.base
    let site = Site(
      database: base, settings: SiteSettings(), log: .init(label: "bench", factory: { _ in SwiftLogNoOpLogHandler() }))
    let whole = try await Running(site.router(), site.log)
    let bare = try await Running(Bench.bareRouter(base, today), site.log)
    let path = "/schools/\(Authority.small)/pupils"
    let pages = try Bench.perSecond(wrk, "http://127.0.0.1:\(whole.port)\(path)", token)
    let floor = try Bench.perSecond(wrk, "http://127.0.0.1:\(bare.port)\(path)", token)
    print(
      String(
        format:
          "\nList of 220 pupils: %.0f requests a second; the bare handler %.0f; ratio %.2f (aim: at least 0.50); resident %d MB.",
        pages, floor, pages / floor, Bench.memory()))
  }

  private static func bareRouter(_ database: any Database, _ today: Day) -> Router<SiteContext> {
    let router = Router(context: SiteContext.self)
    router.get("schools/{urn}/pupils") { request, context -> Response in
      let hash = request.cookies["trellis"].flatMap { Token(printed: $0.value)?.hash } ?? ""
      let urn = context.parameters.get("urn") ?? ""
      let rows = try await database.read { connection -> [PupilRow] in
        guard let session = try Sessions.open(tokenHash: hash, on: today, connection),
          let school = try Schools.withURN(urn, connection), let viewer = session.viewer(in: school.id)
        else { throw HTTPError(.notFound) }
        return try Pupils(viewer, connection).list(on: today)
      }
      let page: HTML = """
        <!doctype html><html lang="en"><title>Pupils</title><table>\(each: rows, { "<tr><td>\($0.surname), \($0.calledName)</td><td>\($0.className ?? "")</td><td>\($0.year.name)</td></tr>" })</table>
        """
      return Response(
        status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
        body: .init(byteBuffer: ByteBuffer(bytes: page.bytes)))
    }
    return router
  }

  private static func perSecond(_ wrk: String, _ address: String, _ token: Token) throws -> Double {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: wrk)
    process.arguments = ["-t1", "-c16", "-d5s", "-H", "Cookie: trellis=\(token.printed)", address]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("Requests/sec:") }),
      let number = Double(line.split(separator: " ").last ?? ""), !text.contains("Non-2xx")
    else { throw BenchError("wrk measured nothing: \(text)") }
    return number
  }
}
