import Domain
import SQL
import Store

/// What plans of provision and of gaps have in common.
private protocol EntryPlan {
  var title: String { get }
  var description: String { get }
  var cells: [String] { get }
  var specialisms: [String] { get }
  var audience: String { get }
  var ages: ClosedRange<Int> { get }
}

extension ProvisionPlan: EntryPlan {}
extension GapPlan: EntryPlan {}

/// What an organisation has said in a round, so that it says nothing twice.
private struct Said {
  var provision: Set<Int> = []
  var gaps: Set<Int> = []
}

extension AreaMaker {
  private static let wanted = (first: (provision: 240, gaps: 60), second: (provision: 360, gaps: 90))
  /// What several said, and the coordinator has one stand for: told beside those.
  static let doubles = (provision: 1, gaps: 24)

  /// Fewer answered the first time.
  mutating func makeFirstRound() throws {
    guard let round = try Rounds(coordinator, connection).numbered(1) else { return }
    let answering = speakers.filter { $0.place.voice > 2 || ($0.place.voice == 2 && dice.happens(50)) }
    var said: [ID<Participant>: Said] = [:]
    try speak(in: round, answering, first, &said, Self.wanted.first)
    try sayNothing(in: round, answering, until: first.until!)
    let end = PastConnection(connection, daysAgo: today - first.until! - 3)
    try checkAll(of: round, end)
    try Rounds(coordinator, end).close(round.id)
    try Rounds(coordinator, PastConnection(connection, daysAgo: today - second.from)).add(
      name: "One year on", framework: round.framework, from: second.from, until: second.until)
  }

  /// Most of what was there is carried on; the schools offer from their own maps; the rest is new.
  mutating func makeSecondRound() throws {
    let rounds = Rounds(coordinator, connection)
    guard let round = try rounds.numbered(2) else { return }
    var said: [ID<Participant>: Said] = [:]
    for speaker in speakers {
      let past = PastConnection(connection, daysAgo: dice.roll(5...38))
      let entries = Entries(speaker.viewer, past)
      guard let earlier = try entries.earlier(than: round) else { continue }
      let kept = earlier.entries.filter { _ in dice.happens(55) }
      try entries.copy(Set(kept.map(\.id)), to: round, today: today)
      let drafts = try entries.own(in: round.id, states: [.draft])
      _ = try entries.sendWholeDrafts(in: round.id, only: Set(drafts.map(\.id)), today: today)
      said[speaker.participant] = Said(
        provision: Set(kept.compactMap { entry in ProvisionPlan.all.firstIndex { $0.title == entry.details.title } }),
        gaps: Set(kept.compactMap { entry in GapPlan.all.firstIndex { $0.title == entry.details.title } }))
    }
    try offerFromSchools()
    let there = try Entries(coordinator, connection).all(in: round.id)
    let gaps = there.count { $0.details.kind == .gap }
    try speak(
      in: round, speakers, Span(second.from, today)!, &said,
      (
        Self.wanted.second.provision + Self.doubles.provision - (there.count - gaps),
        Self.wanted.second.gaps + Self.doubles.gaps - gaps
      ))
    try sayNothing(in: round, speakers, until: today)
    try makeDrafts(in: round)
  }

  /// Each says what fits its sector, the loud ones more, until so much is said.
  private mutating func speak(
    in round: Round, _ answering: [Speaker], _ span: Span, _ said: inout [ID<Participant>: Said],
    _ wanted: (provision: Int, gaps: Int)
  ) throws {
    for (kind, count) in [(EntryKind.provision, wanted.provision), (.gap, wanted.gaps)] {
      var left = answering
      var rest = count
      while rest > 0, !left.isEmpty {
        let speaker = dice.weighted(left.map { ($0, $0.place.voice) })
        let day = span.from + dice.roll(0...(span.until! - span.from))
        let past = PastConnection(connection, daysAgo: today - day)
        var own = said[speaker.participant] ?? Said()
        guard let details = kind == .provision ? provision(of: speaker, &own) : gap(of: speaker, &own) else {
          left.removeAll { $0.participant == speaker.participant }
          continue
        }
        said[speaker.participant] = own
        try Entries(speaker.viewer, past).add(details, to: round.id, isDraft: false, today: day)
        rest -= 1
      }
    }
  }

