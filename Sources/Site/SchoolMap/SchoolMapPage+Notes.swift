import Components
import Domain
import Markup

/// What one has to know to read a map's figures.
extension SchoolMapPage {
  static func notes(_ map: SchoolMap, _ sight: MapSight) -> [Note] {
    var notes: [Note] = []
    let rates = Components.Link("Staff and rates", Way.part(.staff, map.school))
    let calendar = Components.Link("School and calendar", Way.part(.school, map.school))
    if sight.showsCosts, !map.unpriced.isEmpty {
      let items = map.unpriced.map { "\($0.provision) (\($0.source), from \($0.from.words))" }
      let few = items.count <= 3 ? ": \(items.joined(separator: "; "))" : ""
      let sentence =
        items.count == 1
        ? "One line is not priced\(few). No rate is known for it, so no total includes it."
        : "\(items.count) lines are not priced\(few). No rates are known for them, so no total includes them."
      notes.append(Note(sentence: sentence, items: items.count <= 3 ? [] : items.map { HTML(text: $0) }, link: rates))
    }
    if let unled = unled(map, sight) { notes.append(unled) }
    if sight.showsCosts, map.usesReferenceRates {
      notes.append(
        Note(
          sentence: "Priced with reference rates that the school has not confirmed yet.", items: [], link: rates))
    }
    if map.hidesSmallNumbers {
      notes.append(
        Note(
          sentence:
            "1 to 4 pupils read “fewer than 5”; their hours and cost are withheld, and so is what would give them away.",
          items: [], link: nil))
    }
    if !map.tellsTerms {
      let year = AcademicYear(containing: map.question.period.from).words
      notes.append(
        Note(
          sentence:
            "The terms of \(year) are not shown one by one: with so few pupils in one of them, the year’s total would have to be withheld.",
          items: [], link: nil))
    }
    if !map.school.calendarChecked {
      notes.append(
        Note(
          sentence: "The calendar is the default one: please check it, because sessions are counted on it.", items: [],
          link: calendar))
    }
    if !map.yearsWithoutTerms.isEmpty {
      let years = map.yearsWithoutTerms.map(\.words).joined(separator: ", ")
      notes.append(
        Note(
          sentence: "The calendar has no terms for \(years): no sessions can be counted there.", items: [],
          link: calendar))
    }
    return notes
  }

  /// What meets and is led by nobody is costed at nothing: so it is named. Who is only given counts is told that there is
  /// some.
  private static func unled(_ map: SchoolMap, _ sight: MapSight) -> Note? {
    let totals = sight.showsCosts ? ", and no total includes what they take" : ""
    if map.unled.isEmpty {
      guard map.total.unled > 0 else { return nil }
      return Note(sentence: "Some groups meet and nobody leads them\(totals).", items: [], link: nil)
    }
    let sentence =
      map.unled.count == 1
      ? "One group meets, and nobody leads it\(sight.showsCosts ? ": no total includes what it takes" : "")."
      : "\(map.unled.count) groups meet, and nobody leads them\(totals)."
    let items = map.unled.map { unled -> HTML in
      let from: HTML = unled.from > map.question.period.from ? " (from \(unled.from.words))" : .empty
      guard sight.opensGroups, !unled.isMasked else { return "\(unled.provision)\(from)" }
      return "<a href=\"\(Way.group(unled.group, map.school))\">\(unled.provision)</a>\(from)"
    }
    let list = Way.groups(map.school).asking("when", "running").asking("staff", GroupsQuestion.nobody)
    return Note(
      sentence: sentence, items: items,
      link: sight.opensGroups ? Components.Link("Groups that nobody leads now", list) : nil)
  }
}
