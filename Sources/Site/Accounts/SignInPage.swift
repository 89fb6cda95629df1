import Components
import Domain
import Markup

struct SignInPage: Page {
  /// A school or an area of the demonstration, and the doors that lead into it.
  struct DemonstrationPlace: Sendable {
    struct Door: Sendable {
      /// As the route names it.
      let role: String
      let name: String
      let sees: String
    }

    let name: String
    /// The school's URN, or the area's address.
    let key: String
    let isArea: Bool
    var doors: [Door]
  }

  let token: String
  /// Where to go on afterwards: an address, or empty.
  let then: String
  let email: String
  /// Why one is asked to sign in; nil where that is plain.
  let notice: String?
  let refusals: Refusals
  /// The doors of the demonstration; empty where they are shut.
  let places: [DemonstrationPlace]

  var title: String { "Sign in" }
  var width: PageShell.Width { .door }
  var hasErrors: Bool { !refusals.isEmpty }

  init(
    token: String, then: String = "", email: String = "", notice: String? = nil, refusals: Refusals = .none,
    places: [DemonstrationPlace] = []
  ) {
    self.token = token
    self.then = then
    self.email = email
    self.notice = notice
    self.refusals = refusals
    self.places = places
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
        places: [
          DemonstrationPlace("Ashfield Primary School", urn: "900001", [.senco, .headTeacher, .teacher, .governor]),
          DemonstrationPlace("Wendle Valley School", urn: "900002", [.senco, .finance]),
          DemonstrationPlace("Marlowshire", address: "marlowshire", AreaRole.allCases),
        ]),
    ]
  }
}

extension SignInPage.DemonstrationPlace {
  init(_ school: String, urn: String, _ roles: [Role]) {
    (name, key, isArea) = (school, urn, false)
    doors = roles.map { Door(role: $0.rawValue, name: $0.name, sees: SignInWords.sees($0)) }
  }

  init(_ area: String, address: String, _ roles: [AreaRole]) {
    (name, key, isArea) = (area, address, true)
    doors = roles.map { Door(role: $0.rawValue, name: $0.name, sees: SignInWords.sees($0)) }
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
    case .headTeacher: "Reads everything, pay included; writes the inclusion strategy and decides who has access."
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

  static func sees(_ role: AreaRole) -> String {
    switch role {
    case .coordinator: "Runs the review: who takes part, every entry, tidying, reports."
    case .commissioner: "Reads the whole map: what there is, what is missing, where nobody answered."
    case .contributor: "Enters what their own service provides, and what is missing."
    }
  }
}
