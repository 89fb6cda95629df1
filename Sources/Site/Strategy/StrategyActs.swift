import Components
import Domain
import Hummingbird
import Markup
import Store

/// What is typed about a strategy as a whole.
struct StrategyForm: Sendable {
  var title = "Inclusion strategy"
  var from = ""
  var until = ""
  var owner = ""
  var reviews = ""
  var approach = ""
  var needs = ""

  /// A new one: the school year of today, or the next one from June on, reviewed before it ends.
  init(on today: Day) {
    let year = AcademicYear(containing: today + 92)
    from = year.period.from.words
    until = year.period.until.words
    reviews = (year.period.until - 45).words
  }

  init(_ details: StrategyDetails) {
    title = details.title
    from = details.period.from.words
    until = details.period.until.words
    owner = details.owner
    reviews = details.reviewDays.map(\.words).joined(separator: "\n")
    approach = details.approach
    needs = details.needs
  }

  init(_ sent: SentForm) {
    title = sent.typed("title")
    from = sent.typed("from")
    until = sent.typed("until")
    owner = sent.typed("owner")
    reviews = sent.typed("reviews")
    approach = sent.typed("approach")
    needs = sent.typed("needs")
  }

  /// What was typed, or everything that cannot be taken.
  func details() throws -> StrategyDetails {
    var refusals = Refusals()
    let first = refusals.day(from, at: "from", "the first day")
    let last = refusals.day(until, at: "until", "the last day")
    let days = reviewDays(&refusals)
    guard let first, let last else { throw refusals }
    guard let period = Period(first, last) else {
      refusals.add("The last day is before the first.", field: "until")
      throw refusals
    }
    let details = StrategyDetails(
      title: title, period: period, owner: owner, reviewDays: days, approach: approach, needs: needs)
    do {
      _ = try details.checked()
    } catch {
      refusals.all += error.all
    }
    try refusals.throwIfAny()
    return details
  }

  /// One a line; what stands behind a day on its line is refused, not passed over.
  private func reviewDays(_ refusals: inout Refusals) -> [Day] {
    reviews.replacing(" and ", with: "\n").split(whereSeparator: { $0.isNewline || $0 == ";" })
      .map { String($0).trimmingSpaces }.filter { !$0.isEmpty }.compactMap { line in
        if line.split(whereSeparator: { $0 == " " || $0 == "," }).count > 3 {
          refusals.add("Write one day of review a line, such as 14 July 2027.", field: "reviews")
          return nil
        }
        return refusals.day(line, at: "reviews", "a day of review")
      }
  }

  func fields(_ refusals: Refusals) -> HTML {
    """
    \(TextInput(Field("title", "Title", error: refusals["title"]), value: title, width: .full, limit: 200))\
    <div class="side-by-side">\
    \(DateInput(Field("from", "First day", hint: DateInput.hint, error: refusals["from"]), value: from))\
    \(DateInput(Field("until", "Last day", hint: "Several years are allowed, where each is reviewed.", error: refusals["until"]), value: until))</div>\
    \(TextInput(Field("owner", "Who answers for it", hint: "A role rather than a name: Head teacher.", error: refusals["owner"]), value: owner, width: .full, limit: 200))\
    \(TextArea(Field("reviews", "Days of review", hint: "One a line; at least one for every school year.", error: refusals["reviews"]), value: reviews, rows: 3))\
    \(TextArea(Field("approach", "Our approach to inclusion", hint: "How the school lowers barriers to learning and to taking part, in a few paragraphs that parents can read.", error: refusals["approach"], isOptional: true), value: approach, rows: 8, limit: 10_000))\
    \(TextArea(Field("needs", "What our pupils are expected to need", hint: "Trellis adds how many pupils have which need today, without small numbers.", error: refusals["needs"], isOptional: true), value: needs, rows: 6, limit: 10_000))
    """
  }

  func compared(with now: StrategyForm) -> [Compared] {
    Compared.different([
      .init("Title", now: now.title, typed: title), .init("First day", now: now.from, typed: from),
      .init("Last day", now: now.until, typed: until), .init("Who answers for it", now: now.owner, typed: owner),
      .init("Days of review", now: now.reviews, typed: reviews),
      .init("Our approach", now: now.approach, typed: approach),
      .init("What pupils need", now: now.needs, typed: needs),
    ])
  }
}

/// Begins, changes and takes back a strategy.
enum StrategyActs {
  static func new(_ visit: Visit) async throws -> Response {
    visit.page(page(nil, StrategyForm(on: visit.today), visit))
  }

  static func begin(_ visit: Visit) async throws -> Response {
    let (form, viewer, id) = (StrategyForm(visit.form), visit.viewer, visit.newID(Strategy.self))
    return try await visit.answering {
      let details = try form.details()
      try await visit.write { _ = try Strategies(viewer, $0).add(details, id: id) }
      return visit.redirect(to: Way.strategy(id, visit.here), saying: .added)
    } again: {
      page(nil, form, visit, $0)
    }
  }

  static func show(_ visit: Visit) async throws -> Response {
    let strategy = try await find(visit)
    return visit.page(page(strategy, StrategyForm(strategy.details), visit))
  }

  static func change(_ visit: Visit) async throws -> Response {
    let (form, viewer, id) = (StrategyForm(visit.form), visit.viewer, try visit.id("strategy", Strategy.self))
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    return try await visit.answering {
      let details = try form.details()
      try await visit.write { try Strategies(viewer, $0).change(id, to: details, version: version) }
      return visit.redirect(to: Way.strategy(id, visit.here), saying: .saved)
    } again: {
      page(try await find(visit), form, visit, version: version, $0)
    }
  }

  static func remove(_ visit: Visit) async throws -> Response {
    let (viewer, id) = (visit.viewer, try visit.id("strategy", Strategy.self))
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    try await visit.write { try Strategies(viewer, $0).remove(id, version: version) }
    return visit.redirect(to: Way.strategies(visit.here), saying: .removed)
  }

  static func find(_ visit: Visit) async throws -> Strategy {
    let (viewer, id) = (visit.viewer, try visit.id("strategy", Strategy.self))
    return try await visit.read { try Strategies(viewer, $0).find(id) }
  }

  private static func page(
    _ strategy: Strategy?, _ form: StrategyForm, _ visit: Visit, version: Int? = nil, _ refusals: Refusals = .none
  ) -> FormPage {
    page(
      strategy, form, visit.here, newID: strategy == nil ? visit.newID(Strategy.self) : nil, token: visit.formToken,
      version: version, refusals)
  }

  static func page(
    _ strategy: Strategy?, _ form: StrategyForm, _ school: School, newID: ID<Strategy>? = nil, token: String,
    version: Int? = nil, _ refusals: Refusals = .none
  ) -> FormPage {
    FormPage(
      title: strategy == nil ? "Begin an inclusion strategy" : "Change the strategy",
      lede: strategy == nil
        ? "You choose its activities from the school’s map afterwards; their costs come along." : nil,
      trail: strategy.map { StrategyWords.trail($0, school) } ?? StrategyWords.trail(school), part: .strategy,
      address: strategy.map { Way.changeStrategy($0.id, school) } ?? Way.newStrategy(school), token: token,
      version: refusals.isConflict ? strategy?.version : version ?? strategy?.version, newID: newID?.text,
      fields: form.fields(refusals), button: strategy == nil ? "Begin" : "Save",
      cancel: strategy.map { Way.strategy($0.id, school) } ?? Way.strategies(school), refusals: refusals,
      compared: refusals.isConflict ? strategy.map { form.compared(with: StrategyForm($0.details)) } ?? [] : [])
  }
}
