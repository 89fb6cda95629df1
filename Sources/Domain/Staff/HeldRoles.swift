/// The roles in which somebody works, each from a day on: there is always one. The first counts before its day too, the
/// last after it, so that a corrected day of coming or leaving leaves no hole. What was led in a role keeps its rate.
package struct HeldRoles: Hashable, Sendable {
  package let timeline: Timeline<ID<PayRole>>

  /// Nil where there is none.
  package init?(_ timeline: Timeline<ID<PayRole>>) {
    if timeline.facts.isEmpty { return nil }
    self.timeline = timeline
  }

  package init(_ role: ID<PayRole>, from day: Day) { timeline = Timeline([Dated(role, Span(day)!)]) }

  package func on(_ day: Day) -> ID<PayRole> {
    (timeline.facts.last { $0.span.from <= day } ?? timeline.facts[0]).value
  }

  /// The days of `span` cut where the role changes, in order.
  package func within(_ span: Span) -> [Dated<ID<PayRole>>] {
    let changes = timeline.facts.dropFirst().map(\.span.from).filter { $0 > span.from && $0 <= (span.until ?? $0) }
    let starts = [span.from] + changes
    return starts.indices.map { index in
      let until = index + 1 < starts.count ? starts[index + 1].previous : span.until
      return Dated(on(starts[index]), Span(starts[index], until)!)
    }
  }
}
