import Components
import Domain
import Markup

/// Registering with a project's code, in two steps: who you are and for whom; then a password and the terms of use.
struct RegisterPage: Page {
  enum Step: String, Sendable {
    case who, finish
  }

  let token: String
  let area: String
  let address: Address
  let step: Step
  let code: String
  let name: String
  let email: String
  let organisation: OrganisationStep
  let job: String
  let terms: TermsText?
  let acceptsTerms: Bool
  /// Whom to ask for the code.
  let whomToAsk: String
  /// For those who have an account.
  let join: Address
  let refusals: Refusals

  var title: String { step == .who ? "Register" : "Register: your password" }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(step == .who ? "Register" : "Your password", kicker: area, lede: step == .who ? "Step 1 of 2: the code, and who you are" : "Step 2 of 2: so that you can come back"))\
    \(step == .who ? first : second)
    """
  }

  private var first: HTML {
    """
    <p>Have you signed in to Trellis before? <a href="\(Way.signIn(then: join))">Sign in</a> and join with the code alone.</p>\
    \(Form(to: address, token: token, asksBeforeLeaving: true, body: """
      \(HiddenField("step", Step.who.rawValue))\
      \(CodeField(code: code, whomToAsk: whomToAsk, error: refusals["code"]))\
      \(TextInput(Field("name", "Your name", hint: "As colleagues know it.", error: refusals["name"]), value: name, autocomplete: "name", limit: 200))\
      \(TextInput(Field("email", "Your e-mail address", hint: "You sign in with it.", error: refusals["email"]), value: email, kind: .email, autocomplete: "email"))\
      \(organisation.fields(refusals))\(Button("Go on"))
      """))
    """
  }

  private var second: HTML {
    """
    \(SummaryList([.init("Name", name), .init("E-mail", email), .init("Organisation", organisation.name)]))\
    \(Form(to: address, token: token, asksBeforeLeaving: true, body: """
      \(carried)\(TextInput(Field("job", "What you do there", hint: "Such as SENCO, speech and language therapist, chair of the forum.", error: refusals["job"]), value: job, autocomplete: "organization-title", limit: 200))\
      <input type="hidden" name="username" autocomplete="username" value="\(email)">\(NewPassword(refusals))\
      \(if: terms, { $0.field(isAccepted: acceptsTerms, error: refusals["terms"]) })\
      \(ButtonRow([Button("Register").html, Button("Back", style: .quiet, name: "act", value: "back").html]))
      """))
    """
  }

  private var carried: HTML {
    """
    \(HiddenField("step", Step.finish.rawValue))\(HiddenField("code", code))\(HiddenField("name", name))\
    \(HiddenField("email", email))\(organisation.hidden)
    """
  }

  static var examples: [RegisterPage] {
    func page(
      _ step: Step, _ organisation: OrganisationStep = OrganisationStep(), refusals: Refusals = .none
    ) -> RegisterPage {
      let isEmpty = step == .who && refusals.isEmpty
      return RegisterPage(
        token: "example", area: "Speech, language and communication in Northvale",
        address: "/areas/northvale-speech/register", step: step, code: isEmpty ? "" : "maple-otter-lantern-47",
        name: isEmpty ? "" : "Tanvi Desai", email: isEmpty ? "" : "t.desai@harbour.example",
        organisation: organisation, job: "", terms: .example, acceptsTerms: false,
        whomToAsk: "Ask Northvale Children’s Commissioning (review@northvale.example)",
        join: "/areas/northvale-speech/join", refusals: refusals)
    }
    let unclear = Refusals([.invalid("Say whether yours is one of these, or new.", field: "choice")])
    let wrong = Refusals([
      .invalid("This code is past its last day. Ask Northvale Children’s Commissioning for a new one.", field: "code")
    ])
    var chosen = OrganisationStep()
    chosen.name = "Harbour Primary School"
    return [page(.who), page(.who, .unclear, refusals: unclear), page(.who, refusals: wrong), page(.finish, chosen)]
  }
}

/// Where a code is typed.
struct CodeField: Component {
  let code: String
  let whomToAsk: String
  let error: String?

  var html: HTML {
    """
    \(TextInput(Field("code", "The project’s code", hint: "You were given it by whoever organises the review. Type it with its hyphens and other marks.", error: error), value: code, autocomplete: "off", limit: 100))\
    \(Details("I have no code", body: "<p>\(whomToAsk): they share it with everybody who is to take part. <a href=\"\(Way.helpOnAreas(.code))\">What the code is</a></p>"))\
    \(if: error != nil, "<p><a href=\"\(Way.helpOnAreas(.cannotRegister))\">Why a code may be refused</a></p>")
    """
  }
}

/// Terms of use as they stand on a page, and the box that accepts them.
struct TermsText: Sendable {
  let id: String
  let number: Int
  let paragraphs: [String]

  static let example = TermsText(
    id: "1", number: 1,
    paragraphs: [
      "What you enter is kept by the organisers of this review, who answer for it.",
      "Describe services and places, never a child: write no child’s name, birth date or address.",
    ])

  var text: HTML {
    """
    <div class="terms" role="region" aria-label="Terms of use" tabindex="0">\(each: paragraphs, { "<p>\($0)</p>" })</div>
    """
  }

  func field(isAccepted: Bool, error: String?) -> HTML {
    """
    <h2>Terms of use</h2>\(text)\(HiddenField("terms-version", id))\
    \(Checkbox(Field("terms", "I have read these terms and accept them", error: error), isChosen: isAccepted))
    """
  }
}
