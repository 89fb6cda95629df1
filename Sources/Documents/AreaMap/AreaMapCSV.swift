import Domain
import Formats

/// An area's map as CSV: a row for each cell, strand and level and one for all, then a row for each entry. The first column
/// says which a row is, so that a pivot can leave the sums out. Money in pounds with two decimals.
struct AreaMapCSV {
  private let printed: PrintedAreaMap
  private var map: AreaMap { printed.map }
  private var isPublic: Bool { printed.isPublic }

  init(_ printed: PrintedAreaMap) { self.printed = printed }

  func bytes() -> [UInt8] {
    var writer = CSVWriter()
    let framework = map.framework
    writer.row(headings)
    func add(_ kind: String, _ strand: String, _ level: String, _ figures: AreaMap.Figures) {
      writer.row([kind, strand, level] + cells(figures) + Array(repeating: "", count: entryHeadings.count))
    }
    for cell in framework.cells {
      add("cell", framework.strands[cell.strand].name, framework.levels[cell.level].name, map.figures(cell))
    }
    for strand in framework.strands.indices {
      add("strand", framework.strands[strand].name, "All", map.figures(strand: strand))
    }
    for level in framework.levels.indices {
      add("level", "All", framework.levels[level].name, map.figures(level: level))
    }
    add("total", "All", "All", map.total)
    for entry in printed.report.provision + printed.report.gaps { writer.row(cells(entry)) }
    return writer.bytes
  }

  private var headings: [String] { ["Row", "Strand", "Level"] + figureHeadings + entryHeadings }

  private var figureHeadings: [String] {
    ["Provision", "Gaps", "Children reached", "Children touched by gaps"]
      + (isPublic
        ? []
        : [
          "Places", "Organisations providing", "Organisations with gaps", "Organisations saying nothing here",
          "Organisations answering", "Answered",
        ])
  }

  private var entryHeadings: [String] {
    [
      "Title", "Description", "Organisation", "Sector", "Cells", "Specialisms", "For whom", "Age from", "Age until",
      "Localities", "Where", "How often", "Effect", "Suggestion",
    ] + (isPublic ? [] : ["Cost (£)", "Funder", "Evidence", "Said by", "Origin"])
  }

  private func cells(_ figures: AreaMap.Figures) -> [String] {
    let reach = figures.reach.map(String.init) ?? (figures.reachWithheld > 0 ? "fewer than 5" : "")
    let affected = figures.affected.map(String.init) ?? (figures.affectedWithheld > 0 ? "fewer than 5" : "")
    let first = [String(figures.provision), String(figures.gaps), reach, affected]
    if isPublic { return first }
    return first + [
      figures.places.map(String.init) ?? "", String(figures.providers), String(figures.gapSayers),
      String(figures.nothingHere), String(figures.answered), figures.answered > 0 ? "yes" : "no",
    ]
  }

  private func cells(_ entry: AreaMapEntry) -> [String] {
    let isGap = entry.kind == .gap
    var cells = [
      entry.kind.rawValue, "", "", isGap ? "" : "1", isGap ? "1" : "", number(entry.reach), number(entry.affected),
    ]
    if let inner = entry.inner { cells += [inner.places.map(String.init) ?? "", "", "", "", "", ""] }
    cells += [
      entry.name, entry.description, entry.organisation, map.basis.sectorName(entry.sector),
      printed.cellNames(entry.cells), map.basis.names(of: entry.specialisms).joined(separator: "; "), entry.audience,
      entry.ageFrom.map(String.init) ?? "", entry.ageUntil.map(String.init) ?? "", printed.localityNames(entry),
      entry.place, entry.frequency, entry.effect, entry.suggestion,
    ]
    if let inner = entry.inner {
      cells += [
        inner.cost?.decimalText ?? "", inner.funder, inner.evidence, entry.saidBy.joined(separator: "; "),
        inner.origin ?? "",
      ]
    }
    return cells
  }

  private func number(_ count: ChildrenCount?) -> String {
    guard let count else { return "" }
    return count.number.map(String.init) ?? count.words
  }
}
