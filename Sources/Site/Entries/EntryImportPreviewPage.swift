import Components
import Domain
import Exchange
import Markup

/// What a file of entries would do; what is asked; the columns as they were read. Afterwards what it did.
struct EntryImportPreviewPage: Page {
  struct Column: Sendable {
    let heading: String
    let examples: String
    let chosen: String
  }

  let fileName: String
  let lede: String
  let address: Address
  let back: Address
  let token: String
  let fields: [Choice]
  let columns: [Column]
  /// Nil where a column has to be named first.
  let preview: Exchange.ImportPreview?
  let questions: [UnsureItem]
  let answers: [String: String]
  let fingerprint: String
  let skipsRefused: Bool
  let closesDemonstration: Bool
  /// What was written; nil before.
  let counts: String?
  var refusals = Refusals.none

  var title: String { counts == nil ? "What this file would do" : "The file is brought in" }
  var areaPart: AreaPart? { .entries }
  var trail: [Components.Link] { [Link("Entries", back)] }
  var isWide: Bool { true }
  var hasErrors: Bool { !refusals.isEmpty }

  static let most = 300

  static var examples: [EntryImportPreviewPage] { EntryExamples.previews }
}

extension EntryImportPreviewPage {
  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, kicker: fileName, lede: lede))\
    \(if: counts, { done($0) })\(if: counts == nil, before)
    """
  }

  private func done(_ counts: String) -> HTML {
    "<p>\(counts.uppercasedFirst).</p>\(LinkButton("To the entries", back))"
  }

  private var before: HTML {
    """
    \(Details("Columns: how we read your file", isOpen: preview == nil || !columnErrors.isEmpty, body: mapping))\
    \(if: preview, draw)\(PostButton("Give it up", to: "\(address)/removal", token: token))
    """
  }

  private var columnErrors: [Refusal] { refusals.all.filter { $0.field?.hasPrefix("column-") == true } }

  private var mapping: HTML {
    Components.Form(
      to: "\(address)/columns", token: token,
      body: """
        \(TableFrame("Columns of your file", """
          <table><caption class="unseen">Columns of your file</caption><thead><tr><th scope="col">Column in your file</th>\
          <th scope="col">What stands in it</th><th scope="col">It is</th></tr></thead><tbody>\(each: columns.enumerated(), column)</tbody></table>
          """))\(ButtonRow([Button("Read the file again with this", style: .quiet).html]))
        """
    ).html
  }

  private func column(_ place: Int, _ column: Column) -> HTML {
    """
    <tr><th scope="row">\(column.heading)</th><td>\(column.examples)</td><td>\
    \(if: refusals["column-\(place + 1)"], { "<p class=\"error\">\($0)</p>" })\
    <select id="column-\(place + 1)" name="column-\(place + 1)" aria-label="“\(column.heading)” is">\
    \(each: [Choice("", "Not used")] + fields, { "<option value=\"\($0.value)\"\(if: $0.value == column.chosen, " selected")>\($0.label)</option>" })\
    </select></td></tr>
    """
  }

  private func draw(_ preview: Exchange.ImportPreview) -> HTML {
    let writes = [(preview.new.count, "new"), (preview.changed.count, "changed")].filter { $0.0 > 0 }
    let button = writes.isEmpty ? nil : "Bring in " + writes.map { "\($0.0) \($0.1)" }.joined(separator: " and ")
    return """
      \(Components.Form(to: address, token: token, body: """
        \(HiddenField("fingerprint", fingerprint))\(Components.ImportPreview("Entry", parts: parts(preview)))\(notes(preview))\
        \(if: !preview.refused.isEmpty && button != nil, Checkbox(Field("skip-refused", "Bring in the rest, without the rows that cannot be taken", hint: "Otherwise nothing is brought in: correct the file, and choose it again.", error: refusals["skip-refused"]), isChosen: skipsRefused).html)\
        \(if: closesDemonstration && button != nil, WarningText(ImportWords.closing).html)\
        \(ButtonRow(
          (questions.isEmpty ? [] : [Button("Show it again with my answers", style: .quiet, name: "act", value: "again").html])
            + (button.map { [Button($0, name: "act", value: "commit").html] } ?? [])))
        """))\
      \(if: button == nil && questions.isEmpty, InsetText("<p>\(preview.refused.isEmpty ? "Everything in this file is here already." : "Nothing of this file can be taken as it is. Above stands why.")</p>").html)
      """
  }

  private func parts(_ preview: Exchange.ImportPreview) -> [Components.ImportPreview.Part] {
    typealias Row = Components.ImportPreview.Row
    func rows(_ items: [ImportItem], isNew: Bool = false) -> [Row] {
      items.prefix(Self.most).map { item in
        Row(
          item.row, item.what,
          changes: item.changes.map { .init($0.field, from: isNew ? nil : $0.from ?? "–", to: $0.to ?? "nothing") })
      }
    }
    let asked = questions.enumerated().map { place, item in
      Row(
        item.row, item.what, sentence: item.question,
        answer: Select(
          Field("answer-\(item.key)", "“\(item.what)” is", id: "answer-\(place + 1)"),
          [Choice("", "No answer yet: leave it out")] + item.candidates.map { Choice($0.id, $0.what) }
            + [Choice("new", "A new organisation"), Choice("skip", "Nobody: leave these rows out")],
          selected: answers[item.key] ?? ""
        ).html)
    }
    let all: [Components.ImportPreview.Part] = [
      .init(
        .unsure, count: asked.count, sentence: "Trellis does not guess. What has no answer is left out.", rows: asked,
        noun: "In your file"),
      .init(
        .refused, count: preview.refusedRows.count, sentence: "These rows cannot be taken as they are.",
        rows: preview.refused.prefix(Self.most).map { Row($0.row, $0.column, sentence: $0.message) }, noun: "Column"),
      .init(
        .new, count: preview.new.count, sentence: "They will be put on the map.", rows: rows(preview.new, isNew: true),
        isOpen: true),
      .init(
        .changed, count: preview.changed.count, sentence: "They will be changed, field by field.",
        rows: rows(preview.changed)),
      .init(.unchanged, count: preview.unchanged.count, sentence: "Nothing is done with them.", rows: []),
    ]
    return all.filter { $0.count > 0 }
  }

  private func notes(_ preview: Exchange.ImportPreview) -> HTML {
    let notes = preview.warnings.filter { $0.row != nil }.prefix(Self.most)
    if notes.isEmpty { return .empty }
    let table = DataTable(
      "Worth a look", showsCaption: false, columns: [.init("Column"), .init("Row", .number), .init("What to look at")],
      rows: notes.map { [.text($0.column ?? ""), .text($0.row.map(String.init) ?? ""), .text($0.message)] })
    return Details("Worth a look before you bring it in: \(notes.count)", isOpen: true, body: table.html).html
  }
}
