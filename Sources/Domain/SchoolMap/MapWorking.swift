/// What is behind one figure of the map: the pupils whom it counts, and each group × source with the part of it that stands
/// in the figure. The parts add up to the figure and the pupils are its pupils, because the figure was made from the very
/// same.
package struct MapWorking: Sendable {
  package let lines: [Line]
  /// Groups of the figure that no line is of: nothing of them is costed.
  package let uncosted: [Uncosted]
  package let total: Pence
  /// The part of the total up to and including the as-at day.
  package let toDate: Pence
  package let unpriced: Int
  /// Groups that meet and that nobody leads.
  package let unled: Int
  /// Those of the pupils whom the viewer knows, in order of their names; nobody where only counts are asked for.
  package let pupils: [MapPupil]
  /// All of them, each counted once.
  package let pupilCount: Int

  /// There is no such group, line or column on the map.
  package var isEmpty: Bool { lines.isEmpty && uncosted.isEmpty }

  package struct Line: Sendable {
    package let group: Group
    /// Confidential, and not for this viewer: how the line came about is not told.
    package let isMasked: Bool
    /// `Mrs Lowe (Teaching assistant)`, `Book set`.
    package let source: String
    /// What tells the group from others of its name, the first thing first: its years, how often it meets, its days.
    package let marks: [String]
    package let line: CostLine
    /// The part that stands in the figure; zero where the line is not priced.
    package let part: Pence
    package let minutes: Int
    /// Whether the figure has the whole of the line.
    package let isWhole: Bool
  }

  /// A group of the figure with nothing to cost.
  package struct Uncosted: Sendable {
    package let group: Group
    package let isMasked: Bool
    package let marks: [String]
    package let reason: Reason
  }

  package enum Reason: Hashable, Sendable {
    /// It has no sessions of its own.
    case strategy
    /// No session of it is held in these days.
    case noSession
    /// It meets, and nobody leads it from this day on: what it takes is not known.
    case unled(Day)
    /// Its cost stands in other columns.
    case elsewhere
  }
}

extension MapFacts {
  /// The working of a figure: `column`, `group` and `line` narrow what the question asks for; nil takes all. `line` is any
  /// group of the map's line that is meant.
  package func working(
    _ question: MapQuestion, column: SchoolMap.Column?, group: ID<Group>?, line: ID<Group>? = nil
  ) -> MapWorking {
    let onLine = line.map { id in groups.first { $0.group.id == id }.map { SchoolMap.Line.Key($0) } }
    // A column says itself what stands across.
    var question = question
    switch column {
    case .year: question.across = .year
    case .stage: question.across = .stage
    case .wholeSchool, nil: break
    }
    if question.onlyYear != nil { question.across = .year }
    let drawing = MapDrawing(facts: self, sieve: MapSieve(question, self))
    var behind = FigureBehind(drawing: drawing, column: column)
    for costed in costed(drawing.sieve)
    where (group == nil || costed.group.group.id == group)
      && (onLine == nil || onLine == SchoolMap.Line.Key(costed.group))
    {
      behind.add(costed)
    }
    return behind.working
  }
}

/// Gathers what is behind a figure, group by group.
private struct FigureBehind {
  let drawing: MapDrawing
  let column: SchoolMap.Column?
  private var lines: [MapWorking.Line] = []
  private var uncosted: [MapWorking.Uncosted] = []
  private var toDate = Pence.zero
  private var pupils: Set<ID<Pupil>> = []

  init(drawing: MapDrawing, column: SchoolMap.Column?) {
    self.drawing = drawing
    self.column = column
  }

  var working: MapWorking {
    let unled = uncosted.count { if case .unled = $0.reason { true } else { false } }
    return MapWorking(
      lines: lines, uncosted: uncosted, total: lines.map(\.part).sum, toDate: toDate,
      unpriced: lines.count { !$0.line.isPriced }, unled: unled, pupils: drawing.named(pupils),
      pupilCount: pupils.count)
  }

  mutating func add(_ costed: CostedGroup) {
    let placed = drawing.place(costed)
    let runs = placed.runs.filter { column == nil || $0.key == column }
    guard !runs.isEmpty else { return }
    for (own, ids) in placed.pupils where column == nil || own == column { pupils.formUnion(ids) }
    let (group, marks) = (costed.group, marks(runs))
    let before = lines.count
    for line in costed.toDate?.lines ?? [] { toDate += shares(of: line, costed).compactMap(\.pence).sum }
    for line in costed.projected.lines {
      let shares = shares(of: line, costed)
      guard !shares.isEmpty else { continue }
      lines.append(
        MapWorking.Line(
          group: group.group, isMasked: group.isMasked,
          source: drawing.facts.wordsWithRole(line.source, isMasked: group.isMasked), marks: marks, line: line,
          part: shares.compactMap(\.pence).sum, minutes: shares.reduce(0) { $0 + $1.minutes },
          isWhole: shares.count == line.stretches.reduce(0) { $0 + $1.shares.count }))
    }
    let unled = runs.values.contains { $0.figures.unled > 0 } ? costed.projected.unled : nil
    guard lines.count == before || unled != nil else { return }
    uncosted.append(
      MapWorking.Uncosted(
        group: group.group, isMasked: group.isMasked, marks: marks, reason: reason(costed, unled)))
  }

  private func shares(of line: CostLine, _ costed: CostedGroup) -> [CostLine.Share] {
    line.stretches.flatMap(\.shares).filter { share in
      drawing.sieve.takes(share, placesInForce: costed.placesInForce) && (column?.contains(share.year) ?? true)
    }
  }

  private func reason(_ costed: CostedGroup, _ unled: UnledSessions?) -> MapWorking.Reason {
    if let unled { return .unled(unled.from) }
    if !costed.projected.lines.isEmpty { return .elsewhere }
    return costed.group.facts.schedules.isEmpty ? .strategy : .noSession
  }

  private func marks(_ runs: [SchoolMap.Column: SchoolMap.Run]) -> [String] {
    let years = column == nil ? runs.keys.map(\.order).sorted { $0.place < $1.place }.map(\.name) : []
    let run = runs.values.first
    return [years.joined(separator: ", "), run?.when ?? "", run?.dates ?? ""].filter { !$0.isEmpty }
  }
}

extension SchoolMap.Column {
  fileprivate var order: (place: Int, name: String) {
    switch self {
    case .year(let year): (year.number, name)
    case .stage(let stage): (KeyStage.allCases.firstIndex(of: stage)!, name)
    case .wholeSchool: (Int.max, name)
    }
  }
}

extension SchoolMap.Column {
  /// Whether a part of this year, or of none, stands in the column.
  package func contains(_ year: YearGroup?) -> Bool {
    switch self {
    case .year(let own): year == own
    case .stage(let stage): year?.stage == stage
    case .wholeSchool: year == nil
    }
  }

  /// Reads a column's key.
  package init?(key: String) {
    if key == "whole-school" {
      self = .wholeSchool
    } else if let stage = KeyStage(rawValue: key) {
      self = .stage(stage)
    } else if let year = YearGroup(typed: key) {
      self = .year(year)
    } else {
      return nil
    }
  }
}
