import Components
import Domain
import Hummingbird
import Markup
import Store

/// What is wanted in each cell of the framework, for one specialism: to read for everybody who takes part, and to put into
/// the area's own words for coordinators.
struct FrameworkPage: Page {
  struct Entry: Sendable {
    let strand: String
    let level: String
    let outcome: String
    let help: String
    let examples: [String]
    let questions: [String]
    /// Where it is changed; nil where the viewer may not.
    let address: Address?
  }

  let heading: String
  let version: String
  let specialisms: [Components.Link]
  let strands: [(name: String, aim: String)]
  let levels: [(name: String, meaning: String)]
  let cells: [Entry]
  /// Where a version with four levels is made; nil where there is one, or the viewer may not.
  let fourLevels: Address?
  let token: String
  let trail: [Components.Link]

  var title: String { "Framework" }
  var areaPart: AreaPart? { .project }

  var body: HTML {
    """
    \(PageHeader(title, kicker: heading, lede: version))\
    <nav class="tabs" aria-label="Specialisms"><ul>\(each: specialisms, { "<li>\($0)</li>" })</ul></nav>\
    <section aria-labelledby="levels"><h2 id="levels">Levels</h2><dl>\(each: levels, { "<dt>\($0.name)</dt><dd>\($0.meaning)</dd>" })</dl></section>\
    \(each: strands, draw)\(if: fourLevels, levelsForm)
    """
  }

  private func draw(_ strand: (name: String, aim: String)) -> HTML {
    """
    <section aria-label="\(strand.name)"><h2>\(strand.name)</h2><p>\(strand.aim)</p>\
    \(each: cells.filter { $0.strand == strand.name }, draw)</section>
    """
  }

  private func draw(_ cell: Entry) -> HTML {
    """
    <h3>\(cell.level)</h3><p>\(cell.outcome)</p>\
    \(Details("What belongs here", body: """
      <p>\(cell.help)</p>\(if: !cell.examples.isEmpty, "<p>For example:</p><ul>\(each: cell.examples, { "<li>\($0)</li>" })</ul>")\
      \(if: !cell.questions.isEmpty, "<p>Ask yourself:</p><ul>\(each: cell.questions, { "<li>\($0)</li>" })</ul>")
      """))\
    \(if: cell.address, { "<p><a href=\"\($0)\">Put it into other words<span class=\"unseen\">: \(cell.strand), \(cell.level)</span></a></p>" })
    """
  }

  private func levelsForm(_ address: Address) -> HTML {
    Details(
      "Use four levels",
      body: """
        <p>Makes a copy of this framework with Targeted Plus between Targeted and Specialist. The next round can use it; \
        what was entered before is counted under the level that it had.</p>\
        \(PostButton("Make a version with four levels", to: address, token: token))
        """
    ).html
  }

  static func show(_ visit: Visit) async throws -> Response {
    let (area, viewer) = (try visit.thisArea(), visit.areaViewer)
    let asked = visit.query("specialism")
    let (token, address) = (visit.formToken, Way.framework(area))
    return visit.page(
      try await visit.read { connection in
        let specialisms = try AreaParts(area.id, connection).specialisms()
        let frameworks = Frameworks(viewer, connection)
        let all = try frameworks.all()
        guard let framework = all.last,
          let chosen = specialisms.first(where: { $0.specialism.key == asked }) ?? specialisms.first
        else { throw Refusal.notFound() }
        let texts = try frameworks.texts(framework, of: chosen.specialism)
        let mayChange = viewer.mayAll(.do, .project)
        let hasFour = all.contains { $0.levels.count > 3 }
        return FrameworkPage(
          heading: area.details.title, version: "\(framework.name), version \(framework.number)",
          specialisms: specialisms.map { own in
            Components.Link(
              own.specialism.name, address.asking("specialism", own.specialism.key),
              isCurrent: own.position == chosen.position)
          }, strands: framework.strands.map { ($0.name, $0.aim) },
          levels: framework.levels.map { ($0.name, $0.meaning) },
          cells: framework.strands.indices.flatMap { strand in
            framework.levels.indices.compactMap { level in
              texts[Cell(strand: strand, level: level)].map {
                Entry($0, framework, Cell(strand: strand, level: level), area, mayChange: mayChange)
              }
            }
          }, fourLevels: mayChange && !hasFour ? Way.frameworkLevels(area) : nil, token: token,
          trail: mayChange ? ProjectWords.trail(area) : [])
      })
  }

  static var examples: [FrameworkPage] {
    let texts = StandardFramework.texts(StandardFramework.threeLevels).filter { $0.specialism == "slcn" }
    let framework = ProjectExamples.framework
    return [
      FrameworkPage(
        heading: ProjectExamples.area.details.title, version: "Five strands, three levels, version 1",
        specialisms: [
          Link("Speech, language and communication", "/areas/northvale-speech/project/framework", isCurrent: true)
        ],
        strands: framework.strands.map { ($0.name, $0.aim) }, levels: framework.levels.map { ($0.name, $0.meaning) },
        cells: texts.compactMap { text in
          framework.cell(strand: text.strand, level: text.level).map {
            Entry(text, framework, $0, ProjectExamples.area, mayChange: true)
          }
        }, fourLevels: "/areas/northvale-speech/project/framework/levels", token: "example", trail: [])
    ]
  }
}

extension FrameworkPage.Entry {
  init(_ text: CellText, _ framework: Framework, _ cell: Cell, _ area: Area, mayChange: Bool) {
    strand = framework.strands[cell.strand].name
    level = framework.levels[cell.level].name
    outcome = text.outcome
    help = text.help
    examples = text.examples.split(separator: "\n").map(String.init)
    questions = text.questions.split(separator: "\n").map(String.init)
    address = mayChange ? Way.frameworkCell(text.specialism, text.strand, text.level, area) : nil
  }
}
