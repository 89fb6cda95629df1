/// Strands and levels, and what is wanted where they meet: the grid on which an area maps its support. It is data with a
/// version and a first day, kept by each area, so that coordinators may put it in their own words and levels may change.
package struct Framework: Hashable, Sendable {
  package struct Strand: Hashable, Sendable {
    /// In files and addresses: `family-support`.
    package let key: String
    package let name: String
    /// What the strand is about, in a sentence.
    package let aim: String

    package init(key: String, name: String, aim: String) {
      self.key = key
      self.name = name
      self.aim = aim
    }
  }

  package struct Level: Hashable, Sendable {
    package let key: String
    package let name: String
    package let meaning: String
    /// The key of the level that it counts as where a framework of other levels is compared with: the crosswalk.
    package let countsAs: String

    package init(key: String, name: String, meaning: String, countsAs: String) {
      self.key = key
      self.name = name
      self.meaning = meaning
      self.countsAs = countsAs
    }
  }

  package let id: ID<Framework>
  package let name: String
  /// From 1; a changed set of strands or levels is the next.
  package let number: Int
  package let from: Day
  /// Up to eight of each, in order: their positions are those of `Cells`.
  package let strands: [Strand]
  package let levels: [Level]
  package let version: Int

  package init(
    id: ID<Framework>, name: String, number: Int, from: Day, strands: [Strand], levels: [Level], version: Int
  ) {
    self.id = id
    self.name = name
    self.number = number
    self.from = from
    self.strands = strands
    self.levels = levels
    self.version = version
  }

  /// Every cell, level by level along the strands.
  package var cells: [Cell] {
    levels.indices.flatMap { level in strands.indices.map { Cell(strand: $0, level: level) } }
  }

  /// `Family support, Targeted`.
  package func name(of cell: Cell) -> String { "\(strands[cell.strand].name), \(levels[cell.level].name)" }

  /// The cell of these keys; nil where the framework has none.
  package func cell(strand: String, level: String) -> Cell? {
    guard let strand = strands.firstIndex(where: { $0.key == strand }),
      let level = levels.firstIndex(where: { $0.key == level })
    else { return nil }
    return Cell(strand: strand, level: level)
  }

  /// These cells of `self` as cells of `other`, by strands of the same key and the crosswalk of levels; what has no
  /// counterpart is left out.
  package func cells(_ cells: Cells, in other: Framework) -> Cells {
    if strands.map(\.key) == other.strands.map(\.key), levels.map(\.key) == other.levels.map(\.key) { return cells }
    var found = Cells()
    for cell in cells.all where strands.indices.contains(cell.strand) && levels.indices.contains(cell.level) {
      let level = levels[cell.level]
      let strand = strands[cell.strand].key
      if let same = other.cell(strand: strand, level: level.key) ?? other.cell(strand: strand, level: level.countsAs) {
        found.insert(same)
      }
    }
    return found
  }
}

/// A place of a framework's grid, by the positions of its strand and level, from 0.
package struct Cell: Hashable, Sendable {
  package let strand: Int
  package let level: Int

  package init(strand: Int, level: Int) {
    self.strand = strand
    self.level = level
  }

  /// Its bit in `Cells`.
  package var bit: Int { strand * 8 + level }
}

/// Which cells an entry serves. Eight strands of eight levels at the most, kept as one whole number, so that forty thousand
/// entries are counted without another table.
package struct Cells: Hashable, Sendable {
  package private(set) var bits: UInt64 = 0

  package init() {}
  package init(bits: UInt64) { self.bits = bits }
  package init(_ cells: some Sequence<Cell>) { for cell in cells { insert(cell) } }

  package var isEmpty: Bool { bits == 0 }
  package var count: Int { bits.nonzeroBitCount }

  package func contains(_ cell: Cell) -> Bool { bits >> UInt64(cell.bit) & 1 == 1 }
  package mutating func insert(_ cell: Cell) { bits |= 1 << UInt64(cell.bit) }
  package mutating func formUnion(_ other: Cells) { bits |= other.bits }

  /// In order of strands, then of levels.
  package var all: [Cell] {
    var cells: [Cell] = []
    var rest = bits
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      cells.append(Cell(strand: bit / 8, level: bit % 8))
      rest &= rest - 1
    }
    return cells
  }
}

/// What a framework says of one cell, for one specialism.
package struct CellText: Hashable, Sendable {
  package let specialism: String
  package let strand: String
  package let level: String
  /// What is wanted there: the outcome.
  package var outcome: String
  /// Plain help: what belongs here and what does not.
  package var help: String
  /// Good entries, one a line.
  package var examples: String
  /// Questions to check one's answer by, one a line.
  package var questions: String

  package init(
    specialism: String, strand: String, level: String, outcome: String, help: String, examples: String,
    questions: String
  ) {
    self.specialism = specialism
    self.strand = strand
    self.level = level
    self.outcome = outcome
    self.help = help
    self.examples = examples
    self.questions = questions
  }
}

/// A field of support that a review is about: speech, language and communication; occupational therapy … An area has up to
/// 32 of them, in order: their positions are those of `Specialisms`.
package struct Specialism: Hashable, Sendable {
  package let key: String
  package let name: String

  package init(key: String, name: String) {
    self.key = key
    self.name = name
  }
}

/// Which of an area's specialisms an entry is about, as one whole number.
package struct Specialisms: Hashable, Sendable {
  package private(set) var bits: UInt32 = 0

  package init() {}
  package init(bits: UInt32) { self.bits = bits }
  package init(_ positions: some Sequence<Int>) { for position in positions { insert(position) } }

  package var isEmpty: Bool { bits == 0 }
  package func contains(_ position: Int) -> Bool { bits >> UInt32(position) & 1 == 1 }
  package mutating func insert(_ position: Int) { bits |= 1 << UInt32(position) }
  package var all: [Int] { (0..<32).filter(contains) }
}
