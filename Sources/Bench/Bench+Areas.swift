import Domain
import Foundation
import Logging
import SQL
import Security
import Site
import Store

extension Bench {
  /// The large area: its heat map with every filter, search, the report, and fifty contributors at once.
  func areas() async throws {
    let (_, token) = try await signIn(LargeArea.coordinator)
    let running = try await Running(site.router(), site.log)
    let client = try Client(port: running.port, cookie: token.printed)
    let area = "/areas/\(LargeArea.address)"
    let (locality, participant) = try await database.read { connection in
      let area = try Areas.withAddress(LargeArea.address, connection)!
      let participants = try Participants(AreaViewer(operatorIn: area.id), connection).all()
      return (try AreaParts(area.id, connection).localities()[3].id, participants[40].id)
    }
    print("\nAn area of \(LargeArea.organisations) organisations and \(LargeArea.entries) entries\n")
    Bench.row("what", "median", "best", "floor", "ratio", "size", "resident")
    try await measure("Heat map", "\(area)/map", client)
    try await measure("… of a specialism", "\(area)/map?specialism=slcn", client)
    try await measure("… of a sector", "\(area)/map?sector=school", client)
    try await measure("… of a locality", "\(area)/map?locality=\(locality)", client)
    try await measure("… of an age", "\(area)/map?age=5", client)
    try await measure("… of an organisation", "\(area)/map?organisation=\(participant)", client)
    try await measure("A cell of it", "\(area)/map/cells/intervention/targeted", client)
    try await measure("Gap register", "\(area)/gaps", client)
    for (what, words) in [("a common word", "baba"), ("a rare word", "tanesgan"), ("two words", "moba keba")] {
      let token = try client.formToken(at: "\(area)/entries")
      try await measure("Search, \(what)", "\(area)/entries/search", client, sending: [token, ("words", words)])
    }
    try await measure("Full report as PDF", "\(area)/report.pdf", client, runs: 3)
    try await measure("Map as XLSX", "\(area)/map.xlsx", client, runs: 3)
    if only.isEmpty { try await contributors(on: running.port) }
  }

  /// Fifty people who register with the code and put five entries each on the map, all at once.
  private func contributors(on port: Int) async throws {
    let (people, each) = (50, 5)
    let run = String(Int(Date().timeIntervalSince1970))
    let before = try await kept()
    let start = ContinuousClock.now
    let times = try await withThrowingTaskGroup(of: [Double].self) { group in
      for number in 0..<people {
        group.addTask {
          try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread {
              done.resume(
                with: Result { try BenchContributor(port: port, name: "c\(run)-\(number)", number).work(each) })
            }
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    let seconds = Bench.milliseconds(ContinuousClock.now - start) / 1000
    let after = try await kept()
    print(
      String(
        format:
          "\n%d contributors at once: %d registered, %d of %d entries kept, in %.1f s; an entry takes %.0f ms at the median, %.0f ms at most.",
        people, after.people - before.people, after.entries - before.entries, people * each, seconds, times.median,
        times.max() ?? 0))
  }

  private func kept() async throws -> (people: Int, entries: Int) {
    let today = today
    return try await database.read { connection in
      let own = AreaViewer(operatorIn: try Areas.withAddress(LargeArea.address, connection)!.id)
      var live = EntryFilter()
      live.states = [.live]
      return (
        try AreaPeople(own, connection).all(on: today).count,
        try Entries(own, connection).matching(live, most: 1).count
      )
    }
  }
}

/// Somebody who registers by the pages, as a browser would, and enters things.
private struct BenchContributor {
  let client: Client
  let name: String
  let number: Int
  let area = "/areas/\(LargeArea.address)"

  init(port: Int, name: String, _ number: Int) throws {
    client = try Client(port: port, cookie: "")
    self.name = name
    self.number = number
  }

  /// How long each entry took, in milliseconds.
  func work(_ count: Int) throws -> [Double] {
    let register = "\(area)/register"
    var form = try shown(register)
    form += [("code", LargeArea.code), ("name", "Bench \(name)"), ("email", "\(name)@bench.example")]
    form += [("organisation", LargeArea.organisation(number * 7))]
    form = hidden(try client.post(register, form), 200)
    let password = "quiet harbour lanterns walk \(number)"
    form += [("job", "Works there"), ("new-password", password), ("again", password), ("terms", "yes")]
    _ = hidden(try client.post(register, form), 303)
    return try (0..<count).map { entry in
      let words = Numbers().sentence(20 + entry)
      var form = try shown("\(area)/entries/new")
      form += [("kind", "provision"), ("specialisms", "slcn"), ("cells", "intervention.targeted")]
      form += [("description", "\(name) \(entry) \(words)"), ("audience", "Children in Reception"), ("act", "send")]
      let sent = form
      return try Bench.time {
        var answer = try client.post("\(area)/entries", sent)
        // What is told to be looked at once more goes as it is.
        if answer.status == 422 {
          answer = try client.post("\(area)/entries", sent + hidden(answer, 422).filter { $0.name == "despite" })
        }
        _ = hidden(answer, 303)
      }
    }
  }

  private func shown(_ path: String) throws -> [Client.Field] { hidden(try client.get(path), 200) }

  /// The hidden fields of the page's form.
  private func hidden(_ answer: Client.Answer, _ status: Int) -> [Client.Field] {
    let text = String(decoding: answer.body, as: UTF8.self)
    precondition(answer.status == status, "\(answer.status) instead of \(status): \(text.suffix(4_000))")
    let main = text.range(of: "<main").map { text[$0.lowerBound...] } ?? text[...]
    return main.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)"/).map {
      (name: String($0.output.1), value: String($0.output.2).replacing("&amp;", with: "&"))
    }
  }
}
