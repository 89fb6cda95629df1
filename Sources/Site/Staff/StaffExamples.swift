import Components
import Domain
import Markup
import Store

/// Invented staff with invented pay for the pages' examples.
enum StaffExamples {
  private static let school = SchoolExamples.school
  private static let today = SchoolExamples.today

  static let assistant = PayRole(id: PupilExamples.id(101), name: "Teaching assistant", kind: .teachingAssistant)
  static let teacher = PayRole(id: PupilExamples.id(102), name: "Teacher", kind: .teacher)
  static let therapist = PayRole(id: PupilExamples.id(103), name: "Speech therapist (bought in)", kind: .other)
  static let roles = [therapist, teacher, assistant]

  static let dawn = member(201, "Dawn Carter", assistant, minutes: 1_650, account: PupilExamples.id(301))
  static let peter = member(202, "Peter Hale", teacher, minutes: 1_950)
  static let gone = member(203, "Siobhán O’Rourke-Featherstonehaugh", assistant, until: Day(2026, 7, 22)!)
  static let members = [dawn, member(204, "Jo Lane", assistant, minutes: 975), peter, gone]

  static let facts: RateFacts = {
    let reference = kept(
      "19.2297", Day(2025, 4, 1)!, Day(2026, 3, 31)!, "NJC pay from 1 April 2025, SCP 3", isReference: true)
    let own = kept("19.75", Day(2026, 4, 1)!, nil, "Payroll, agreed in July from April")
    let teachers = kept("50.92", Day(2025, 9, 1)!, nil, "Teachers’ pay from September 2025, M6", isReference: true)
    let rates = [assistant.id: [reference, own], teacher.id: [teachers]]
    let pay = [dawn.id: [kept("18.40", Day(2026, 4, 1)!, nil, "Payroll")]]
    return RateFacts(
      roles: roles, members: members, roleRates: rates, pay: pay,
      book: RateBook(
        rates: rates.flatMap { role, kept in
          kept.map { .init(role: role, span: $0.span, rate: $0.rate, isReference: $0.isReference, source: $0.source) }
        }), today: today)
  }()

  private static func member(
    _ number: UInt64, _ name: String, _ role: PayRole, minutes: Int? = nil, account: ID<Account>? = nil,
    until: Day? = nil
  ) -> StaffMember {
    StaffMember(
      id: PupilExamples.id(number), name: name, roles: HeldRoles(role.id, from: Day(2024, 9, 2)!),
      weeklyMinutes: minutes,
      weeks: minutes == nil ? nil : 39,
      account: account, span: Span(Day(2024, 9, 2)!, until)!, version: 3)
  }

  private static func kept(
    _ amount: String, _ from: Day, _ until: Day?, _ source: String, isReference: Bool = false
  ) -> Rates.KeptRate {
    Rates.KeptRate(
      rate: try! Rate(typed: amount, .hour), span: Span(from, until)!, isReference: isReference, source: source)
  }

  static let heldRoles = [
    StaffMemberPage.HeldRole(name: "Lunchtime supervisor", span: Span(Day(2024, 9, 2)!, Day(2025, 8, 31)!)!),
    StaffMemberPage.HeldRole(name: "Teaching assistant", span: Span(Day(2025, 9, 1)!)!),
  ]

  static var forms: [FormPage] {
    var wrong = StaffForm(today: today)
    wrong.hours = "many"
    wrong.from = "soon"
    var mine = StaffForm(dawn)
    mine.hours = "30"
    return [
      StaffRoutes.newPage(
        wrong, roles, school, newID: ID(high: 4, low: 3), token: "example",
        refusals: Refusals([
          .invalid("Give a name.", field: "name"), .invalid("Choose a role.", field: "role"),
          .invalid("Write hours a week as 27.5 or 27:30.", field: "hours"),
          .invalid("Enter the first day, such as 2 September 2026.", field: "from"),
        ])),
      StaffRoutes.detailsPage(
        mine, dawn, school, token: "example", version: 2,
        refusals: Refusals([.conflict("Somebody has changed Dawn Carter’s record since you opened this page.")])),
      StaffActs.leavingPage("18 December 2026", dawn, school, token: "example"),
      StaffActs.accountPage(
        dawn, [Choice(dawn.account!.text, "Dawn Carter (d.carter@ashfield.example)")], school, token: "example",
        typed: dawn.account),
      TaughtClassRoutes.addingPage(
        TaughtClassForm(today: today), peter, ["1C", "3A", "5B"], school, token: "example"),
      PayRoleRoutes.page(PayRoleForm(therapist), therapist, school, token: "example"),
      HeldRoleRoutes.page(HeldRoleForm(dawn, first: nil, today: today), dawn, roles, school, token: "example"),
    ]
  }
}

