package import Domain
import SQL

extension Rates {
  /// A role's rate from a day on, until the next one that is known. One that begins on that very day is replaced, and
  /// reference rates before the school's next own one give way. Days that have passed are priced anew from then on: an
  /// award that is entered late counts from the day it was made for. Refused where no hour of work costs so much or so
  /// little, on a day from which no rate holds (`Rate.check`), and where the rates are no longer those that were `shown`
  /// (`KeptRate.mark`).
  package func setRate(
    of role: ID<PayRole>, to rate: Rate, from day: Day, source: String, isReference: Bool = false, shown: String? = nil
  ) throws {
    let value = RecordedRate(rate: rate, isReference: isReference, source: try checked(source))
    try set(value, from: day, in: RecordedRate.ofRoles, of: role, named: try roleName(role), noun: "role rate", shown)
  }

  /// Says that a role's rate of that day was never right: what held before it holds on; before the first, nothing.
  /// Published reference rates that it stood in place of are there again.
  package func removeRate(of role: ID<PayRole>, beginningOn day: Day) throws {
    let name = try roleName(role)
    try edit(RecordedRate.ofRoles, of: role, named: name, noun: "role rate", act: "removed") { timeline in
      let old = timeline.beginning(on: day)
      try timeline.takeOut(beginningOn: day, ofRoleNamed: name)
      return (before: old, after: nil)
    }
  }

  /// Says that a role's reference rates are right for this school.
  package func confirm(_ role: ID<PayRole>) throws {
    try viewer.must(.do, .rates)
    let name = try roleName(role)
    try connection.run(
      """
      UPDATE role_rates SET is_reference = \(false) WHERE organisation_id = \(viewer.organisation) AND role_id = \(role)
      """)
    try connection.record("confirmed", "role rate", role.text, by: viewer, after: ["of": name])
  }

  /// Somebody's own pay from a day on, until the next that is known; refused as `setRate` is.
  package func setPay(
    of staff: ID<StaffMember>, to rate: Rate, from day: Day, source: String, shown: String? = nil
  ) throws {
    let value = RecordedRate(rate: rate, isReference: false, source: try checked(source))
    try set(value, from: day, in: RecordedRate.ofStaff, of: staff, named: try staffName(staff), noun: "pay", shown)
  }

  /// Says that somebody's pay of that day was never right: what held before it holds on.
  package func removePay(of staff: ID<StaffMember>, beginningOn day: Day) throws {
    try edit(RecordedRate.ofStaff, of: staff, named: try staffName(staff), noun: "pay", act: "removed") { timeline in
      let old = timeline.beginning(on: day)
      try timeline.remove(beginningOn: day)
      return (before: old, after: nil)
    }
  }

  /// What stands there already is not set again: a form that is sent twice.
  private func set<Owner>(
    _ value: RecordedRate, from day: Day, in table: DatedTable<RecordedRate>, of owner: ID<Owner>, named name: String,
    noun: String, _ shown: String?
  ) throws {
    try viewer.must(.do, .rates)
    let kept = try table.facts(of: [owner], in: viewer.organisation, connection)[owner] ?? []
    var asSet = Timeline(kept)
    try asSet.set(value, from: day)
    if asSet.facts == kept { return }
    _ = try value.rate.checkedAsWork()
    try Rate.check(from: day, today: connection.today)
    if let shown, shown != KeptRate.mark(of: kept.map(KeptRate.init)) {
      throw Refusal.conflict(
        "Somebody has changed these rates since you opened this page. They stand in the table as they are now: look, and save yours if it is still right."
      )
    }
    try edit(table, of: owner, named: name, noun: noun, act: "changed") { timeline in
      try timeline.set(value, from: day)
      return (before: nil, after: Dated(value, Span(day)!))
    }
  }

  /// Changes the facts about one owner, and writes what became different with its line of history.
  private func edit<Owner>(
    _ table: DatedTable<RecordedRate>, of owner: ID<Owner>, named name: String, noun: String, act: String,
    _ change: (inout Timeline<RecordedRate>) throws -> (before: Dated<RecordedRate>?, after: Dated<RecordedRate>?)
  ) throws {
    try viewer.must(.do, .rates)
    let kept = try table.facts(of: [owner], in: viewer.organisation, connection)[owner] ?? []
    var timeline = Timeline(kept)
    let (removed, added) = try change(&timeline)
    let before = removed ?? added.flatMap { Timeline(kept).on($0.span.from) }
    try table.replace(kept, by: timeline.facts, of: owner, in: viewer.organisation, connection)
    try connection.record(
      act, noun, owner.text, by: viewer, before: words(before, of: name), after: words(added, of: name))
  }

  private func words(_ fact: Dated<RecordedRate>?, of name: String) -> [String: String] {
    guard let fact else { return [:] }
    return ["of": name, "rate": fact.value.rate.words, "from": fact.span.from.iso, "source": fact.value.source]
  }

  private func roleName(_ role: ID<PayRole>) throws -> String {
    let name = try connection.first(
      "SELECT name FROM pay_roles WHERE organisation_id = \(viewer.organisation) AND id = \(role)"
    ) { $0.text(0) }
    guard let name else { throw Refusal.notFound() }
    return name
  }

  private func staffName(_ staff: ID<StaffMember>) throws -> String {
    let name = try connection.first(
      "SELECT name FROM staff WHERE organisation_id = \(viewer.organisation) AND id = \(staff)"
    ) { $0.text(0) }
    guard let name else { throw Refusal.notFound() }
    return name
  }

  private func checked(_ source: String) throws -> String {
    guard source.count <= 500 else {
      throw Refusal.invalid("Shorten where the figure comes from to 500 characters.", field: "source")
    }
    return source
  }
}
