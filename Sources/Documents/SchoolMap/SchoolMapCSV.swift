package import Domain
import Formats

/// The school map as CSV: the flat rows, then a sub-total for each heading and column, then totals. The first column says
/// which a row is, so that a pivot can leave the sums out. Money in pounds with two decimals, staff time in minutes, days
/// in ISO form.
package struct SchoolMapCSV: Sendable {
  private let map: SchoolMap
  private let showsCosts: Bool

  package init(_ map: SchoolMap, showsCosts: Bool) {
    self.map = map
    self.showsCosts = showsCosts
  }

  package func bytes() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(SchoolMapCSV.headings + (showsCosts ? SchoolMapCSV.costHeadings : []) + ["Groups not led"])
    for row in MapRows(map).rows { writer.row(cells(row)) }
    for section in map.sections {
      for (index, figures) in section.subtotals.enumerated() {
        writer.row(sum("sub-total", section.heading.name, map.columns[index].name, figures))
      }
      writer.row(sum("sub-total", section.heading.name, "All", section.subtotal))
    }
    for (index, figures) in map.totals.enumerated() {
      writer.row(sum("total", "", map.columns[index].name, figures))
    }
    writer.row(sum("total", "", "All", map.total))
    return writer.bytes
  }

  static let headings = [
    "Row", "Heading", "Provision", "Column", "Pupils", "Names", "When", "Who", "From", "Until", "Strand", "Level",
    "Teaching assistants (minutes)", "Teachers (minutes)", "Others (minutes)",
  ]
  static let costHeadings = ["Cost (£)", "To date (£)", "To come (£)", "Lines not priced"]

  private func cells(_ row: MapRows.Row) -> [String] {
    let (line, run) = (row.line, row.run)
    return [
      "group", row.heading, line.name, row.column.name, row.isHidden ? "" : pupils(row.figures),
      row.names(map.question.names), run?.when ?? "", row.who,
      run?.span.from.iso ?? "", run?.span.until?.iso ?? "", line.strand?.name ?? "",
      line.level.flatMap { Level.keyed($0)?.name } ?? "",
    ] + figures(row.figures)
  }

  private func sum(
    _ kind: String, _ heading: String, _ column: String, _ figures: SchoolMap.Figures
  ) -> [String] {
    [kind, heading, "", column, pupils(figures)] + Array(repeating: "", count: 7) + self.figures(figures)
  }

  private func pupils(_ figures: SchoolMap.Figures) -> String {
    figures.isSmall ? "fewer than 5" : figures.isCountWithheld ? "withheld" : String(figures.pupils)
  }

  private func figures(_ figures: SchoolMap.Figures) -> [String] {
    func text(_ number: Int) -> String { figures.isWithheld ? "withheld" : String(number) }
    let times = [figures.assistantMinutes, figures.teacherMinutes, figures.otherMinutes].map(text)
    guard showsCosts else { return times + [text(figures.unled)] }
    return times + [
      money(figures.projected, figures),
      money(figures.toDate, figures),
      money(figures.toCome, figures),
      text(figures.unpriced), text(figures.unled),
    ]
  }

  private func money(_ pence: Pence, _ figures: SchoolMap.Figures) -> String {
    figures.isWithheld ? "withheld" : figures.isNotKnown ? MapWords.cost(figures) : pence.decimalText
  }
}
