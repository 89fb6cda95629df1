import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// Leaving, the link to an account, and the classes that somebody teaches.
enum StaffActs {
  static func routes(_ routes: inout Routes) {
    let one = StaffRoutes.one
    routes.get("\(one)/leaving", .school(.do, .staff), showLeaving)
    routes.post("\(one)/leaving", .school(.do, .staff), leave)
    routes.get("\(one)/account", .school(.do, .members), showAccount)
    routes.post("\(one)/account", .school(.do, .members), link)
    TaughtClassRoutes.routes(&routes)
  }

  // MARK: Leaving

  private static func showLeaving(_ visit: Visit) async throws -> Response {
    let (member, _) = try await StaffRoutes.found(visit)
    return visit.page(leavingPage(member.span.until?.words ?? "", member, visit.here, token: visit.formToken))
  }

  private static func leave(_ visit: Visit) async throws -> Response {
    let (typed, viewer, id) = (visit.form.typed("until"), visit.viewer, try visit.id("staff", StaffMember.self))
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    return try await visit.answering {
      var refusals = Refusals()
      let day = refusals.dayOrNone(typed, at: "until", "the last day")
      try refusals.throwIfAny()
      try await visit.write { try Staff(viewer, $0).leave(id, on: day, version: version) }
      return visit.redirect(to: Way.staffMember(id, visit.here), saying: day == nil ? .saved : .left)
    } again: { refusals in
      let (member, _) = try await StaffRoutes.found(visit)
      return leavingPage(typed, member, visit.here, token: visit.formToken, version: version, refusals: refusals)
    }
  }

  static func leavingPage(
    _ typed: String, _ member: StaffMember, _ school: School, token: String, version: Int? = nil,
    refusals: Refusals = Refusals()
  ) -> FormPage {
    let shown = refusals.isConflict ? member.version : version ?? member.version
    return FormPage(
      title: "\(member.name) leaves",
      lede: "What they lead and teach ends with their last day. What it cost until then stays.",
      trail: StaffWording.trail(school, member), part: .staff,
      address: Way.staffMember(member.id, .leaving, school), token: token,
      version: shown,
      fields: DateInput(
        Field(
          "until", "Last day here", hint: "\(DateInput.hint). Leave empty if they stay.", error: refusals["until"]),
        value: typed
      ).html, button: "Save", cancel: Way.staffMember(member.id, school), refusals: refusals,
      compared: refusals.isConflict
        ? [.init("Last day here", now: member.span.until?.words ?? "None", typed: typed)] : [])
  }

  // MARK: The account

  private static func showAccount(_ visit: Visit) async throws -> Response {
    visit.page(try await accountPage(visit))
  }

  private static func link(_ visit: Visit) async throws -> Response {
    let (viewer, id) = (visit.viewer, try visit.id("staff", StaffMember.self))
    let account = visit.form["account"].flatMap { ID<Account>($0) }
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    return try await visit.answering {
      try await visit.write { try Staff(viewer, $0).link(id, to: account, version: version) }
      return visit.redirect(to: Way.staffMember(id, visit.here), saying: account == nil ? .saved : .linked)
    } again: { refusals in
      try await accountPage(visit, typed: account, version: version, refusals)
    }
  }

  private static func accountPage(
    _ visit: Visit, typed: ID<Account>? = nil, version: Int? = nil, _ refusals: Refusals = Refusals()
  ) async throws -> FormPage {
    let (member, _) = try await StaffRoutes.found(visit)
    let (viewer, today) = (visit.viewer, visit.today)
    let accounts = try await visit.read { connection in
      try Staff(viewer, connection).linkableAccounts(for: member.id, on: today).map { Choice($0.id.text, $0.name) }
    }
    return accountPage(
      member, accounts, visit.here, token: visit.formToken, typed: refusals.isEmpty ? member.account : typed,
      version: version, refusals: refusals)
  }

  static func accountPage(
    _ member: StaffMember, _ accounts: [Choice], _ school: School, token: String, typed: ID<Account>?,
    version: Int? = nil, refusals: Refusals = Refusals()
  ) -> FormPage {
    func name(_ id: ID<Account>?) -> String { accounts.first { $0.value == id?.text }?.label ?? "None" }
    return FormPage(
      title: "The account of \(member.name)",
      lede: "Then “my groups” and “my classes” are those of this record, and the account sees their pupils.",
      trail: StaffWording.trail(school, member), part: .staff,
      address: Way.staffMember(member.id, .account, school), token: token,
      version: refusals.isConflict ? member.version : version ?? member.version,
      fields: Select(
        Field(
          "account", "Account", hint: "Accounts with a role in this school that belong to no other record.",
          error: refusals["account"]), [Choice("", "None")] + accounts, selected: typed?.text ?? ""
      ).html, button: "Save", cancel: Way.staffMember(member.id, school), refusals: refusals,
      compared: refusals.isConflict ? [Compared("Account", now: name(member.account), typed: name(typed))] : [])
  }
}
