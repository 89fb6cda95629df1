import Components
import Domain
import Hummingbird
import Markup
import Store

/// The role in which somebody works: another one from a day on, or the correction of what was recorded.
enum HeldRoleRoutes {
  static func routes(_ routes: inout Routes) {
    let roles = "\(StaffRoutes.one)/roles"
    routes.get(roles, .school(.do, .staff), show)
    routes.post(roles, .school(.do, .staff), send)
    routes.get("\(roles)/{from}", .school(.do, .staff), show)
    routes.post("\(roles)/{from}", .school(.do, .staff), send)
    routes.post("\(roles)/{from}/removal", .school(.do, .staff), remove)
  }

  private static func show(_ visit: Visit) async throws -> Response {
    let (member, roles) = try await StaffRoutes.found(visit)
    let form = HeldRoleForm(member, first: try first(visit), today: visit.today)
    return visit.page(page(form, member, roles, visit.here, token: visit.formToken))
  }

  private static func send(_ visit: Visit) async throws -> Response {
    let (viewer, id) = (visit.viewer, try visit.id("staff", StaffMember.self))
    let form = HeldRoleForm(visit.form, first: try first(visit))
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    return try await visit.answering {
      let (role, day) = try form.read()
      try await visit.write { connection in
        let staff = Staff(viewer, connection)
        if let first = form.first {
          try staff.correctRole(id, beginningOn: first, to: role, from: day ?? first, version: version)
        } else if let day {
          try staff.changeRole(id, to: role, from: day, version: version)
        }
      }
      return visit.redirect(to: Way.staffMember(id, visit.here), saying: form.first == nil ? .changed : .corrected)
    } again: { refusals in
      let (member, roles) = try await StaffRoutes.found(visit)
      return page(form, member, roles, visit.here, token: visit.formToken, version: version, refusals: refusals)
    }
  }

  private static func remove(_ visit: Visit) async throws -> Response {
    let (viewer, id) = (visit.viewer, try visit.id("staff", StaffMember.self))
    guard let first = try first(visit) else { throw Refusal.notFound() }
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    try await visit.write { try Staff(viewer, $0).removeRole(id, beginningOn: first, version: version) }
    return visit.redirect(to: Way.staffMember(id, visit.here), saying: .removed)
  }

  static func page(
    _ form: HeldRoleForm, _ member: StaffMember, _ roles: [PayRole], _ school: School, token: String,
    version: Int? = nil, refusals: Refusals = Refusals()
  ) -> FormPage {
    let address = form.first.map { Way.heldRole($0, of: member.id, school) }
    let isLater = form.first.map { $0 != member.roles.timeline.facts[0].span.from } ?? false
    return FormPage(
      title: form.first == nil ? "A new role for \(member.name)" : "Correct a role of \(member.name)",
      lede: form.first == nil
        ? "From its first day. What they led until then keeps the rate of the role of then."
        : "For a mistake: what they led in this role is priced anew.",
      trail: StaffWording.trail(school, member), part: .staff,
      address: address ?? Way.staffMember(member.id, .roles, school), token: token,
      version: refusals.isConflict ? member.version : version ?? member.version,
      fields: form.fields(roles, asksDay: form.first == nil || isLater, refusals), button: "Save",
      cancel: Way.staffMember(member.id, school), refusals: refusals,
      compared: refusals.isConflict ? form.compared(with: member, roles) : [],
      under: isLater ? address.map { neverTrue($0, member, token: token) } ?? .empty : .empty)
  }

  private static func neverTrue(_ address: Address, _ member: StaffMember, token: String) -> HTML {
    let version = [HiddenField("version", String(member.version))]
    return Details(
      "It was never true",
      body: """
        <p>Then it goes, and the role before it holds on. The history keeps what stood here.</p>\
        \(PostButton("Remove it", to: Way.removal(address), token: token, style: .danger, fields: version))
        """
    ).html
  }

  /// The first day of the role that the address names; nil where it names none.
  private static func first(_ visit: Visit) throws -> Day? {
    guard let text = visit.parameter("from") else { return nil }
    guard let day = Day(iso: text) else { throw Refusal.notFound() }
    return day
  }
}

/// A role and its first day, as they are typed.
struct HeldRoleForm: Sendable {
  var role = ""
  var from = ""
  /// The first day of the role that is put right; nil for a new one.
  let first: Day?

  init(_ member: StaffMember, first: Day?, today: Day) {
    self.first = first
    role = member.roles.on(first ?? today).text
    from = (first ?? max(member.span.from, min(today, member.span.until ?? today))).words
  }

  init(_ sent: SentForm, first: Day?) {
    self.first = first
    role = sent.typed("role")
    from = sent.typed("from")
  }

  /// The day is nil where the form asks none: somebody's first role begins with their first day here.
  func read() throws -> (ID<PayRole>, Day?) {
    var refusals = Refusals()
    let role = ID<PayRole>(role)
    if role == nil { refusals.add("Choose a role.", field: "role") }
    let day = first != nil && from.isEmpty ? first : refusals.day(from, at: "from", "the first day in the role")
    guard let role, refusals.isEmpty else { throw refusals }
    return (role, day)
  }

  func fields(_ roles: [PayRole], asksDay: Bool, _ refusals: Refusals) -> HTML {
    """
    \(Select(
      Field("role", "Role", error: refusals["role"]),
      [Choice("", "Choose a role")] + roles.map { Choice($0.id.text, $0.name) }, selected: role))\
    \(if: asksDay, DateInput(Field("from", "First day in this role", hint: DateInput.hint, error: refusals["from"]), value: from).html)
    """
  }

  func compared(with member: StaffMember, _ roles: [PayRole]) -> [Compared] {
    func name(_ id: String) -> String { roles.first { $0.id.text == id }?.name ?? "nothing chosen" }
    let now = member.roles.timeline.facts.map { "\(name($0.value.text)) from \($0.span.from.words)" }
    return [.init("Role", now: now.joined(separator: "; "), typed: "\(name(role)) from \(from)")]
  }
}
