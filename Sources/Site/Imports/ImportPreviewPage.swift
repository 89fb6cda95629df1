import Components
import Domain
import Exchange
import Markup
import Store

/// What a file would do, row by row, and the act that does it.
struct ImportPreviewPage: Page {
  let address: Address
  let token: String
  let back: Address
  let fileName: String
  let columns: [String]
  let warnings: [String]
  let table: Components.ImportPreview
  let hasRefused: Bool
  let hasMissing: Bool
  let refusal: Refusal?

  let title = "What would be done"
  var part: Part? { .imports }
  var isWide: Bool { true }
  var hasErrors: Bool { refusal != nil }
  var trail: [Components.Link] { [Components.Link("Bring a file in", back)] }

  var body: HTML {
    """
    \(if: refusal, { ErrorSummary([ErrorSummary.Item($0.sentence, field: $0.field)]).html })\
    \(PageHeader(title, lede: "\(fileName) · nothing is written yet"))\
    \(each: warnings, { InsetText("<p>\($0)</p>").html })\
    \(if: !columns.isEmpty, Details("How its columns were read", body: "<ul>\(each: columns, { "<li>\($0)</li>" })</ul>").html)\
    \(Components.Form(to: address, token: token, body: fields))\
    \(PostButton("Give it up", to: "\(address)/removal", token: token))
    """
  }

  private var fields: HTML {
    """
    \(table)\
    \(if: hasMissing, DateInput(Field("left-on", "Last day of those who are ticked as having left", isOptional: true)).html)\
    \(if: hasRefused, Checkbox(Field("skip-refused", "Go on without the rows that are refused")).html)\
    \(Button("Bring it in"))
    """
  }

  static var examples: [ImportPreviewPage] {
    [
      ImportPreviewPage(
        address: "/schools/100001/imports/1", token: "token", back: "/schools/100001/imports", fileName: "pupils.csv",
        columns: ["Legal Surname: Surname"], warnings: ["Row 2: The UPN has the wrong check letter."],
        table: Components.ImportPreview(
          "Row",
          parts: [
            Components.ImportPreview.Part(
              .new, count: 1, sentence: "They will be added.",
              rows: [Components.ImportPreview.Row(2, "Khan, Amir, Year 2")])
          ]), hasRefused: true, hasMissing: true, refusal: nil)
    ]
  }
}

extension ImportPreviewPage {
  /// At most so many rows of a kind are drawn; their number is always told.
  private static let most = 300

  init(_ kept: KeptImport, _ prepared: PreparedImport, _ visit: Visit, refusal: Refusal? = nil) {
    let preview = prepared.preview
    self.init(
      address: Way.kept(kept.id, visit.here), token: visit.formToken, back: Way.part(.imports, visit.here),
      fileName: kept.fileName,
      columns: prepared.columns.map { "\($0.heading): \($0.field ?? "left out")" },
      warnings: preview.warnings.map { ($0.row.map { "Row \($0): " } ?? "") + $0.message },
      table: Components.ImportPreview("Row", parts: ImportPreviewPage.parts(preview)),
      hasRefused: !preview.refused.isEmpty, hasMissing: !preview.missing.isEmpty, refusal: refusal)
  }

  private static func parts(_ preview: Exchange.ImportPreview) -> [Components.ImportPreview.Part] {
    typealias Row = Components.ImportPreview.Row
    func rows(_ items: [ImportItem]) -> [Row] {
      items.prefix(most).map { item in
        Row(
          item.row, item.what,
          changes: item.changes.map {
            Components.ImportPreview.Change($0.field, from: $0.from ?? "–", to: $0.to ?? "–")
          })
      }
    }
    let unsure = preview.unsure.prefix(most).map { item in
      Row(item.row, item.what, sentence: item.question, answer: question(item))
    }
    let refused = preview.refused.prefix(most).map { Row($0.row, $0.column, sentence: $0.message) }
    let missing = preview.missing.prefix(most).map { item in
      Row(
        item.row, item.what,
        answer: item.id.map { Checkbox(Field("left", "Has left", id: "left-\($0)"), value: $0).html } ?? .empty)
    }
    let parts: [Components.ImportPreview.Part] = [
      .init(
        .unsure, count: unsure.count, sentence: "They wait for your answer; without one they are left out.",
        rows: unsure),
      .init(.refused, count: preview.refusedRows.count, sentence: "They cannot be taken as they are.", rows: refused),
      .init(.new, count: preview.new.count, sentence: "They will be added.", rows: rows(preview.new)),
      .init(
        .changed, count: preview.changed.count, sentence: "They will be changed, field by field.",
        rows: rows(preview.changed)),
      .init(
        .missing, count: preview.missing.count,
        sentence: "They are kept here but not in the file. Nothing is done with them unless you tick who left.",
        rows: missing),
      .init(.unchanged, count: preview.unchanged.count, sentence: "Nothing is done with them.", rows: []),
    ]
    return parts.filter { $0.count > 0 }
  }

  private static func question(_ item: UnsureItem) -> HTML {
    var choices = [Choice("", "Leave out")]
    choices += item.candidates.map { Choice($0.id, $0.what) }
    if item.mayBeNew { choices.append(Choice("new", "Somebody new")) }
    return Select(
      Field("answer:\(item.key)", "Who or what is it?", id: "answer-\(item.row)-\(item.key.count)-\(item.key)"), choices
    ).html
  }
}
