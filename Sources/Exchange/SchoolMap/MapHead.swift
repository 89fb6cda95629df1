import Domain
import Formats

/// The rows of a map that say which years its columns are for, and what the others hold.
struct MapHead {
  /// The numbers of its rows: key stages may stand over years.
  let rows: ClosedRange<Int>
  /// By column, its years; none for the whole school.
  private(set) var years: [Int: [YearGroup]] = [:]
  /// By column, its half-terms.
  private(set) var halfTerms: [Int: ClosedRange<Int>] = [:]
  private(set) var provision = 0
  private(set) var section: Int?
  /// What stands over each column, down to the lowest row.
  private let texts: [String]
  private var roles: [Int: MapRole] = [:]

  /// Columns that say when, how long or by whom, and what else is worth keeping.
  var others: [Int] { roles.keys.sorted() }

  /// As many as the table is wide.
  let width: Int

  /// `said` is what the user says of columns. Nil where none of the first rows has years in it, and the user says of no
  /// column that it has; with `isLenient` the first row of several cells is taken then, so that the user can be asked.
  init?(_ grid: Grid, said: [Int: MapRole] = [:], isLenient: Bool = false) {
    let isSaid = said.values.contains(where: \.isYears)
    guard let block = Self.block(of: grid, isLenient: isSaid || isLenient) else { return nil }
    let filled = grid.filled.rows.filter { block.contains($0.number) }
    let width = grid.rows.map(\.cells.count).max() ?? 0
    let words = (0..<width).map { column in
      filled.map { $0.cells.indices.contains(column) ? $0.cells[column] : "" }.filter { !$0.isEmpty }
    }
    rows = block
    self.width = width
    texts = words.map { CellReading.words($0.last ?? "") }
    var known: [Int: MapRole] = [:]
    for column in 0..<width { known[column] = read(words[column], of: column) }
    for column in 0..<(years.keys.min() ?? width)
    where known[column] == nil && Self.holdsStaff(column, grid, below: block) {
      known[column] = .staff
    }
    for (column, role) in said { take(role, for: column) }
    choose(known.merging(said) { $1 }, said)
  }

  /// What stands over a column says its years, or what else it holds. The lowest of the rows knows best: Year 3 under Key
  /// stage 2. A map does not begin with its years.
  private mutating func read(_ words: [String], of column: Int) -> MapRole? {
    let role = words.reversed().lazy.compactMap(MapHeadWords.role).first
    if column > 0, role == nil || role == .provision || role == .section {
      years[column] = words.reversed().lazy.compactMap(MapHeadWords.years).first
      halfTerms[column] = words.reversed().lazy.compactMap(MapHeadWords.halfTerms).first
      if halfTerms[column] != nil, years[column] == nil { years[column] = [] }
    }
    return role
  }

  private mutating func take(_ role: MapRole, for column: Int) {
    years[column] = role.years ?? (role.halfTerms == nil ? nil : [])
    halfTerms[column] = role.halfTerms
  }

  /// Of the columns before the years the provision and its heading; of all, those that say something else.
  private mutating func choose(_ known: [Int: MapRole], _ said: [Int: MapRole]) {
    let before = 0..<(years.keys.min() ?? width)
    let free = before.filter { known[$0] == nil || known[$0] == .provision || known[$0] == .section }
    let sections = free.filter { known[$0] == .section }
    let others = free.filter { known[$0] != .section }
    provision =
      said.first { $0.value == .provision }?.key ?? free.first { known[$0] == .provision }
      ?? (years.isEmpty ? others.first : others.last) ?? free.last ?? 0
    let besides = free.filter { $0 != provision && (said[$0] == nil || said[$0] == .section) }
    section =
      said.first { $0.value == .section }?.key ?? besides.first { sections.contains($0) }
      ?? besides.first { $0 < provision && !texts[$0].isEmpty }
    roles = known.filter { column, role in
      [.staff, .when, .note].contains(role) && column < width && years[column] == nil && column != provision
        && column != section
    }
  }

