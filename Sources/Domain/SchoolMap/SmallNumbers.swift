/// What of a school year's maps is withheld from readers who may see no names, so that nothing about 1 to 4 pupils is told
/// or can be worked out (DOMAIN "Privacy and safety"; docs/decisions/school-map.md).
///
/// A *place* is a line, sub-total or total in a column or in the last, the sum of columns. Such readers are offered the
/// whole year and its terms, by year group or by key stage, and **the same places are withheld in all of these**: what is
/// small in one of them is withheld in every one, and so is what protects it. Stages are summed from years. Hence no two
/// views together tell more than each does alone.
struct SmallNumbers {
  struct Place: Hashable {
    let row: Row
    /// Nil is the sum of all columns.
    let column: SchoolMap.Column?
  }

  enum Row: Hashable {
    case line(SchoolMap.Line.Key)
    case subtotal(ID<Heading>)
    case total
  }

  /// Where money and time are withheld, and the number of pupils with them.
  private(set) var withheld: Set<Place> = []
  /// Where the number of pupils alone is withheld.
  private(set) var uncounted: Set<Place> = []

  /// `tables` are the maps, by year group, of the school year and of its terms.
  init(_ tables: [PlacedFigures]) {
    var small: Set<Place> = []
    for table in tables {
      for (place, figures) in table.all where figures.isOfFew || place.row.isMasked && figures.takesSomething {
        small.insert(place)
      }
    }
    withheld = small
    for table in tables { protect(small, in: table) }
    let counts = CountsOfPupils(tables, isWithheld: withheld.contains)
    uncounted = counts.telling()
  }

  /// Beside each place that is withheld, others have to be, on a ring of sums: a figure can be worked out from the rest
  /// exactly when it lies on no ring of withheld ones. Takes the ring that costs the reader least, through other small
  /// numbers only where there is no way round them: else what two of them make together could be worked out.
  private mutating func protect(_ small: Set<Place>, in table: PlacedFigures) {
    let network = SumNetwork(table)
    for (place, figures) in table.all where small.contains(place) && figures.takesSomething {
      let ring = network.ring(through: place) { other in
        let isNarrow = other.figures.projected.count * 2 < figures.projected.count
        return (withheld.contains(other.place) ? 0 : other.place.price) + (isNarrow ? 10 : 0)
          + (small.contains(other.place) ? 600 : 0)
      }
      withheld.formUnion(ring)
    }
  }
}

extension SmallNumbers.Row {
  var isMasked: Bool {
    if case .line(let key) = self { key.isMasked } else { false }
  }
}

extension SmallNumbers.Place {
  /// What it costs a reader to miss this figure: sums more than their parts.
  fileprivate var price: Int {
    switch (row, column) {
    case (.line, .some): 2
    case (.line, nil): 3
    case (.subtotal, .some): 5
    case (.subtotal, nil): 12
    case (.total, .some): 12
    case (.total, nil): 60
    }
  }
}

extension SchoolMap.Figures {
  var isOfFew: Bool { (1...4).contains(pupils) }
  /// Whether there is anything that could be worked out; what takes nothing is known to be nothing.
  var takesSomething: Bool { projected > .zero || staffMinutes > 0 || unpriced > 0 }
}

/// A map's figures by their places.
struct PlacedFigures {
  let all: [(place: SmallNumbers.Place, figures: SchoolMap.Figures)]
  let map: SchoolMap
  private let figures: [SmallNumbers.Place: SchoolMap.Figures]

  init(_ map: SchoolMap) {
    var all: [(place: SmallNumbers.Place, figures: SchoolMap.Figures)] = []
    func add(_ row: SmallNumbers.Row, _ cells: [SchoolMap.Figures?], _ sum: SchoolMap.Figures) {
      for (column, cell) in zip(map.columns, cells) {
        if let cell { all.append((SmallNumbers.Place(row: row, column: column), cell)) }
      }
      all.append((SmallNumbers.Place(row: row, column: nil), sum))
    }
    for section in map.sections {
      for line in section.lines { add(.line(line.key), line.cells.map { $0?.figures }, line.total) }
      add(.subtotal(section.heading.id), section.subtotals, section.subtotal)
    }
    add(.total, map.totals, map.total)
    self.all = all
    self.map = map
    figures = Dictionary(uniqueKeysWithValues: all)
  }

  subscript(place: SmallNumbers.Place) -> SchoolMap.Figures? { figures[place] }

  /// Whether the pupils of these places together, which stand in one row, are 1 to 4 and may be called so. Not where they
  /// stand in three columns or more: that each has one or two would be told with it.
  func isToldAsFew(_ places: [SmallNumbers.Place]) -> Bool {
    let columns = places.flatMap { place in
      place.column == nil ? map.columns.map { SmallNumbers.Place(row: place.row, column: $0) } : [place]
    }
    let counts = columns.map { figures[$0]?.pupils ?? 0 }.filter { $0 > 0 }
    return counts.count <= 2 && (1...4).contains(counts.reduce(0, +))
  }
}
