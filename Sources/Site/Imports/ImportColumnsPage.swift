import Components
import Domain
import Exchange
import Markup
import Store

/// Comes before the preview where a column that is needed was not found.
struct ImportColumnsPage: Page {
  let fileName: String
  let sentence: String
  let columns: ImportColumns
  let removal: Address
  let back: Address
  let refusals: Refusals

  let title = "Say what the columns are"
  var part: Part? { .imports }
  var isWide: Bool { true }
  var hasErrors: Bool { !refusals.isEmpty }
  var trail: [Components.Link] { [Components.Link("Import", back)] }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: "\(fileName) · nothing is written yet"))\
    \(InsetText("<p>\(sentence)</p>"))\(columns)\
    \(PostButton("Cancel this import and choose another file", to: removal, token: columns.token))
    """
  }

  static var examples: [ImportColumnsPage] {
    [
      ImportColumnsPage(
        fileName: "pupils.csv", sentence: "Trellis found no column with surnames. Say which it is.", columns: .example,
        removal: "/schools/900001/imports/1/removal", back: "/schools/900001/imports", refusals: .none)
    ]
  }
}

extension ImportColumnsPage {
  init(_ kept: KeptImport, _ kind: ImportKind, _ shown: ShownImport, _ visit: Visit, _ refusals: Refusals) {
    var columns = ImportColumns(kept, kind, shown, visit, refusals)
    columns.isFirst = true
    self.init(
      fileName: kept.fileName, sentence: kept.refusal ?? "", columns: columns,
      removal: "\(Way.kept(kept.id, visit.here))/removal", back: Way.imports(visit.here), refusals: refusals)
  }
}