  private mutating func provision(of speaker: Speaker, _ said: inout Said) -> EntryDetails? {
    let fitting = ProvisionPlan.all.indices.filter { index in
      !said.provision.contains(index) && ProvisionPlan.all[index].sectors.contains(speaker.place.sector)
    }
    if fitting.isEmpty { return nil }
    let index = dice.pick(fitting)
    said.provision.insert(index)
    let plan = ProvisionPlan.all[index]
    var details = details(.provision, by: plan, of: speaker)
    details.frequency = plan.frequency
    if dice.happens(80) { details.reach = dice.roll(plan.reach) }
    if dice.happens(45) { details.capacity = (details.reach ?? plan.reach.upperBound) * dice.roll(90...130) / 100 }
    if dice.happens(35) {
      details.cost = Pence((details.reach ?? plan.reach.lowerBound) * dice.roll(20...260) * 100)
      details.funder = dice.pick(["Core budget", "The authority", "The health board", "A grant until next summer"])
    }
    if dice.happens(40) {
      details.evidence = dice.pick([
        "We look at the same five questions before and after.", "Parents fill in a short form at the end.",
        "Attendance, and what staff see in class.", "A screen in September and again in June.",
        "A trial elsewhere found a small gain; ours looks like it.", "None yet: it began this year.",
      ])
    }
    details.isPublicByAuthor = dice.happens(55)
    return details
  }

  private mutating func gap(of speaker: Speaker, _ said: inout Said) -> EntryDetails? {
    let fitting = GapPlan.all.indices.filter { index in
      !said.gaps.contains(index) && GapPlan.all[index].sectors.contains(speaker.place.sector)
    }
    if fitting.isEmpty { return nil }
    // The first ones of the list hurt most people.
    let index = dice.weighted(fitting.map { ($0, max(1, 20 - $0)) })
    said.gaps.insert(index)
    let plan = GapPlan.all[index]
    var details = details(.gap, by: plan, of: speaker)
    if dice.happens(75) { details.affected = dice.roll(plan.affected) }
    details.effect = plan.effect
    if dice.happens(70) { details.suggestion = plan.suggestion }
    details.isPublicByAuthor = dice.happens(40)
    return details
  }

  /// What is said of provision and of gaps alike.
  private mutating func details(_ kind: EntryKind, by plan: some EntryPlan, of speaker: Speaker) -> EntryDetails {
    var details = EntryDetails(kind)
    details.title = plan.title
    details.localities = localities(of: speaker)
    details.description = plan.description.replacing("{place}", with: name(of: details.localities))
    details.cells = cells(plan.cells)
    details.specialisms = Specialisms(plan.specialisms.compactMap { positions[$0] })
    details.audience = plan.audience
    (details.ageFrom, details.ageUntil) = (plan.ages.lowerBound, plan.ages.upperBound)
    return details
  }

  /// Drafts, as people leave them: somebody was called away.
  private mutating func makeDrafts(in round: Round) throws {
    for speaker in dice.some(7, of: speakers) {
      var said = Said()
      guard var details = provision(of: speaker, &said) else { continue }
      details.title = ""
      details.description = String(details.description.prefix(48)) + " …"
      details.cells = Cells()
      try Entries(speaker.viewer, connection).add(details, to: round.id, isDraft: true, today: today)
    }
  }

  /// Cells in which an organisation says that it has nothing, as apart from silence.
  private mutating func sayNothing(in round: Round, _ answering: [Speaker], until day: Day) throws {
    let past = PastConnection(connection, daysAgo: today - day)
    guard let framework = try Frameworks(coordinator, past).all().first(where: { $0.id == round.framework }) else {
      return
    }
    for speaker in answering where dice.happens(45) {
      let served = try Entries(speaker.viewer, past).own(in: round.id).filter { $0.details.kind == .provision }
      let specialism = dice.pick(positions.values.sorted())
      let taken = served.filter { $0.details.specialisms.contains(specialism) }.reduce(into: Cells()) {
        $0.formUnion($1.details.cells)
      }
      let free = framework.cells.filter { !taken.contains($0) }
      for cell in dice.some(dice.roll(1...5), of: free) {
        try NothingHere(speaker.viewer, past).say(cell, specialism: specialism, in: round.id, today: day)
      }
    }
  }

  private mutating func localities(of speaker: Speaker) -> Set<ID<Locality>> {
    if let own = speaker.place.locality { return [localities[own].id] }
    let count = dice.weighted([(6, 30), (1, 20), (2, 25), (3, 25)])
    // Services reach the coast least.
    return Set(
      dice.some(count, of: localities.indices.filter { count == 6 || $0 != 2 || dice.happens(20) })
        .map { localities[$0].id })
  }

  private func name(of ids: Set<ID<Locality>>) -> String {
    let names = localities.filter { ids.contains($0.id) }.map(\.name)
    return names.count > 3 || names.isEmpty ? Demo.authority : names.joined(separator: " and ")
  }

  private func cells(_ names: [String]) -> Cells {
    let letters = ["FS", "E", "W", "ID", "IN"]
    return Cells(
      names.compactMap { name in
        guard let level = name.last?.wholeNumberValue, let strand = letters.firstIndex(of: String(name.dropLast()))
        else { return nil }
        return Cell(strand: strand, level: level - 1)
      })
  }
}
