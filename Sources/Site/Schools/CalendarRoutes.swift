import Components
import Domain
import Hummingbird
import Markup
import Store

/// Terms and closures: added, changed, taken out.
enum CalendarRoutes {
  static func routes(_ routes: inout Routes) {
    add(Term.self, "\(SettingsRoutes.settings)/terms", parameter: "term", &routes)
    add(Closure.self, "\(SettingsRoutes.settings)/closures", parameter: "closure", &routes)
  }

  private static func add<Entry: CalendarEntry>(
    _: Entry.Type, _ path: String, parameter: String, _ routes: inout Routes
  ) {
    let (one, door) = ("\(path)/{\(parameter)}", Door.school(.do, .school))
    routes.get("\(path)/new", door) { visit in
      visit.page(page(Entry.self, CalendarForm(), nil, visit.here, newID: visit.newID(), token: visit.formToken))
    }
    routes.post("\(path)/new", door) { try await send(Entry.self, nil, $0) }
    routes.get(one, door) { visit in
      let id = try visit.id(parameter, Entry.self)
      let form = Entry.form(try await kept(id, visit))
      return visit.page(page(Entry.self, form, id, visit.here, token: visit.formToken))
    }
    routes.post(one, door) { try await send(Entry.self, try $0.id(parameter), $0) }
    routes.post("\(one)/removal", door) { visit in
      let (id, viewer) = (try visit.id(parameter, Entry.self), visit.viewer)
      try await visit.write { try Entry.remove(id, SchoolCalendars(viewer, $0)) }
      return visit.redirect(to: Way.settings(visit.here), saying: .removed)
    }
  }

  private static func send<Entry: CalendarEntry>(
    _: Entry.Type, _ id: ID<Entry>?, _ visit: Visit
  ) async throws -> Response {
    let (form, viewer) = (CalendarForm(visit.form), visit.viewer)
    return try await visit.answering {
      let entry = try Entry.read(form)
      try await visit.write {
        try Entry.put(entry, id: id, newID: visit.newID(), shown: Entry.shown(form), SchoolCalendars(viewer, $0))
      }
      return visit.redirect(to: Way.settings(visit.here), saying: id == nil ? .added : .saved)
    } again: { refusals in
      let now = if let id { Entry.form(try await kept(id, visit)) } else { nil as CalendarForm? }
      return page(
        Entry.self, form, id, visit.here, newID: visit.newID(), token: visit.formToken, now: now, refusals: refusals)
    }
  }

  private static func kept<Entry: CalendarEntry>(_ id: ID<Entry>, _ visit: Visit) async throws -> Entry {
    let viewer = visit.viewer
    guard let entry = try await visit.read({ try Entry.kept(id, SchoolCalendars(viewer, $0)) }) else {
      throw Refusal.notFound()
    }
    return entry
  }

  /// Refused for a conflict, it carries what stands there now, so that sending it again is an answer.
  static func page<Entry: CalendarEntry>(
    _: Entry.Type, _ form: CalendarForm, _ id: ID<Entry>?, _ school: School, newID: ID<Entry>? = nil, token: String,
    now: CalendarForm? = nil, refusals: Refusals = Refusals()
  ) -> FormPage {
    let shown = refusals.isConflict ? now?.shown ?? form.shown : form.shown
    let address = Entry.address(id, school)
    return FormPage(
      title: "\(id == nil ? "Add" : "Change") a \(Entry.noun)", lede: "Both days count.",
      trail: SettingsRoutes.trail(school), part: .school, address: address, token: token,
      hidden: shown.isEmpty ? [] : [HiddenField("shown", shown)], newID: id == nil ? newID?.text : nil,
      fields: Entry.fields(form, refusals),
      button: id == nil ? "Add" : "Save", cancel: Way.settings(school), refusals: refusals,
      compared: refusals.isConflict ? now.map(form.compared) ?? [] : [],
      under: id == nil ? .empty : removal(Entry.removal, address, token))
  }

  private static func removal(_ consequence: String, _ address: Address, _ token: String) -> HTML {
    Details(
      "Take it out",
      body: "<p>\(consequence)</p>\(PostButton("Take it out", to: "\(address)/removal", token: token, style: .danger))"
    ).html
  }
}
