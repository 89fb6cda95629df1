package import Domain
import SQL

extension SchoolCalendars {
  /// Adds a term, or changes the one with `id`. Refuses terms that overlap, and a term that is no longer the one that was
  /// `shown` when the change was asked for. `newID`: the one that the form of a new one was given, so that a form that is
  /// sent twice adds one term.
  @discardableResult
  package func put(
    _ term: Term, id: ID<Term>? = nil, newID: ID<Term>? = nil, shown: Term? = nil
  ) throws -> ID<Term> {
    try viewer.must(.do, .school)
    try checkName(term.name)
    let kept = try terms()
    if let newID, kept.contains(where: { $0.id == newID }) { return newID }
    let old = try id.map { try found($0, among: kept.map { ($0.id, $0.term) }, shown: shown) }
    do throws(Refusal) {
      try SchoolCalendar.check(kept.filter { $0.id != id }.map(\.term) + [term])
    } catch {
      throw Refusal.invalid(error.sentence, field: "from")
    }
    let place = id ?? newID ?? connection.newID()
    if old == nil {
      try insert(term, place)
    } else {
      try connection.run(
        """
        UPDATE terms SET name = \(term.name), from_day = \(term.period.from), until_day = \(term.period.until),
          academic_year = \(term.academicYear.start)
        WHERE organisation_id = \(viewer.organisation) AND id = \(place)
        """)
    }
    try connection.record(
      old == nil ? "added" : "changed", "term", place.text, by: viewer, before: words(old?.name, old?.period),
      after: words(term.name, term.period))
    return place
  }

  package func remove(_ id: ID<Term>, shown: Term? = nil) throws {
    try viewer.must(.do, .school)
    let old = try found(id, among: terms().map { ($0.id, $0.term) }, shown: shown)
    try connection.run("DELETE FROM terms WHERE organisation_id = \(viewer.organisation) AND id = \(id)")
    try connection.record("removed", "term", id.text, by: viewer, before: words(old.name, old.period))
  }

  /// Adds a closure, or changes the one with `id`. Refuses closures that overlap, one that lasts longer than eight weeks, and
  /// one that is no longer the one that was `shown`.
  @discardableResult
  package func put(
    _ closure: Closure, id: ID<Closure>? = nil, newID: ID<Closure>? = nil, shown: Closure? = nil
  ) throws -> ID<Closure> {
    try viewer.must(.do, .school)
    try checkName(closure.name)
    let kept = try closures()
    if let newID, kept.contains(where: { $0.id == newID }) { return newID }
    let old = try id.map { try found($0, among: kept.map { ($0.id, $0.closure) }, shown: shown) }
    try check(closure, among: kept.filter { $0.id != id }.map(\.closure))
    let place = id ?? newID ?? connection.newID()
    if old == nil {
      try insert(closure, place)
    } else {
      try connection.run(
        """
        UPDATE closures SET name = \(closure.name), from_day = \(closure.period.from),
          until_day = \(closure.period.until)
        WHERE organisation_id = \(viewer.organisation) AND id = \(place)
        """)
    }
    try connection.record(
      old == nil ? "added" : "changed", "closure", place.text, by: viewer, before: words(old?.name, old?.period),
      after: words(closure.name, closure.period))
    return place
  }

  package func remove(_ id: ID<Closure>, shown: Closure? = nil) throws {
    try viewer.must(.do, .school)
    let old = try found(id, among: closures().map { ($0.id, $0.closure) }, shown: shown)
    try connection.run("DELETE FROM closures WHERE organisation_id = \(viewer.organisation) AND id = \(id)")
    try connection.record("removed", "closure", id.text, by: viewer, before: words(old.name, old.period))
  }

  /// Gives a year the calendar that a new school starts with. Refuses a year that has terms, and one whose terms would
  /// overlap those of another.
  package func addStandard(_ year: AcademicYear) throws {
    try viewer.must(.do, .school)
    let kept = try terms().map(\.term)
    guard !kept.contains(where: { $0.academicYear == year }) else {
      throw Refusal.invalid("\(year.words) has terms already.", field: "year")
    }
    guard (2000...2099).contains(year.start) else {
      throw Refusal.invalid("Choose a year between 2000 and 2099.", field: "year")
    }
    let parts = SchoolCalendar.standardParts(year)
    try SchoolCalendar.check(kept + parts.terms)
    let closures = try self.closures().map(\.closure)
    for term in parts.terms { try insert(term, connection.newID()) }
    for closure in parts.closures where !closures.contains(where: { $0.period.overlaps(closure.period) }) {
      try insert(closure, connection.newID())
    }
    try connection.record(
      "added", "calendar", viewer.organisation.text, by: viewer,
      after: ["year": year.words, "terms": words(parts.terms)])
  }

  /// Replaces the terms of the academic years that `terms` belong to, and the closures that touch those years, as
  /// `AcademicYear.days(among:)` of the terms before and after counts them. Used by the calendar's import; refuses terms that
  /// overlap, those of the other years too.
  package func replace(terms: [Term], closures: [Closure]) throws {
    try viewer.must(.do, .school)
    let years = Set(terms.map(\.academicYear))
    let kept = try self.terms().map(\.term)
    let before = kept.filter { years.contains($0.academicYear) }
    try SchoolCalendar.check(terms + kept.filter { !years.contains($0.academicYear) })
    for year in years {
      let days = year.days(among: terms + kept)
      try connection.run(
        "DELETE FROM terms WHERE organisation_id = \(viewer.organisation) AND academic_year = \(year.start)")
      try connection.run(
        """
        DELETE FROM closures WHERE organisation_id = \(viewer.organisation) AND from_day <= \(days.until)
          AND until_day >= \(days.from)
        """)
    }
    for term in terms { try insert(term, connection.newID()) }
    for closure in closures { try insert(closure, connection.newID()) }
    try connection.record(
      "changed", "calendar", viewer.organisation.text, by: viewer, before: ["terms": words(before)],
      after: ["terms": words(terms)])
  }

  private func found<Noun, Value: Equatable>(
    _ id: ID<Noun>, among kept: [(id: ID<Noun>, value: Value)], shown: Value?
  ) throws -> Value {
    guard let value = kept.first(where: { $0.id == id })?.value else { throw Refusal.notFound() }
    if let shown, shown != value {
      throw Refusal.conflict("Somebody has changed these dates since you opened this page.")
    }
    return value
  }

  private func checkName(_ name: String) throws {
    guard (1...100).contains(name.count) else {
      throw Refusal.invalid("Give it a name of up to 100 characters.", field: "name")
    }
  }

  private func check(_ closure: Closure, among others: [Closure]) throws {
    guard closure.period.days <= 56 else {
      throw Refusal.invalid(
        "A closure inside a term lasts eight weeks at most. Holidays between terms need none.", field: "until")
    }
    if let other = others.first(where: { $0.period.overlaps(closure.period) }) {
      throw Refusal.invalid(
        "\(closure.name) and \(other.name) (\(other.period.words)) overlap: check their dates.", field: "from")
    }
  }

  private func words(_ name: String?, _ period: Period?) -> [String: String] {
    guard let name, let period else { return [:] }
    return ["name": name, "days": period.words]
  }

  private func words(_ terms: [Term]) -> String {
    terms.map { "\($0.name): \($0.period.words)" }.joined(separator: "; ")
  }
}