  /// What a column is taken for.
  func role(of column: Int) -> MapRole {
    if let range = halfTerms[column], years[column]?.isEmpty ?? true { return .halfTerms(range) }
    if let years = years[column] { return .years(years) }
    if column == provision { return .provision }
    if column == section { return .section }
    return roles[column] ?? .none
  }

  /// What stands over a column.
  func text(_ column: Int) -> String {
    texts.indices.contains(column) && !texts[column].isEmpty ? texts[column] : Grid.letters(ofColumn: column)
  }
}

extension MapHead {
  /// The head's rows: the one with the most years, and those about it that say something of columns too.
  private static func block(of grid: Grid, isLenient: Bool) -> ClosedRange<Int>? {
    let top = Array(grid.rows.prefix(15))
    let counts = top.map(count)
    guard let most = counts.max() else { return nil }
    var first = counts.firstIndex(of: most)!
    if most == 0 {
      let several = top.firstIndex { row in row.cells.count { !$0.isEmpty } > 1 }
      guard isLenient, let several else { return nil }
      first = several
    }
    var last = first
    // Of two rows with as many years the lower one stands under key stages; a row of bare numbers counts pupils.
    while last + 1 < top.count, isHead(top[last + 1], over: last - first) { last += 1 }
    while first > 0, isHead(top[first - 1]) || reachesDown(top[first - 1], to: top[first].number, grid) { first -= 1 }
    return top[first].number...top[last].number
  }

  /// How many columns but the first the row says the years, or half-terms, of.
  private static func count(_ row: TableRow) -> Int {
    let found = row.cells.indices.filter { column in
      !row.cells[column].isEmpty
        && (MapHeadWords.years(row.cells[column]) != nil || MapHeadWords.halfTerms(row.cells[column]) != nil)
    }
    // A row of numbers is a row of figures; a map does not begin with its years.
    if found.first == 0 || (found.count < 2 && found.allSatisfy { Int(row.cells[$0]) != nil }) { return 0 }
    return found.count
  }

  /// Whether all that a row says are words that stand over columns. Below other rows of the head it must say years, or part
  /// them: "Strategies", "All", "All" is a row like others.
  private static func isHead(_ row: TableRow, over depth: Int? = nil) -> Bool {
    let said = row.cells.filter { !$0.isEmpty }
    guard said.count > 1, depth ?? 0 < 2 else { return false }
    func saysYears(_ text: String) -> Bool {
      Int(text) == nil && MapHeadWords.years(text)?.isEmpty == false || MapHeadWords.halfTerms(text) != nil
    }
    let isKnown = said.allSatisfy { text in
      saysYears(text) || MapHeadWords.years(text)?.isEmpty == true || MapHeadWords.role(text) != nil
        || ["names", "pupils", "children", "name"].contains(Folding.fold(text))
    }
    return isKnown
      && (depth == nil || said.contains(where: saysYears) || said.filter { Folding.fold($0) == "staff" }.count > 1)
  }

  /// Whether cells of the row go on down to another: then it is a part of the same head.
  private static func reachesDown(_ row: TableRow, to number: Int, _ grid: Grid) -> Bool {
    grid.merges.contains { merge in
      merge.row == row.number && merge.rowCount > 1 && merge.row + merge.rowCount > number
        && row.cells.indices.contains(merge.column) && !row.cells[merge.column].isEmpty
    }
  }

  /// Whether most of what stands in a column are staff: `TA`, `Mrs Lowe`.
  private static func holdsStaff(_ column: Int, _ grid: Grid, below block: ClosedRange<Int>) -> Bool {
    let texts = grid.rows.filter { $0.number > block.upperBound && $0.cells.indices.contains(column) }
      .map { $0.cells[column] }.filter { !$0.isEmpty }
    let nobody = StaffMentions(people: [])
    let staff = texts.filter { text in
      let pieces = text.split(whereSeparator: { ",;/&+\n".contains($0) }).map { CellReading.words(String($0)) }
      return pieces.allSatisfy { piece in
        StaffWords.isAdult(piece)
          || MapText.tidied(nobody.taken(from: piece, in: .staff).rest).isEmpty
            && StaffNames.hasTitle(piece)
      }
    }
    return texts.count > 1 && staff.count * 2 > texts.count
  }
}
