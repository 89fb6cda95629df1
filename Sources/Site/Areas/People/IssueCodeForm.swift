import Components
import Domain
import Hummingbird
import Markup
import Store

/// Putting another code in the place of the one in force.
enum IssueCodeForm {
  static func show(_ visit: Visit) async throws -> Response { visit.page(try page(visit)) }

  static func send(_ visit: Visit) async throws -> Response {
    let (area, viewer, form) = (try visit.thisArea(), visit.areaViewer, visit.form)
    return try await visit.answering {
      var refusals = Refusals()
      let code = refusals.taking { () throws(Refusal) in try chosen(form) }
      let lastDay = refusals.day(form, "last-day")
      if let lastDay, lastDay < visit.today { refusals.add("The last day has passed already.", field: "last-day") }
      let typed = form["most-uses"]
      let mostUses = typed.flatMap { Int($0) }
      if typed != nil, mostUses == nil { refusals.add("Give a whole number, such as 200.", field: "most-uses") }
      try refusals.throwIfAny()
      guard let code else { return visit.page(try page(visit)) }
      try await visit.write { try JoinCodes(viewer, $0).issue(code, lastDay: lastDay, mostUses: mostUses) }
      return visit.redirect(to: Way.code(area), saying: .codeIssued)
    } again: { refusals in
      try page(visit, refusals)
    }
  }

  /// What was typed; one that we make where nothing was.
  private static func chosen(_ form: SentForm) throws(Refusal) -> JoinCode {
    if let typed = form["code"] { return try JoinCode(chosen: typed) }
    var generator = SystemRandomNumberGenerator()
    return JoinCode.new(using: &generator)
  }

  private static func page(_ visit: Visit, _ refusals: Refusals = .none) throws -> FormPage {
    let area = try visit.thisArea()
    return page(
      visit.form, address: Way.newCode(area), cancel: Way.code(area),
      trail: PeopleTabs.trail(area) + [Link("Code", Way.code(area))], token: visit.formToken, refusals)
  }

  static func page(
    _ form: SentForm, address: Address, cancel: Address, trail: [Components.Link], token: String,
    _ refusals: Refusals = .none
  ) -> FormPage {
    FormPage(
      title: "Put another code in place",
      lede: "The code in force stops working at once. Whoever has joined already stays in.", trail: trail, part: nil,
      areaPart: .people, address: address, token: token,
      fields: """
        \(TextInput(Field("code", "A code of your own", hint: "Ten characters or more; hyphens and other marks may stand in it. Leave it empty, and we make one that is easily read aloud.", error: refusals["code"], isOptional: true), value: form["code"] ?? "", autocomplete: "off", limit: 60))\
        \(DateInput(Field("last-day", "Last day", hint: DateInput.hint, error: refusals["last-day"], isOptional: true), value: form["last-day"] ?? ""))\
        \(NumberInput(Field("most-uses", "How many people can join with it at most", error: refusals["most-uses"], isOptional: true), value: form["most-uses"] ?? "", unit: "people"))
        """, button: "Put it in place", cancel: cancel, refusals: refusals)
  }
}
