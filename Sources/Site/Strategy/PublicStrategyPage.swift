import Components
import Documents
import Domain
import Hummingbird
import Markup
import Store

/// What a school has published of its inclusion strategies, for anybody. Nothing else of the school is public.
struct PublicStrategyPage: Page {
  let school: String
  let heading: String
  let lede: String
  /// Set over a version that another one has replaced.
  let replaced: Components.Link?
  let reading: StrategyReading
  let files: [Components.Link]
  let versions: [Components.Link]

  var title: String { "\(heading), \(school)" }
  var isWide: Bool { true }

  var body: HTML {
    """
    \(PageHeader(heading, kicker: school, lede: lede, actions: files.map { LinkButton($0.label, $0.address, style: .quiet, isDownload: true).html }))\
    \(if: replaced, { InsetText("<p>This is an earlier version. \($0)</p>").html })\(reading.html)\
    \(if: versions.count > 1, "<h2>All versions</h2><ul>\(each: versions, { "<li>\($0)</li>" })</ul>")
    """
  }

  /// `GET /inclusion-strategy/{school}`: the newest; with a number that version.
  static func show(_ visit: Visit) async throws -> Response {
    let urn = visit.parameter("school") ?? ""
    let number = try number(visit)
    let (all, shown) = try await visit.read { connection in
      guard let editions = try StrategyEditions(publicOf: urn, connection) else { throw Refusal.notFound() }
      let all = try editions.all()
      guard let shown = number == nil ? all.first : all.first(where: { $0.number == number }) else {
        throw Refusal.notFound()
      }
      return (all, shown)
    }
    return visit.page(PublicStrategyPage(shown, among: all))
  }

  /// `GET /inclusion-strategy/{school}/{number}/strategy.pdf` and `.docx`: the bytes as they were published.
  static func send(_ file: StrategyFile, _ visit: Visit) async throws -> Response {
    let urn = visit.parameter("school") ?? ""
    guard let number = try number(visit) else { throw Refusal.notFound() }
    let (bytes, document) = try await visit.read { connection in
      guard let editions = try StrategyEditions(publicOf: urn, connection) else { throw Refusal.notFound() }
      let kept: StrategyEditions.File = file == .pdf ? .pdf : .word
      return (try editions.file(kept, of: number), try editions.find(number).document)
    }
    return visit.file(bytes, name: file.name(of: document), type: file.type, isInline: file == .pdf)
  }

  /// Nil where the address has none.
  private static func number(_ visit: Visit) throws -> Int? {
    guard let text = visit.parameter("number") else { return nil }
    guard let number = Int(text), (1...100_000).contains(number) else { throw Refusal.notFound() }
    return number
  }

  init(_ shown: StrategyEdition, among all: [StrategyEdition]) {
    let (document, urn) = (shown.document, shown.document.urn)
    school = document.school
    heading = document.title
    lede = "\(document.period.words) · published on \(shown.day.words)"
    let newest = all.first
    replaced = newest.flatMap {
      $0.number == shown.number ? nil : Link("Read the newest", Way.publicStrategies(urn: urn))
    }
    reading = StrategyReading(document)
    files = [
      Link("As PDF", Way.publicStrategyFile(.pdf, shown.number, urn: urn)),
      Link("As a Word document", Way.publicStrategyFile(.docx, shown.number, urn: urn)),
    ]
    versions = all.map { edition in
      Link(
        "Version \(edition.number): \(edition.document.title), \(edition.document.period.words), published on \(edition.day.words)",
        Way.publicStrategy(edition.number, urn: urn), isCurrent: edition.number == shown.number)
    }
  }

  static var examples: [PublicStrategyPage] {
    [PublicStrategyPage(StrategyExamples.edition, among: [StrategyExamples.edition])]
  }
}
