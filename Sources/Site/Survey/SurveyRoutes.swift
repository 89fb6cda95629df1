import Domain

/// An area's survey: its form for anybody, and what is done with the answers.
enum SurveyRoutes {
  private static let survey = "\(AreaRoutes.one)/survey"
  private static let answers = "\(survey)/answers"

  static func routes(_ routes: inout Routes) {
    routes.get(survey, .anyone, SurveyActs.show)
    routes.post(survey, .anyone, SurveyActs.send)
    routes.get("\(survey)/thanks", .anyone, SurveyActs.thanks)

    routes.get(answers, .area(.see, .survey), SurveyAnswersPage.show)
    routes.post(answers, .area(.do, .survey), SurveyModeration.moderate)
    routes.get("\(answers)/{answer}", .area(.do, .survey), SurveyAnswerPage.show)
    routes.post("\(answers)/{answer}/worry", .area(.do, .survey), SurveyModeration.passOn)
    routes.post("\(answers)/{answer}/emptying", .area(.do, .survey), SurveyModeration.empty)
  }

  static let pages: [any Page.Type] = [
    SurveyPage.self, SurveyThanksPage.self, SurveyClosedPage.self, SurveyAnswersPage.self, SurveyAnswerPage.self,
  ]
}
