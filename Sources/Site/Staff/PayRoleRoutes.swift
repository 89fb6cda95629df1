import Components
import Domain
import Hummingbird
import Markup
import Store

/// The kinds of work that the school pays for.
enum PayRoleRoutes {
  static func routes(_ routes: inout Routes) {
    let roles = "\(StaffRoutes.list)/roles"
    routes.get("\(roles)/new", .school(.do, .staff)) {
      $0.page(page(PayRoleForm(), nil, $0.here, token: $0.formToken))
    }
    routes.post("\(roles)/new", .school(.do, .staff)) { try await send(nil, $0) }
    routes.get("\(roles)/{payrole}", .school(.do, .staff), show)
    routes.post("\(roles)/{payrole}", .school(.do, .staff)) { try await send($0.id("payrole"), $0) }
  }

  private static func show(_ visit: Visit) async throws -> Response {
    let role = try await role(try visit.id("payrole"), visit)
    return visit.page(page(PayRoleForm(role), role, visit.here, token: visit.formToken))
  }

  private static func send(_ id: ID<PayRole>?, _ visit: Visit) async throws -> Response {
    let (form, viewer) = (PayRoleForm(visit.form), visit.viewer)
    return try await visit.answering {
      let (name, kind) = try form.read()
      try await visit.write { connection in
        let staff = Staff(viewer, connection)
        if let id {
          try staff.correctRole(id, name, kind, shown: form.shownRole(id))
        } else {
          try staff.addRole(name, kind)
        }
      }
      return visit.redirect(to: Way.staff(visit.here), saying: id == nil ? .added : .corrected)
    } again: { refusals in
      let now = if let id { try await role(id, visit) } else { nil as PayRole? }
      return page(form, now, visit.here, token: visit.formToken, refusals: refusals)
    }
  }

  private static func role(_ id: ID<PayRole>, _ visit: Visit) async throws -> PayRole {
    let viewer = visit.viewer
    let found = try await visit.read { try Staff(viewer, $0).roles() }.first { $0.id == id }
    guard let found else { throw Refusal.notFound() }
    return found
  }

  static func page(
    _ form: PayRoleForm, _ role: PayRole?, _ school: School, token: String, refusals: Refusals = Refusals()
  ) -> FormPage {
    let now = role.map(PayRoleForm.init)
    let shown = refusals.isConflict ? now?.shown ?? "" : form.shown
    return FormPage(
      title: role == nil ? "Add a role" : "Correct a role",
      lede: role == nil ? nil : "It holds for the past too: maps of earlier terms say the same.",
      trail: StaffWording.trail(school), part: .staff,
      address: role.map { Way.role($0.id, school) } ?? Way.newRole(school), token: token,
      hidden: shown.isEmpty ? [] : [HiddenField("shown", shown)], fields: form.fields(refusals),
      button: role == nil ? "Add" : "Save", cancel: Way.staff(school), refusals: refusals,
      compared: refusals.isConflict ? now.map { form.compared(with: $0) } ?? [] : [])
  }
}

/// A role as it is typed.
struct PayRoleForm: Sendable {
  var name = ""
  var kind = ""
  /// What stood there when the form was drawn; empty for a new role.
  var shown = ""

  init() {}

  init(_ role: PayRole) {
    name = role.name
    kind = role.kind.rawValue
    shown = "\(role.kind.rawValue) \(role.name)"
  }

  init(_ sent: SentForm) {
    name = sent["role"] ?? ""
    kind = sent.typed("kind")
    shown = sent.typed("shown")
  }

  func read() throws -> (String, PayRole.Kind) {
    var refusals = Refusals()
    if name.isEmpty { refusals.add("Give the role a name.", field: "role") }
    let kind = PayRole.Kind(rawValue: kind)
    if kind == nil { refusals.add("Choose what its hours count with.", field: "kind") }
    try refusals.throwIfAny()
    guard let kind else { throw refusals }
    return (name, kind)
  }

  func shownRole(_ id: ID<PayRole>) -> PayRole? {
    let parts = shown.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let kind = PayRole.Kind(rawValue: String(parts[0])) else { return nil }
    return PayRole(id: id, name: String(parts[1]), kind: kind)
  }

  func fields(_ refusals: Refusals) -> HTML {
    """
    \(TextInput(Field("role", "Name of the role", hint: "Teaching assistant, Speech therapist (bought in) …", error: refusals["role"]), value: name))\
    \(Radios(
      Field("kind", "On the map its hours count with", error: refusals["kind"]),
      PayRole.Kind.allCases.map { Choice($0.rawValue, $0.name) }, selected: kind))
    """
  }

  func compared(with now: PayRoleForm) -> [Compared] {
    func name(_ form: PayRoleForm) -> String { PayRole.Kind(rawValue: form.kind)?.name ?? "" }
    return [
      .init("Name", now: now.name, typed: self.name), .init("Counts with", now: name(now), typed: name(self)),
    ].filter { $0.now != $0.typed }
  }
}
