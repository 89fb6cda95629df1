import Components
import Domain
import Markup
import Store

/// What is said of the school as a whole, as it is typed.
struct SchoolDetailsForm: Sendable {
  var name: String
  var laestab: String
  var phase: String
  var authority: String
  var firstYear: String
  var lastYear: String

  init(_ school: School) {
    name = school.name
    laestab = school.laestab.map { "\($0.prefix(3))/\($0.dropFirst(3))" } ?? ""
    phase = school.phase.rawValue
    authority = school.authority ?? ""
    firstYear = school.years.lowerBound.code
    lastYear = school.years.upperBound.code
  }

  init(_ sent: SentForm) {
    name = sent["name"] ?? ""
    laestab = sent["laestab"] ?? ""
    phase = sent.typed("phase")
    authority = sent["authority"] ?? ""
    firstYear = sent.typed("first-year")
    lastYear = sent.typed("last-year")
  }

  func details() throws -> SchoolDetails {
    try SchoolDetails(
      name: name, laestab: laestab.isEmpty ? nil : laestab, phase: Phase(rawValue: phase) ?? .primary,
      authority: authority.isEmpty ? nil : authority, firstYear: YearGroup(typed: firstYear) ?? YearGroup(0),
      lastYear: YearGroup(typed: lastYear) ?? YearGroup(14))
  }

  func fields(_ refusals: Refusals) -> HTML {
    """
    \(TextInput(Field("name", "Name", error: refusals["name"]), value: name, width: .full))\
    \(TextInput(
      Field(
        "laestab", "LAESTAB", hint: "Seven digits: the authority’s three and the school’s four, such as 999/2999.",
        error: refusals["laestab"], isOptional: true), value: laestab, width: .short))\
    \(Select(Field("phase", "Phase", error: refusals["phase"]), Phase.allCases.map { Choice($0.rawValue, $0.name) }, selected: phase))\
    \(TextInput(
      Field("authority", "Local authority", error: refusals["authority"], isOptional: true), value: authority))\
    \(Fieldset(
      "Year groups", hint: "The map has a column for each of them.",
      body: """
        <div class="side-by-side">\
        \(Select(Field("first-year", "Youngest", error: refusals["first-year"]), SchoolDetailsForm.years, selected: firstYear))\
        \(Select(Field("last-year", "Oldest", error: refusals["last-year"]), SchoolDetailsForm.years, selected: lastYear))</div>
        """))
    """
  }

  func compared(with now: SchoolDetailsForm) -> [Compared] {
    let all: [(String, KeyPath<SchoolDetailsForm, String>)] = [
      ("Name", \.name), ("LAESTAB", \.laestab), ("Phase", \.phaseName), ("Local authority", \.authority),
      ("Youngest year", \.firstYear), ("Oldest year", \.lastYear),
    ]
    return all.map { .init($0.0, now: now[keyPath: $0.1], typed: self[keyPath: $0.1]) }.filter { $0.now != $0.typed }
  }

  private var phaseName: String { Phase(rawValue: phase)?.name ?? "" }
  private static let years = (-4...14).map { Choice(YearGroup($0).code, YearGroup($0).name) }
}
