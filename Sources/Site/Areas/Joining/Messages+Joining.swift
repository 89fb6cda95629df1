extension Message {
  static func registration(project: String, link: String) -> Message {
    Message(
      subject: "Confirm your e-mail address: \(project)",
      text: """
        Somebody, probably you, registered with this e-mail address for “\(project)”.

        Open this link within 72 hours to confirm it and go in. It works once:

        \(link)

        If it was not you, do nothing: nobody comes in without this link.
        """)
  }

  static func registeredAlready(project: String, link: String) -> Message {
    Message(
      subject: "You can join with the password that you have: \(project)",
      text: """
        Somebody, probably you, registered with this e-mail address for “\(project)”.

        You have used Trellis before. Open this link, sign in with the password that you chose then, and join with the \
        project's code:

        \(link)

        If you have forgotten the password, the page where you sign in helps. If it was not you, do nothing.
        """)
  }

  static func areaInvitation(
    project: String, role: String, from inviter: String, until: String, link: String
  ) -> Message {
    Message(
      subject: "\(inviter) invites you to “\(project)”",
      text: """
        \(inviter) invites you to “\(project)” on Trellis, with the role \(role).

        The project maps the support for children and young people in the area: what there is, and what is missing.

        Open this link to begin. It is for this address only, works once, and until \(until):

        \(link)
        """)
  }

  static func areaReminder(project: String, until: String?, from sender: String, link: String) -> Message {
    Message(
      subject: "Your answer is still missing: \(project)",
      text: """
        You have joined “\(project)”, and nothing has been sent in for your organisation yet.

        Please add what you provide and what is missing\(until.map { ", by \($0)" } ?? ""). If there is nothing in a field, \
        say so: that is an answer too.

        \(link)

        \(sender)
        """)
  }

  static let areaExamples = [
    registration(
      project: "Speech, language and communication in Northvale",
      link: "https://trellis.example/areas/northvale-speech/registration/…"),
    registeredAlready(
      project: "Speech, language and communication in Northvale",
      link: "https://trellis.example/areas/northvale-speech/join"),
    areaInvitation(
      project: "Speech, language and communication in Northvale", role: "Commissioner", from: "Maya Ellis",
      until: "24 November 2026, 09:30", link: "https://trellis.example/areas/northvale-speech/invitation/…"),
    areaReminder(
      project: "Speech, language and communication in Northvale", until: "31 March 2027", from: "Maya Ellis",
      link: "https://trellis.example/areas/northvale-speech/desk"),
  ]
}
