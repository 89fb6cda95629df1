/// The numbers of pupils of a school year's maps, of which some are withheld, and what those that are told say of these.
/// In a school year nobody changes year group, so a row's numbers add up; down a column people are counted once, so a sum
/// is at most the sum of its parts and at least the greatest.
struct CountsOfPupils {
  private typealias Place = SmallNumbers.Place

  private let tables: [PlacedFigures]
  private let isWithheld: (SmallNumbers.Place) -> Bool

  /// A number that is known exactly, or only to lie between two.
  private struct Range: Equatable {
    var lowest: Int
    var highest: Int
    static let most = 1_000_000

    /// True where 1 to 4 could not be told from each other well: fewer than three of them are possible.
    var isTelling: Bool { highest - lowest < 2 }
  }

  private struct Sum {
    let parts: [Place]
    let whole: Place
    /// Whether the parts have nobody in common.
    let addsUp: Bool
  }

  init(_ tables: [PlacedFigures], isWithheld: @escaping (SmallNumbers.Place) -> Bool) {
    self.tables = tables
    self.isWithheld = isWithheld
  }

  /// Sums whose number has to be withheld as well, since it would narrow down one between 1 and 4 to fewer than three
  /// possible numbers.
  func telling() -> Set<SmallNumbers.Place> {
    var hidden: Set<Place> = []
    // What is small in one table is withheld in all, even where nothing can be subtracted: a strategy without cost.
    for table in tables { for (place, figures) in table.all where figures.isOfFew { hidden.insert(place) } }
    for table in tables {
      let sums = sums(of: table)
      while let next = nextTelling(table, sums, hidden) { hidden.insert(next) }
    }
    return hidden
  }

  private func sums(of table: PlacedFigures) -> [Sum] {
    let columns: [SchoolMap.Column?] = table.map.columns + [nil]
    var sums: [Sum] = []
    func add(_ parts: [Place], _ whole: Place, addsUp: Bool) {
      let parts = parts.filter { !$0.row.isMasked && (table[$0]?.pupils ?? 0) > 0 }
      if !parts.isEmpty, !whole.row.isMasked { sums.append(Sum(parts: parts, whole: whole, addsUp: addsUp)) }
    }
    func across(_ row: SmallNumbers.Row) {
      add(table.map.columns.map { Place(row: row, column: $0) }, Place(row: row, column: nil), addsUp: true)
    }
    for section in table.map.sections {
      let lines = section.lines.map { SmallNumbers.Row.line($0.key) }
      lines.forEach(across)
      let subtotal = SmallNumbers.Row.subtotal(section.heading.id)
      across(subtotal)
      for column in columns {
        add(
          lines.map { Place(row: $0, column: column) }, Place(row: subtotal, column: column), addsUp: lines.count == 1)
      }
    }
    across(.total)
    let subtotals = table.map.sections.map { SmallNumbers.Row.subtotal($0.heading.id) }
    for column in columns {
      add(
        subtotals.map { Place(row: $0, column: column) }, Place(row: .total, column: column),
        addsUp: subtotals.count == 1)
    }
    return sums
  }

  /// A number that is told and gives away another; nil where none does.
  private func nextTelling(_ table: PlacedFigures, _ sums: [Sum], _ hidden: Set<Place>) -> Place? {
    func isTold(_ place: Place) -> Bool { !hidden.contains(place) && !isWithheld(place) }
    func told(_ place: Place, _ count: Int) -> Range {
      if isTold(place) || count == 0 { return Range(lowest: count, highest: count) }
      if table.isToldAsFew([place]) { return Range(lowest: 1, highest: 4) }
      return Range(lowest: (1...4).contains(count) ? 1 : 5, highest: Range.most)
    }
    var ranges: [Place: Range] = [:]
    for (place, figures) in table.all { ranges[place] = told(place, figures.pupils) }
    var changed = true
    while changed {
      changed = false
      for sum in sums where narrow(&ranges, by: sum) {
        changed = true
        let all = sum.parts + [sum.whole]
        guard all.contains(where: { table[$0]!.isOfFew && ranges[$0]!.isTelling }) else { continue }
        // Sums are missed less than what they are made of.
        if isTold(sum.whole) { return sum.whole }
        return sum.parts.last(where: isTold) ?? table.all.last { isTold($0.place) && $0.figures.pupils > 0 }?.place
      }
    }
    return nil
  }

  /// What a sum says of its parts and they of it. True where it said something new.
  private func narrow(_ ranges: inout [Place: Range], by sum: Sum) -> Bool {
    var changed = false
    func put(_ place: Place, lowest: Int, highest: Int) {
      let old = ranges[place]!
      let new = Range(lowest: max(old.lowest, lowest), highest: min(old.highest, highest))
      if new != old {
        ranges[place] = new
        changed = true
      }
    }
    let lowest = sum.parts.reduce(0) { sum.addsUp ? $0 + ranges[$1]!.lowest : max($0, ranges[$1]!.lowest) }
    let highest = min(Range.most, sum.parts.reduce(0) { $0 + ranges[$1]!.highest })
    put(sum.whole, lowest: lowest, highest: highest)
    let whole = ranges[sum.whole]!
    for part in sum.parts {
      let others = sum.parts.lazy.filter { $0 != part }
      let most = others.reduce(0) { $0 + ranges[$1]!.highest }
      let least = sum.addsUp ? others.reduce(0) { $0 + ranges[$1]!.lowest } : 0
      put(part, lowest: whole.lowest - most, highest: whole.highest - least)
    }
    return changed
  }
}
