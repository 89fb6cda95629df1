import Domain
import Markup
import Security
import Store

extension Way {
  /// Where a school's number leads, when only the number is known.
  static func school(urn: String) -> Address { "/schools/\(segment: urn)" }

  /// The sign-in page, to go on to `then` afterwards.
  static func signIn(then: Address) -> Address { signIn.asking("then", then.text) }

  static let secondFactor: Address = "/second-factor"
  static let printedCode: Address = "/second-factor/printed-code"
  static let setUpSecondFactor: Address = "/second-factor/set-up"
  static let forgotten: Address = "/forgotten"
  static func passwordReset(_ token: String) -> Address { "/password-reset/\(segment: token)" }
  static func unfinished(_ token: String) -> Address { "/unfinished/\(segment: token)" }
  static func invitation(_ token: String) -> Address { "/invitation/\(segment: token)" }
  static func demonstration(_ role: String) -> Address { "/demonstration/\(segment: role)" }
  static let development: Address = "/development"

  static let accountName: Address = "/account/name"
  static let accountPassword: Address = "/account/password"
  static let accountCodes: Address = "/account/printed-codes"
  static let accountFactorOff: Address = "/account/second-factor/off"
  static let otherSessions: Address = "/account/sessions/others/end"
  static func endSession(_ id: String) -> Address { "/account/sessions/\(segment: id)/end" }

  static func members(_ school: School) -> Address { "\(Way.school(school))/members" }
  static func member(_ id: ID<Account>, _ school: School) -> Address { "\(members(school))/\(segment: id.text)" }
  static func invite(_ school: School) -> Address { "\(members(school))/invite" }
  static func issueAgain(_ id: ID<Invitation>, _ school: School) -> Address {
    "\(members(school))/invitations/\(segment: id.text)/issue"
  }
  static func withdraw(_ id: ID<Invitation>, _ school: School) -> Address {
    "\(members(school))/invitations/\(segment: id.text)/withdraw"
  }
  static func giveRole(_ id: ID<Account>, _ school: School) -> Address { "\(member(id, school))/roles" }
  static func endRole(_ role: ID<Membership>, of id: ID<Account>, _ school: School) -> Address {
    "\(giveRole(id, school))/\(segment: role.text)/end"
  }
  static func linkStaff(_ id: ID<Account>, _ school: School) -> Address { "\(member(id, school))/staff" }
  static func resetSlip(_ id: ID<Account>, _ school: School) -> Address { "\(member(id, school))/reset" }
  static func openCases(_ id: ID<Account>, _ school: School) -> Address { "\(member(id, school))/cases" }
  static func closeCase(_ opening: ID<CaseOpening>, of id: ID<Account>, _ school: School) -> Address {
    "\(openCases(id, school))/\(segment: opening.text)/close"
  }
}
