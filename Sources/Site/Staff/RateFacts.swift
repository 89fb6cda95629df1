import Components
import Domain
import Markup
import SQL
import Store

/// Roles, people and what they cost, in one snapshot.
struct RateFacts: Sendable {
  let roles: [PayRole]
  /// Everybody, also who has left.
  let members: [StaffMember]
  let roleRates: [ID<PayRole>: [Rates.KeptRate]]
  let pay: [ID<StaffMember>: [Rates.KeptRate]]
  let book: RateBook
  let today: Day

  init(_ viewer: Viewer, on today: Day, _ connection: any Connection) throws {
    let rates = Rates(viewer, connection)
    roleRates = try rates.roleRates()
    pay = try rates.pay()
    roles = try Staff(viewer, connection).roles()
    members = try Staff(viewer, connection).list()
    book = try Rates.book(viewer.organisation, connection)
    self.today = today
  }

  init(
    roles: [PayRole], members: [StaffMember], roleRates: [ID<PayRole>: [Rates.KeptRate]],
    pay: [ID<StaffMember>: [Rates.KeptRate]], book: RateBook, today: Day
  ) {
    self.roles = roles
    self.members = members
    self.roleRates = roleRates
    self.pay = pay
    self.book = book
    self.today = today
  }

  /// Who works here today in the role.
  func holders(of role: ID<PayRole>) -> [StaffMember] {
    members.filter { $0.roles.on(today) == role && $0.span.contains(today) }
  }

  /// How many of them have pay of their own on record today.
  func paidHolders(of role: ID<PayRole>) -> Int {
    holders(of: role).count { (pay[$0.id] ?? []).contains { $0.span.contains(today) } }
  }
}

/// Whose rate is looked at or set: a role's, or one person's own pay.
enum RateSubject: Sendable {
  case role(PayRole)
  case member(StaffMember, role: PayRole)

  var name: String {
    switch self {
    case .role(let role): role.name
    case .member(let member, _): member.name
    }
  }

  var payRole: PayRole {
    switch self {
    case .role(let role), .member(_, let role): role
    }
  }

  func address(_ school: School) -> Address {
    switch self {
    case .role(let role): Way.roleRates(role.id, school)
    case .member(let member, _): Way.pay(member.id, school)
    }
  }

  func kept(_ facts: RateFacts) -> [Rates.KeptRate] {
    switch self {
    case .role(let role): facts.roleRates[role.id] ?? []
    case .member(let member, _): facts.pay[member.id] ?? []
    }
  }

  func set(_ rate: Rate, from day: Day, source: String, shown: String?, _ rates: Rates) throws {
    switch self {
    case .role(let role): try rates.setRate(of: role.id, to: rate, from: day, source: source, shown: shown)
    case .member(let member, _): try rates.setPay(of: member.id, to: rate, from: day, source: source, shown: shown)
    }
  }

  func remove(beginningOn day: Day, _ rates: Rates) throws {
    switch self {
    case .role(let role): try rates.removeRate(of: role.id, beginningOn: day)
    case .member(let member, _): try rates.removePay(of: member.id, beginningOn: day)
    }
  }
}
