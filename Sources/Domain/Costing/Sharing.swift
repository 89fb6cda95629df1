/// Who shares a group, cut in date order wherever the sharers, their weights, their year groups or the funding streams of
/// their places change. What happens after a stretch never moves it.
struct Sharing: Sendable {
  let stretches: [Stretch]

  struct Stretch: Sendable {
    let period: Period
    /// In order of the pupils' ids, which settle equal remainders.
    let sharers: [Sharer]
    let weights: [Int]
  }

  struct Sharer: Hashable, Sendable {
    let pupil: ID<Pupil>
    let weight: Int
    let year: YearGroup?
    let stream: ID<FundingStream>?
  }

  init(_ group: GroupFacts, in period: Period, policy: CostingPolicy.Sharing) {
    var stretches: [(from: Day, sharers: [Sharer])] = []
    for cut in Sharing.cuts(group, in: period) {
      let sharers = group.members.compactMap { member -> Sharer? in
        guard member.span.contains(cut), group.span.contains(cut) else { return nil }
        let weight = policy == .evenly ? 1 : member.weight
        return Sharer(pupil: member.pupil, weight: weight, year: member.year(on: cut), stream: member.stream)
      }
      if stretches.last?.sharers != sharers { stretches.append((cut, sharers)) }
    }
    self.stretches = stretches.indices.map { index in
      let (from, sharers) = stretches[index]
      let until = index + 1 < stretches.count ? stretches[index + 1].from.previous : period.until
      return Stretch(period: Period(from, until)!, sharers: sharers, weights: sharers.map(\.weight))
    }
  }

  /// The same, cut as well where one of `days`, which are in order, begins.
  func cut(at days: [Day]) -> Sharing {
    if days.isEmpty { return self }
    return Sharing(
      stretches: stretches.flatMap { stretch in
        let inside = days.filter { $0 > stretch.period.from && $0 <= stretch.period.until }
        let starts = [stretch.period.from] + inside
        let ends = inside.map(\.previous) + [stretch.period.until]
        return zip(starts, ends).map {
          Stretch(period: Period($0, $1)!, sharers: stretch.sharers, weights: stretch.weights)
        }
      })
  }

  private init(stretches: [Stretch]) { self.stretches = stretches }

  /// The period's first day, and every later day on which something about its sharers begins.
  private static func cuts(_ group: GroupFacts, in period: Period) -> [Day] {
    var cuts = [period.from]
    func add(_ day: Day) {
      if day > period.from, day <= period.until { cuts.append(day) }
    }
    func add(_ span: Span) {
      add(span.from)
      if let until = span.until { add(until.next) }
    }
    add(group.span)
    for member in group.members {
      add(member.span)
      for year in member.years.dropFirst() { add(year.day) }
    }
    cuts.sort()
    var distinct: [Day] = []
    for cut in cuts where cut != distinct.last { distinct.append(cut) }
    return distinct
  }
}
