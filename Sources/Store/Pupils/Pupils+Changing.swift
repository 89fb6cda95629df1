package import Domain
import SQL

extension Pupils {
  /// Changes a pupil from `day` on: status, needs, class and the year taught in are ended the day before and begun on it;
  /// details and flags have no days. Nothing is written where nothing is different. Refused where the viewer may not,
  /// where the pupil is not on the roll on `day`, and by the rules for details and needs.
  package func change(_ id: ID<Pupil>, to change: PupilChange, from day: Day, version: Int? = nil) throws {
    if let version { _ = try toChange(id, version: version) }
    try self.change([id: change], from: { _ in day })
  }

  package func changeStatus(_ id: ID<Pupil>, to status: SENStatus, from day: Day, version: Int? = nil) throws {
    try change(id, to: PupilChange(status: RecordedStatus(status)), from: day, version: version)
  }

  /// `needs` is the whole ranked list that holds from `day` on: types that are not in it end the day before.
  package func changeNeeds(_ id: ID<Pupil>, to needs: [RankedNeed], from day: Day, version: Int? = nil) throws {
    try change(id, to: PupilChange(needs: needs), from: day, version: version)
  }

  /// Nil: no class from `day` on.
  package func changeClass(_ id: ID<Pupil>, to name: String?, from day: Day, version: Int? = nil) throws {
    try change(id, to: PupilChange(className: name ?? ""), from: day, version: version)
  }

  /// From `day` on the child is taught so many years above (+) or below (−) its age, 0 for by age. What was before, and what
  /// it cost in the year of then, stays.
  package func changeYearShift(_ id: ID<Pupil>, to shift: Int, from day: Day, version: Int? = nil) throws {
    try change(id, to: PupilChange(yearShift: shift), from: day, version: version)
  }

  package func setFlags(_ id: ID<Pupil>, to flags: PupilFlags, version: Int? = nil) throws {
    try change(id, to: PupilChange(flags: flags), from: connection.today, version: version)
  }

  package func correct(_ id: ID<Pupil>, to details: PupilDetails, version: Int? = nil) throws {
    try change(id, to: PupilChange(details: details), from: connection.today, version: version)
  }

  /// Many changes in few statements: what an import writes. `day` says from when for each pupil. A `Refusal` or `Refusals`
  /// stops all of it.
  package func change(_ changes: [ID<Pupil>: PupilChange], from day: (ID<Pupil>) -> Day) throws {
    try viewer.must(.do, .pupils)
    let touchesNeeds = changes.values.contains { $0.status != nil || $0.needs != nil }
    if touchesNeeds { try viewer.must(.do, .needs) }
    let ids = changes.keys.sorted()
    let pupils = try ids.chunks(of: 400).flatMap { try load("p.id IN (\(SQL.list($0)))", for: .do) }
    guard pupils.count == ids.count else { throw Refusal.notFound() }
    let facts = try PupilFacts.load(ids, in: viewer.organisation, withNeeds: touchesNeeds, connection)
    for pupil in pupils {
      try write(changes[pupil.id]!, to: pupil, facts[pupil.id] ?? PupilFacts(), from: day(pupil.id))
    }
  }

  private func write(_ change: PupilChange, to pupil: Pupil, _ old: PupilFacts, from day: Day) throws {
    var difference = Difference()
    let details = change.details ?? pupil.details
    if details != pupil.details {
      try details.refuseUnlessSound(today: connection.today)
      if let leftOn = pupil.leftOn, details.joinedOn > leftOn {
        throw Refusals([
          .invalid("\(pupil.calledName) left on \(leftOn.words). The first day cannot be later.", field: "joined-on")
        ])
      }
      if details.upn != pupil.upn { try refuseTaken([details], except: pupil.id) }
      difference.note(pupil.details, details)
    }
    let flags = change.flags ?? pupil.flags
    if flags.contains(.watch) != pupil.flags.contains(.watch) { try viewer.must(.do, .needs) }
    difference.note("flags", PupilWords.words(pupil.flags), PupilWords.words(flags))
    let years = try yearShifts(of: pupil, after: change, from: day, &difference)
    let new = try facts(old, after: change, of: pupil, from: day, &difference)
    if difference.isEmpty { return }
    try new.replace(old, of: pupil.id, in: viewer.organisation, connection)
    try replaceYearShifts(of: pupil, by: years)
    try connection.run(
      """
      UPDATE pupils SET upn = \(details.upn?.text), surname = \(details.surname), forename = \(details.forename),
        preferred_forename = \(details.preferredForename), sort_name = \(Pupils.sortName(details)),
        birth_day = \(details.birthDay), sex = \(details.sex), joined_on = \(details.joinedOn), flags = \(flags.rawValue),
        version = version + 1
      WHERE organisation_id = \(viewer.organisation) AND id = \(pupil.id)
      """)
    try connection.record(
      "changed", "pupil", pupil.id.text, by: viewer, pupil: pupil.id, before: difference.before,
      after: difference.after)
  }

