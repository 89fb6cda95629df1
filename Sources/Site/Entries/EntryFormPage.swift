import Components
import Domain
import Markup
import Store

/// Adding or changing an entry: what happens, the cells that it serves with what is wanted there, and all else folded.
struct EntryFormPage: Page {
  /// What is wanted in a cell, for the specialism at hand.
  struct Help: Sendable {
    let key: String
    let name: String
    let outcome: String
    let help: String
    let examples: [String]
    let questions: [String]
    /// Ticked, or the one from which the form was opened.
    let isOpen: Bool
  }

  let title: String
  let lede: String
  let trail: [Components.Link]
  let address: Address
  let token: String
  let cancel: Address
  let form: EntryForm
  let grid: CellGrid
  let helps: [Help]
  /// The specialism whose words are shown.
  let specialism: String
  let specialisms: [Choice]
  let localities: [Choice]
  /// The id that something new is to have; nil for one that is there.
  var newID: String?
  var version: Int?
  /// Where drafts are kept while typing; nil for what is on the map already.
  var drafts: Address?
  var nudges: [EntryNudge] = []
  var refusals = Refusals.none
  var compared: [Compared] = []

  var areaPart: AreaPart? { .entries }
  var isWide: Bool { true }
  var hasErrors: Bool { !refusals.isEmpty }

  static var examples: [EntryFormPage] { EntryExamples.forms }
}

extension EntryFormPage {
  /// The texts of `specialism` stand in the grid and below it. `opened` is the cell from which the form was opened.
  init(
    _ form: EntryForm, _ here: EntrySurroundings, _ framework: Framework, texts: [Domain.Cell: CellText],
    specialism: Specialism?, opened: String? = nil, title: String, trail: [Components.Link], address: Address,
    token: String, cancel: Address
  ) {
    let error = here.isOpen ? nil : "Entries are not taken today: \(here.round.title) is not open."
    self.title = title
    lede = error ?? "\(here.round.title)\(here.own.map { " · for \($0.name)" } ?? "")"
    self.trail = trail
    self.address = address
    self.token = token
    self.cancel = cancel
    self.form = form
    grid = CellGrid("Strands and levels: tick every cell that it serves", framework) { cell in
      let key = framework.key(of: cell)
      let isTicked = form.cells.contains(key)
      return (
        """
        <span class="option"><input type="checkbox" name="cells" id="cell-\(key)" value="\(key)"\(if: isTicked, " checked")>\
        <label for="cell-\(key)"><b>\(framework.levels[cell.level].name)</b><span class="unseen"> \
        \(framework.strands[cell.strand].name): </span>\(if: texts[cell]?.outcome, { "<span class=\"outcome\">\($0)</span>" })</label></span>
        """, isTicked ? .answered : nil
      )
    }
    helps = framework.cells.compactMap { cell in
      let key = framework.key(of: cell)
      guard let text = texts[cell] else { return nil }
      return Help(
        key: key, name: framework.name(of: cell), outcome: text.outcome, help: text.help,
        examples: Self.lines(text.examples),
        questions: Self.lines(text.questions), isOpen: key == opened || (opened == nil && form.cells.min() == key))
    }
    self.specialism = specialism?.name ?? ""
    specialisms = here.specialisms.map { Choice($0.specialism.key, $0.specialism.name) }
    localities = here.localities.map { Choice($0.id.text, $0.name) }
  }

  static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}
