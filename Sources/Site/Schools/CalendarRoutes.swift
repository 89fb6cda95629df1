import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// Terms and closures: added, changed, taken out.
enum CalendarRoutes {
  static func routes(_ routes: inout Routes) {
    let (terms, closures) = ("\(SettingsRoutes.settings)/terms", "\(SettingsRoutes.settings)/closures")
    let door = Door.school(.do, .school)
    routes.get("\(terms)/new", door) { $0.page(termPage(CalendarForm(), nil, $0.here, token: $0.formToken)) }
    routes.post("\(terms)/new", door) { try await sendTerm(nil, $0) }
    routes.get("\(terms)/{term}", door, showTerm)
    routes.post("\(terms)/{term}", door) { try await sendTerm($0.id("term"), $0) }
    routes.post("\(terms)/{term}/removal", door, removeTerm)
    routes.get("\(closures)/new", door) { $0.page(closurePage(CalendarForm(), nil, $0.here, token: $0.formToken)) }
    routes.post("\(closures)/new", door) { try await sendClosure(nil, $0) }
    routes.get("\(closures)/{closure}", door, showClosure)
    routes.post("\(closures)/{closure}", door) { try await sendClosure($0.id("closure"), $0) }
    routes.post("\(closures)/{closure}/removal", door, removeClosure)
  }

  // MARK: Terms

  private static func showTerm(_ visit: Visit) async throws -> Response {
    let id = try visit.id("term", Term.self)
    return visit.page(termPage(CalendarForm(try await term(id, visit)), id, visit.here, token: visit.formToken))
  }

  private static func sendTerm(_ id: ID<Term>?, _ visit: Visit) async throws -> Response {
    let (form, viewer) = (CalendarForm(visit.form), visit.viewer)
    return try await visit.answering {
      let term = try form.term()
      _ = try await visit.write { try SchoolCalendars(viewer, $0).put(term, id: id, shown: form.shownTerm) }
      return visit.redirect(to: Way.settings(visit.here), saying: id == nil ? .added : .saved)
    } again: { refusals in
      let now = if let id { CalendarForm(try await term(id, visit)) } else { nil as CalendarForm? }
      return termPage(form, id, visit.here, token: visit.formToken, now: now, refusals: refusals)
    }
  }

  private static func removeTerm(_ visit: Visit) async throws -> Response {
    let (id, viewer) = (try visit.id("term", Term.self), visit.viewer)
    try await visit.write { try SchoolCalendars(viewer, $0).remove(id) }
    return visit.redirect(to: Way.settings(visit.here), saying: .removed)
  }

  private static func term(_ id: ID<Term>, _ visit: Visit) async throws -> Term {
    let viewer = visit.viewer
    let found = try await visit.read { try SchoolCalendars(viewer, $0).terms() }.first { $0.id == id }
    guard let found else { throw Refusal.notFound() }
    return found.term
  }

  static func termPage(
    _ form: CalendarForm, _ id: ID<Term>?, _ school: School, token: String, now: CalendarForm? = nil,
    refusals: Refusals = Refusals()
  ) -> RecordFormPage {
    page(
      form, title: id == nil ? "Add a term" : "Change a term", fields: form.termFields(refusals),
      to: id.map { Way.term($0, school) } ?? Way.newTerm(school), school, token, now: now, refusals: refusals,
      removing: id == nil
        ? nil
        : "Its sessions are counted no more, and costs that hang on them change, those of the past too. Weeks and half-terms go with it; closures stay."
    )
  }

  // MARK: Closures

  private static func showClosure(_ visit: Visit) async throws -> Response {
    let id = try visit.id("closure", Closure.self)
    let closure = try await closure(id, visit)
    return visit.page(
      closurePage(CalendarForm(closure.name, closure.period), id, visit.here, token: visit.formToken))
  }

  private static func sendClosure(_ id: ID<Closure>?, _ visit: Visit) async throws -> Response {
    let (form, viewer) = (CalendarForm(visit.form), visit.viewer)
    return try await visit.answering {
      let closure = try form.closure()
      _ = try await visit.write { try SchoolCalendars(viewer, $0).put(closure, id: id, shown: form.shownClosure) }
      return visit.redirect(to: Way.settings(visit.here), saying: id == nil ? .added : .saved)
    } again: { refusals in
      var now: CalendarForm?
      if let id {
        let closure = try await closure(id, visit)
        now = CalendarForm(closure.name, closure.period)
      }
      return closurePage(form, id, visit.here, token: visit.formToken, now: now, refusals: refusals)
    }
  }

  private static func removeClosure(_ visit: Visit) async throws -> Response {
    let (id, viewer) = (try visit.id("closure", Closure.self), visit.viewer)
    try await visit.write { try SchoolCalendars(viewer, $0).remove(id) }
    return visit.redirect(to: Way.settings(visit.here), saying: .removed)
  }

  private static func closure(_ id: ID<Closure>, _ visit: Visit) async throws -> Closure {
    let viewer = visit.viewer
    let found = try await visit.read { try SchoolCalendars(viewer, $0).closures() }.first { $0.id == id }
    guard let found else { throw Refusal.notFound() }
    return found.closure
  }

  static func closurePage(
    _ form: CalendarForm, _ id: ID<Closure>?, _ school: School, token: String, now: CalendarForm? = nil,
    refusals: Refusals = Refusals()
  ) -> RecordFormPage {
    page(
      form, title: id == nil ? "Add a closure" : "Change a closure", fields: form.closureFields(refusals),
      to: id.map { Way.closure($0, school) } ?? Way.newClosure(school), school, token, now: now, refusals: refusals,
      removing: id == nil
        ? nil : "The school is then open on these days, and sessions of the days are counted and costed, past ones too."
    )
  }

  // MARK: Both

  private static func page(
    _ form: CalendarForm, title: String, fields: HTML, to address: Address, _ school: School, _ token: String,
    now: CalendarForm?, refusals: Refusals, removing: String?
  ) -> RecordFormPage {
    let shown = refusals.isConflict ? now?.shown ?? form.shown : form.shown
    return RecordFormPage(
      title: title, lede: "Both days count.", trail: SettingsRoutes.trail(school), part: .school, address: address,
      token: token, hidden: shown.isEmpty ? [] : [HiddenField("shown", shown)], fields: fields,
      button: removing == nil ? "Add" : "Save", cancel: Way.settings(school), refusals: refusals,
      conflict: refusals.isConflict ? now.map(form.compared) ?? [] : [],
      under: removing.map { removal($0, address, token) } ?? .empty)
  }

  private static func removal(_ consequence: String, _ address: Address, _ token: String) -> HTML {
    Details(
      "Take it out",
      body: "<p>\(consequence)</p>\(PostButton("Take it out", to: "\(address)/removal", token: token, style: .danger))"
    ).html
  }
}
