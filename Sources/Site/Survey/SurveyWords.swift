import Components
import Domain
import Markup

/// The survey in words for people who never heard of strands.
enum SurveyWords {
  /// What a strand is about for a parent; an area's own strand goes by its name.
  static func plain(_ strand: Framework.Strand) -> String {
    switch strand.key {
    case "family-support": "Help for families"
    case "environment": "Home, school and places to play"
    case "workforce": "The people who work with children"
    case "identification": "Finding out what a child needs"
    case "intervention": "The help that children get"
    default: strand.name
    }
  }

  static let severalStrands = "Several of these, or I am not sure"
  static let noStrand = "Several, or not said"

  static func asks(_ kind: SurveyKind) -> (label: String, hint: String) {
    switch kind {
    case .works: ("What works well?", "Something that helps you, your child or your family.")
    case .barrier: ("What gets in the way?", "Something that is hard, slow or missing.")
    case .wish: ("What do you wish for?", "What would make the biggest difference?")
    }
  }

  static func asks(_ voice: SurveyVoice) -> String {
    switch voice {
    case .parent: "A parent or carer"
    case .young: "A young person"
    case .other: "Somebody else"
    }
  }

  static func tone(_ kind: SurveyKind) -> Tone {
    switch kind {
    case .works: .good
    case .barrier: .notice
    case .wish: .accent
    }
  }

  /// In addresses: `left-out`.
  static func key(_ state: SurveyAnswer.State) -> String { state.rawValue.replacing(" ", with: "-") }
  static func state(_ key: String) -> SurveyAnswer.State? { SurveyAnswer.State.allCases.first { self.key($0) == key } }

  static func name(_ state: SurveyAnswer.State) -> String {
    switch state {
    case .waiting: "Waiting to be read"
    case .counted: "Counted"
    case .leftOut: "Left out"
    }
  }

  /// At the field whose text it is found in; nil for nothing.
  static func warning(_ found: [PersonalData.Found]) -> String? {
    PersonalData.list(found).map {
      "This seems to hold \($0). Please take it out, so that nobody can tell who you or a child are. If we are wrong, press "
        + "“Send it as it is”."
    }
  }

  static let safeguarding =
    "If an answer makes you fear for a child, follow your area’s safeguarding procedure now. Do not wait for anything here; "
    + "afterwards, note on the answer that you passed it on."
}

/// Whom to call when a child is in danger, for it is not said in a survey. Stands before the form and after it.
struct SurveyDanger: Component {
  /// Who runs the survey and how they are reached.
  let organiser: String

  var html: HTML {
    """
    <section class="danger-calls" aria-labelledby="danger"><h2 id="danger">Is a child in danger?</h2>\
    <p>Do not wait for this survey: nobody reads it straight away. Call somebody now.</p>\
    <ul><li><a href="\(Address.telephone("999"))"><strong>999</strong> In danger now</a></li>\
    <li><a href="\(Address.telephone("0800 1111"))"><strong>0800 1111</strong> Childline, for children and young people</a></li>\
    <li><a href="\(Address.telephone("0808 800 5000"))"><strong>0808 800 5000</strong> NSPCC, for adults worried about a child</a></li></ul>\
    <p class="soft">This survey is run by \(organiser). They are no emergency service.</p></section>
    """
  }

  init(organiser: String) { self.organiser = organiser }

  init(_ area: Area) {
    let details = area.details
    let name = details.organiser.isEmpty ? area.name : details.organiser
    self.init(organiser: details.contact.isEmpty ? name : "\(name): \(details.contact)")
  }
}
