import Components
import Domain
import Markup

/// Inviting a colleague.
struct InvitePage: Page {
  let token: String
  let trail: [Components.Link]
  let address: Address
  /// The roles that may be given, with what each is for.
  let roles: [Choice]
  /// Staff records without an account.
  let staff: [Choice]
  let email: String
  let role: String
  let staffMember: String
  let lastDay: String
  let isMailed: Bool
  let refusals: Refusals

  var title: String { "Invite a colleague" }
  var part: Part? { .school }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title))\
    <p>\(if: isMailed, "They get a link by e-mail", else: "You get a link to hand over, on screen and as a slip to print"). It works once, for 72 hours, and only \
    with this e-mail address.</p>\(Form(to: address, token: token, body: form))
    """
  }

  private var form: HTML {
    """
    \(TextInput(Field("email", "Their e-mail address", error: refusals["email"]), value: email, kind: .email, autocomplete: "off"))\
    \(Radios(Field("role", "Role", hint: "You can give what reaches no further than your own role. Finance is granted by the head teacher.", error: refusals["role"]), roles, selected: role))\
    \(if: !staff.isEmpty, Select(Field("staff", "Staff record", hint: "Linked, they find “my groups” and “my class”.", error: refusals["staff"], isOptional: true), [Choice("", "None")] + staff, selected: staffMember).html)\
    \(DateInput(Field("last-day", "Last day of the role", hint: DateInput.hint, error: refusals["last-day"], isOptional: true), value: lastDay))\
    \(Button("Invite"))
    """
  }

  static var examples: [InvitePage] {
    let roles = [Role.senco, .teacher, .teachingAssistant, .governor, .moderator].map {
      Choice($0.rawValue, $0.name, hint: SignInWords.sees($0))
    }
    return [
      InvitePage(
        token: "example", trail: MembersWords.exampleTrail, address: "/schools/900001/members/invite", roles: roles,
        staff: [Choice("1", "Jo Field")], email: "", role: "", staffMember: "", lastDay: "", isMailed: false,
        refusals: .none),
      InvitePage(
        token: "example", trail: MembersWords.exampleTrail, address: "/schools/900001/members/invite", roles: roles,
        staff: [], email: "j.field", role: "teacher", staffMember: "", lastDay: "31/2/2027", isMailed: true,
        refusals: Refusals([
          .invalid("Enter an e-mail address, such as r.lowe@ashfield.example.", field: "email"),
          .invalid("The last day must be a day such as 18 December 2026.", field: "last-day"),
        ])),
    ]
  }
}

/// A link to hand over, shown once: an invitation, or a new password.
struct HandOverPage: Page {
  let title: String
  let trail: [Components.Link]
  /// Nil where the link went by e-mail.
  let slip: Slip?
  let sentence: String
  /// Something that went wrong on the way; nil where nothing did.
  let warning: String?
  let next: Address

  var part: Part? { .school }

  var body: HTML {
    """
    \(PageHeader(title))\(if: warning, { WarningText($0).html })<p class="lede">\(sentence)</p>\
    \(if: slip, handOver)\(ButtonRow((slip == nil ? [] : [PrintButton("Print the slip").html]) + [LinkButton("Back to the members", next, style: slip == nil ? .main : .quiet).html]))
    """
  }

  private func handOver(_ slip: Slip) -> HTML { "\(CopyText("Link", slip.link, id: "link"))\(slip)" }

  static var examples: [HandOverPage] {
    let link = "https://trellis.example/invitation/3vJ8mQx1aZk2Lw9RtYc5Nf7HsGd4Bp6Ue0Ki8Ox1VqM"
    return [
      HandOverPage(
        title: "The invitation is ready", trail: MembersWords.exampleTrail,
        slip: Slip(
          "You are invited to Trellis", lines: ["Ashfield Primary School gives you the role Teaching assistant."],
          link: link, code: SecondFactorWords.square(of: link),
          small: "For j.field@ashfield.example only. Works once, until 24 November 2026, 09:30."),
        sentence: "Give this link to your colleague yourself. It is shown this once.", warning: nil,
        next: "/schools/900001/members"),
      HandOverPage(
        title: "The invitation is sent", trail: MembersWords.exampleTrail, slip: nil,
        sentence: "A link is on its way to j.field@ashfield.example. It works once, until 24 November 2026, 09:30.",
        warning: nil, next: "/schools/900001/members"),
    ]
  }
}
