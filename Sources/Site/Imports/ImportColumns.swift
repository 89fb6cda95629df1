import Components
import Domain
import Exchange
import Markup
import Store

/// Which column of the file is which field, with some of its values; and from which day.
struct ImportColumns: Component {
  struct Row: Sendable {
    let heading: String
    let examples: String
    /// The id and name of its list.
    let field: String
    /// Nil where it cannot be chosen, and why.
    let choices: [Choice]?
    let note: String?
    let chosen: String
  }

  let address: Address
  let token: String
  let rows: [Row]
  let kind: ImportKind
  let effective: String
  let until: String
  let refusals: Refusals
  /// Whether nothing can be shown before it is said.
  var isFirst = false

  var html: HTML { Components.Form(to: address, token: token, body: fields).html }

  private var fields: HTML {
    """
    \(if: !rows.isEmpty, table)\(ImportDaysFields(kind, effective: effective, until: until, refusals))\
    \(ButtonRow([Button(isFirst ? "Read the file with this" : "Read the file again with this", style: isFirst ? .main : .quiet).html]))
    """
  }

  private var table: HTML {
    DataTable(
      "Columns of your file", showsCaption: false,
      columns: [.init("Column in your file"), .init("What stands in it"), .init("It is")], rows: rows.map(cells),
      isList: true
    ).html
  }

  private func cells(_ row: Row) -> [DataTable.Cell] {
    let error = refusals[row.field]
    let answer: HTML = """
      \(if: error, { "<p class=\"error\" id=\"\(row.field)-error\"><span class=\"unseen\">Error: </span>\($0)</p>" })\
      \(if: row.note, { "<span class=\"soft\">\($0)</span>" })\(if: row.choices, { select(row, $0, isWrong: error != nil) })
      """
    return [.text(row.heading), .text(row.examples), .html(answer)]
  }

  private func select(_ row: Row, _ choices: [Choice], isWrong: Bool) -> HTML {
    """
    <select id="\(row.field)" name="\(row.field)" aria-label="“\(row.heading)” is"\
    \(attribute: "aria-describedby", isWrong ? "\(row.field)-error" : nil)\(if: isWrong, " aria-invalid=\"true\"")>\
    \(each: choices, { option($0, row.chosen) })</select>
    """
  }

  private func option(_ choice: Choice, _ chosen: String) -> HTML {
    "<option value=\"\(choice.value)\"\(if: choice.value == chosen, " selected")>\(choice.label)</option>"
  }

  static var example: ImportColumns {
    let choices = [Choice("", "Not used"), Choice("surname", "Surname"), Choice("birth-date", "Date of birth")]
    return ImportColumns(
      address: "/schools/900001/imports/1/columns", token: "token",
      rows: [
        Row(
          heading: "Legal Surname", examples: "Khan · Price", field: "column-1", choices: choices, note: nil,
          chosen: "surname"),
        Row(heading: "Bus route", examples: "7 · 12", field: "column-2", choices: choices, note: nil, chosen: ""),
        Row(
          heading: "C", examples: "x", field: "column-3", choices: nil,
          note: "It has no heading. Give it one in the file to use it.", chosen: ""),
      ], kind: .pupils, effective: "21 November 2026", until: "", refusals: .none)
  }
}

extension ImportColumns {
  init(_ kept: KeptImport, _ kind: ImportKind, _ shown: ShownImport, _ visit: Visit, _ refusals: Refusals) {
    let isTyped = visit.form.has("effective")
    self.init(
      address: "\(Way.kept(kept.id, visit.here))/columns", token: visit.formToken,
      rows: Self.rows(shown.columns, kind, visit), kind: kind,
      effective: isTyped ? visit.form.typed("effective") : kept.saying.effective?.words ?? "",
      until: isTyped ? visit.form.typed("until") : kept.saying.until?.words ?? "", refusals: refusals)
  }

  private static func rows(_ columns: [PreparedImport.Column], _ kind: ImportKind, _ visit: Visit) -> [Row] {
    return columns.enumerated().map { index, column in
      let field = ImportForm.column(index)
      let note = column.heading.isEmpty ? "It has no heading. Give it one in the file to use it." : nil
      return Row(
        heading: column.heading.isEmpty ? "Column \(index + 1)" : column.heading,
        examples: column.examples.isEmpty ? "nothing" : column.examples.joined(separator: " · "), field: field,
        choices: note == nil ? choices(column, kind, visit) : nil, note: note,
        chosen: visit.form.has(field) ? visit.form.typed(field) : column.field ?? "")
    }
  }

  private static func choices(_ column: PreparedImport.Column, _ kind: ImportKind, _ visit: Visit) -> [Choice] {
    let none = Choice("", "Not used")
    guard kind == .map else { return [none] + kind.fields.map { Choice($0.key, $0.title) } }
    var roles = MapRole.choices(visit.here.years)
    if let own = column.field.flatMap(MapRole.init(key:)), own != MapRole.none, !roles.contains(own) {
      roles.append(own)
    }
    return [none] + roles.map { Choice($0.key, $0.title) }
  }
}
