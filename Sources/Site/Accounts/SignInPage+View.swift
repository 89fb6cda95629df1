import Components
import Domain
import Markup

extension SignInPage {
  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title))\(if: notice, { InsetText("<p>\($0)</p>").html })\
    \(if: places.isEmpty, password, else: "\(demonstration)<h2>With your own account</h2>\(password)")
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
    <p>Every school, pupil and colleague in it is invented. Choose whose eyes to see \(places[0].name) with; no password is \
    needed. What you type, anybody can read; these doors close for good when the first real school or \
    file comes in, or somebody takes up an invitation.</p>\
    \(doors(of: places[0], isTold: true))\
    \(each: places.dropFirst().filter { !$0.isArea }, { Details("The same in \($0.name)", body: doors(of: $0, isTold: false)).html })\
    \(each: places.filter(\.isArea), { "<h2>The whole of \($0.name)</h2><p>Both schools take part in its review of support.</p>\(doors(of: $0, isTold: true))" })
    """
  }

  private func doors(of place: DemonstrationPlace, isTold: Bool) -> HTML {
    "<ul class=\"doors\">\(each: place.doors, { self.door($0, of: place, isTold: isTold) })</ul>"
  }

  private func door(_ door: DemonstrationPlace.Door, of place: DemonstrationPlace, isTold: Bool) -> HTML {
    let button = PostButton(
      door.name, to: Way.demonstration(door.role), token: token, fields: [HiddenField("place", place.key)])
    return "<li>\(button)\(if: isTold, "<p class=\"soft\">\(door.sees)</p>")</li>"
  }
}
