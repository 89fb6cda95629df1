import Domain

extension GroupPlanning {
  /// Cells of one row that say the same days, minutes and adults for several years are one session of mixed ages, or one for
  /// each year: the table does not tell. One is taken where nobody says otherwise, because it counts nobody's time twice.
  mutating func sessions(of groups: [IncomingGroup]) -> [IncomingGroup] {
    var joined: [IncomingGroup] = []
    var done: Set<Int> = []
    for (place, group) in groups.enumerated() where !done.contains(place) {
      let same = groups.indices.filter { $0 > place && !done.contains($0) && Self.isSameSession(group, groups[$0]) }
      guard !same.isEmpty else {
        joined.append(group)
        continue
      }
      let all = [group] + same.map { groups[$0] }
      done.formUnion(same)
      joined += isOneSession(all) ? [Self.one(of: all)] : all
    }
    return joined
  }

  private static func isSameSession(_ one: IncomingGroup, _ other: IncomingGroup) -> Bool {
    guard let cell = one.cell, let next = other.cell, one.rows == other.rows, one.name == other.name,
      one.from == other.from, one.until == other.until, !one.places.isEmpty, !other.places.isEmpty, !cell.isEverybody,
      !next.isEverybody, cell.years != next.years
    else { return false }
    let (dosage, theirs) = (cell.said, next.said)
    return !dosage.slots.isEmpty && dosage.minutes != nil && dosage == theirs
      && cell.leads.first?.value == next.leads.first?.value && cell.roles == next.roles
  }

  private mutating func isOneSession(_ groups: [IncomingGroup]) -> Bool {
    let (first, cell) = (groups[0], groups[0].cell!)
    let columns = groups.compactMap { $0.cell?.column }.joined(separator: ", ")
    let key = "session-\(cell.key)"
    let isOne = asking.answers[key] != "each"
    matches.append(
      ImportMatch(
        key: key, row: first.rows[0], field: "Session", what: "\(first.name), \(columns): \(cell.said.words)",
        taken: isOne ? "one" : "each",
        candidates: [
          UnsureItem.Candidate(id: "one", what: "One session for all of them: one group of mixed ages"),
          UnsureItem.Candidate(id: "each", what: "A session for each: \(groups.count) groups"),
        ], mayBeNew: false))
    if isOne {
      warn(
        first.rows[0], columns,
        "They say the same day, minutes and staff, so they are taken as one session of mixed ages: its time and its cost "
          + "count once. If each has a session of its own, say so above.")
    }
    return isOne
  }

  private static func one(of groups: [IncomingGroup]) -> IncomingGroup {
    var one = groups[0]
    one.places = groups.flatMap(\.places)
    var notes: [String] = []
    for line in groups.compactMap(\.note) where !notes.contains(line) { notes.append(line) }
    one.note = notes.isEmpty ? nil : notes.joined(separator: "\n")
    let cells = groups.compactMap(\.cell)
    one.cell?.column = cells.map(\.column).joined(separator: ", ")
    one.cell?.years = Set(cells.flatMap(\.years)).sorted()
    one.cell?.remarks = cells.flatMap(\.remarks)
    return one
  }
}
