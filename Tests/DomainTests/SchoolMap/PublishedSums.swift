import Domain

/// Every view that a reader of counts may ask for: over each period, by year and by stage.
struct Views {
  let maps: [(across: MapQuestion.Across, period: Int, map: SchoolMap)]

  /// A map that answers with another of the periods than it was asked for is a view of that one.
  init(periods: [Period], _ draw: (MapQuestion.Across, Period) -> SchoolMap) {
    maps = MapQuestion.Across.allCases.flatMap { across in
      periods.map { asked in
        let map = draw(across, asked)
        return (across, periods.firstIndex(of: map.question.period)!, map)
      }
    }
  }

  /// A cell of a line in a year group over one term: what every figure is a sum of.
  struct Atom: Hashable {
    let line: String
    let column: SchoolMap.Column
    let term: Int
  }

  struct Figure {
    let isSmall: Bool
    let isTold: Bool
    let minutes: Int

    init(isSmall: Bool, isTold: Bool, minutes: Int) {
      (self.isSmall, self.isTold, self.minutes) = (isSmall, isTold, minutes)
    }

    init(_ other: Figure, isTold: Bool) { self.init(isSmall: other.isSmall, isTold: isTold, minutes: other.minutes) }
  }

  /// Every figure of every view with the atoms that it is the sum of; period 0 is the year.
  var sums: [(Figure, Set<Atom>)] {
    maps.flatMap { across, period, map in
      let names = map.sections.map { $0.lines.map { "\($0.name)|\($0.isHidden)" } }
      func sum(_ figures: SchoolMap.Figures, _ lines: [String], _ columns: [SchoolMap.Column]) -> (Figure, Set<Atom>) {
        let figure = Figure(
          isSmall: (1...4).contains(figures.pupils), isTold: !figures.isWithheld,
          minutes: figures.staffMinutes + figures.projected.count)
        let atoms = lines.flatMap { line in
          columns.flatMap { Views.years(in: $0) }.flatMap { column in
            (period == 0 ? [1, 2, 3] : [period]).map { Atom(line: line, column: column, term: $0) }
          }
        }
        return (figure, Set(atoms))
      }
      func row(_ cells: [SchoolMap.Figures?], _ whole: SchoolMap.Figures, _ lines: [String]) -> [(Figure, Set<Atom>)] {
        zip(cells, map.columns).map { sum($0 ?? .init(), lines, [$1]) } + [sum(whole, lines, map.columns)]
      }
      return zip(map.sections, names).flatMap { section, names in
        zip(section.lines, names).flatMap { row($0.cells.map { $0?.figures }, $0.total, [$1]) }
          + row(section.subtotals, section.subtotal, names)
      } + row(map.totals, map.total, names.flatMap { $0 })
    }
  }

  private static func years(in column: SchoolMap.Column) -> [SchoolMap.Column] {
    guard case .stage(let stage) = column else { return [column] }
    return (-2...14).map { YearGroup($0) }.filter { $0.stage == stage }.map { .year($0) }
  }
}

/// The linear system of all that is told in all views: which sums of atoms follow from it.
struct PublishedSums {
  private let number: [Views.Atom: Int]
  /// Rows in echelon form over a prime field, by the place of their first entry.
  private var rows: [Int: [Int: Int]] = [:]
  private static let prime = 2_147_483_647

  /// What is told as nothing is a sum of nothings.
  init(_ sums: [(Views.Figure, Set<Views.Atom>)]) {
    var nothing: Set<Views.Atom> = []
    for (figure, atoms) in sums where figure.isTold && figure.minutes == 0 { nothing.formUnion(atoms) }
    let atoms = sums.reduce(into: Set<Views.Atom>()) { $0.formUnion($1.1) }.subtracting(nothing)
    number = Dictionary(uniqueKeysWithValues: atoms.enumerated().map { ($1, $0) })
    for (figure, atoms) in sums where figure.isTold && figure.minutes > 0 {
      let rest = reduced(row(atoms))
      guard let first = rest.keys.min() else { continue }
      let inverse = PublishedSums.power(rest[first]!, PublishedSums.prime - 2)
      rows[first] = rest.mapValues { $0 * inverse % PublishedSums.prime }
    }
  }

  func determines(_ atoms: Set<Views.Atom>) -> Bool {
    let row = row(atoms)
    return !row.isEmpty && reduced(row).isEmpty
  }

