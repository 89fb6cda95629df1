/// A value with the days on which it holds.
package struct Dated<Value: Hashable & Sendable>: Hashable, Sendable {
  package var value: Value
  package var span: Span

  package init(_ value: Value, _ span: Span) {
    self.value = value
    self.span = span
  }
}

/// The facts of one kind about one thing, in the order of their first days; no two of them ever overlap. A fact is known
/// by its first day.
///
/// *Change from a day* ends what holds and begins the next; *correct* replaces a mistake from its own first day. A
/// neighbour that touches a fact moves with its edge, so that correcting a day leaves neither a hole nor an overlap.
package struct Timeline<Value: Hashable & Sendable>: Hashable, Sendable {
  package private(set) var facts: [Dated<Value>]

  package init(_ facts: [Dated<Value>] = []) { self.facts = facts.sorted { $0.span.from < $1.span.from } }

  package func on(_ day: Day) -> Dated<Value>? { facts.last { $0.span.contains(day) } }
  package func beginning(on day: Day) -> Dated<Value>? { facts.first { $0.span.from == day } }

  /// From `day` on `value` holds, until the next change that is already recorded; nil: nothing holds. False where it
  /// holds already.
  @discardableResult
  package mutating func change(to value: Value?, from day: Day) -> Bool {
    let current = facts.lastIndex { $0.span.contains(day) }
    if current.map({ facts[$0].value }) == value { return false }
    var until = facts.first { $0.span.from > day }?.span.from.previous
    if let current {
      until = facts[current].span.until ?? until
      if facts[current].span.from == day {
        facts.remove(at: current)
      } else {
        facts[current].span.until = day.previous
      }
    }
    if let value, let span = Span(day, until) { insert(Dated(value, span)) }
    joinEquals()
    return true
  }

  /// Puts `value` and `span` in place of the fact that begins on `first`. Refused where that would overlap another.
  package mutating func correct(beginningOn first: Day, to value: Value, _ span: Span) throws {
    guard let index = facts.firstIndex(where: { $0.span.from == first }) else { throw Refusal.notFound() }
    let old = facts[index].span
    var corrected = facts
    corrected[index] = Dated(value, span)
    if index > 0 { corrected[index - 1] = try retreating(facts[index - 1], from: old.from, to: span.from) }
    if index + 1 < facts.count {
      corrected[index + 1] = try advancing(facts[index + 1], from: old.until, to: span.until)
    }
    facts = corrected
    joinEquals()
  }

  /// What begins on `first` was never true: what held before it holds on.
  package mutating func remove(beginningOn first: Day) throws {
    guard let index = facts.firstIndex(where: { $0.span.from == first }) else { throw Refusal.notFound() }
    let old = facts.remove(at: index).span
    if index > 0, facts[index - 1].span.until == old.from.previous { facts[index - 1].span.until = old.until }
    joinEquals()
  }

  private func retreating(_ fact: Dated<Value>, from old: Day, to new: Day) throws -> Dated<Value> {
    var fact = fact
    if fact.span.until == old.previous { fact.span.until = new.previous }
    guard let until = fact.span.until, fact.span.from <= until, until < new else {
      throw overlap(with: fact, field: "from")
    }
    return fact
  }

  private func advancing(_ fact: Dated<Value>, from old: Day?, to new: Day?) throws -> Dated<Value> {
    var fact = fact
    guard let new else { throw overlap(with: fact, field: "until") }
    if let old, fact.span.from == old.next { fact.span.from = new.next }
    guard new < fact.span.from, fact.span.from <= fact.span.until ?? fact.span.from else {
      throw overlap(with: fact, field: "until")
    }
    return fact
  }

  private func overlap(with fact: Dated<Value>, field: String) -> Refusal {
    .invalid("These days would overlap what is recorded from \(fact.span.from.words).", field: field)
  }

  private mutating func insert(_ fact: Dated<Value>) {
    let index = facts.firstIndex { $0.span.from > fact.span.from } ?? facts.count
    facts.insert(fact, at: index)
  }

  private mutating func joinEquals() {
    var joined: [Dated<Value>] = []
    for fact in facts {
      if let last = joined.last, last.value == fact.value, last.span.until == fact.span.from.previous {
        joined[joined.count - 1].span.until = fact.span.until
      } else {
        joined.append(fact)
      }
    }
    facts = joined
  }
}
