import Domain
import Foundation
import SQL
import TestSupport
import Testing

@testable import Store

private let northvale = SampleArea.northvale
private let southmere = SampleArea.southmere
private let today = Day(2026, 11, 21)!
private let visitor = AreaViewer(visitorIn: northvale.id)

@Suite struct SurveyAnswersTests {
  private let reply = SurveyReply(
    voice: .parent, texts: [.works: "The nursery.", .wish: "Somebody who rings."], strand: "workforce",
    locality: northvale.harbourWard)

  private func answers(_ person: SampleArea.Person, _ connection: any Connection) -> SurveyAnswers {
    SurveyAnswers(northvale.viewer(person), connection)
  }

  private func seen(_ id: ID<SurveyAnswer>, _ version: Int = 1) -> SurveyAnswers.Seen { .init(id, version: version) }

  @Test(arguments: Engine.all)
  func `each box is an answer that waits, sent twice it is kept once, and nobody's name is with it`(engine: Engine)
    async throws
  {
    let database = try await sampleDatabase(engine)
    let reply = reply
    try await database.write(keeper: northvale.id.text) { connection in
      let id = ID<SurveyReply>.new(at: connection.now)
      for _ in 1...2 {
        try SurveyAnswers(visitor, connection).send(reply, to: northvale.round, id: id, today: today)
      }
      let waiting = try answers(.coordinator, connection).all(in: northvale.round, .waiting)
      #expect(waiting.count == 3)
      let sent = waiting.suffix(2)
      #expect(sent.map(\.text) == ["The nursery.", "Somebody who rings."] && sent.map(\.kind) == [.works, .wish])
      #expect(sent.allSatisfy { $0.strand == "workforce" && $0.locality == northvale.harbourWard })
      let history = try answers(.coordinator, connection).history(of: sent[1].id)
      #expect(history.map(\.act) == ["sent"] && history[0].actor == "A visitor")
      #expect(history[0].after == ["state": "waiting"])
    }
  }

  @Test(arguments: Engine.all)
  func `what the area does not know is dropped; a survey that is off and a round that is over take nothing`(
    engine: Engine
  ) async throws {
    let database = try await sampleDatabase(engine)
    var reply = reply
    (reply.strand, reply.locality) = ("no-such", southmere.harbourWard)
    let odd = reply
    try await database.write(keeper: northvale.id.text) { connection in
      let all = SurveyAnswers(visitor, connection)
      try all.send(odd, to: northvale.round, id: .new(at: connection.now), today: today)
      let kept = try answers(.coordinator, connection).all(in: northvale.round, .waiting).suffix(2)
      #expect(kept.allSatisfy { $0.strand == nil && $0.locality == nil })
      #expect(throws: Refusal.self) {
        try all.send(odd, to: northvale.round, id: .new(at: connection.now), today: Day(2026, 8, 31)!)
      }
      #expect(throws: Refusal.self) {
        try all.send(odd, to: southmere.round, id: .new(at: connection.now), today: today)
      }
      try connection.run("UPDATE areas SET takes_survey = \(false)")
      #expect(throws: Refusal.self) {
        try all.send(odd, to: northvale.round, id: .new(at: connection.now), today: today)
      }
    }
  }

  @Test(arguments: Engine.all) func `commissioners see what is counted, contributors nothing, and another area nothing`(
    engine: Engine
  ) async throws {
    let database = try await sampleDatabase(engine)
    try await database.read { connection in
      let round = northvale.round
      let counted = ["The drop-in made us feel welcome."]
      for state in SurveyAnswer.State.allCases {
        #expect(try answers(.coordinator, connection).all(in: round, state).count == 1)
        #expect(
          try answers(.commissioner, connection).all(in: round, state).map(\.text) == (state == .counted ? counted : [])
        )
        #expect(try answers(.contributor, connection).all(in: round, state).isEmpty)
        #expect(try SurveyAnswers(southmere.viewer(.coordinator), connection).all(in: round, state).isEmpty)
      }
      #expect(try answers(.commissioner, connection).counts(in: round) == [.counted: 1])
      #expect(try answers(.coordinator, connection).counts(in: round) == [.waiting: 1, .counted: 1, .leftOut: 1])
      let tally = try answers(.commissioner, connection).tallies(in: round)
      #expect(tally == [.init(strand: "family-support", kind: .works, voice: .parent, count: 1)])
      #expect(throws: Refusal.self) { try answers(.commissioner, connection).find(northvale.countedAnswer) }
      #expect(throws: Refusal.self) { try answers(.coordinator, connection).find(southmere.countedAnswer) }
    }
  }

  @Test(arguments: Engine.all) func `several are decided at once, or none where somebody decided otherwise meanwhile`(
    engine: Engine
  ) async throws {
    let database = try await sampleDatabase(engine)
    try await database.write(keeper: northvale.id.text) { connection in
      let all = answers(.coordinator, connection)
      try all.moderate([seen(northvale.waitingAnswer), seen(northvale.leftOutAnswer)], to: .counted)
      #expect(try all.counts(in: northvale.round) == [.counted: 3])
      #expect(try all.history(of: northvale.waitingAnswer).map(\.act) == ["counted"])
      // The same again from an older page is no conflict; another decision is, and changes nothing.
      try all.moderate([seen(northvale.waitingAnswer)], to: .counted)
      let refusal = #expect(throws: Refusal.self) {
        try all.moderate([seen(northvale.countedAnswer), seen(northvale.waitingAnswer)], to: .leftOut)
      }
      #expect(
        refusal?.kind == .conflict && refusal?.sentence.hasPrefix("Maya Ellis has dealt with one of these") == true)
      #expect(try all.counts(in: northvale.round) == [.counted: 3])
      #expect(throws: Refusal.self) {
        try answers(.commissioner, connection).moderate([seen(northvale.countedAnswer)], to: .leftOut)
      }
    }
  }

  @Test(arguments: Engine.all) func `a worry is noted with who and when; words that are taken out stand nowhere`(
    engine: Engine
  ) async throws {
    let database = try await sampleDatabase(engine)
    try await database.write(keeper: northvale.id.text) { connection in
      let (all, id) = (answers(.coordinator, connection), northvale.waitingAnswer)
      #expect(throws: Refusal.self) { try all.passOn(id, note: "  ") }
      try all.passOn(id, note: "The duty social worker, by telephone.")
      try all.passOn(id, note: "And by e-mail.")
      let worry = try #require(try all.find(id).worry)
      #expect(worry.by == "Maya Ellis" && worry.at == connection.now)
      #expect(worry.note == "The duty social worker, by telephone.\nMaya Ellis: And by e-mail.")
      #expect(throws: Refusal.self) { try all.empty(id, version: 1) }
      try all.empty(id, version: 3)
      let kept = try all.find(id)
      #expect(kept.text.isEmpty && kept.state == .leftOut && kept.worry == worry)
      #expect(throws: Refusal.self) { try all.moderate([seen(id, kept.version)], to: .counted) }
      #expect(try all.history(of: id).map(\.act) == ["emptied", "passed on", "passed on"])
      #expect(try connection.count("SELECT COUNT(*) FROM history WHERE after LIKE '%waited a year%'") == 0)
    }
  }
}