  private func row(_ atoms: Set<Views.Atom>) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: atoms.compactMap { number[$0] }.map { ($0, 1) })
  }

  /// Without what follows from the rows so far.
  private func reduced(_ row: [Int: Int]) -> [Int: Int] {
    var row = row
    var done: [Int: Int] = [:]
    while let first = row.keys.min() {
      let factor = row[first]!
      guard let known = rows[first] else {
        done[first] = factor
        row[first] = nil
        continue
      }
      for (place, value) in known {
        let rest =
          ((row[place] ?? 0) - factor * value % PublishedSums.prime + PublishedSums.prime) % PublishedSums.prime
        row[place] = rest == 0 ? nil : rest
      }
    }
    return done
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, base, exponent) = (1, base, exponent)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}

/// The pupils of one sum of a map and of its parts.
struct CountSum {
  let parts: [SchoolMap.Figures]
  let whole: SchoolMap.Figures
  /// Across, where nobody stands twice; down, people stand in several lines.
  let addsUp: Bool

  /// Whether a reader of this cannot tell a small number of `true` exactly.
  func leavesOpen(_ true: CountSum) -> Bool {
    let shown = parts.map(CountSum.range)
    let whole = CountSum.range(self.whole)
    for (index, part) in `true`.parts.enumerated() where (1...4).contains(part.pupils) {
      let others = shown.indices.filter { $0 != index }
      let most = others.reduce(0) { $0 + shown[$1].upperBound }
      let least = addsUp ? others.reduce(0) { $0 + shown[$1].lowerBound } : 0
      let lowest = max(shown[index].lowerBound, whole.lowerBound - most)
      let highest = min(shown[index].upperBound, whole.upperBound - least)
      if lowest >= highest { return false }
    }
    guard (1...4).contains(`true`.whole.pupils) else { return true }
    let lowest = shown.reduce(0) { addsUp ? $0 + $1.lowerBound : max($0, $1.lowerBound) }
    return max(lowest, whole.lowerBound) < min(whole.upperBound, shown.reduce(0) { $0 + $1.upperBound })
  }

  private static func range(_ figures: SchoolMap.Figures) -> ClosedRange<Int> {
    if figures.isSmall { return 1...4 }
    return figures.isCountWithheld ? 0...100_000 : figures.pupils...figures.pupils
  }
}

extension SchoolMap {
  /// Every sum of pupils: lines across, columns down.
  var countSums: [CountSum] {
    var sums: [CountSum] = []
    for section in sections {
      // Whoever is in masked provision is counted nowhere.
      let lines = section.lines.filter { !$0.isHidden }
      for line in lines {
        sums.append(CountSum(parts: line.cells.map { $0?.figures ?? .init() }, whole: line.total, addsUp: true))
      }
      sums.append(CountSum(parts: section.subtotals, whole: section.subtotal, addsUp: true))
      for (index, subtotal) in section.subtotals.enumerated() {
        sums.append(
          CountSum(parts: lines.map { $0.cells[index]?.figures ?? .init() }, whole: subtotal, addsUp: false))
      }
      sums.append(CountSum(parts: lines.map(\.total), whole: section.subtotal, addsUp: false))
    }
    sums.append(CountSum(parts: totals, whole: total, addsUp: true))
    for (index, total) in totals.enumerated() {
      sums.append(CountSum(parts: sections.map { $0.subtotals[index] }, whole: total, addsUp: false))
    }
    sums.append(CountSum(parts: sections.map(\.subtotal), whole: total, addsUp: false))
    return sums
  }
}

extension Lottery {
  /// A small school of a few lines, whose groups run in some terms, with more or fewer pupils of some years.
  mutating func facts() -> MapFacts {
    let years = number(1...4)
    let roll = (0..<number(6...40)).map { MapSample.pupil($0, in: 1 + $0 % years) }
    let spans = [
      Sample.wholeYear, Sample.span("2026-09-07", "2026-12-18"), Sample.span("2027-01-04", "2027-07-16"),
      Sample.span("2026-10-01", "2027-03-01"),
    ]
    let lines = number(2...7)
    let groups = (0..<number(lines...lines * 2)).map { index -> MapGroup in
      let span = spans.randomElement(using: &self)!
      let line = index % lines
      let share = number(1...12)
      let members = roll.filter { _ in chance(share) }.map { pupil in
        MapSample.place(pupil, chance(4) ? spans.randomElement(using: &self)! : span)
      }
      var leads: [GroupFacts.Lead] = [.init(staff: Sample.assistant, role: Sample.assistantRole, span: span)]
      if chance(3) { leads.append(.init(staff: Sample.teacher, role: Sample.teacherRole, span: span)) }
      let isStrategy = line == 6
      return MapSample.group(
        index, "Line \(line)", heading: line % 3, span: span,
        schedules: isStrategy ? [] : [Sample.schedule(number(10...60), .perWeek(number(1...5)), span)],
        leads: isStrategy ? [] : leads, members: members, isMasked: line == 5)
    }
    return MapSample.facts(groups, roll)
  }
}
