import Domain

/// How dated facts of one kind about one thing change when a file says what holds from a day.
enum FactChange {
  /// `value` from `day` on, as it is known on `known`: what was in force is ended the day before, what began in between is
  /// replaced, and what begins after `known` still does. Nil: nothing holds from `day` on. The facts as they are where the
  /// value holds on `known` already, whenever it began.
  static func facts<Value: Hashable>(
    _ facts: [Dated<Value>], to value: Value?, from day: Day, known: Day
  ) -> [Dated<Value>] {
    let known = max(day, known)
    if facts.first(where: { $0.span.contains(known) })?.value == value { return facts }
    let later = facts.filter { $0.span.from > known }
    var changed = facts.filter { $0.span.from < day }.map { fact in
      var fact = fact
      if (fact.span.until ?? day) >= day { fact.span.until = day.previous }
      return fact
    }
    if let value {
      let next = later.map(\.span.from).min()
      changed.append(Dated(value, Span(day, next?.previous)!))
    }
    return changed + later
  }
}
