import Domain
import Exchange
import Store
import TestSupport
import Testing

struct `Any list of pupils` {
  @Test(arguments: 0..<12)
  func `changes nothing the second time`(seed: Int) async throws {
    var generator = SplitMix(state: UInt64(seed) * 977 + 5)
    let here = try await Importing(seed % 2 == 0 ? .sqlite : .postgres)
    for _ in 0..<3 {
      let file = Self.file(using: &generator)
      let effective = Bool.random(using: &generator) ? Day(2026, 9, Int.random(in: 1...30, using: &generator))! : nil
      let first = try await here.preview(.pupils, file, effective: effective)
      let done = try await first.commit(skipRefused: true)
      let again = try await here.preview(.pupils, file, effective: effective).preview
      #expect(again.new.isEmpty, "\(file)\n\(again.new)")
      #expect(again.changed.isEmpty, "\(file)\n\(again.changed)")
      #expect(again.unchanged.count == done.new.count + done.changed.count + done.unchanged.count)
      #expect(again.refused == done.refused)
      for kept in try await here.roll() { Self.check(kept) }
    }
  }

  /// Facts of one kind about one thing never overlap; one need at a time is the primary one.
  private static func check(_ kept: KeptPupil) {
    func areApart<Value>(_ facts: [Dated<Value>]) -> Bool {
      zip(facts, facts.dropFirst()).allSatisfy { !$0.span.overlaps($1.span) }
    }
    #expect(areApart(kept.facts.statuses.facts))
    #expect(areApart(kept.facts.classes.facts))
    for list in kept.facts.needs.facts {
      #expect(list.value.map(\.rank) == Array(1...list.value.count), "\(kept.facts.needs)")
    }
  }

  private static func file(using generator: inout SplitMix) -> String {
    var lines = [
      "Surname,Forename,DOB,Year,Class,SEN status,SEN start date,Primary need,Secondary need,EAL,Leaving date"
    ]
    let people = [
      "Yusuf,Amina,14/3/2019", "Wójcik,Jakub,30/1/2017", "O'Hara,Tom,2/11/2018", "PRICE,ELLA,9/6/2021",
      "Lis,Ola,1/2/2019",
      "Ng,Bo,3/4/2019", "Begum,Aisha,5/6/2020",
    ]
    for person in people.shuffled(using: &generator).prefix(Int.random(in: 2...7, using: &generator)) {
      let cells = [
        ["", "3", "Y4"], ["", "3A", "4B", "5C"], ["", "K", "E", "N", "School Action"],
        ["", "1/9/2025", "12/10/2026", "3/2/2027"], ["", "SLCN", "MLD", "NSA", "ASD", "oops"], ["", "ASD", "SEMH"],
        ["", "Y", "N"], ["", "", "", "18/12/2026"],
      ].map { $0.randomElement(using: &generator)! }
      lines.append(([person] + cells).joined(separator: ","))
    }
    return lines.joined(separator: "\n")
  }
}
