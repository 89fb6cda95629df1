import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// What work costs: for finance, and for the head teacher to read.
enum RateRoutes {
  static let rates = "/schools/{urn}/rates"

  static func routes(_ routes: inout Routes) {
    let (see, change) = (Door.school(.see, .rates), Door.school(.do, .rates))
    routes.get(rates, see, show)
    routes.post("\(rates)/confirmation", change, confirm)
    for one in ["\(rates)/roles/{payrole}", "\(rates)/staff/{staff}"] {
      routes.get(one, see, showOne)
      routes.post(one, change, send)
      routes.post("\(one)/removal", change, remove)
      routes.get("\(one)/contract", change, ContractRoutes.show)
      routes.post("\(one)/contract", change, ContractRoutes.work)
    }
  }

  private static func show(_ visit: Visit) async throws -> Response {
    let (viewer, today) = (visit.viewer, visit.today)
    let facts = try await visit.read { try RateFacts(viewer, on: today, $0) }
    return visit.page(
      RatesPage(facts, of: visit.here, mayChange: viewer.may(.do, .rates), token: visit.formToken))
  }

  private static func confirm(_ visit: Visit) async throws -> Response {
    let (viewer, roles) = (visit.viewer, visit.form.all("role").compactMap { ID<PayRole>($0) })
    guard !roles.isEmpty else { throw Refusal.invalid("Choose the roles whose rates you confirm.") }
    try await visit.write { connection in
      for role in roles { try Rates(viewer, connection).confirm(role) }
    }
    return visit.redirect(to: Way.rates(visit.here), saying: .confirmed)
  }

  private static func showOne(_ visit: Visit) async throws -> Response {
    let (subject, facts) = try await found(visit)
    return visit.page(page(subject, facts, RateForm(), visit))
  }

  private static func send(_ visit: Visit) async throws -> Response {
    let (form, viewer) = (RateForm(visit.form), visit.viewer)
    let (subject, facts) = try await found(visit)
    return try await visit.answering {
      let (rate, day, source) = try form.read(today: visit.today)
      if visit.form["act"] == "preview" {
        let consequences = RateWords.consequences(
          of: rate, from: day, subject, among: subject.kept(facts), facts)
        return visit.page(page(subject, facts, form, visit, consequences: consequences))
      }
      let shown = visit.form.has("shown") ? visit.form.typed("shown") : nil
      try await visit.write { try subject.set(rate, from: day, source: source, shown: shown, Rates(viewer, $0)) }
      return visit.redirect(
        to: subject.address(visit.here), saying: day <= visit.today ? .repriced : .priced)
    } again: { refusals in
      let (subject, now) = try await found(visit)
      return page(subject, now, form, visit, refusals: refusals)
    }
  }

  private static func remove(_ visit: Visit) async throws -> Response {
    let viewer = visit.viewer
    let (subject, _) = try await found(visit)
    guard let day = visit.form["from"].flatMap({ Day(iso: $0) }) else { throw Refusal.notFound() }
    try await visit.write { try subject.remove(beginningOn: day, Rates(viewer, $0)) }
    return visit.redirect(to: subject.address(visit.here), saying: .removed)
  }

  private static func page(
    _ subject: RateSubject, _ facts: RateFacts, _ form: RateForm, _ visit: Visit, consequences: [String] = [],
    refusals: Refusals = Refusals()
  ) -> RatePage {
    RatePage(
      subject, facts, of: visit.here, form: form, consequences: consequences, refusals: refusals,
      mayChange: visit.viewer.may(.do, .rates), token: visit.formToken)
  }

  /// Whose rate the address names; "not found" where the school has neither such a role nor such a person.
  static func found(_ visit: Visit) async throws -> (RateSubject, RateFacts) {
    let (viewer, today) = (visit.viewer, visit.today)
    let role = visit.parameter("payrole").flatMap { ID<PayRole>($0) }
    let staff = visit.parameter("staff").flatMap { ID<StaffMember>($0) }
    let facts = try await visit.read { try RateFacts(viewer, on: today, $0) }
    if let role = facts.roles.first(where: { $0.id == role }) { return (.role(role), facts) }
    guard let member = facts.members.first(where: { $0.id == staff }),
      let role = facts.roles.first(where: { $0.id == member.roles.on(today) })
    else { throw Refusal.notFound() }
    return (.member(member, role: role), facts)
  }
}
