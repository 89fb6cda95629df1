/// A strategy in finished words, part by part: what the template reads, and what the office document is made from, so that
/// both say the same. Names here are names there: `Resources/strategy.typ`. Parts of which nothing is said are empty.
struct StrategyPaper: Encodable, Sendable {
  let title: String
  let school: String
  /// `1 September 2026 to 31 August 2029`.
  let days: String
  let made: String
  /// What the foot of each page says of who may read it.
  let audience: String
  let cover: [Fact]
  let coverNote: String?
  /// Whose layout it is.
  let layoutNote: String
  let approach: [String]
  let needs: [String]
  let cohort: Table?
  let cohortNote: String?
  let principles: [Principle]
  let funding: Funding?
  /// What each activity costs: by school year, then by financial year.
  let budgets: [Table]
  let activities: [Activity]
  /// How many layers there are.
  let layers: Int
  let reviews: [Review]
  let notes: [String]

  /// Something that is said, in paragraphs.
  struct Fact: Encodable, Sendable {
    let label: String
    let paragraphs: [String]
  }

  /// Numbers under their heads, the names of the rows before them.
  struct Table: Encodable, Sendable {
    /// Over the names.
    let name: String
    let columns: [String]
    let rows: [Row]
    let total: Row?
  }

  struct Row: Encodable, Sendable {
    let name: String
    /// One for each column.
    let figures: [String]
  }

  struct Principle: Encodable, Sendable {
    let text: String
    let source: String
  }

  struct Funding: Encodable, Sendable {
    let years: [String]
    let sources: [Source]

    /// Both one for each year.
    struct Source: Encodable, Sendable {
      let name: String
      let available: [String]
      let planned: [String]
    }
  }

  struct Activity: Encodable, Sendable {
    let name: String
    let layer: String?
    /// Of the layer, from 1; 0 where it has none.
    let depth: Int
    /// `Not on the school’s map`.
    let mark: String?
    let facts: [Fact]
    /// By school year, line by line; nil where it is withheld.
    let costs: Table?
    /// The same by financial year, in one sentence; or that it is not shown.
    let costsNote: String
  }

  struct Review: Encodable, Sendable {
    /// `2026/27`.
    let year: String
    let day: String
    let changed: [String]
    let activities: [Reviewed]
  }

  struct Reviewed: Encodable, Sendable {
    let name: String
    let budgeted: String
    let spent: String
    let impact: [String]
    let decision: String
  }
}
