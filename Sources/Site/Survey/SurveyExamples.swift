import Components
import Domain
import Markup

/// Ordinary answers for the gallery.
enum SurveyExamples {
  static let here: Address = "/areas/northvale-speech/survey"
  static let danger = SurveyDanger(organiser: "Northvale Children’s Commissioning: review@northvale.example")

  static let answers = [
    SurveyAnswersPage.Answer(
      id: "1", version: 1, kind: .works, about: "Parent or carer · Family support · Harbour · 20 November 2026",
      text: "The Thursday drop-in. Nobody judged us, and we came home with three things to try.", isPassedOn: false,
      address: here),
    SurveyAnswersPage.Answer(
      id: "2", version: 1, kind: .barrier, about: "Young person · 20 November 2026",
      text: "I had to tell the same story to four people before anybody helped.", isPassedOn: true, address: here),
    SurveyAnswersPage.Answer(
      id: "3", version: 2, kind: .wish, about: "Parent or carer · Identification · Hill · 21 November 2026",
      text: "That somebody rings us while we wait.", isPassedOn: false, address: here),
  ]
}

extension SurveyAnswersPage {
  static var examples: [SurveyAnswersPage] {
    func page(_ state: SurveyAnswer.State, mayModerate: Bool, _ refusals: Refusals = .none) -> SurveyAnswersPage {
      SurveyAnswersPage(
        token: "example", lede: "Round 2: Autumn 2026", form: SurveyExamples.here, notice: nil, rounds: [],
        states: mayModerate
          ? SurveyAnswer.State.allCases.map {
            Link("\(SurveyWords.name($0)) (3)", SurveyExamples.here, isCurrent: $0 == state)
          }
          : [],
        state: state, mayModerate: mayModerate, here: SurveyExamples.here,
        tiles: [
          .init("3", "Answers counted"), .init("2", "from parents and carers"), .init("1", "from young people"),
          .init("0", "from others"),
        ],
        tally: StandardFramework.strands.map { TallyRow(strand: $0.name, counts: [1, 0, 2]) },
        answers: SurveyExamples.answers, part: state == .counted ? "From 51 to 53 of 53" : nil,
        pages: state == .counted ? [Link("The page before", SurveyExamples.here)] : [], chosen: [], refusals: refusals)
    }
    return [
      page(.waiting, mayModerate: true), page(.counted, mayModerate: false),
      page(
        .waiting, mayModerate: true, Refusals([.invalid("Tick one answer at least.", field: "answer")])),
    ]
  }
}

extension SurveyAnswerPage {
  static var examples: [SurveyAnswerPage] {
    [
      SurveyAnswerPage(
        token: "example", trail: [Link("Survey", SurveyExamples.here)], kind: .barrier,
        words: ["I had to tell the same story to four people before anybody helped."],
        facts: [
          .init("From", "Young person"), .init("About", SurveyWords.noStrand), .init("Part of the area", "Not said"),
          .init("Sent", "20 November 2026"), .init("State", "Waiting to be read"),
        ],
        worry: ["Passed on by Maya Ellis, 21 November 2026, 09:30: The duty social worker, by telephone."], note: "",
        passOn: SurveyExamples.here, emptying: SurveyExamples.here, version: 1,
        history: [
          .init("21 November 2026, 09:30", "A worry passed on", detail: "Maya Ellis"),
          .init("20 November 2026, 16:02", "Sent by somebody without an account"),
        ], refusals: .none)
    ]
  }
}
