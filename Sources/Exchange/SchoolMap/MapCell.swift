import Domain

/// A cell of a map in which something stands, with what stands beside it and over it, as it is written.
struct MapCell: Hashable, Sendable {
  let row: Int
  /// Counted from 0.
  let column: Int
  /// Of its column.
  let heading: String
  /// None: of the whole school.
  let years: [YearGroup]
  /// Of the school's year, from 1, where the columns are half-terms.
  var halfTerms: ClosedRange<Int>?
  /// The heading or area under which its row stands.
  let section: String?
  let provision: String
  let text: String
  /// What other columns of its row say.
  let beside: [Beside]

  struct Beside: Hashable, Sendable {
    let role: MapRole
    let heading: String
    let text: String
  }
}
