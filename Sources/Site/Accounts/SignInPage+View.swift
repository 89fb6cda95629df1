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
    <p>Every school, pupil and colleague in it is invented. Choose whose eyes to see \(ways[0].school) with; no password is \
    needed. What you type, anybody can read; these doors close for good when the first real school or \
    file comes in, or somebody takes up an invitation.</p>\
    <ul class="doors">\(each: ways.filter { $0.urn == ways[0].urn }, door)</ul>\
    \(each: others, { Details("The same in \($0.school)", body: "<ul class=\"doors\">\(each: $0.ways, door)</ul>").html })
    """
  }

  /// The schools after the first, each with its doors.
  private var others: [(school: String, ways: [DemonstrationWay])] {
    var schools: [(school: String, ways: [DemonstrationWay])] = []
    for way in ways where way.urn != ways[0].urn {
      if schools.last?.ways.last?.urn == way.urn {
        schools[schools.count - 1].ways.append(way)
      } else {
        schools.append((way.school, [way]))
      }
    }
    return schools
  }

  private func door(_ way: DemonstrationWay) -> HTML {
    let isFirst = way.urn == ways[0].urn
    let button = PostButton(
      way.role.name, to: Way.demonstration(way.role), token: token, fields: [HiddenField("school", way.urn)])
    return "<li>\(button)\(if: isFirst, "<p class=\"soft\">\(SignInWords.sees(way.role))</p>")</li>"
  }
}
