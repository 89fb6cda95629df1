import Domain
import Markup

extension Way {
  /// The survey's form, for anybody.
  static func survey(_ area: Area) -> Address { "\(Way.area(area))/survey" }
  static func surveyThanks(_ area: Area) -> Address { "\(survey(area))/thanks" }
  /// What was said in it, for those who moderate it and those who read what is counted.
  static func surveyAnswers(_ area: Area) -> Address { "\(survey(area))/answers" }
  static func surveyAnswers(
    _ area: Area, _ round: Round, _ state: SurveyAnswer.State, page number: Int = 1
  ) -> Address {
    surveyAnswers(area).asking([
      (name: "round", value: String(round.number)), (name: "show", value: SurveyWords.key(state)),
      (name: "page", value: number > 1 ? String(number) : ""),
    ])
  }
  static func surveyAnswer(_ id: ID<SurveyAnswer>, _ area: Area) -> Address {
    "\(surveyAnswers(area))/\(segment: id.text)"
  }
  static func surveyWorry(_ id: ID<SurveyAnswer>, _ area: Area) -> Address { "\(surveyAnswer(id, area))/worry" }
  static func surveyEmptying(_ id: ID<SurveyAnswer>, _ area: Area) -> Address { "\(surveyAnswer(id, area))/emptying" }
}
