import Components
import Domain
import Hummingbird
import Markup
import Store

/// Putting a cell of the framework into the area's own words, and making a version with other levels.
enum FrameworkActs {
  private struct Found: Sendable {
    let framework: Framework
    let specialism: Specialism
    let cell: Cell
    let text: CellText
  }

  static func show(_ visit: Visit) async throws -> Response {
    let (area, found) = (try visit.thisArea(), try await found(visit))
    return visit.page(page(found.text, found, area, token: visit.formToken))
  }

  static func send(_ visit: Visit) async throws -> Response {
    let (area, viewer, found) = (try visit.thisArea(), visit.areaViewer, try await found(visit))
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    var typed = found.text
    typed.outcome = visit.form.typed("outcome")
    typed.help = visit.form.typed("help")
    typed.examples = visit.form.typed("examples")
    typed.questions = visit.form.typed("questions")
    let text = typed
    return try await visit.answering {
      try await visit.write { try Frameworks(viewer, $0).reword(found.framework, text, version: version) }
      return visit.redirect(
        to: Way.framework(area).asking("specialism", found.specialism.key), saying: .saved)
    } again: { refusals in
      page(text, try await self.found(visit), area, token: visit.formToken, version: version, refusals: refusals)
    }
  }

  static func addLevels(_ visit: Visit) async throws -> Response {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    try await visit.write { connection in
      let frameworks = Frameworks(viewer, connection)
      let all = try frameworks.all()
      guard let newest = all.last, !all.contains(where: { $0.levels.count > 3 }) else {
        throw Refusal.conflict("There is a version with four levels already.")
      }
      try frameworks.copy(
        newest, name: "Five strands, four levels", levels: StandardFramework.fourLevels, from: today)
    }
    return visit.redirect(to: Way.framework(area), saying: .added)
  }

  private static func found(_ visit: Visit) async throws -> Found {
    let (area, viewer) = (try visit.thisArea(), visit.areaViewer)
    let keys = ["specialism", "strand", "level"].map { visit.parameter($0) ?? "" }
    return try await visit.read { connection in
      let frameworks = Frameworks(viewer, connection)
      let own = try AreaParts(area.id, connection).allSpecialisms().first { $0.specialism.key == keys[0] }
      guard let framework = try frameworks.all().last, let own,
        let cell = framework.cell(strand: keys[1], level: keys[2])
      else { throw Refusal.notFound() }
      let text =
        try frameworks.texts(framework, of: own.specialism)[cell]
        ?? CellText(
          specialism: keys[0], strand: keys[1], level: keys[2], outcome: "", help: "", examples: "", questions: "")
      return Found(framework: framework, specialism: own.specialism, cell: cell, text: text)
    }
  }

  private static func page(
    _ text: CellText, _ found: Found, _ area: Area, token: String, version: Int? = nil, refusals: Refusals = .none
  ) -> FormPage {
    let compared: [Compared] =
      refusals.isConflict
      ? Compared.different([
        .init("What is wanted", now: found.text.outcome, typed: text.outcome),
        .init("Help", now: found.text.help, typed: text.help),
        .init("Examples", now: found.text.examples, typed: text.examples),
        .init("Questions", now: found.text.questions, typed: text.questions),
      ]) : []
    return FormPage(
      title: found.framework.name(of: found.cell), kicker: found.specialism.name,
      trail: ProjectWords.trail(area) + [Link("Framework", Way.framework(area))], part: nil, areaPart: .project,
      address: Way.frameworkCell(text.specialism, text.strand, text.level, area), token: token,
      version: refusals.isConflict ? found.framework.version : version ?? found.framework.version,
      fields: """
        \(TextArea(Field("outcome", "What is wanted here", error: refusals["outcome"]), value: text.outcome, rows: 3))\
        \(TextArea(Field("help", "What belongs here", error: refusals["help"], isOptional: true), value: text.help, rows: 4))\
        \(TextArea(Field("examples", "Good entries", hint: "One a line.", error: refusals["examples"], isOptional: true), value: text.examples, rows: 5))\
        \(TextArea(Field("questions", "Questions to check one’s answer by", hint: "One a line.", error: refusals["questions"], isOptional: true), value: text.questions, rows: 4))
        """, button: "Save", cancel: Way.framework(area), refusals: refusals, compared: compared)
  }
}
