import Components
import Domain
import Formats
import Markup

/// After the password: the code of the app, or one from paper.
struct SecondFactorPage: Page {
  enum Kind: Sendable { case app, printed }

  let kind: Kind
  let token: String
  let then: String
  let refusals: Refusals
  let contact: String

  var title: String { kind == .app ? "Your code" : "A printed code" }
  var width: PageShell.Width { .door }
  var hasErrors: Bool { !refusals.isEmpty }

  init(_ kind: Kind, token: String, then: String = "", refusals: Refusals = .none, contact: String = "") {
    self.kind = kind
    self.token = token
    self.then = then
    self.refusals = refusals
    self.contact = contact
  }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title))\
    \(Form(to: kind == .app ? Way.secondFactor : Way.printedCode, token: token, body: form))\(other)
    """
  }

  private var form: HTML {
    """
    \(if: kind == .app, CodeInput(Field("code", "Code", hint: "The six digits that your authenticator app shows for Trellis now.", error: refusals["code"])).html)\
    \(if: kind == .printed, TextInput(Field("code", "Printed code", hint: "One of the ten that you printed, such as k7pm-3xq9-t4vw-8hdz. Each works once.", error: refusals["code"]), autocomplete: "off").html)\
    \(if: !then.isEmpty, HiddenField("then", then).html)\(Button("Go on"))
    """
  }

  private var other: HTML {
    let then = then.isEmpty ? nil : then
    if kind == .printed {
      return """
        <p><a href="\(SecondFactorPage.carrying(then, to: Way.secondFactor))">Use the app after all</a></p>\
        <h2>Neither phone nor paper?</h2>\(WhomToAsk(contact))
        """
    }
    return """
      <p><a href="\(SecondFactorPage.carrying(then, to: Way.printedCode))">I do not have my phone: use a printed code</a></p>
      """
  }

  static func carrying(_ then: String?, to address: Address) -> Address {
    then.map { address.asking("then", $0) } ?? address
  }

  static var examples: [SecondFactorPage] {
    [
      SecondFactorPage(.app, token: "example"),
      SecondFactorPage(
        .app, token: "example", then: "/schools/900001",
        refusals: Refusals([.invalid(SecondFactorWords.wrongCode, field: "code")])),
      SecondFactorPage(.printed, token: "example"),
    ]
  }
}

/// Setting up an authenticator app.
struct SetUpPage: Page {
  let token: String
  let then: String
  /// The squares of the address that the app photographs; nil where it could not be drawn.
  let code: QRCode
  /// The same to be typed, in groups of four.
  let secret: String
  let account: String
  /// Whether the account may not do without.
  let isRequired: Bool
  /// Whether an app was set up before, which this one replaces: then the password is asked for.
  let isReplacing: Bool
  let refusals: Refusals

  var title: String { isReplacing ? "A new authenticator app" : "Set up a second factor" }
  var width: PageShell.Width { .door }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title))\(why)\
    <ol class="instructions"><li><p>Have an authenticator app on your phone. Any will do: Microsoft Authenticator, Google \
    Authenticator, 2FAS, or the passwords app that came with the phone.</p></li>\
    <li><p>In the app, add an account and scan this square.</p>\(code)\
    <p>Or type this key into the app: <code class="key">\(secret)</code></p>\
    <p class="soft">For \(account), in Trellis. Based on time, six digits.</p></li>\
    <li><p>Type the code that the app shows now.</p>\(Form(to: Way.setUpSecondFactor, token: token, body: form))</li></ol>
    """
  }

  private var why: HTML {
    if isReplacing { return "<p>The app that you used before, and your printed codes, stop working.</p>" }
    return """
      <p>\(if: isRequired, "You can see pupils’ names. So that nobody else can with your password alone, signing in asks for a code from your phone as well.", else: "Signing in will ask for a code from your phone as well, so that your password alone is not enough.") It takes about two minutes, once.</p>
      """
  }

  private var form: HTML {
    """
    \(CodeInput(Field("code", "Code", error: refusals["code"])))\
    \(if: isReplacing, TextInput(Field("password", "Your password", error: refusals["password"]), kind: .password, autocomplete: "current-password").html)\
    \(if: !then.isEmpty, HiddenField("then", then).html)\(Button("Set it up"))
    """
  }

  static var examples: [SetUpPage] {
    [
      SetUpPage(
        token: "example", then: "", code: SecondFactorWords.square(of: "otpauth://totp/example"),
        secret: "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP", account: "r.lowe@ashfield.example", isRequired: true,
        isReplacing: false, refusals: .none),
      SetUpPage(
        token: "example", then: "/account", code: SecondFactorWords.square(of: "otpauth://totp/example"),
        secret: "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP", account: "r.lowe@ashfield.example", isRequired: true,
        isReplacing: true, refusals: Refusals([.invalid(SecondFactorWords.wrongCode, field: "code")])),
    ]
  }
}

/// The ten printed codes, shown once.
struct PrintedCodesPage: Page {
  let codes: [String]
  let next: Address
  /// Whose they are, and when they were made: for the paper.
  let printNote: String?

  var title: String { "Your printed codes" }

  var body: HTML {
    """
    \(PageHeader(title, lede: "Shown this once. Print them, or write them down, and keep them away from your computer."))\
    <p>Should your phone be lost or broken, each of these lets you in once in place of the app’s code.</p>\
    <ol class="codes columns">\(each: codes, { "<li><code>\($0)</code></li>" })</ol>\
    \(ButtonRow([PrintButton("Print these codes").html, LinkButton("I have kept them: go on", next).html]))
    """
  }

  static var examples: [PrintedCodesPage] {
    [
      PrintedCodesPage(
        codes: (0..<10).map { "k7pm-3xq9-t4vw-8hd\($0)" }, next: "/account",
        printNote: "Trellis codes of r.lowe@ashfield.example, 21 November 2026")
    ]
  }
}

enum SecondFactorWords {
  static let wrongCode =
    "This code is not right, has been used, or is too old. Type the one that the app shows now."
  static let wrongPrinted = "This is not one of your printed codes, or it has been used."
  static let issuer = "Trellis"

  static func square(of address: String) -> QRCode {
    QRCode("Square to scan with the authenticator app", modules: QRSymbol(address)?.modules ?? [])
  }
}
