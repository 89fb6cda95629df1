import Domain
import SQL
import Store

extension SchoolMaker {
  /// An account for each role, which the demonstration's doors open; none has a password. Teachers and teaching assistants
  /// are tied to their staff records, so that they find their own groups and classes.
  mutating func makeAccounts() throws {
    let from = years[0].period.from
    let members = Members(viewer, connection)
    for role in Role.allCases {
      let person = person(for: role)
      let email = "\(role.rawValue)@\(plan.domain)"
      let account = try Accounts.add(email: email, name: person?.name ?? invented(role), connection)
      try members.grant(role, to: account, during: Span(from)!)
      if let person { try Staff(viewer, connection).link(person.id, to: account) }
      if role == .moderator { try openCases(to: account) }
    }
    try giveClasses()
  }

  private func person(for role: Role) -> MadeStaff.Person? {
    switch role {
    case .senco: staff.all("SENCO").first
    case .headTeacher: staff.all("Senior leader").first
    case .teacher: staff.all("Teacher").first
    case .teachingAssistant: staff.all("Teaching assistant").first
    default: nil
    }
  }

  private mutating func invented(_ role: Role) -> String {
    "\(dice.pick(dice.happens(50) ? Names.girls : Names.boys)) \(dice.pick(Names.surnames))"
  }

  /// A moderator follows three children for a month.
  private func openCases(to account: ID<Account>) throws {
    let cases = pupils.filter { $0.status == .plan && $0.isHere(on: today) }.prefix(3)
    try CaseOpenings(viewer, connection).open(cases.map(\.id), to: account, until: today + 30, today: today)
  }

  /// Teachers and their classes, since this September.
  private func giveClasses() throws {
    let from = AcademicYear(containing: today).period.from
    let teachers = staff.all("Teacher")
    let classes = Set(pupils.filter { $0.leftOn == nil }.map(\.className)).sorted()
    for (index, name) in classes.enumerated() {
      try ClassTeachers(viewer, connection).add(teachers[index % teachers.count].id, to: name, Span(from)!)
    }
  }
}
