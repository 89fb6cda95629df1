import Domain
import Store

/// From the needs that are kept to those that a file says.
struct NeedChange {
  let old: [RankedNeed]
  let new: [RankedNeed]
  /// From when what differs holds.
  let begins: Day
  let timeline: Timeline<[RankedNeed]>

  init(_ said: IncomingPupil.Needs, _ kept: Timeline<[RankedNeed]>, _ effective: Day, _ known: Day) {
    switch said {
    case .ranked(_, let from), .all(_, let from): begins = from ?? effective
    case .dated(let needs):
      begins = needs.filter { ($0.until ?? known) >= known }.compactMap(\.from).max() ?? effective
    }
    let known = max(known, begins)
    old = kept.on(known)?.value ?? []
    new = Self.list(said, over: old, known)
    // Whole lists follow one another, so that on no day two needs have the same rank.
    timeline = Timeline(FactChange.facts(kept.facts, to: new.isEmpty ? nil : new, from: begins, known: known))
  }

  /// The whole list that holds, ranked from 1 without gaps.
  private static func list(_ said: IncomingPupil.Needs, over old: [RankedNeed], _ known: Day) -> [RankedNeed] {
    switch said {
    case .all(let types, _): return renumbered(types)
    case .ranked(let ranked, _):
      let said = Set(ranked.values)
      let rest = old.filter { ranked[$0.rank] == nil && !said.contains($0.type) }
      return renumbered((rest + ranked.map { RankedNeed(type: $0.value, rank: $0.key) }).ranked.map(\.type))
    case .dated(let needs):
      var types: [NeedType] = []
      let open = needs.filter { ($0.until ?? known) >= known }.sorted { $0.need.rank < $1.need.rank }
      for each in open where !types.contains(each.need.type) { types.append(each.need.type) }
      return renumbered(types)
    }
  }

  static func renumbered(_ types: [NeedType]) -> [RankedNeed] {
    types.enumerated().map { RankedNeed(type: $1, rank: $0 + 1) }
  }
}

extension PupilFacts {
  /// "No specialist assessment" goes with SEN support only: it ends with it.
  mutating func dropUnfittingNeeds(from day: Day, known: Day) {
    let known = max(day, known)
    guard status(on: known) != .support, needs(on: known).contains(where: { $0.type == .notAssessed }) else { return }
    let rest = NeedChange.renumbered(needs(on: known).map(\.type).filter { $0 != .notAssessed })
    needs = Timeline(FactChange.facts(needs.facts, to: rest.isEmpty ? nil : rest, from: day, known: known))
  }
}
