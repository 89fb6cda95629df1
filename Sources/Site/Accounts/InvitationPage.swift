import Components
import Domain
import Markup

/// Whoever holds an invitation's link sees this.
struct InvitationPage: Page {
  enum Step: Sendable {
    /// Nobody has this address yet: a name and a password.
    case begin
    /// There is an account for the address: sign in with it.
    case signIn
    /// Signed in as the invited one.
    case accept
    /// Signed in as somebody else.
    case somebodyElse(email: String)
    /// Signed in as the invited one, by a door of the demonstration, as anybody can.
    case shared
  }

  let token: String
  /// The invitation's own address.
  let address: Address
  let school: String
  let role: String
  let email: String
  let inviter: String
  /// The last day of the role, in words; nil: no end.
  let lastDay: String?
  let step: Step
  let name: String
  /// Whether taking it up closes the demonstration's doors: said before.
  var closesDemonstration = false
  let refusals: Refusals

  var title: String { "Welcome to \(school)" }
  var width: PageShell.Width { .door }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title))\
    <p class="lede">\(inviter) invites \(email) with the role \(role)\(if: lastDay, { ", until \($0)" }).</p>\(next)
    """
  }

  private var next: HTML {
    switch step {
    case .begin:
      return """
        <h2>Begin here</h2>\(warning)\(Form(to: address, token: token, body: """
          \(TextInput(Field("name", "Your name", hint: "As colleagues know it.", error: refusals["name"]), value: name, autocomplete: "name", limit: 200))\
          <input type="hidden" name="username" autocomplete="username" value="\(email)">\(NewPassword(refusals))\(Button("Make my account"))
          """))
        """
    case .signIn:
      return """
        <p>You have an account already. Sign in with it to take up the role.</p>\
        \(LinkButton("Sign in", Way.signIn(then: address)))
        """
    case .accept:
      return "\(warning)\(Form(to: address, token: token, body: Button("Take up the role").html))"
    case .somebodyElse(let other):
      return """
        <p>You are signed in as \(other), and this invitation is for another address. Sign out first, then open the link \
        again.</p>\(PostButton("Sign out", to: Way.signOut, token: token, style: .main))
        """
    case .shared: return "<p>\(DemonstrationWords.shared)</p>"
    }
  }

  private var warning: HTML { closesDemonstration ? WarningText(DemonstrationWords.takingUp).html : .empty }

  static var examples: [InvitationPage] {
    [Step.begin, .signIn, .accept, .somebodyElse(email: "d.orr@ashfield.example"), .shared].map { step in
      InvitationPage(
        token: "example", address: "/invitation/example", school: "Ashfield Primary School", role: "Teaching assistant",
        email: "j.field@ashfield.example", inviter: "Ruth Lowe", lastDay: nil, step: step, name: "",
        refusals: .none)
    } + [
      InvitationPage(
        token: "example", address: "/invitation/example", school: "Ashfield Primary School", role: "SENCO",
        email: "j.field@ashfield.example", inviter: "Ruth Lowe", lastDay: nil, step: .begin, name: "",
        closesDemonstration: true, refusals: .none)
    ]
  }
}
