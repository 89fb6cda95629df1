import Components
import Domain
import Markup

extension SignInPage {
  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title))\(if: notice, { InsetText("<p>\($0)</p>").html })\
    \(if: ways.isEmpty, password, else: "\(demonstration)<h2>With your own account</h2>\(password)")
    """
  }

  private var password: HTML {
    """
    \(Form(to: Way.signIn, token: token, body: form))<p><a href="\(Way.forgotten)">I have forgotten my password</a></p>
    """
  }

  private var form: HTML {
    """
    \(TextInput(Field("email", "E-mail address", error: refusals["email"]), value: email, kind: .email, autocomplete: "username"))\
    \(TextInput(Field("password", "Password", error: refusals["password"]), kind: .password, autocomplete: "current-password"))\
    \(if: !then.isEmpty, HiddenField("then", then).html)\(Button("Sign in"))
    """
  }

  private var demonstration: HTML {
    """
    <h2>Try the demonstration</h2>\
    <p>Every school, pupil and colleague in it is invented. Choose whose eyes to see it with; no password is needed. \
    These doors close for good when the first real school or file comes in.</p>\
    <ul class="doors">\(each: ways, door)</ul>
    """
  }

  private func door(_ way: DemonstrationWay) -> HTML {
    """
    <li>\(PostButton(way.role.name, to: Way.demonstration(way.role), token: token))<p class="soft">\(way.sees)</p></li>
    """
  }
}
