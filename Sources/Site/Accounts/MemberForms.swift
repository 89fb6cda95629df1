import Domain

/// What is typed to invite somebody.
struct InviteForm: Sendable {
  let email: String
  let role: Role
  let staff: ID<StaffMember>?
  let lastDay: Day?

  init(_ form: SentForm) throws {
    var refusals = Refusals()
    email = form["email"] ?? ""
    let role = form["role"].flatMap(Role.init(rawValue:))
    if email.isEmpty { refusals.add("Enter your colleague’s e-mail address.", field: "email") }
    if role == nil { refusals.add("Choose a role.", field: "role") }
    staff = form["staff"].flatMap { ID<StaffMember>($0) }
    lastDay = refusals.day(form, "last-day")
    try refusals.throwIfAny()
    self.role = role!
  }
}

/// What is typed to give a member another role.
struct GiveRoleForm: Sendable {
  let role: Role
  let span: Span

  init(_ form: SentForm, today: Day) throws {
    var refusals = Refusals()
    let role = form["role"].flatMap(Role.init(rawValue:))
    if role == nil { refusals.add("Choose a role.", field: "role") }
    let lastDay = refusals.day(form, "last-day")
    let span = Span(today, lastDay)
    if span == nil { refusals.add("The last day has passed already.", field: "last-day") }
    try refusals.throwIfAny()
    (self.role, self.span) = (role!, span!)
  }
}

/// Which cases are opened, until when.
struct OpenCasesForm: Sendable {
  let pupils: [ID<Pupil>]
  let lastDay: Day

  init(_ form: SentForm) throws {
    var refusals = Refusals()
    pupils = form.all("pupil").compactMap { ID<Pupil>($0) }
    if pupils.isEmpty { refusals.add("Choose at least one pupil.", field: "pupil") }
    let day = refusals.day(form, "cases-until")
    if day == nil, refusals["cases-until"] == nil {
      refusals.add("Enter the last day on which the cases are open.", field: "cases-until")
    }
    try refusals.throwIfAny()
    lastDay = day!
  }
}

extension Refusals {
  /// The day typed into a field; nil where it is blank, or no day, which is then refused.
  mutating func day(_ form: SentForm, _ field: String) -> Day? {
    guard let typed = form[field] else { return nil }
    if let day = Day(typed: typed) { return day }
    add("The last day must be a day such as 18 December 2026.", field: field)
    return nil
  }
}
