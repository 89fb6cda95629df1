import Components
import Domain
import Hummingbird
import Markup
import Store

/// The principles by which the school works, as it wrote them down or pasted them in.
struct PrinciplesPage: Page {
  struct Item: Sendable {
    let id: String
    let text: String
    let source: String
    let days: String
    let address: Address
    let isOver: Bool
  }

  let trail: [Components.Link]
  let items: [Item]
  let address: Address
  let token: String
  let today: String
  var words = ""
  var source = ""
  var from = ""
  var refusals = Refusals.none

  let title = "Principles"
  var part: Part? { .strategy }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: "What the school’s activities follow. Each keeps its source and its days."))\
    <p>The Department for Education names seven principles of inclusion for strategies under the Inclusive Mainstream Fund. \
    Paste them here from its guidance, one a line, and say where they are from; write your own beside them.</p>\
    \(if: items.isEmpty, "<p class=\"soft\">None yet.</p>")\(if: !items.isEmpty, "<ol class=\"principles\">\(each: items, draw)</ol>")\
    <h2>Add some</h2>\(Form(to: address, token: token, asksBeforeLeaving: true, body: form))
    """
  }

  private func draw(_ item: Item) -> HTML {
    """
    <li\(if: item.isOver, " class=\"soft\"")><p>\(item.text)</p><p class="soft">\(if: !item.source.isEmpty, "\(item.source) · ")\(item.days)</p>\
    \(if: !item.isOver, Details("Change it, end it or take it out", body: ending(item)).html)</li>
    """
  }

  private func ending(_ item: Item) -> HTML {
    """
    \(Form(
      to: "\(item.address)/correction", token: token,
      body: """
        \(TextArea(Field("text", "What it says", error: refusals["text-\(item.id)"], id: "text-\(item.id)"), value: item.text, rows: 2, limit: 500))\
        \(TextInput(Field("source", "Where it is from", isOptional: true, id: "source-\(item.id)"), value: item.source, width: .full, limit: 300))\
        \(Button("Save this principle", style: .quiet))
        """))\
    \(Form(
      to: "\(item.address)/end", token: token,
      body: "\(DateInput(Field("until", "Last day", id: "until-\(item.id)"), value: today))\(Button("End this principle", style: .quiet))"))\
    \(PostButton("It was written by mistake: take it out", to: "\(item.address)/removal", token: token))
    """
  }

  private var form: HTML {
    """
    \(TextArea(Field("principles", "Principles", hint: "One a line. Numbers and bullets before them are left out.", error: refusals["principles"]), value: words, rows: 7))\
    \(TextInput(Field("source", "Where they are from", hint: "For example: Department for Education guidance of July 2026. Empty: the school’s own.", error: refusals["source"], isOptional: true), value: source, width: .full, limit: 300))\
    \(DateInput(Field("from", "From", hint: DateInput.hint, error: refusals["from"]), value: from))\
    \(Button("Add these"))
    """
  }

  static func show(_ visit: Visit) async throws -> Response { visit.page(try await page(visit)) }

  static func page(_ visit: Visit, _ refusals: Refusals = .none) async throws -> PrinciplesPage {
    let viewer = visit.viewer
    let all = try await visit.read { try Principles(viewer, $0).all() }
    var page = PrinciplesPage(all, visit.here, token: visit.formToken, today: visit.today)
    if visit.request.method == .post, visit.form.has("principles") {
      page.words = visit.form.typed("principles")
      page.source = visit.form.typed("source")
      page.from = visit.form.typed("from")
    }
    page.refusals = refusals
    return page
  }

  init(_ all: [Principle], _ school: School, token: String, today: Day) {
    trail = StrategyWords.trail(school)
    items = all.map { one in
      Item(
        id: one.id.text, text: one.text, source: one.source,
        days: one.span.until.map { "\(one.span.from.words) to \($0.words)" } ?? "from \(one.span.from.words)",
        address: Way.principle(one.id, school), isOver: one.span.until.map { $0 < today } ?? false)
    }
    address = Way.principles(school)
    self.token = token
    self.today = today.words
    from = today.words
  }

  static var examples: [PrinciplesPage] {
    let day = Day(2026, 11, 27)!
    return [
      PrinciplesPage(StrategyExamples.principles, StrategyExamples.school, token: "example", today: day),
      PrinciplesPage([], StrategyExamples.school, token: "example", today: day),
    ]
  }
}

enum PrincipleActs {
  static func add(_ visit: Visit) async throws -> Response {
    let (viewer, form) = (visit.viewer, visit.form)
    return try await visit.answering {
      var refusals = Refusals()
      guard let day = refusals.day(form.typed("from"), at: "from", "the first day") else { throw refusals }
      _ = try await visit.write {
        try Principles(viewer, $0).add(form.typed("principles"), source: form.typed("source"), from: day)
      }
      return visit.redirect(to: Way.principles(visit.here), saying: .added)
    } again: {
      try await PrinciplesPage.page(visit, $0)
    }
  }

  static func correct(_ visit: Visit) async throws -> Response {
    let (viewer, id, form) = (visit.viewer, try visit.id("principle", Principle.self), visit.form)
    return try await visit.answering {
      try await visit.write {
        try Principles(viewer, $0).correct(id, form.typed("text"), source: form.typed("source"))
      }
      return visit.redirect(to: Way.principles(visit.here), saying: .corrected)
    } again: {
      try await PrinciplesPage.page(visit, $0)
    }
  }

  static func end(_ visit: Visit) async throws -> Response {
    let (viewer, id, typed) = (visit.viewer, try visit.id("principle", Principle.self), visit.form.typed("until"))
    _ = try await visit.read { try Principles(viewer, $0).find(id) }
    return try await visit.answering {
      var refusals = Refusals()
      guard let day = refusals.day(typed, at: "until-\(id.text)", "the last day") else { throw refusals }
      try await visit.write { try Principles(viewer, $0).end(id, on: day) }
      return visit.redirect(to: Way.principles(visit.here), saying: .ended)
    } again: {
      try await PrinciplesPage.page(visit, $0)
    }
  }

  static func remove(_ visit: Visit) async throws -> Response {
    let (viewer, id) = (visit.viewer, try visit.id("principle", Principle.self))
    return try await visit.answering {
      try await visit.write { try Principles(viewer, $0).remove(id) }
      return visit.redirect(to: Way.principles(visit.here), saying: .removed)
    } again: {
      try await PrinciplesPage.page(visit, $0)
    }
  }
}
