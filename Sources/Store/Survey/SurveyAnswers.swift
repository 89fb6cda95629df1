package import Domain
package import SQL

/// What was said in an area's survey. Whoever moderates sees everything, whoever else may see the survey what is counted.
package struct SurveyAnswers {
  let viewer: AreaViewer
  let connection: any Connection

  package init(_ viewer: AreaViewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  static let columns: SQL = """
    id, kind, strand, who, locality_id, text, sent_at, state, moderated_by, worry, worry_passed_at, worry_passed_by, version
    """

  /// Those of a round in one state, so many after the first ones: what waits in the order in which it was sent, the rest newest
  /// first.
  package func all(
    in round: ID<Round>, _ state: SurveyAnswer.State, most: Int = 200, from first: Int = 0
  ) throws -> [SurveyAnswer] {
    guard sees(state) else { return [] }
    let order: SQL = state == .waiting ? "id" : "id DESC"
    return try connection.rows(
      """
      SELECT \(Self.columns) FROM survey_answers
      WHERE organisation_id = \(viewer.organisation) AND round_id = \(round) AND state = \(state.rawValue)
      ORDER BY \(order) LIMIT \(most) OFFSET \(first)
      """, Self.answer)
  }

  /// One answer, for whoever moderates.
  package func find(_ id: ID<SurveyAnswer>) throws -> SurveyAnswer {
    guard viewer.mayAll(.do, .survey),
      let found = try connection.first(
        """
        SELECT \(Self.columns) FROM survey_answers WHERE organisation_id = \(viewer.organisation) AND id = \(id)
        """, Self.answer)
    else { throw Refusal.notFound() }
    return found
  }

  /// How many there are in each state that the viewer may see.
  package func counts(in round: ID<Round>) throws -> [SurveyAnswer.State: Int] {
    var counts: [SurveyAnswer.State: Int] = [:]
    try connection.each(
      """
      SELECT state, COUNT(*) FROM survey_answers
      WHERE organisation_id = \(viewer.organisation) AND round_id = \(round) GROUP BY state
      """
    ) { row in
      if let state = SurveyAnswer.State(rawValue: row.text(0)), sees(state) { counts[state] = row.int(1) }
    }
    return counts
  }

  /// Counted answers of a round: how many of each kind, of each strand, by whom.
  package struct Tally: Hashable, Sendable {
    package let strand: String?
    package let kind: SurveyKind
    package let voice: SurveyVoice
    package let count: Int
  }

  package func tallies(in round: ID<Round>) throws -> [Tally] {
    guard sees(.counted) else { return [] }
    return try connection.rows(
      """
      SELECT strand, kind, who, COUNT(*) FROM survey_answers
      WHERE organisation_id = \(viewer.organisation) AND round_id = \(round) AND state = 'counted'
      GROUP BY strand, kind, who
      """
    ) { row in
      Tally(
        strand: row.textOrNil(0), kind: SurveyKind(rawValue: row.text(1))!, voice: SurveyVoice(rawValue: row.text(2))!,
        count: row.int(3))
    }
  }

  /// What was done with one answer, latest first; for whoever moderates.
  package func history(of id: ID<SurveyAnswer>) throws -> [HistoryLine] {
    guard viewer.mayAll(.do, .survey), viewer.may(.see, .history) else { return [] }
    return try connection.rows(
      """
      SELECT at, actor, act, before, after FROM history
      WHERE organisation_id = \(viewer.organisation) AND noun = 'survey answer' AND noun_id = \(id) ORDER BY id DESC
      """
    ) { row in
      HistoryLine(
        at: row.moment(0), actor: row.text(1), act: row.text(2), noun: "survey answer", nounID: id.text, pupil: nil,
        before: HistoryText.read(row.textOrNil(3)), after: HistoryText.read(row.textOrNil(4)))
    }
  }

  private func sees(_ state: SurveyAnswer.State) -> Bool {
    viewer.mayAll(.do, .survey) || state == .counted && viewer.may(.see, .survey)
  }

  private static func answer(_ row: any Row) -> SurveyAnswer {
    SurveyAnswer(
      id: row.id(0), kind: SurveyKind(rawValue: row.text(1))!, strand: row.textOrNil(2),
      voice: SurveyVoice(rawValue: row.text(3))!, locality: row.idOrNil(4), text: row.text(5), sentAt: row.moment(6),
      state: SurveyAnswer.State(rawValue: row.text(7))!, moderatedBy: row.textOrNil(8),
      worry: row.textOrNil(9).map { .init(note: $0, at: row.moment(10), by: row.textOrNil(11) ?? "") },
      version: row.int(12))
  }
}
