import Domain
import SQL
import Store

extension AreaMaker {
  /// Both schools offer some of what runs there, as totals in which nobody can be known.
  mutating func offerFromSchools() throws {
    for plan in [SchoolPlan.primary, .secondary] {
      guard let school = try Schools.withURN(plan.urn, connection),
        let speaker = speakers.first(where: { $0.place.urn == plan.urn }), let account = speaker.viewer.account,
        let viewer = try Viewers.viewer(account: account, in: school.id, on: today, connection)
      else { continue }
      let offers = try SchoolOffers(
        school, as: viewer, in: speaker.viewer, PastConnection(connection, daysAgo: dice.roll(3...20)))
      let new = try offers.table(today: today).proposals.filter { $0.state == .new }
      _ = try offers.offer(Set(dice.some(6, of: new.map(\.offer.type.id))), today: today)
    }
  }

  /// Everything of a round is looked through, and what its author agreed to is let to the public.
  func checkAll(of round: Round, _ connection: any Connection) throws {
    let entries = Entries(coordinator, connection)
    let all = try entries.all(in: round.id)
    try entries.mark(Set(all.map(\.id)), checked: true)
    try entries.agree(Set(all.filter(\.details.isPublicByAuthor).map(\.id)), toPublic: true)
  }

  /// What a coordinator has done in the middle of a round: two thirds looked through, two doubles told together, one entry
  /// put where it belongs, and questions, some of them answered.
  mutating func makeTidying() throws {
    guard let round = try Rounds(coordinator, connection).numbered(2) else { return }
    let past = PastConnection(connection, daysAgo: 2)
    let entries = Entries(coordinator, past)
    let all = try entries.all(in: round.id).filter { $0.state == .live && $0.createdAt < past.now }
    let checked = Set(dice.some(all.count * 2 / 3, of: all.map(\.id)))
    try entries.mark(checked, checked: true)
    let agreed = all.filter { checked.contains($0.id) && $0.details.isPublicByAuthor }
    try entries.agree(Set(agreed.map(\.id)), toPublic: true)

    for (kind, doubles) in [(EntryKind.provision, Self.doubles.provision), (.gap, Self.doubles.gaps)] {
      try mergeAlike(all.filter { $0.details.kind == kind }, count: doubles, entries)
    }
    let free = try entries.all(in: round.id).filter { $0.state == .live && $0.account != nil }
    let moved = free.first { $0.details.cells.count == 1 && $0.details.kind == .provision }
    if let moved, let cell = moved.details.cells.all.first {
      try entries.move(
        moved.id, to: Cells([Cell(strand: cell.strand, level: (cell.level + 1) % 3)]), version: moved.version)
    }
    let asked = dice.some(6, of: free.filter { $0.id != moved?.id })
    let wording = [
      "Is this still running this term?", "How many children a year does this reach, roughly?",
      "Is it for the whole of the county, or for your own families only?", "Who may refer a child to it?",
      "Is this the same as what the Family Hubs run on Tuesdays?", "Since when has this been missing?",
    ]
    for (entry, question) in zip(asked, wording) {
      let id = connection.newID(EntryQuestion.self)
      _ = try EntryQuestions(coordinator, past).ask(question, about: entry.id, id: id)
      guard dice.happens(40), let speaker = speakers.first(where: { $0.participant == entry.participant }) else {
        continue
      }
      let answer = "Yes. It began two years ago, and anybody may ask for it; we have not counted exactly."
      try EntryQuestions(speaker.viewer, connection).answer(id, about: entry.id, with: answer)
    }
  }

  /// Lets one stand for others of the same name, those first that most say, until so many are merged.
  private func mergeAlike(_ all: [Entry], count: Int, _ entries: Entries) throws {
    let groups = Dictionary(grouping: all, by: \.details.title).values.filter { $0.count > 1 }
      .sorted { ($1.count, $0[0].details.title) < ($0.count, $1[0].details.title) }
    var rest = count
    for same in groups where rest > 0 {
      let others = same.dropFirst().prefix(rest)
      let versions = Dictionary(uniqueKeysWithValues: others.map { ($0.id, $0.version) })
      try entries.merge(versions, into: same[0].id, version: same[0].version)
      rest -= others.count
    }
  }

  /// What families said in the survey; the last few have not been read yet.
  mutating func makeVoices() throws {
    guard let round = try Rounds(coordinator, connection).numbered(2) else { return }
    for voice in VoicePlan.all {
      let past = PastConnection(connection, daysAgo: dice.roll(3...35))
      let texts = [SurveyKind.works: voice.works, .barrier: voice.barrier, .wish: voice.wish]
      let reply = SurveyReply(
        voice: SurveyVoice(rawValue: voice.who), texts: texts, strand: voice.strand,
        locality: dice.happens(60) ? dice.pick(localities).id : nil)
      try SurveyAnswers(AreaViewer(visitorIn: area), past).send(
        reply, to: round.id, id: past.newID(SurveyReply.self), today: today)
    }
    let answers = SurveyAnswers(coordinator, PastConnection(connection, daysAgo: 2))
    let waiting = try answers.all(in: round.id, .waiting)
    let worries = Set(VoicePlan.all.filter(\.isWorry).flatMap { [$0.works, $0.barrier, $0.wish] })
    let plain = waiting.filter { !worries.contains($0.text) }.dropLast(9)
    try answers.moderate(plain.map { .init($0.id, version: $0.version) }, to: .counted)
    if let worry = waiting.first(where: { worries.contains($0.text) }) {
      try answers.passOn(worry.id, note: "Told the safeguarding lead of the family hubs by telephone.")
    }
  }
}
