import Components
import Documents
import Domain
import Hummingbird
import Markup
import Store

/// The last look before a strategy is published: what is missing, which texts may name a child, and what anybody will read.
struct PublicationPage: Page {
  let heading: String
  let trail: [Components.Link]
  let missing: [StrategyPage.Finding]
  let names: [StrategyPage.Finding]
  /// What its money says: over- and underspending, what may be counted twice.
  let notes: [StrategyPage.Finding]
  /// Where the budget is another than when governors approved it.
  let approved: String?
  let differences: [String]
  let isFirst: Bool
  let address: Address
  let publicAddress: Address
  let token: String
  let version: Int
  let reading: StrategyReading
  var isTicked = false
  var refusals = Refusals.none

  var title: String { "Publish “\(heading)”" }
  var part: Part? { .strategy }
  var isWide: Bool { true }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader("Publish this strategy", kicker: heading, lede: "What anybody will read, word for word, stands below."))\
    \(if: !missing.isEmpty, "<h2>Still missing</h2><p>It can be published when this is done:</p>\(StrategyWords.list(missing))")\
    \(if: !names.isEmpty, "<h2>Does a text name a child?</h2><p>Anybody will read these. Names of colleagues may stand where they answer for something; a child’s never.</p>\(StrategyWords.list(names))")\
    \(if: approved, { WarningText($0).html })\(if: !notes.isEmpty, "<h2>To look at before</h2><p>None of it stands against publishing.</p>\(StrategyWords.list(notes))")\
    \(if: !isFirst, changes)\(if: missing.isEmpty, form.html)\
    <h2>What anybody will read</h2><div class="as-published">\(reading.html)</div>
    """
  }

  private var changes: HTML {
    """
    <h2>What changes</h2>\(if: differences.isEmpty, "<p>Nothing differs from what is published.</p>")\
    \(if: !differences.isEmpty, "<ul>\(each: differences, { "<li>\($0)</li>" })</ul>")
    """
  }

  private var form: Form {
    Form(
      to: address, token: token,
      body: """
        \(HiddenField("version", String(version)))\
        \(if: !names.isEmpty, Checkbox(Field("names", "I have read these texts, and none of them names a child", error: refusals["names"]), isChosen: isTicked).html)\
        <p>It is kept exactly as it is now, as a page, a PDF and an office document, at \
        <a href="\(publicAddress)">an address for your website</a>. What was published before stays there too.</p>\
        \(Button("Publish it"))
        """)
  }

  static func show(_ visit: Visit) async throws -> Response { visit.page(try await page(visit)) }

  /// Its files are made first, outside any transaction; then it is published if nothing has changed meanwhile.
  static func publish(_ visit: Visit) async throws -> Response {
    let (viewer, school, today) = (visit.viewer, visit.here, visit.today)
    let id = try visit.id("strategy", Strategy.self)
    let (version, hasRead) = (visit.form["version"].flatMap { Int($0) } ?? 0, visit.form.has("names"))
    return try await visit.answering {
      let read = try await visit.read { try Strategies(viewer, $0).read(id, of: school, today: today) }
      let document = read.document(isPublic: true, on: today)
      guard read.check.missing.isEmpty, hasRead || read.check.names.isEmpty, read.strategy.version == version else {
        throw refusal(read, version: version)
      }
      let pdf = try await StrategyFiles.make(.pdf, of: document, visit)
      if let warning = pdf.warning {
        throw Refusal.invalid(
          "The PDF would not be one that everybody can read (PDF/UA-1), so nothing was published. \(warning)")
      }
      let made = Strategies.ToPublish(
        document: document, pdf: pdf.bytes,
        word: try await StrategyFiles.make(.docx, of: document, visit).bytes, version: version)
      _ = try await visit.write {
        try Strategies(viewer, $0).publish(id, made, at: school, readNames: hasRead, today: today)
      }
      return visit.redirect(to: Way.strategy(id, school), saying: .published)
    } again: {
      try await page(visit, $0)
    }
  }

  /// Takes a version off the public page.
  static func withdraw(_ visit: Visit) async throws -> Response {
    let (viewer, id) = (visit.viewer, try visit.id("strategy", Strategy.self))
    guard let number = visit.parameter("number").flatMap({ Int($0) }) else { throw Refusal.notFound() }
    try await visit.write { try Strategies(viewer, $0).withdraw(number, of: id) }
    return visit.redirect(to: Way.strategy(id, visit.here), saying: .withdrawnFromPublic)
  }

  /// What stands against publishing, in the words of the store, which is asked again when it is written.
  private static func refusal(_ read: ReadStrategy, version: Int) -> Refusal {
    if read.strategy.version != version {
      return .conflict("The strategy has changed since you opened this page. This is how it stands now.")
    }
    if !read.check.missing.isEmpty {
      return .conflict("Something is still missing, so nothing was published. The list says what.")
    }
    return .invalid("Read the texts that may name a child once more, and say that none does.", field: "names")
  }

  private static func page(_ visit: Visit, _ refusals: Refusals = .none) async throws -> PublicationPage {
    let (viewer, school, today) = (visit.viewer, visit.here, visit.today)
    let id = try visit.id("strategy", Strategy.self)
    let read = try await visit.read { try Strategies(viewer, $0).read(id, of: school, today: today) }
    var page = PublicationPage(
      read, read.published.first { !$0.isWithdrawn }?.document, token: visit.formToken, today: today)
    page.isTicked = visit.form.has("names")
    page.refusals = refusals
    return page
  }

  init(_ read: ReadStrategy, _ before: StrategyDocument?, token: String, today: Day) {
    let (id, school) = (read.strategy.id, read.school)
    let document = read.document(isPublic: true, on: today)
    func findings(_ all: [StrategyCheck.Finding]) -> [StrategyPage.Finding] {
      all.map { StrategyPage.Finding(sentence: $0.sentence, address: $0.place.address(of: id, school)) }
    }
    heading = read.strategy.details.title
    trail = StrategyWords.trail(read.strategy, school)
    missing = findings(read.check.missing)
    names = findings(read.check.names)
    notes = findings(read.check.notes)
    approved = read.remarks.last(where: \.isApproval).flatMap { approval in
      let now = read.strategy.activities.map { read.budget.of($0.id).total }.sum
      return approval.budget == now
        ? nil
        : "When the governors approved it on \(approval.day.words) the budget was \(approval.budget.words); the map makes it \(now.words) now."
    }
    differences = before.map { StrategyDifference.sentences(published: $0, now: document) } ?? []
    isFirst = before == nil
    address = Way.publication(id, school)
    publicAddress = Way.publicStrategies(urn: school.urn)
    self.token = token
    version = read.strategy.version
    reading = StrategyReading(document)
  }

  static var examples: [PublicationPage] {
    let today = Day(2026, 11, 27)!
    return [PublicationPage(StrategyExamples.read, nil, token: "example", today: today)]
  }
}
