extension Span {
  /// The days of a place or a lead, inside the group's own and inside those on which the person is here. Without days
  /// wanted, as long as both allow; without a last day, until whichever ends first. Refuses what would lie outside, and says
  /// which of the two it was.
  package static func fitting(
    _ wanted: Span?, in group: Span, here: Span, person name: String
  ) throws(Refusal) -> Span {
    let from = wanted?.from ?? max(group.from, here.from)
    let until = wanted?.until ?? [group.until, here.until].compactMap { $0 }.min()
    guard here.contains(from) || (wanted == nil && here.overlaps(group)) else {
      throw .invalid("\(name) is not here then: \(here.words).", field: "from")
    }
    guard group.contains(from) else {
      throw .invalid("The group does not run on \(from.words): it runs \(group.words).", field: "from")
    }
    guard let span = Span(from, until) else { throw .invalid("The last day is before the first.", field: "until") }
    if let last = group.until, (span.until ?? .distantFuture) > last {
      throw .invalid("The group ends on \(last.words).", field: "until")
    }
    if let last = here.until, (span.until ?? .distantFuture) > last {
      throw .invalid("\(name) is here until \(last.words).", field: "until")
    }
    return span
  }

  /// The same days when the group's own change from `old` to `new`: what began or ended with the group still does, as far as
  /// the person is here; what belongs to an earlier stay of theirs is left as it is. Nil where the rest would stick out of the new dates.
  package func moved(from old: Span, to new: Span, here: Span) -> Span? {
    let from = self.from == old.from && here.contains(self.from) ? max(new.from, here.from) : self.from
    let until =
      self.until == old.until && here.contains(self.from)
      ? [new.until, here.until].compactMap { $0 }.min() : self.until
    guard from >= new.from, (until ?? .distantFuture) <= (new.until ?? .distantFuture) else { return nil }
    return Span(from, until)
  }

  /// `2 September to 18 December 2026`, `from 2 September 2026`.
  package var words: String { until.flatMap { Period(from, $0) }?.words ?? "from \(from.words)" }
}

extension Day {
  /// Later than any day that the program takes: for comparing with "no end".
  package static let distantFuture = Day(9999, 12, 31)!
}