  private func facts(
    _ old: PupilFacts, after change: PupilChange, of pupil: Pupil, from day: Day, _ difference: inout Difference
  ) throws -> PupilFacts {
    var new = old
    if let name = change.className {
      try Pupils.refuseClass(name)
      new.classes.change(to: name.isEmpty ? nil : name, from: day)
    }
    if let status = change.status, status.status != old.status(on: day) {
      new.statuses.change(to: status, from: day)
    }
    if let needs = change.needs { new.needs.change(to: needs.isEmpty ? nil : needs.ranked, from: day) }
    if new == old { return old }
    try refuseOffRoll(pupil, day)
    try new.settleNeeds(from: day, given: change.needs)
    difference.note(old, new, from: day)
    return new
  }

  private func yearShifts(
    of pupil: Pupil, after change: PupilChange, from day: Day, _ difference: inout Difference
  ) throws -> Timeline<Int> {
    var years = pupil.taught.shifts
    guard let shift = change.yearShift, shift != pupil.taught.shift(on: day) else { return years }
    try Pupils.refuseShift(shift)
    try refuseOffRoll(pupil, day)
    years.change(to: shift, from: day)
    difference.note(
      "year", PupilWords.words(pupil.taught.shifts.on(day), PupilWords.words(shift:)),
      PupilWords.words(years.on(day), PupilWords.words(shift:)))
    return years
  }

  func replaceYearShifts(of pupil: Pupil, by years: Timeline<Int>) throws {
    try PupilFactTables.years.replace(
      pupil.taught.shifts.facts, by: years.facts, of: pupil.id, in: viewer.organisation, connection)
  }

  /// Facts begin while the pupil is on the roll.
  func refuseOffRoll(_ pupil: Pupil, _ day: Day) throws {
    if day < pupil.joinedOn {
      throw Refusal.invalid(
        "\(pupil.calledName) joined on \(pupil.joinedOn.words). Choose that day or a later one.", field: "from")
    }
    if let leftOn = pupil.leftOn, day > leftOn {
      throw Refusal.invalid(
        "\(pupil.calledName) left on \(leftOn.words). Choose that day or an earlier one.", field: "from")
    }
  }
}

extension PupilFacts {
  /// NSA goes with SEN support only. A list that was given now is refused; one that was there before loses NSA on the day
  /// on which SEN support ends.
  mutating func settleNeeds(from day: Day, given: [RankedNeed]?) throws {
    if let given {
      try given.refuseUnlessSound(with: status(on: day))
    } else if status(on: day) != .support, needs(on: day).contains(where: { $0.type == .notAssessed }) {
      let rest = needs(on: day).filter { $0.type != .notAssessed }
      let ranked = rest.enumerated().map { RankedNeed(type: $1.type, rank: $0 + 1) }
      needs.change(to: ranked.isEmpty ? nil : ranked, from: day)
    }
  }
}

extension Difference {
  mutating func note(_ old: PupilFacts, _ new: PupilFacts, from day: Day) {
    if old.statuses.facts != new.statuses.facts {
      note(
        "SEN status", PupilWords.words(old.statuses.on(day), PupilWords.words),
        PupilWords.words(new.statuses.on(day), PupilWords.words))
    }
    if old.needs.facts != new.needs.facts {
      note("needs", PupilWords.words(old.needs.on(day), \.codes), PupilWords.words(new.needs.on(day), \.codes))
    }
    if old.classes.facts != new.classes.facts {
      note("class", PupilWords.words(old.classes.on(day), { $0 }), PupilWords.words(new.classes.on(day), { $0 }))
    }
  }
}
