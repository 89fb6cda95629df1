/// What the template reads. Names here are names there: `Resources/area-report.typ`.
struct AreaSheetOnPaper: Encodable, Sendable {
  let title: String
  let area: String
  let lede: String
  let filter: String
  let made: String
  let isFull: Bool
  let isPublic: Bool
  /// `Deeper: more children reached.`
  let depthName: String
  let legend: [String]
  let strands: [Strand]
  let rows: [Row]
  let strandTotals: [Box]
  let total: Box
  let responses: [Response]
  let notes: [String]
  let gaps: [Gap]
  let gapsLeftOut: String?
  let comparison: Comparison?
  let places: [Part]
  let words: [String]
  let sections: [Section]

  struct Strand: Encodable, Sendable {
    let name: String
    let hue: String
  }

  struct Row: Encodable, Sendable {
    let level: String
    let cells: [Box]
    let total: Box
  }

  struct Box: Encodable, Sendable {
    let figure: String
    let lines: [String]
    /// 0 to 5.
    let depth: Int
    /// Nobody has answered.
    let isSilent: Bool
  }

  struct Response: Encodable, Sendable {
    let sector: String
    let known: Int
    let expected: Int
    let joined: Int
    let answered: Int
    let isTotal: Bool
  }

  struct Gap: Encodable, Sendable {
    let rank: Int
    let text: String
    let effect: String?
    let suggestion: String?
    let saidBy: String
    let children: String
    let cells: String
  }

  struct Comparison: Encodable, Sendable {
    let title: String
    let note: String
    let rows: [Part]
  }

  /// One cell's or one locality's figures in words.
  struct Part: Encodable, Sendable {
    let name: String
    let provision: String
    let gaps: String
    let reach: String
  }

  struct Section: Encodable, Sendable {
    let title: String
    let hue: String
    let outcome: String?
    let figures: String
    let entries: [Entry]
    let leftOut: String?
    let gaps: [String]
    /// Who said that they provide nothing here.
    let nothingHere: String?
  }

  struct Entry: Encodable, Sendable {
    let text: String
    let organisation: String
    let forWhom: String
    let place: String
    let children: String
  }
}
