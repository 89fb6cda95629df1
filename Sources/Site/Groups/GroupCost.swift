import Domain
import Markup
import SQL
import Store

/// What one group costs, from the same lines as the map.
enum GroupCost {
  /// Over the group's own days; where it has no last day, to the end of this academic year. Nil for who may see no costs.
  static func of(_ opened: OpenedGroup, in school: School, _ connection: any Connection) throws -> CostSummary? {
    let viewer = opened.viewer
    guard viewer.may(.see, .costs), viewer.may(.see, .map) else { return nil }
    let span = opened.group.details.span
    let last = span.until ?? max(span.from, AcademicYear(containing: opened.today).period.until)
    guard let period = Period(span.from, last) else { return nil }
    let question = MapQuestion(.period(period, asAt: opened.today))
    let whole = try SchoolMaps(viewer, connection).working(question, column: nil, group: opened.id, of: school)
    if whole.lines.isEmpty, whole.unled == 0 { return nil }
    let address = MapAddress(school: school, question: question).at("\(Way.map(school))/working")
      .asking("group", opened.id.text)
    return CostSummary(
      days: period.words, projected: whole.total.words(lacking: whole.unpriced, unled: whole.unled),
      toDate: whole.toDate.words(lacking: whole.unpriced, unled: whole.unled), working: address,
      note: note(whole, hasEnd: span.until != nil))
  }

  private static func note(_ working: MapWorking, hasEnd: Bool) -> String? {
    var sentences: [String] = []
    if working.unpriced > 0 { sentences.append("What is not priced is in no figure: no rate is known for it.") }
    if working.unled > 0 { sentences.append("What is not led is in no figure: it meets, and nobody leads it.") }
    if !hasEnd { sentences.append("It has no last day: it is counted to the end of this academic year.") }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}
