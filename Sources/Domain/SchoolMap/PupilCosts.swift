/// What one pupil gets over some days and what it costs, line by line: the pupil's own part of each adult's time and each
/// thing, to date, to come and in all. The parts are the very ones that the school map adds up.
package struct PupilCosts: Sendable {
  package let pupil: MapPupil
  package let question: MapQuestion
  package let groups: [Provided]
  package let total: Figures
  package let usesReferenceRates: Bool

  /// One group that the pupil is in.
  package struct Provided: Sendable {
    package let group: Group
    package let heading: String
    package let when: String
    package let who: [String]
    /// The pupil's places in it, in order.
    package let places: [Span]
    /// Pupils who share it in the period, this one among them.
    package let sharers: Int
    package let lines: [Line]
    /// The first day with a session, among those of the pupil's days, that nobody leads.
    package let unledFrom: Day?
    package let total: Figures
  }

  /// The pupil's part of one line: one adult's time, or one thing.
  package struct Line: Sendable {
    package let source: String
    package let isItem: Bool
    package let figures: Figures
    /// The line's first day with a session that has no rate. Such days have no money, and what the pupil shares of them is
    /// counted in the figures' `unpriced`.
    package let unpricedFrom: Day?
    /// The whole line, for its working.
    package let line: CostLine
  }

  package struct Figures: Sendable, Hashable {
    package var projected: Pence = .zero
    package var toDate: Pence = .zero
    /// The pupil's part of the adults' minutes over the whole period.
    package var minutes = 0
    package var unpriced = 0
    /// Groups that meet and that nobody leads: what the pupil takes of them is not known.
    package var unled = 0
    package var toCome: Pence { projected - toDate }

    mutating func add(_ other: Figures) {
      projected += other.projected
      toDate += other.toDate
      minutes += other.minutes
      unpriced += other.unpriced
      unled += other.unled
    }

    /// The money is not nothing, it is not known.
    package var isNotKnown: Bool { projected == .zero && (unpriced > 0 || unled > 0) }
  }
}

extension MapFacts {
  /// The costs of one pupil over the days of `question`, whose other filters hold too. Nil when the pupil has no place in
  /// any group of these days and is unknown to the facts. Confidential provision that is masked is left out.
  package func costs(of pupil: ID<Pupil>, _ question: MapQuestion) -> PupilCosts? {
    guard let found = pupils[pupil] else { return nil }
    var question = question
    question.pupils = [pupil]
    let sieve = MapSieve(question, self)
    let names = Dictionary(headings.map { ($0.id, $0.name) }) { first, _ in first }
    var usesReference = false
    let provided = costed(sieve).map { costed -> PupilCosts.Provided in
      var lines: [PupilCosts.Line] = []
      for line in costed.projected.lines {
        guard line.isShared(by: pupil) else { continue }
        let passed = costed.toDate?.lines.first { $0.source == line.source }
        var figures = PupilCosts.Figures()
        figures.projected = line.part(of: pupil)
        figures.toDate = passed?.part(of: pupil) ?? .zero
        figures.minutes = line.minutes(of: pupil)
        figures.unpriced = line.isPriced(for: pupil) ? 0 : 1
        usesReference = usesReference || line.legs.contains { $0.price?.isReference ?? false }
        lines.append(
          PupilCosts.Line(
            source: wordsWithRole(line.source, isMasked: false), isItem: line.isOfItem, figures: figures,
            unpricedFrom: line.unpricedFrom, line: line))
      }
      let unled = costed.projected.unled.flatMap { $0.shares.contains { $0.pupil == pupil } ? $0 : nil }
      var total = lines.reduce(into: PupilCosts.Figures()) { $0.add($1.figures) }
      total.unled = unled == nil ? 0 : 1
      return PupilCosts.Provided(
        group: costed.group.group, heading: names[costed.group.group.heading] ?? "",
        when: costed.group.facts.schedules.last?.schedule.words ?? "",
        who: costed.group.facts.leads.filter { sieve.isInForce($0.span) }.reduce(into: []) { names, lead in
          if let name = staff[lead.staff], !names.contains(name) { names.append(name) }
        },
        places: costed.group.facts.members.filter { $0.pupil == pupil }.map(\.span).sorted { $0.from < $1.from },
        sharers: Set(costed.group.facts.members.filter { sieve.isInForce($0.span) }.map(\.pupil)).count,
        lines: lines, unledFrom: unled?.from, total: total)
    }
    return PupilCosts(
      pupil: found, question: question, groups: provided,
      total: provided.reduce(into: PupilCosts.Figures()) { $0.add($1.total) }, usesReferenceRates: usesReference)
  }
}

extension CostLine {
  fileprivate var isOfItem: Bool {
    if case .item = source { true } else { false }
  }

  /// False where the pupil shares days that have no rate.
  package func isPriced(for pupil: ID<Pupil>) -> Bool {
    !stretches.contains { $0.pence == nil && $0.shares.contains { $0.pupil == pupil } }
  }

  /// The priced pence that stand under a pupil.
  package func part(of pupil: ID<Pupil>) -> Pence {
    stretches.lazy.flatMap(\.shares).filter { $0.pupil == pupil }.reduce(into: Pence.zero) { $0 += $1.pence ?? .zero }
  }

  /// The adult's minutes that stand under a pupil.
  package func minutes(of pupil: ID<Pupil>) -> Int {
    stretches.lazy.flatMap(\.shares).filter { $0.pupil == pupil }.reduce(0) { $0 + $1.minutes }
  }

  package func isShared(by pupil: ID<Pupil>) -> Bool {
    stretches.contains { $0.shares.contains { $0.pupil == pupil } }
  }
}
