package import Formats

/// The school map on paper: A3 landscape, or one year's column alone on A4. All words are finished here; the template
/// only sets them.
package struct MapPaper: Sendable {
  private let printed: PrintedMap

  package init(_ printed: PrintedMap) { self.printed = printed }

  package func pdf(_ typst: Typst) async throws -> PDF {
    try await typst.pdf(template: Template.schoolMap.url, value: sheet, moment: printed.moment)
  }

  var sheet: MapSheetOnPaper { MapPaperWords(printed: printed).sheet }
}

/// What the template reads. Names here are names there: `Resources/school-map.typ`.
struct MapSheetOnPaper: Encodable, Sendable {
  let title: String
  let school: String
  let days: String
  let filter: String
  let made: String
  /// One year alone, on A4 portrait.
  let isAlone: Bool
  let legend: [Hue]
  /// In their order, each a bar deeper.
  let levels: [String]
  let columns: [String]
  let sections: [Section]
  let totals: [Total]
  let notes: [String]
  let lists: [NameList]

  struct Hue: Encodable, Sendable {
    let name: String
    let hue: String
  }

  struct Section: Encodable, Sendable {
    let title: String
    /// One for each column.
    let figures: [String]
    let sums: [Sum]
    let lines: [Line]
  }

  struct Line: Encodable, Sendable {
    let title: String
    let detail: String?
    let chip: String?
    /// Of the strand; nil where it has none.
    let hue: String?
    /// Of the level: 0 where it has none.
    let depth: Int
    let tag: String?
    let cells: [[Run]]
    let sums: [Sum]
  }

  struct Run: Encodable, Sendable {
    let who: String
    /// The number of the list at the end that has the names.
    let list: Int?
    let when: String?
    let by: String?
    let dates: String?
    let hours: String?
    let cost: String?
  }

  struct Sum: Encodable, Sendable {
    let label: String
    let figure: String
    let isMain: Bool
  }

  struct Total: Encodable, Sendable {
    let label: String
    let note: String?
    let figures: [String]
    let all: String
    let isMain: Bool
  }

  struct NameList: Encodable, Sendable {
    let number: Int
    let title: String
    let names: [String]
  }
}
