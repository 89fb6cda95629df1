import Domain
import Markup
import SQL
import Store

/// Everything that is said of the staff, in a handful of queries.
struct StaffFacts: Sendable {
  let members: [StaffMember]
  let roles: [PayRole]
  let classes: [ClassTeachers.Line]
  let groupsLed: [ID<StaffMember>: Int]
  let accounts: [ID<Account>: String]

  init(_ viewer: Viewer, on today: Day, _ connection: any Connection) throws {
    let staff = Staff(viewer, connection)
    members = try staff.list()
    roles = try staff.roles()
    classes = try ClassTeachers(viewer, connection).list().filter { $0.span.contains(today) }
    groupsLed = try staff.groupsLed(on: today)
    accounts = try staff.accountNames()
  }
}

extension StaffPage {
  init(_ facts: StaffFacts, of school: School, _ viewer: Viewer, on today: Day) {
    self.school = school
    rights = Rights(
      changes: viewer.may(.do, .staff), imports: viewer.may(.do, .imports), seesRates: viewer.may(.see, .rates),
      seesAccounts: viewer.may(.see, .members), seesGroups: viewer.mayAll(.see, .groups))
    let names = Dictionary(uniqueKeysWithValues: facts.roles.map { ($0.id, $0.name) })
    let classes = Dictionary(grouping: facts.classes, by: \.staff)
    func person(_ member: StaffMember) -> Person {
      let isHere = member.span.contains(today)
      return Person(
        name: member.name, address: Way.staffMember(member.id, school), role: names[member.roles.on(today)] ?? "",
        hours: member.weeklyMinutes.map { StaffWording.hours($0) } ?? "–", weeks: member.weeks.map(String.init) ?? "–",
        classes: (classes[member.id] ?? []).map(\.schoolClass).joined(separator: ", "),
        groups: String(facts.groupsLed[member.id] ?? 0),
        account: member.account.flatMap { facts.accounts[$0] } ?? "Not linked",
        when: isHere && member.span.until == nil ? nil : StaffWording.words(member.span, today: today))
    }
    people = facts.members.filter { $0.span.contains(today) }.map(person)
    left = facts.members.filter { !$0.span.contains(today) }.map(person)
    let holders = Dictionary(grouping: facts.members.filter { $0.span.contains(today) }, by: { $0.roles.on(today) })
    roles = facts.roles.map { role in
      Role(
        name: role.name, kind: role.kind.name, holders: String(holders[role.id]?.count ?? 0),
        address: Way.role(role.id, school))
    }
  }
}
