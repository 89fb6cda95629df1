package import Domain

/// Reference rates are a stopgap: a school's own rate of a role stands in their place from its first day until the
/// school's next own one. A school that enters what it paid in September is not to be priced at a published figure again
/// from April.
extension Rates.KeptRate {
  /// What an own rate of a role from `day` on would meet among those that are kept: the reference rates that begin later
  /// and give way to it, and the school's next own one, before which it ends.
  package static func meeting(
    _ day: Day, among kept: [Rates.KeptRate]
  ) -> (givingWay: [Rates.KeptRate], next: Rates.KeptRate?) {
    let later = kept.filter { $0.span.from > day }
    let next = later.filter { !$0.isReference }.min { $0.span.from < $1.span.from }
    return (later.filter { $0.isReference && $0.span.from < next?.span.from ?? $0.span.from.next }, next)
  }
}

extension Timeline where Value == RecordedRate {
  /// `value` from `day` on; where it is the school's own, through reference rates to the next own one.
  mutating func set(_ value: RecordedRate, from day: Day) throws {
    if !value.isReference {
      let met = Rates.KeptRate.meeting(day, among: facts.map(Rates.KeptRate.init))
      for rate in met.givingWay where beginning(on: rate.span.from) != nil { try remove(beginningOn: rate.span.from) }
    }
    change(to: value, from: day)
  }

  /// Takes out what was never right: what held before it holds on. Where that is a reference rate, or nothing, the
  /// published rates that an own one stood in place of are there again.
  mutating func takeOut(beginningOn day: Day, ofRoleNamed name: String) throws {
    guard let old = beginning(on: day) else { throw Refusal.notFound() }
    try remove(beginningOn: day)
    let before = facts.last { $0.span.from < day }
    guard !old.value.isReference, let work = Self.work(before, ofRoleNamed: name) else { return }
    for published in ReferenceRate.dated(work).map(\.rate)
    where published.from >= day && old.span.contains(published.from) {
      change(
        to: RecordedRate(rate: published.rate, isReference: true, source: published.source), from: published.from)
    }
  }

  /// The work whose published rates a role has: those of `before`, or where nothing held before, of the role's name.
  private static func work(_ before: Dated<RecordedRate>?, ofRoleNamed name: String) -> ReferenceRate.Work? {
    guard let before else { return ReferenceRate.Work(rawValue: name) }
    guard before.value.isReference else { return nil }
    return ReferenceRate.all.first { $0.rate == before.value.rate && $0.source == before.value.source }?.work
  }
}
