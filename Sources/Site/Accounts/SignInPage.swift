import Components
import Domain
import Markup

struct SignInPage: Page {
  struct DemonstrationWay: Sendable {
    let role: Role
    let school: String
    let urn: String
  }

  let token: String
  /// Where to go on afterwards: an address, or empty.
  let then: String
  let email: String
  /// Why one is asked to sign in; nil where that is plain.
  let notice: String?
  let refusals: Refusals
  /// The doors of the demonstration; empty where they are shut.
  let ways: [DemonstrationWay]

  var title: String { "Sign in" }
  var width: PageShell.Width { .door }
  var hasErrors: Bool { !refusals.isEmpty }

  init(
    token: String, then: String = "", email: String = "", notice: String? = nil, refusals: Refusals = .none,
    ways: [DemonstrationWay] = []
  ) {
    self.token = token
    self.then = then
    self.email = email
    self.notice = notice
    self.refusals = refusals
    self.ways = ways
  }

  static var examples: [SignInPage] {
    [
      SignInPage(token: "example"),
      SignInPage(
        token: "example", email: "r.lowe@ashfield.example",
        refusals: Refusals([.invalid("The e-mail address or the password is not right.", field: "email")])),
      SignInPage(token: "example", notice: SignInWords.keptForm),
      SignInPage(
        token: "example",
        ways: [("Ashfield Primary School", "900001"), ("Wendle Valley School", "900002")].flatMap { school, urn in
          [Role.senco, .headTeacher, .teacher, .teachingAssistant, .governor, .finance].map {
            DemonstrationWay(role: $0, school: school, urn: urn)
          }
        }),
    ]
  }
}

enum SignInWords {
  static let wrong = "The e-mail address or the password is not right."
  static let keptForm =
    "Your session had ended. Sign in again: what you typed is kept for you, and you can send it afterwards."

  /// What a role is for, as the demonstration offers it.
  static func sees(_ role: Role) -> String {
    switch role {
    case .senco: "Runs the school’s map: pupils, needs, groups, costs."
    case .assistantSenco: "Helps the SENCO with everything but confidential provision."
    case .headTeacher: "Reads everything, pay included; changes nothing but who has access."
    case .administrator: "Keeps pupils, staff and the calendar; sees no needs."
    case .governor: "Reads the map as counts, without any name."
    case .moderator: "Reads the few cases that the school has opened."
    case .dataProtection: "Sees what is kept, and who looked at it."
    case .finance: "Keeps rates of pay and costs; sees no needs."
    case .teacher: "Sees the pupils of their class and their groups."
    case .teachingAssistant: "Sees the groups that they lead and the pupils in them."
    case .office: "Keeps the roll and the contacts."
    }
  }
}
