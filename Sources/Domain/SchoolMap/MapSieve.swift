/// What a question asks for of the facts: one rule for the map, the workings of its figures and a pupil's costs.
///
/// Asking about pupils or money for them finds only such as the viewer knows, and asking about people never finds
/// confidential provision that is hidden: that it is there would tell who is in it.
struct MapSieve: Sendable {
  let question: MapQuestion
  /// Pupils whom the facts name, which are those whom the viewer knows.
  private let known: [ID<Pupil>: MapPupil]
  private let asksWhose: Bool
  private let asksWho: Bool

  init(_ question: MapQuestion, _ facts: MapFacts) {
    self.question = question
    known = facts.pupils
    asksWhose = !question.pupils.isEmpty || !question.streams.isEmpty
    asksWho = asksWhose || !question.staff.isEmpty
  }

  /// Whether a group is on the map at all: in force, and within the filters that are about groups.
  func takes(_ group: MapGroup) -> Bool {
    let details = group.group
    if !isInForce(details.span) || asksWho && group.isMasked { return false }
    if !question.headings.isEmpty, !question.headings.contains(details.heading) { return false }
    if !question.areas.isEmpty, !question.areas.contains(details.area ?? "") { return false }
    if !question.strands.isEmpty, !(details.strand.map(question.strands.contains) ?? false) { return false }
    if !question.levels.isEmpty, !question.levels.contains(details.level ?? "") { return false }
    if !question.staff.isEmpty,
      !group.facts.leads.contains(where: { question.staff.contains($0.staff) && isInForce($0.span) })
    {
      return false
    }
    return !asksWhose || group.facts.members.contains { takes($0) }
  }

  /// Whether a group without pupils stands in the years that it is for: not where pupils are asked for.
  var takesGroupsWithoutPupils: Bool { !asksWhose }

  /// Whether a place is within the filters, and in force in the days that are asked for.
  func takes(_ member: GroupFacts.Member) -> Bool {
    takes(member.pupil, member.stream) && isInForce(member.span)
  }

  /// Whether a part of a cost is within the filters. Parts that nobody shares are left out where pupils or streams are
  /// asked for; as it was on a day, a place that has ended takes its part with it.
  func takes(_ share: CostLine.Share, placesInForce: Set<ID<Pupil>>) -> Bool {
    guard let pupil = share.pupil else { return !asksWhose && question.onlyYear == nil }
    if let only = question.onlyYear, share.year != only { return false }
    if question.isAsItWas, !placesInForce.contains(pupil) { return false }
    return takes(pupil, share.stream)
  }

  func isInForce(_ span: Span) -> Bool {
    switch question.days {
    case .period(let period, _): span.within(period) != nil
    case .asItWas(let day): span.contains(day)
    }
  }

  private func takes(_ pupil: ID<Pupil>, _ stream: ID<FundingStream>?) -> Bool {
    if !asksWhose { return true }
    if known[pupil] == nil { return false }
    if !question.pupils.isEmpty, !question.pupils.contains(pupil) { return false }
    return question.streams.isEmpty || stream.map(question.streams.contains) ?? false
  }
}

extension MapFacts {
  /// The groups that a question is about, each costed.
  func costed(_ sieve: MapSieve) -> [CostedGroup] {
    let groups = groups.filter { sieve.takes($0) }
    let costing = Costing(calendar: calendar, rates: rates)
      .cost(groups.map(\.facts), in: sieve.question.period, asAt: sieve.question.asAt)
    return groups.enumerated().map { index, group in
      let passed = costing.toDate.isEmpty ? nil : costing.toDate[index]
      return CostedGroup(
        group: group, projected: costing.projected[index], toDate: passed,
        placesInForce: Set(group.facts.members.lazy.filter { sieve.takes($0) }.map(\.pupil)))
    }
  }
}

/// A group with its cost over the period and over the part of it that has passed.
struct CostedGroup {
  let group: MapGroup
  let projected: GroupCosting
  /// Nil where the period has not begun.
  let toDate: GroupCosting?
  /// Pupils with a place that the question asks for.
  let placesInForce: Set<ID<Pupil>>
}
