package import Domain
package import SQL
import Store

/// Three answers to the survey, one in each state; nobody's.
extension SampleArea {
  package var waitingAnswer: ID<SurveyAnswer> { id(of: 301) }
  package var countedAnswer: ID<SurveyAnswer> { id(of: 302) }
  package var leftOutAnswer: ID<SurveyAnswer> { id(of: 303) }

  package func laySurvey(_ connection: any Connection) throws {
    let rows: [(ID<SurveyAnswer>, SurveyKind, String?, SurveyVoice, String, SurveyAnswer.State)] = [
      (waitingAnswer, .barrier, "identification", .parent, "We waited a year and heard nothing.", .waiting),
      (countedAnswer, .works, "family-support", .parent, "The drop-in made us feel welcome.", .counted),
      (leftOutAnswer, .wish, nil, .other, "Buy cheap watches.", .leftOut),
    ]
    for (answer, kind, strand, voice, text, state) in rows {
      try connection.run(
        """
        INSERT INTO survey_answers (organisation_id, id, round_id, kind, strand, who, locality_id, text, sent_at, state,
          moderated_at, moderated_by, worry, worry_passed_at, worry_passed_by, version)
        VALUES (\(id), \(answer), \(round), \(kind.rawValue), \(strand), \(voice.rawValue), NULL, \(text), \(connection.now),
          \(state.rawValue), \(state == .waiting ? nil : connection.now), \(state == .waiting ? nil : "Maya Ellis"), NULL,
          NULL, NULL, 1)
        """)
    }
  }
}
