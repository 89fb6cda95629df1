import Components
import Exchange
import Markup

extension ImportKind {
  /// What one does with a file of this kind.
  var heading: String {
    switch self {
    case .pupils: "Import pupils"
    case .staff: "Import staff and rates"
    case .groups: "Import a list of groups"
    case .calendar: "Import terms and closures"
    case .map: "Import your provision map"
    }
  }

  /// What one row of it is, as a column's header.
  var noun: String {
    switch self {
    case .pupils: "Pupil"
    case .staff: "Person or role"
    case .groups, .map: "Group"
    case .calendar: "Term or closure"
    }
  }

  /// What a browser offers first; the server looks at the file itself.
  var accepts: String {
    switch self {
    case .pupils: ".csv,.txt,.tsv,.xlsx,.docx,.xml"
    case .map: ".docx,.xlsx,.csv,.txt,.tsv,.html,.htm"
    default: ".csv,.txt,.tsv,.xlsx,.docx"
    }
  }

  var fileHint: String {
    switch self {
    case .pupils: "CSV or Excel (.xlsx), or a Common Transfer File (XML), up to 20 MB."
    case .map: "Word (.docx), Excel (.xlsx) or CSV, up to 20 MB."
    default: "CSV, Excel (.xlsx) or Word (.docx), up to 20 MB."
    }
  }

  /// What is folded away in the day's stead.
  var daysSummary: String {
    switch self {
    case .pupils, .calendar: "Changes count from today, unless you give another day"
    case .staff: "New rates count from today, unless you give another day"
    case .groups: "Groups without a first day begin today, unless you give another day"
    case .map: "The groups begin today, unless you give another day"
    }
  }

  /// How the page asks for the day; nil where every row has its own.
  var days: (label: String, hint: String)? {
    switch self {
    case .pupils:
      (
        "Changes count from",
        "A new status, need, year or class begins on it where the file has no date. Leave empty for today."
      )
    case .staff: ("New rates count from", "Where the file has no date. Leave empty for today.")
    case .groups: ("First day of groups without one", "Leave empty for today.")
    case .map: ("First day of the groups", "Such as the first day of term. Leave empty for today.")
    case .calendar: nil
    }
  }

  /// What the file should hold.
  var shape: HTML {
    switch self {
    case .map:
      """
      <p>Provision down the side, years across the top, names in the cells:</p>\(ImportKind.mapTable)\
      <p>Names may be short (“Amir K”, “Ella P (Y1)”) or nicknames: you are asked where it is not clear who is meant. \
      Minutes and staff that the table mentions are offered to you, never invented.</p>
      """
    default:
      """
      <p>One row of headings, then one row for each. Columns may stand in any order under any heading: Trellis guesses, \
      and you may say otherwise. A blank cell changes nothing. It understands:</p>\
      <ul class="columns">\(each: fields, { "<li>\($0.title)</li>" })</ul>
      """
    }
  }

  private static var mapTable: HTML {
    DataTable(
      "A map", showsCaption: false, columns: ["Provision", "Year 1", "Year 2"].map { DataTable.Column($0) },
      rows: [["Phonics 20 mins daily (Mrs Carter)", "Ella P, Amir K", "Safiya"], ["Lego therapy", "", "Kuba, Tom O"]]
    ).html
  }
}
