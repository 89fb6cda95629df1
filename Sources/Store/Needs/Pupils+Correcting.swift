package import Domain
import SQL

/// What a recorded fact of a pupil should have been.
package enum FactCorrection: Hashable, Sendable {
  case status(SENStatus, Span)
  case needs([RankedNeed], Span)
  case className(String, Span)
  /// Years above (+) or below (−) the year of the child's age.
  case yearShift(Int, Span)
  /// It was never true: what held before it holds on.
  case neverStatus
  case neverNeeds
  case neverClass
  case neverYearShift

  var isAboutNeeds: Bool {
    switch self {
    case .className, .neverClass, .yearShift, .neverYearShift: false
    default: true
    }
  }
}

extension Pupils {
  /// Puts right a fact that was recorded wrongly; `first` is the day on which it was said to begin. The old value stays in
  /// history. Refused where the viewer may not, where the days would overlap another fact, where the pupil was not on the
  /// roll, and by the rules for needs.
  package func correct(
    _ id: ID<Pupil>, factBeginningOn first: Day, to correction: FactCorrection, version: Int? = nil
  ) throws {
    if correction.isAboutNeeds { try viewer.must(.do, .needs) }
    let pupil = try toChange(id, version: version)
    let old =
      try PupilFacts.load([id], in: viewer.organisation, withNeeds: correction.isAboutNeeds, connection)[id]
      ?? PupilFacts()
    let new = try corrected(old, of: pupil, beginningOn: first, correction)
    let years = try correctedYears(of: pupil, beginningOn: first, correction)
    var difference = Difference()
    difference.note(
      "SEN status", PupilWords.list(old.statuses, PupilWords.words), PupilWords.list(new.statuses, PupilWords.words))
    difference.note("needs", PupilWords.list(old.needs, \.codes), PupilWords.list(new.needs, \.codes))
    difference.note("class", PupilWords.list(old.classes) { $0 }, PupilWords.list(new.classes) { $0 })
    difference.note(
      "year", PupilWords.list(pupil.taught.shifts, PupilWords.words(shift:)),
      PupilWords.list(years, PupilWords.words(shift:)))
    if difference.isEmpty { return }
    try new.replace(old, of: id, in: viewer.organisation, connection)
    try replaceYearShifts(of: pupil, by: years)
    try connection.run(
      """
      UPDATE pupils SET version = version + 1 WHERE organisation_id = \(viewer.organisation) AND id = \(id)
      """)
    try connection.record(
      "corrected", "pupil", id.text, by: viewer, pupil: id, before: difference.before, after: difference.after)
  }

  private func corrected(
    _ old: PupilFacts, of pupil: Pupil, beginningOn first: Day, _ correction: FactCorrection
  ) throws -> PupilFacts {
    var new = old
    switch correction {
    case .status(let status, let span):
      try refuseOffRoll(pupil, span.from)
      try new.statuses.correct(beginningOn: first, to: RecordedStatus(status), span)
      if status != .support { try refuseNotAssessed(new, in: span) }
    case .needs(let needs, let span):
      try refuseOffRoll(pupil, span.from)
      if needs.isEmpty { throw Refusal.invalid("Choose at least one need.", field: "needs") }
      try needs.refuseUnlessSound(with: new.status(on: span.from))
      try new.needs.correct(beginningOn: first, to: needs.ranked, span)
    case .className(let name, let span):
      try refuseOffRoll(pupil, span.from)
      if name.isEmpty { throw Refusal.invalid("Enter the class.", field: "class") }
      try Pupils.refuseClass(name)
      try new.classes.correct(beginningOn: first, to: name, span)
    case .neverStatus:
      try new.statuses.remove(beginningOn: first)
      if let span = old.statuses.beginning(on: first)?.span { try refuseNotAssessed(new, in: span) }
    case .neverNeeds: try new.needs.remove(beginningOn: first)
    case .neverClass: try new.classes.remove(beginningOn: first)
    case .yearShift, .neverYearShift: break
    }
    return new
  }

  private func correctedYears(
    of pupil: Pupil, beginningOn first: Day, _ correction: FactCorrection
  ) throws -> Timeline<Int> {
    var years = pupil.taught.shifts
    switch correction {
    case .yearShift(let shift, let span):
      try Pupils.refuseShift(shift)
      try refuseOffRoll(pupil, span.from)
      try years.correct(beginningOn: first, to: shift, span)
    case .neverYearShift: try years.remove(beginningOn: first)
    default: break
    }
    return years
  }

  /// NSA goes with SEN support only, on every day of `span`.
  private func refuseNotAssessed(_ facts: PupilFacts, in span: Span) throws {
    let clash = facts.needs.facts.contains { fact in
      fact.span.overlaps(span) && facts.status(on: max(fact.span.from, span.from)) != .support
        && fact.value.contains { $0.type == .notAssessed }
    }
    if clash {
      throw Refusal.invalid(
        "“\(NeedType.notAssessed.name)” is recorded on these days, and goes with SEN support only. Change the needs first.",
        field: "status")
    }
  }
}

extension PupilWords {
  /// Every fact of a timeline, in order: `No SEN from … until …; SEN support from …`.
  static func list<Value>(_ timeline: Timeline<Value>, _ value: (Value) -> String) -> String {
    timeline.facts.map { words($0, value) }.joined(separator: "; ")
  }
}
