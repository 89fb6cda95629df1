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

    /// The school's total.
    static let total = Place(row: .total, column: nil)
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
  /// exactly when it lies on no ring of withheld ones. Takes the ring that costs the reader least. Where several years of
  /// one stage are small together, what they make together is on a ring as well: the map by stage has it as one figure.
  private mutating func protect(_ small: Set<Place>, in table: PlacedFigures) {
    let network = SumNetwork(table)
    for (place, figures) in table.all where small.contains(place) && figures.takesSomething {
      protect(place, figures, apartFrom: [], in: network)
    }
    for row in table.rows {
      for places in table.placesByStage(row) where places.count > 1 {
        let pupils = places.reduce(0) { $0 + table[$1]!.pupils }
        guard (1...4).contains(pupils) else { continue }
        _ = places.contains { protect($0, table[$0]!, apartFrom: Set(places), in: network) }
      }
    }
  }

  /// False where there is no ring that leaves out `others`.
  @discardableResult
  private mutating func protect(
    _ place: Place, _ figures: SchoolMap.Figures, apartFrom others: Set<Place>, in network: SumNetwork
  ) -> Bool {
    let ring = network.ring(through: place) { other in
      if others.contains(other.place) { return nil }
      // A figure that is much smaller hides little, and two small ones together may still be about fewer than five.
      let isNarrow = other.figures.projected.count * 2 < figures.projected.count
      let areFew = other.figures.pupils > 0 && other.figures.pupils + figures.pupils < 5
      return (withheld.contains(other.place) ? 0 : other.place.price) + (isNarrow ? 6 : 0) + (areFew ? 30 : 0)
    }
    withheld.formUnion(ring ?? [])
    return ring != nil
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
    case (.subtotal, .some): 8
    case (.subtotal, nil): 20
    case (.total, .some): 40
    case (.total, nil): 400
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

  var rows: [SmallNumbers.Row] {
    map.sections.flatMap { section in
      section.lines.map { .line($0.key) } + [.subtotal(section.heading.id)]
    } + [.total]
  }

  /// Of a row's years that take something, those of each stage.
  func placesByStage(_ row: SmallNumbers.Row) -> [[SmallNumbers.Place]] {
    let places = map.columns.map { SmallNumbers.Place(row: row, column: $0) }
      .filter { figures[$0]?.takesSomething ?? false }
    return KeyStage.allCases.map { stage in
      places.filter { if case .year(let year) = $0.column { year.stage == stage } else { false } }
    }
  }

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
