import Components
import Domain
import Hummingbird
import Markup
import Store

/// A round as it is typed.
struct RoundForm: Sendable {
  var name = ""
  var from: String
  var until = ""
  var framework = ""

  init(today: Day) { from = today.words }

  init(_ round: Round) {
    name = round.name
    from = round.from.words
    until = round.until?.words ?? ""
    framework = round.framework.text
  }

  init(_ sent: SentForm) {
    name = sent.typed("name")
    from = sent.typed("from")
    until = sent.typed("until")
    framework = sent.typed("framework")
  }

  func days() throws -> (from: Day, until: Day?) {
    var refusals = Refusals()
    let first = refusals.day(from, at: "from", "the first day")
    let last = refusals.dayOrNone(until, at: "until", "the last day")
    try refusals.throwIfAny()
    guard let first else { throw refusals }
    return (first, last)
  }

  /// `frameworks`: to choose from for a new round; none where it has one already.
  func fields(_ frameworks: [Framework], _ refusals: Refusals) -> HTML {
    """
    \(TextInput(Field("name", "Name", hint: "Such as Autumn 2026.", error: refusals["name"], isOptional: true), value: name, limit: 100))\
    <div class="side-by-side">\
    \(DateInput(Field("from", "First day", hint: DateInput.hint, error: refusals["from"]), value: from))\
    \(DateInput(Field("until", "Last day", hint: "Leave it empty: until you close it.", error: refusals["until"], isOptional: true), value: until))</div>\
    \(if: !frameworks.isEmpty, Select(
      Field("framework", "Framework", error: refusals["framework"]),
      frameworks.reversed().map { Choice($0.id.text, "\($0.name) (version \($0.number))") }, selected: framework).html)
    """
  }

  func compared(with now: RoundForm) -> [Compared] {
    Compared.different([
      .init("Name", now: now.name, typed: name), .init("First day", now: now.from, typed: from),
      .init("Last day", now: now.until, typed: until),
    ])
  }
}

enum RoundActs {
  static func new(_ visit: Visit) async throws -> Response {
    let (area, viewer) = (try visit.thisArea(), visit.areaViewer)
    let frameworks = try await visit.read { try Frameworks(viewer, $0).all() }
    return visit.page(page(RoundForm(today: visit.today), nil, area, frameworks, token: visit.formToken))
  }

  static func add(_ visit: Visit) async throws -> Response {
    let (area, viewer, form) = (try visit.thisArea(), visit.areaViewer, RoundForm(visit.form))
    return try await visit.answering {
      let days = try form.days()
      guard let framework = ID<Framework>(form.framework) else {
        throw Refusal.invalid("Choose a framework.", field: "framework")
      }
      try await visit.write { connection in
        _ = try Frameworks(viewer, connection).find(framework)
        try Rounds(viewer, connection).add(name: form.name, framework: framework, from: days.from, until: days.until)
      }
      return visit.redirect(to: Way.project(area), saying: .added)
    } again: { refusals in
      let frameworks = try await visit.read { try Frameworks(viewer, $0).all() }
      return page(form, nil, area, frameworks, token: visit.formToken, refusals: refusals)
    }
  }

  static func show(_ visit: Visit) async throws -> Response {
    let (area, round) = (try visit.thisArea(), try await found(visit))
    return visit.page(page(RoundForm(round), round, area, [], token: visit.formToken))
  }

  static func change(_ visit: Visit) async throws -> Response {
    let (area, viewer, form) = (try visit.thisArea(), visit.areaViewer, RoundForm(visit.form))
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    let round = try await found(visit)
    return try await visit.answering {
      let days = try form.days()
      try await visit.write {
        try Rounds(viewer, $0)
          .change(round.id, name: form.name, from: days.from, until: days.until, version: version)
      }
      return visit.redirect(to: Way.project(area), saying: .saved)
    } again: { refusals in
      page(form, try await found(visit), area, [], token: visit.formToken, version: version, refusals: refusals)
    }
  }

  static func close(_ visit: Visit) async throws -> Response {
    let (area, viewer, round) = (try visit.thisArea(), visit.areaViewer, try await found(visit))
    try await visit.write { try Rounds(viewer, $0).close(round.id) }
    return visit.redirect(to: Way.project(area), saying: .roundClosed)
  }

  private static func found(_ visit: Visit) async throws -> Round {
    let (viewer, id) = (visit.areaViewer, try visit.id("round", Round.self))
    return try await visit.read { try Rounds(viewer, $0).find(id) }
  }

  static func page(
    _ form: RoundForm, _ round: Round?, _ area: Area, _ frameworks: [Framework], token: String, version: Int? = nil,
    refusals: Refusals = .none
  ) -> FormPage {
    FormPage(
      title: round.map { "Change \($0.title)" } ?? "Open the next round", kicker: area.details.title,
      trail: ProjectWords.trail(area), part: nil, areaPart: .project,
      address: round.map { Way.round($0.id, area) } ?? Way.newRound(area), token: token,
      version: refusals.isConflict ? round?.version : version ?? round?.version,
      fields: form.fields(frameworks, refusals), button: round == nil ? "Open it" : "Save", cancel: Way.project(area),
      refusals: refusals, compared: refusals.isConflict ? round.map { form.compared(with: RoundForm($0)) } ?? [] : [],
      under: round.map { closing($0, area, token) } ?? .empty)
  }

  private static func closing(_ round: Round, _ area: Area, _ token: String) -> HTML {
    if round.isClosed { return "<p>This round is closed, and stays as it was.</p>" }
    return Details(
      "Close this round",
      body: """
        <p>Nothing in it can be added or changed afterwards. Drafts stay drafts, and can be copied into the next round.</p>\
        \(PostButton("Close \(round.title)", to: Way.closeRound(round.id, area), token: token, style: .danger))
        """
    ).html
  }
}
