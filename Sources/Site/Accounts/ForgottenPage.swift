import Components
import Domain
import Markup

/// Somebody has forgotten their password.
struct ForgottenPage: Page {
  let token: String
  /// Whether a mail server is set up; otherwise the page says whom to ask.
  let canMail: Bool
  let contact: String
  let email: String
  let refusals: Refusals

  var title: String { "Forgotten password" }
  var width: PageShell.Width { .door }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    if !canMail {
      return """
        \(PageHeader(title))<p>Your school’s SENCO or head teacher can give you a slip with a link by which you choose a \
        new password: under School, Members.</p>\(WhomToAsk(contact))\
        <p><a href="\(Way.signIn)">Back to signing in</a></p>
        """
    }
    return """
      \(refusals.summary)\(PageHeader(title))\
      <p>We send a link to your address. With it you choose a new password. It works once, for an hour.</p>\
      \(Form(to: Way.forgotten, token: token, body: """
        \(TextInput(Field("email", "E-mail address", error: refusals["email"]), value: email, kind: .email, autocomplete: "username"))\
        \(Button("Send me the link"))
        """))<p><a href="\(Way.signIn)">Back to signing in</a></p>
      """
  }

  static var examples: [ForgottenPage] {
    [
      ForgottenPage(token: "example", canMail: true, contact: "", email: "", refusals: .none),
      ForgottenPage(
        token: "example", canMail: false, contact: "Ask the help desk of Westmere, 01632 960 100.", email: "",
        refusals: .none),
    ]
  }
}

/// After asking for a link: the same whether or not there is such an account.
struct LinkSentPage: Page {
  let email: String
  let contact: String

  var title: String { "Look into your mail" }
  var width: PageShell.Width { .door }

  var body: HTML {
    """
    \(Confirmation(title, detail: "If there is an account for \(email), a link is on its way to it."))\
    <p>It works once, for an hour. If nothing comes within a few minutes, look among unwanted mail, and check that this \
    is the address that your school invited.</p>\(WhomToAsk(contact))
    """
  }

  static var examples: [LinkSentPage] { [LinkSentPage(email: "r.lowe@ashfield.example", contact: "")] }
}

/// Choosing a password by a link: a new one, or the first of an account that the operator has made.
struct ResetPage: Page {
  let token: String
  /// The link's own token.
  let link: String
  let account: Account
  /// The account has a password already.
  let hadPassword: Bool
  let refusals: Refusals

  private var email: String { account.email }
  var title: String { hadPassword ? "Choose a new password" : "Choose your password" }
  var width: PageShell.Width { .door }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: email))\
    \(Form(to: Way.passwordReset(link), token: token, body: """
      <input type="hidden" name="username" autocomplete="username" value="\(email)">\(NewPassword(refusals))\(Button("Save the password"))
      """))\
    <p class="soft">\(afterwards)</p>
    """
  }

  private var afterwards: String {
    let factor =
      account.hasSecondFactor
      ? "Signing in then asks for your second factor as before."
      : "If your role sees pupils, signing in then shows you how to set up a second factor."
    return hadPassword ? "You are signed out everywhere. \(factor)" : factor
  }

  static var examples: [ResetPage] {
    func example(_ refusals: Refusals = .none, isNew: Bool = false) -> ResetPage {
      let account = Account(
        id: ID(high: 1, low: 2), email: "r.lowe@ashfield.example", name: "Ruth Lowe", disabledAt: nil, lastDay: nil,
        hasSecondFactor: !isNew)
      return ResetPage(token: "example", link: "example", account: account, hadPassword: !isNew, refusals: refusals)
    }
    return [
      example(), example(isNew: true),
      example(
        Refusals([
          .invalid("The two passwords are not the same. Type the new one twice.", field: "again")
        ])),
    ]
  }
}

/// A link that is no good any more, or never was.
struct DeadLinkPage: Page {
  let title: String
  var width: PageShell.Width { .door }
  let sentence: String
  /// What to do next.
  let advice: String

  var body: HTML {
    """
    \(PageHeader(title))<p class="lede">\(sentence)</p><p>\(advice)</p><p><a href="\(Way.signIn)">To signing in</a></p>
    """
  }

  static let reset = DeadLinkPage(
    title: "This link no longer works", sentence: "It has been used, is too old, or was replaced by a newer one.",
    advice: "Ask for a new one on the page “Forgotten password”, or from whoever gave it to you.")

  static var examples: [DeadLinkPage] { [reset] }
}
