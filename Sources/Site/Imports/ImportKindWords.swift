import Components
import Exchange
import Markup

extension ImportKind {
  /// What one does with a file of this kind.
  var heading: String {
    switch self {
    case .pupils: "Bring in pupils"
    case .staff: "Bring in staff and rates"
    case .groups: "Bring in a list of groups"
    case .calendar: "Bring in terms and closures"
    case .map: "Bring in your provision map"
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

  /// How the page asks for the day; nil where every row has its own.
  var days: (label: String, hint: String)? {
    switch self {
    case .pupils:
      (
        "From which day do changes hold?",
        "A new status, need, year or class begins on it where the file has no date. Today, if you leave it out."
      )
    case .staff: ("From which day do new rates hold?", "Where the file has no date. Today, if you leave it out.")
    case .groups: ("First day of groups without one", "Today, if you leave it out.")
    case .map: ("First day of the groups", "Such as the first day of term. Today, if you leave it out.")
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