extension StaffPage {
  static var examples: [StaffPage] {
    func person(_ member: StaffMember, _ role: String, classes: String = "", groups: String, account: String) -> Person
    {
      Person(
        name: member.name, address: Way.staffMember(member.id, SchoolExamples.school), role: role,
        hours: member.weeklyMinutes.map { StaffWording.hours($0) } ?? "–", weeks: member.weeks.map(String.init) ?? "–",
        classes: classes, groups: groups, account: account,
        when: member.span.until == nil ? nil : StaffWording.words(member.span, today: SchoolExamples.today))
    }
    let roles = StaffExamples.roles.map {
      Role(name: $0.name, kind: $0.kind.name, holders: "2", address: Way.role($0.id, SchoolExamples.school))
    }
    return [
      StaffPage(
        school: SchoolExamples.school,
        people: [
          person(
            StaffExamples.dawn, "Teaching assistant", groups: "4", account: "Dawn Carter (d.carter@ashfield.example)"),
          person(StaffExamples.peter, "Teacher", classes: "3A", groups: "0", account: "Not linked"),
        ], left: [person(StaffExamples.gone, "Teaching assistant", groups: "0", account: "Not linked")], roles: roles,
        rights: Rights(changes: true, imports: true, seesAccounts: true, seesGroups: true)),
      StaffPage(
        school: SchoolExamples.school, people: [], left: [], roles: roles,
        rights: Rights(changes: true, seesRates: true)),
    ]
  }
}

extension StaffMemberPage {
  static var examples: [StaffMemberPage] {
    let (school, today) = (SchoolExamples.school, SchoolExamples.today)
    return [
      StaffMemberPage(
        school: school, member: StaffExamples.dawn, role: "Teaching assistant", roles: StaffExamples.heldRoles,
        account: "Dawn Carter (d.carter@ashfield.example)",
        classes: [TaughtClass(id: "1", name: "3A", span: Span(Day(2026, 9, 1)!)!)],
        groups: [
          LedGroup(
            link: Link("Phonics catch-up", "/schools/900001/groups/1"), heading: "Literacy",
            when: "20 min, Tue Thu 09:10",
            span: "Since 7 September 2026", share: "all", isNow: true),
          LedGroup(
            link: Link("Narrative group", "/schools/900001/groups/2"), heading: "Language and communication",
            when: "30 min, 3 × week", span: "12 January to 27 March 2026", share: "1/2", isNow: false),
        ], rights: Rights(changes: true, links: true, seesPay: true), today: today, token: "example"),
      StaffMemberPage(
        school: school, member: StaffExamples.gone, role: "Teaching assistant", roles: [], account: nil, classes: [],
        groups: nil,
        rights: Rights(), today: today, token: "example"),
    ]
  }
}

extension RatesPage {
  static var examples: [RatesPage] {
    [
      RatesPage(StaffExamples.facts, of: SchoolExamples.school, mayChange: true, token: "example"),
      RatesPage(
        RateFacts(
          roles: StaffExamples.roles, members: [], roleRates: [:], pay: [:], book: RateBook(rates: []),
          today: SchoolExamples.today), of: SchoolExamples.newSchool, mayChange: false, token: "example"),
    ]
  }
}

extension RatePage {
  static var examples: [RatePage] {
    let (school, facts) = (SchoolExamples.school, StaffExamples.facts)
    let role = RateSubject.role(StaffExamples.assistant)
    var typed = RateForm()
    typed.rate = "655"
    typed.basis = "weekly-hour"
    typed.from = "1 April 2026"
    let rate = try! Rate(typed: "655", .weeklyHour(weeks: 38))
    var wrong = RateForm()
    wrong.rate = "about 20"
    return [
      RatePage(
        role, facts, of: school, form: typed,
        consequences: RateWords.consequences(
          of: rate, from: Day(2026, 4, 1)!, role, among: role.kept(facts), facts), mayChange: true, token: "example"),
      RatePage(
        .role(StaffExamples.therapist), facts, of: school, form: wrong,
        refusals: Refusals([
          .invalid("Write the rate in pounds, such as 17.20.", field: "rate"),
          .invalid("Enter the first day, such as 2 September 2026.", field: "from"),
        ]), mayChange: true, token: "example"),
      RatePage(
        .member(StaffExamples.dawn, role: StaffExamples.assistant), facts, of: school, form: RateForm(),
        mayChange: false, token: "example"),
    ]
  }
}

extension ContractPage {
  static var examples: [ContractPage] {
    var form = ContractForm()
    form.hourly = "12.85"
    form.weeklyHours = "37"
    var wrong = form
    wrong.weeksWorked = "none"
    let subject = RateSubject.role(StaffExamples.assistant)
    return [
      ContractPage(
        school: SchoolExamples.school, subject: subject, form: form, result: try? ContractRoutes.result(form),
        token: "example"),
      ContractPage(
        school: SchoolExamples.school, subject: subject, form: wrong,
        refusals: Refusals([
          .invalid("Enter the weeks worked as a number, such as 39 or 44.4.", field: "weeks-worked")
        ]), token: "example"),
    ]
  }
}
