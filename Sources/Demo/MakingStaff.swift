import Domain
import SQL
import Store

/// Who works in a school that is being made.
struct MadeStaff {
  struct Person {
    let id: ID<StaffMember>
    let name: String
    let role: String
  }

  var people: [Person] = []

  func all(_ role: String) -> [Person] { people.filter { $0.role == role } }
}

extension SchoolMaker {
  /// Staff with hours, and rates of pay since the first of the three years: most teaching assistants and teachers have
  /// pay of their own, so that their roles are priced by the average; the other roles have rates.
  mutating func makeStaff() throws {
    let from = years[0].period.from
    let keeper = Staff(viewer, connection)
    var roles = Dictionary(uniqueKeysWithValues: try keeper.roles().map { ($0.name, $0.id) })
    roles["Volunteer"] = try keeper.addRole("Volunteer", .other)
    roles["Counsellor"] = try keeper.addRole("Counsellor", .other)
    var jobs: [(String, Int, Int)] = []
    jobs += Array(repeating: ("Teaching assistant", 27 * 60 + 30, 39), count: plan.assistants)
    jobs += Array(
      repeating: ("Higher level teaching assistant", 32 * 60 + 30, 39), count: plan.phase == .primary ? 2 : 4)
    jobs += Array(repeating: ("Teacher", 32 * 60 + 30, 39), count: plan.teachers)
    jobs += [
      ("SENCO", 32 * 60 + 30, 39), ("Senior leader", 37 * 60, 39), ("Learning mentor", 37 * 60, 39),
      ("Therapist", 7 * 60, 38),
      ("Counsellor", 6 * 60, 36), ("Volunteer", 2 * 60, 30),
    ]
    var taken: Set<String> = []
    for (role, minutes, weeks) in jobs {
      var name = ""
      repeat {
        name = "\(dice.pick(Names.titles)) \(dice.pick(Names.surnames))"
      } while !taken.insert(name.split(separator: " ").last!.description).inserted
      let hours = role == "Teaching assistant" ? minutes - dice.roll(0...4) * 150 : minutes
      let id = try keeper.add(
        StaffDetails(name: name, weeklyMinutes: hours, weeks: weeks, span: Span(from)!), as: roles[role]!)
      staff.people.append(MadeStaff.Person(id: id, name: name, role: role))
    }
    try setRates(roles, from: from)
  }

  /// Pay rises by an award each year, from 1 April or 1 September.
  private mutating func setRates(_ roles: [String: ID<PayRole>], from: Day) throws {
    let rates = Rates(viewer, connection)
    let awards = [from, Day(from.year + 1, 4, 1)!, Day(from.year + 2, 4, 1)!]
    for (role, first) in [
      ("Teaching assistant", 17_980), ("Higher level teaching assistant", 21_450), ("Learning mentor", 20_300),
      ("Lunchtime supervisor", 17_510), ("Therapist", 31_200), ("Therapy assistant", 20_800), ("Counsellor", 42_000),
    ] {
      var amount = first * 10
      for day in awards where roles[role] != nil {
        try rates.setRate(
          of: roles[role]!, to: Rate(amount, .hour), from: day, source: "Demonstration: the school's own figure")
        amount += amount * 32 / 1000
      }
    }
    for (role, yearly) in [("Teacher", 61_900), ("SENCO", 68_400), ("Senior leader", 79_500)] {
      var amount = yearly * 10_000
      for year in years {
        try rates.setRate(
          of: roles[role]!, to: Rate(amount, .annualHour(hours: 1265)), from: year.period.from,
          source: "Demonstration: the school's own figure")
        amount += amount * 40 / 1000
      }
    }
    for person in staff.all("Teaching assistant") {
      var amount = (1_750 + dice.roll(0...9) * 22) * 100
      for day in awards {
        try rates.setPay(of: person.id, to: Rate(amount, .hour), from: day, source: "Demonstration")
        amount += amount * 32 / 1000
      }
    }
  }
}
