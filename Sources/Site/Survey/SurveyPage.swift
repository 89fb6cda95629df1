import Components
import Domain
import Markup

/// The survey's form, for parents, carers and young people: short, in plain words, without a name.
struct SurveyPage: Page {
  let token: String
  let area: String
  let address: Address
  let newID: String
  let danger: SurveyDanger
  let strands: [Choice]
  /// Empty where the area has none.
  let localities: [Choice]
  let voice: String?
  let texts: [SurveyKind: String]
  let strand: String
  let locality: String
  /// Whether something in the texts seems to tell who somebody is.
  let isWarned: Bool
  let refusals: Refusals

  var title: String { "Tell us what helps, and what is missing" }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, kicker: area, lede: "For parents, carers and young people. It takes about three minutes."))\
    \(danger)\
    \(Form(to: address, token: token, asksBeforeLeaving: true, body: """
      \(HiddenField("id", newID))\(who)\(boxes)\(about)\
      \(ButtonRow(isWarned ? [Button("Send").html, Button("Send it as it is", style: .quiet, name: "sure", value: "yes").html] : [Button("Send").html]))
      """))
    """
  }

  private var who: HTML {
    Radios(
      Field("voice", "Who are you?", error: refusals["voice"]),
      SurveyVoice.allCases.map { Choice($0.rawValue, SurveyWords.asks($0)) }, selected: voice
    ).html
  }

  private var boxes: HTML {
    """
    <p><strong>Fill in one box, two, or all three.</strong> We ask for no name and no address. Please write none, neither yours \
    nor anybody else’s.</p>\(each: SurveyKind.allCases, box)
    """
  }

  private func box(_ kind: SurveyKind) -> HTML {
    let asked = SurveyWords.asks(kind)
    return TextArea(
      Field(kind.rawValue, asked.label, hint: asked.hint, error: refusals[kind.rawValue], isOptional: true),
      value: texts[kind] ?? "", rows: 4
    ).html
  }

  private var about: HTML {
    """
    \(Radios(Field("strand", "What is it mostly about?", isOptional: true), strands + [Choice("", SurveyWords.severalStrands)], selected: strand))\
    \(if: !localities.isEmpty, Select(Field("locality", "Which part of the area?", isOptional: true), [Choice("", "I would rather not say")] + localities, selected: locality).html)
    """
  }

  static var examples: [SurveyPage] {
    func page(_ texts: [SurveyKind: String] = [:], _ refusals: Refusals = .none, isWarned: Bool = false) -> SurveyPage {
      SurveyPage(
        token: "example", area: "Speech, language and communication in Northvale", address: SurveyExamples.here,
        newID: "1", danger: SurveyExamples.danger,
        strands: StandardFramework.strands.map { Choice($0.key, SurveyWords.plain($0), hint: $0.aim) },
        localities: [Choice("1", "Harbour"), Choice("2", "Hill")], voice: texts.isEmpty ? nil : "parent", texts: texts,
        strand: "", locality: "", isWarned: isWarned, refusals: refusals)
    }
    let warning = SurveyWords.warning([.init(.name, "Tom")]) ?? ""
    return [
      page(),
      page(
        [.works: "The drop-in at the family hub helped my son Tom a lot."],
        Refusals([.invalid(warning, field: "works")]), isWarned: true),
    ]
  }
}

/// After sending.
struct SurveyThanksPage: Page {
  let area: String
  let danger: SurveyDanger
  let again: Address
  let front: Address

  var title: String { "Thank you" }

  var body: HTML {
    """
    \(PageHeader(title, kicker: area, lede: "What you wrote has arrived. Nobody knows that it was you."))\
    <p>Somebody who runs the survey reads it first. Then it counts, beside what others said, when it is decided what help there \
    should be. Because we do not know who you are, nobody can answer you.</p>\
    \(ButtonRow([LinkButton("Say something else", again, style: .quiet).html, LinkButton("About this review", front, style: .quiet).html]))\
    \(danger)
    """
  }

  static var examples: [SurveyThanksPage] {
    [
      SurveyThanksPage(
        area: "Speech, language and communication in Northvale", danger: SurveyExamples.danger,
        again: SurveyExamples.here, front: "/areas/northvale-speech")
    ]
  }
}

/// Between rounds nothing is taken.
struct SurveyClosedPage: Page {
  let area: String
  let whomToAsk: String
  let danger: SurveyDanger

  var title: String { "This survey is closed" }

  var body: HTML {
    """
    \(PageHeader(title, kicker: area, lede: "It takes no answers at the moment."))<p>\(whomToAsk) when it opens again.</p>\(danger)
    """
  }

  static var examples: [SurveyClosedPage] {
    [
      SurveyClosedPage(
        area: "Speech, language and communication in Northvale",
        whomToAsk: "Ask Northvale Children’s Commissioning (review@northvale.example)", danger: SurveyExamples.danger)
    ]
  }
}
