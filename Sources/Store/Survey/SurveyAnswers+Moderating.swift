package import Domain
import SQL

extension SurveyAnswers {
  /// Keeps what was sent, waiting to be read. `id` is the one that the form was given: a form that is sent twice is kept
  /// once. Whoever sends is not kept; refuses an area that has no survey, a round that takes no entries, and what the area
  /// does not know.
  package func send(_ typed: SurveyReply, to round: ID<Round>, id: ID<SurveyReply>, today: Day) throws {
    let reply = try typed.checked()
    guard try Areas.withID(viewer.organisation, connection)?.details.takesSurvey == true else {
      throw Refusal.notFound()
    }
    let asked = try Rounds(viewer, connection).find(round)
    guard asked.takesEntries(on: today) else { throw Refusal.conflict("This survey has closed, so nothing was sent.") }
    let strands = try Frameworks(viewer, connection).find(asked.framework).strands.map(\.key)
    let localities = try AreaParts(viewer.organisation, connection).localities().map(\.id)
    let strand = reply.strand.flatMap { strands.contains($0) ? $0 : nil }
    let locality = reply.locality.flatMap { localities.contains($0) ? $0 : nil }
    for (place, kind) in SurveyKind.allCases.enumerated() {
      guard let text = reply.texts[kind], let voice = reply.voice else { continue }
      let answer = ID<SurveyAnswer>(high: id.high, low: id.low &+ UInt64(place))
      if try connection.keeps(answer, in: "survey_answers", of: viewer.organisation) { continue }
      try connection.run(
        """
        INSERT INTO survey_answers (organisation_id, id, round_id, kind, strand, who, locality_id, text, sent_at, state,
          moderated_at, moderated_by, worry, worry_passed_at, worry_passed_by, version)
        VALUES (\(viewer.organisation), \(answer), \(round), \(kind.rawValue), \(strand), \(voice.rawValue), \(locality),
          \(text), \(connection.now), 'waiting', NULL, NULL, NULL, NULL, NULL, 1)
        """)
      try connection.record(
        "sent", "survey answer", answer.text, by: AreaViewer(visitorIn: viewer.organisation),
        after: ["state": SurveyAnswer.State.waiting.rawValue])
    }
  }

  /// An answer as it was shown to a moderator.
  package struct Seen: Hashable, Sendable {
    package let id: ID<SurveyAnswer>
    package let version: Int

    package init(_ id: ID<SurveyAnswer>, version: Int) {
      self.id = id
      self.version = version
    }
  }

  /// Counts these answers, leaves them out, or has them wait again. Refuses all of them where somebody else decided one
  /// otherwise meanwhile; who decided it the same way is no conflict.
  package func moderate(_ seen: [Seen], to state: SurveyAnswer.State) throws {
    try viewer.mustAll(.do, .survey)
    let answers = try seen.map { (seen: $0, kept: try find($0.id)) }
    let others = answers.filter { $0.seen.version != $0.kept.version && $0.kept.state != state }
    if let other = others.first {
      throw Refusal.conflict(
        "\(other.kept.moderatedBy ?? "Somebody") has dealt with \(others.count == 1 ? "one" : "\(others.count)") of these "
          + "since you opened this page. Nothing was changed; this is how they stand now.")
    }
    for answer in answers.map(\.kept) where answer.state != state {
      if state == .counted, answer.text.isEmpty {
        throw Refusal.conflict("The words of this answer were taken out, so there is nothing to count.")
      }
      try connection.run(
        """
        UPDATE survey_answers SET state = \(state.rawValue), moderated_at = \(connection.now), moderated_by = \(viewer.name),
          version = version + 1
        WHERE organisation_id = \(viewer.organisation) AND id = \(answer.id)
        """)
      try connection.record(
        Self.act(state), "survey answer", answer.id.text, by: viewer, before: ["state": answer.state.rawValue],
        after: ["state": state.rawValue])
    }
  }

  private static func act(_ state: SurveyAnswer.State) -> String {
    switch state {
    case .waiting: "put back"
    case .counted: "counted"
    case .leftOut: "left out"
    }
  }

  /// Notes that a worry about a child's safety was passed on: whom was told. Never refused because somebody else wrote
  /// meanwhile; a second note stands under the first.
  package func passOn(_ id: ID<SurveyAnswer>, note typed: String) throws {
    let answer = try find(id)
    let note = typed.trimmingSpaces
    guard !note.isEmpty else { throw Refusal.invalid("Write whom you told, and how.", field: "note") }
    guard note.count <= 500 else { throw Refusal.invalid("A note has at most 500 characters.", field: "note") }
    let notes = answer.worry.map { "\($0.note)\n\(viewer.name): \(note)" } ?? note
    let (at, by) = (answer.worry?.at ?? connection.now, answer.worry?.by ?? viewer.name)
    try connection.run(
      """
      UPDATE survey_answers SET worry = \(notes), worry_passed_at = \(at), worry_passed_by = \(by), version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND id = \(id)
      """)
    try connection.record("passed on", "survey answer", id.text, by: viewer, after: ["worry": note])
  }

  /// Takes the words out for good, because they tell who somebody is, and leaves the answer out. History keeps that it was
  /// done, and no word of it.
  package func empty(_ id: ID<SurveyAnswer>, version: Int) throws {
    let answer = try find(id)
    if answer.version != version {
      throw Refusal.conflict(
        "Somebody has dealt with this answer since you opened this page. This is how it stands now.")
    }
    try connection.run(
      """
      UPDATE survey_answers SET text = '', state = 'left out', moderated_at = \(connection.now),
        moderated_by = \(viewer.name), version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND id = \(id)
      """)
    try connection.record(
      "emptied", "survey answer", id.text, by: viewer, before: ["state": answer.state.rawValue],
      after: ["state": SurveyAnswer.State.leftOut.rawValue])
  }
}
