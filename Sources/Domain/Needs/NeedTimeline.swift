/// A pupil's needs change as a whole ranked list. They are kept need by need, each with the days on which it has its
/// rank; so a list that changes leaves untouched the needs that stay.
extension Timeline where Value == [RankedNeed] {
  package init(needs: [Dated<RankedNeed>]) {
    let edges = Set(needs.flatMap { [$0.span.from] + ($0.span.until.map { [$0.next] } ?? []) }).sorted()
    var lists: [Dated<[RankedNeed]>] = []
    for (index, edge) in edges.enumerated() {
      let list = needs.filter { $0.span.contains(edge) }.map(\.value).ranked
      let until = index + 1 < edges.count ? edges[index + 1].previous : nil
      guard !list.isEmpty, let span = Span(edge, until) else { continue }
      if let last = lists.last, last.value == list, last.span.until == edge.previous {
        lists[lists.count - 1].span.until = until
      } else {
        lists.append(Dated(list, span))
      }
    }
    self.init(lists)
  }

  /// Each need with the days on which it has its rank, in the order of the types' codes, then of the days.
  package var needs: [Dated<RankedNeed>] {
    var running: [NeedType: Dated<RankedNeed>] = [:]
    var done: [Dated<RankedNeed>] = []
    for list in facts {
      var next: [NeedType: Dated<RankedNeed>] = [:]
      for need in list.value {
        if var run = running[need.type], run.value == need, run.span.until == list.span.from.previous {
          run.span.until = list.span.until
          next[need.type] = run
          running[need.type] = nil
        } else {
          next[need.type] = Dated(need, list.span)
        }
      }
      done += running.values
      running = next
    }
    return (done + running.values).sorted {
      ($0.value.type.code, $0.span.from) < ($1.value.type.code, $1.span.from)
    }
  }
}
