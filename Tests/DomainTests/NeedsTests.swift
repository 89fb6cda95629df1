import Domain
import Testing

@Suite struct NeedsTests {
  private func day(_ text: String) -> Day { Day(iso: text)! }
  private func need(_ code: String, _ rank: Int) -> RankedNeed { RankedNeed(type: NeedType.coded(code)!, rank: rank) }

  @Test(arguments: [
    ("N", SENStatus.none), ("No SEN", .none), ("no special educational need", .none), ("Not SEN", .none),
    ("K", .support), ("SEN Support", .support), ("SEN support (K)", .support), ("k - SEN support", .support),
    ("A", .support), ("P", .support), ("School Action Plus", .support), ("School Action +", .support),
    ("E", .plan), ("EHCP", .plan), ("EHC plan", .plan), ("e", .plan), ("Education, Health and Care Plan", .plan),
    ("E - EHC Plan", .plan), ("S", .plan), ("Statement", .plan), ("Statemented", .plan),
  ])
  func `SEN status is read as systems write it`(text: String, status: SENStatus) {
    #expect(SENStatus(typed: text) == status)
  }

  @Test(arguments: ["", " ", "X", "maybe", "SLCN", "3"])
  func `what is no SEN status is not guessed`(text: String) { #expect(SENStatus(typed: text) == nil) }

  @Test(arguments: [
    ("SLCN", "SLCN"), ("slcn", "SLCN"), ("Speech, Language and Communication Needs", "SLCN"),
    ("Speech, language and communication need", "SLCN"), ("SLCN - Speech, Language and Communication Needs", "SLCN"),
    ("SpLD", "SPLD"), ("Specific Learning Difficulty", "SPLD"), ("Dyslexia", "SPLD"), ("BESD", "SEMH"),
    ("Social, Emotional and Mental Health", "SEMH"), ("Autism", "ASD"), ("ASC", "ASD"),
    ("Autistic Spectrum Disorder", "ASD"), ("Autism Spectrum Disorder (ASD)", "ASD"), ("HI", "HI"),
    ("Hearing Impairment", "HI"), ("Visual Impairment", "VI"), ("Vision impairment", "VI"), ("MSI", "MSI"),
    ("Multi-Sensory Impairment", "MSI"), ("Physical Disability", "PD"), ("DS", "DS"), ("Down Syndrome", "DS"),
    ("Down’s syndrome", "DS"), ("OTH", "OTH"), ("Other Difficulty/Disability", "OTH"), ("NSA", "NSA"),
    ("SEN support but no specialist assessment of type of need", "NSA"), ("MLD", "MLD"), ("SLD", "SLD"),
    ("PMLD", "PMLD"), ("Profound and Multiple Learning Difficulty", "PMLD"),
  ])
  func `a type of need is read as systems write it`(text: String, code: String) {
    #expect(NeedType(typed: text)?.code == code)
  }

  @Test(arguments: ["", "needs help", "K", "Literacy"])
  func `what is no type of need is not guessed`(text: String) { #expect(NeedType(typed: text) == nil) }

  @Test func `a list needs one primary need, and no type twice`() throws {
    try [need("SLCN", 1), need("MLD", 2), need("HI", 2)].refuseUnlessSound(with: .plan)
    try [RankedNeed]().refuseUnlessSound(with: .none)
    #expect(throws: Refusals.self) { try [need("SLCN", 2)].refuseUnlessSound(with: .plan) }
    #expect(throws: Refusals.self) { try [need("SLCN", 1), need("MLD", 1)].refuseUnlessSound(with: .plan) }
    #expect(throws: Refusals.self) { try [need("SLCN", 1), need("SLCN", 2)].refuseUnlessSound(with: .plan) }
  }

  @Test func `NSA goes with SEN support only`() throws {
    try [need("NSA", 1)].refuseUnlessSound(with: .support)
    #expect(throws: Refusals.self) { try [need("NSA", 1)].refuseUnlessSound(with: .plan) }
    #expect(throws: Refusals.self) { try [need("NSA", 1)].refuseUnlessSound(with: .none) }
  }

  @Test func `a changed list leaves the needs that stay as they are`() {
    var needs = Timeline(needs: [
      Dated(need("SLCN", 1), Span(day("2025-09-01"))!), Dated(need("MLD", 2), Span(day("2025-09-01"))!),
    ])
    needs.change(to: [need("SLCN", 1), need("HI", 2)], from: day("2026-02-01"))
    #expect(
      needs.needs == [
        Dated(need("HI", 2), Span(day("2026-02-01"))!),
        Dated(need("MLD", 2), Span(day("2025-09-01"), day("2026-01-31"))!),
        Dated(need("SLCN", 1), Span(day("2025-09-01"))!),
      ])
  }

  @Test func `a need that changes its rank ends and begins`() {
    var needs = Timeline(needs: [
      Dated(need("SLCN", 1), Span(day("2025-09-01"))!), Dated(need("MLD", 2), Span(day("2025-09-01"))!),
    ])
    needs.change(to: [need("MLD", 1), need("SLCN", 2)], from: day("2026-02-01"))
    #expect(needs.needs.map(\.value.rank) == [2, 1, 1, 2])
    #expect(needs.on(day("2026-03-01"))?.value.codes == "MLD, SLCN")
    #expect(Timeline(needs: needs.needs) == needs)
  }

  @Test(arguments: 0..<100)
  func `lists of needs survive being kept need by need`(seed: Int) {
    var random = Steps(state: UInt64(seed) &+ 77)
    var needs = Timeline<[RankedNeed]>()
    for _ in 0..<12 {
      let types = NeedType.all.filter { _ in random.next(5) == 0 }.shuffled(using: &random)
      let list = types.enumerated().map { RankedNeed(type: $1, rank: $0 + 1) }
      needs.change(to: list.isEmpty ? nil : list, from: day("2026-01-01") + random.next(100))
      #expect(Timeline(needs: needs.needs) == needs)
    }
  }
}
