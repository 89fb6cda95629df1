import Components
import Domain
import Markup

extension AccountPage {
  var body: HTML {
    if isDemonstration {
      return """
        \(PageHeader(title, lede: "\(name) · \(email)"))\
        <p>In the demonstration many people share this account, so nothing in it can be changed. In your own school this \
        page has your name, your password, your second factor, and the browsers in which you are signed in.</p>
        """
    }
    return """
      \(refusals.summary)\(PageHeader(title, lede: email))\(nameForm)\(passwordForm)\(secondFactor)\(sessionList)
      """
  }

  private var nameForm: HTML {
    """
    <h2>Name</h2>\(Form(to: Way.accountName, token: token, body: """
      \(TextInput(Field("name", "Your name", hint: "As colleagues know it. It stands in the history of what you change.", error: refusals["name"]), value: name, autocomplete: "name", limit: 200))\
      \(Button("Save name", style: .quiet))
      """))
    """
  }

  private var passwordForm: HTML {
    """
    <h2>Password</h2>\(Form(to: Way.accountPassword, token: token, body: """
      \(TextInput(Field("old-password", "Password now", error: refusals["old-password"]), kind: .password, autocomplete: "current-password"))\
      \(NewPassword(refusals))\(Button("Change password", style: .quiet))
      """))
    <p class="soft">Everywhere else you are signed out.</p>
    """
  }

  private var secondFactor: HTML {
    if !hasSecondFactor {
      return """
        <h2>Second factor</h2><p>None. With one, your password alone is not enough to sign in.</p>\
        <p>\(LinkButton("Set up an authenticator app", Way.setUpSecondFactor.asking("then", Way.account.text), style: .quiet))</p>
        """
    }
    return """
      <h2>Second factor</h2><p>An authenticator app, and \(codesInWords).</p>\
      <p>\(LinkButton("Use another phone or app", Way.setUpSecondFactor.asking("then", Way.account.text), style: .quiet))</p>\
      \(Form(to: Way.accountCodes, token: token, body: """
        \(TextInput(Field("codes-password", "Your password", hint: "To make ten new printed codes. The old ones stop working.", error: refusals["codes-password"]), kind: .password, autocomplete: "current-password"))\
        \(Button("Make new printed codes", style: .quiet))
        """))\
      \(if: needsSecondFactor, "<p class=\"soft\">You can see pupils’ names, so the second factor cannot be turned off.</p>", else: turnOff)
      """
  }

  private var codesInWords: String {
    switch codesLeft {
    case 0: "no printed code that still works"
    case 1: "one printed code that still works"
    default: "\(codesLeft) printed codes that still work"
    }
  }

  private var turnOff: HTML {
    Form(
      to: Way.accountFactorOff, token: token,
      body: """
        \(TextInput(Field("off-password", "Your password", hint: "To do without a second factor.", error: refusals["off-password"]), kind: .password, autocomplete: "current-password"))\
        \(Button("Turn the second factor off", style: .danger))
        """
    ).html
  }

  private var sessionList: HTML {
    """
    <h2>Where you are signed in</h2>\
    \(DataTable("Browsers in which you are signed in", showsCaption: false, columns: [DataTable.Column("Browser"), DataTable.Column("Since"), DataTable.Column("Last used"), DataTable.Column("End it", isUnseen: true)], rows: sessions.map(row), isList: true))\
    \(if: sessions.count > 1, PostButton("End all others", to: Way.otherSessions, token: token).html)\
    <p class="soft">A session ends by itself after an hour without use, and after twelve hours.</p>
    """
  }

  private func row(_ session: Session) -> [DataTable.Cell] {
    [
      .text(session.browser), .text(session.begun), .text(session.lastSeen),
      session.isThis
        ? "This one"
        : .html(
          RowButton("End", session.browser, to: Way.endSession(session.id), token: token).html),
    ]
  }
}

/// The two fields of a new password.
struct NewPassword: Component {
  let refusals: Refusals
  init(_ refusals: Refusals) { self.refusals = refusals }

  var html: HTML {
    """
    \(TextInput(Field("new-password", "New password", hint: "At least 12 characters. Three or four words that do not belong together work well.", error: refusals["new-password"]), kind: .password, autocomplete: "new-password"))\
    \(TextInput(Field("again", "The same once more", error: refusals["again"]), kind: .password, autocomplete: "new-password"))
    """
  }
}

/// A form of one button in a row of a table: for those who cannot see the row the button says what it is about.
struct RowButton: Component {
  let label: String
  let about: String
  let address: Address
  let token: String
  let style: ButtonStyle

  init(_ label: String, _ about: String, to address: Address, token: String, style: ButtonStyle = .quiet) {
    self.label = label
    self.about = about
    self.address = address
    self.token = token
    self.style = style
  }

  var html: HTML {
    Form(
      to: address, token: token,
      body: """
        <button type="submit" class="button \(style.rawValue)">\(label)<span class="unseen">: \(about)</span></button>
        """
    ).html
  }
}
