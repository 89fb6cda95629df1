import Domain

/// What a file says about one group, before anybody asks who is meant.
struct IncomingGroup: Sendable {
  /// The rows that it stands in, the first first.
  var rows: [Int]
  let name: String
  var heading: String?
  var from: Day?
  var until: Day?
  var dosage = Dosage()
  var leads: [Lead] = []
  var place: String?
  var note: String?
  var strand: Strand?
  var level: String?
  var area: String?
  var years: [YearGroup] = []
  var isConfidential: Bool?
  var places: [Place] = []
  var items: [Item] = []
  /// What only a map has, where headings and names are matched by likeness and what cells mention is offered.
  var cell: Cell?

  struct Lead: Hashable, Sendable {
    /// As it is written: `Mrs Lowe`.
    let name: String
    /// Nil: the file does not say, which is all of their time for somebody who leads it anew.
    let share: TimeShare?
  }

  struct Place: Hashable, Sendable {
    let row: Int
    let column: String
    var upn: UPN?
    var name: WrittenName?
    var birthDay: Day?
    var className: String?
    var from: Day?
    var until: Day?
    var funding: String?
    /// Of a map: the years in which the name is looked for first.
    var years: [YearGroup]?
    /// Whether it stands in a map, where words that are no name are asked about and not refused.
    var isInMap = false
  }

  struct Item: Hashable, Sendable {
    let row: Int
    let item: NewItem
  }

  /// Where a group stands in a map.
  struct Cell: Hashable, Sendable {
    /// Tells the cell from the others in the keys of answers: `12-3`.
    let key: String
    /// The heading of its column.
    var column: String
    /// The years of its column: where names are looked for first.
    var years: [YearGroup]
    /// Whether it means everybody of its years, and no names alone.
    var isEverybody = false
    /// Minutes and frequency that the cell, its row or its provision mention, the nearest first.
    var dosages: [Mention<Dosage>] = []
    /// Staff whom they mention, as written.
    var leads: [Mention<[String]>] = []
    /// Kinds of staff, where nobody is named: `TA`.
    var roles: [String] = []
    /// Words of the cell that are no name, such as `6 pupils`.
    var remarks: [String] = []

    /// All that the map itself says of times: "30 mins" in the cell and "3 x week" beside the provision belong together.
    var said: Dosage { dosages.reduce(Dosage()) { $0.filled(with: $1.value) } }
  }

  struct Mention<Value: Hashable & Sendable>: Hashable, Sendable {
    let value: Value
    /// `in the cell`.
    let source: String
  }

  init(row: Int, name: String) {
    rows = [row]
    self.name = name
  }
}

/// What was read of a list of groups.
struct GroupFile: Sendable {
  var groups: [IncomingGroup] = []
  var refused: [RefusedCell] = []
  var warnings: [ImportWarning] = []
  var columns: [GroupField: String] = [:]
  /// Folded names of groups that cannot be taken: they are in the file.
  var namesNotTaken: Set<String> = []

  func column(_ field: GroupField) -> String { columns[field] ?? field.title }
}
