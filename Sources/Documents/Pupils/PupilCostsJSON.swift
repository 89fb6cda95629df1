package import Domain

/// One pupil's costs as a JSON file: for each group and each source (an adult's time, a thing) the whole line, the pupil's
/// part of it, and how both came about. Rates are in it: it is for who may see pay. Keys: docs/files.md.
package struct PupilCostsJSON: Sendable {
  private let costs: PupilCosts
  private let school: School
  private let upn: UPN?

  package init(_ costs: PupilCosts, school: School, upn: UPN?) {
    self.costs = costs
    self.school = school
    self.upn = upn
  }

  package func bytes() throws -> [UInt8] { try tree.bytes() }

  private var tree: FileTree {
    .object([
      .school: .school(school),
      .pupil: .object([.name: .text(costs.pupil.fullName), .upn: upn.map { .text($0.text) } ?? .none]),
      .period: .object(.days(costs.question.period)), .asAt: .text(costs.question.asAt.iso),
      .asItWas: .flag(costs.question.isAsItWas), .policy: .text(CostingPolicy.trueCost.name),
      .groups: .list(costs.groups.map(group)), .total: .object(figures(costs.total)),
      .usesReferenceRates: .flag(costs.usesReferenceRates),
    ])
  }

  private func group(_ provided: PupilCosts.Provided) -> FileTree {
    .object(
      [
        .id: .text(provided.group.id.text), .provision: .text(provided.group.name), .heading: .text(provided.heading),
        .when: .text(provided.when), .who: .list(provided.who.map { .text($0) }),
        .places: .list(provided.places.map { .object(.days($0)) }), .groupSize: .number(provided.sharers),
        .lines: .list(provided.lines.map(line)),
        .notLedFrom: provided.unledFrom.map { .text($0.iso) } ?? .none, .total: .object(figures(provided.total)),
      ].merging(.days(provided.group.span)) { $1 })
  }

  private func line(_ line: PupilCosts.Line) -> FileTree {
    .object(
      [
        .source: .text(line.source), .item: .flag(line.isItem), .sessions: .number(line.line.sessions),
        .wholeLineMinutes: .number(line.line.minutes),
        .wholeLinePence: line.line.pence.map { .number($0.count) } ?? .none,
        .notPricedFrom: line.unpricedFrom.map { .text($0.iso) } ?? .none,
        .legs: .list(line.line.legs.map(leg)),
        .stretches: .list(line.line.stretches.map { stretch($0, of: costs.pupil.id) }),
      ].merging(figures(line.figures)) { $1 })
  }

  private func leg(_ leg: CostLine.Leg) -> FileTree {
    .object(
      [
        .sessions: .number(leg.sessions), .minutesOfASession: .number(leg.minutes), .share: .text(leg.share.words),
        .pence: leg.pence.map { .number($0.count) } ?? .none,
        .rateHundredthsOfAPenny: leg.price.map { .number($0.rate.hundredthsOfAPenny) } ?? .none,
        .rateBasis: leg.price.map { .text($0.rate.basis.code) } ?? .none,
        .rateUnits: leg.price?.rate.basis.units.map { .number($0) } ?? .none,
        .rateSource: leg.price.map { .text($0.originWords) } ?? .none,
        .rateIsReference: .flag(leg.price?.isReference ?? false),
      ].merging(.days(leg.period)) { $1 })
  }

  private func stretch(_ stretch: CostLine.Stretch, of pupil: ID<Pupil>) -> FileTree {
    let own = stretch.shares.filter { $0.pupil == pupil }
    let isUnpriced = stretch.pence == nil && !own.isEmpty
    return .object(
      [
        .pence: stretch.pence.map { .number($0.count) } ?? .none, .staffMinutes: .number(stretch.minutes),
        .sharers: .number(stretch.shares.count { $0.pupil != nil }),
        .pupilPence: isUnpriced ? .none : .number(own.compactMap(\.pence).sum.count),
        .pupilMinutes: .number(own.reduce(0) { $0 + $1.minutes }),
      ].merging(.days(stretch.period)) { $1 })
  }

  private func figures(_ figures: PupilCosts.Figures) -> [FileKey: FileTree] {
    let isUnknown = figures.isNotKnown
    return [
      .projectedPence: isUnknown ? .none : .number(figures.projected.count),
      .toDatePence: isUnknown ? .none : .number(figures.toDate.count),
      .toComePence: isUnknown ? .none : .number(figures.toCome.count), .pupilMinutes: .number(figures.minutes),
      .notPriced: .number(figures.unpriced), .notLed: .number(figures.unled),
    ]
  }
}
