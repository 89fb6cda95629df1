package import Domain

/// What is said of a member of staff, but for the role, which is dated. Minutes are a week's contracted ones, weeks those worked in a year.
package struct StaffDetails: Sendable, Hashable {
  package var name: String
  package var weeklyMinutes: Int?
  package var weeks: Int?
  package var span: Span

  /// Refuses a blank name, more than 60 hours a week, more than 53 weeks.
  package init(name: String, weeklyMinutes: Int? = nil, weeks: Int? = nil, span: Span) throws {
    guard (1...200).contains(name.count) else { throw Refusal.invalid("Give a name.", field: "name") }
    if let weeklyMinutes, !(1...3600).contains(weeklyMinutes) {
      throw Refusal.invalid("Hours a week are between 0 and 60.", field: "hours")
    }
    if let weeks, !(1...53).contains(weeks) {
      throw Refusal.invalid("A year has between 1 and 53 weeks.", field: "weeks")
    }
    self.name = name
    self.weeklyMinutes = weeklyMinutes
    self.weeks = weeks
    self.span = span
  }

  init(_ member: StaffMember) {
    name = member.name
    weeklyMinutes = member.weeklyMinutes
    weeks = member.weeks
    span = member.span
  }

  /// By last name, then the rest, without titles: `Mrs Jo Lowe` stands under `lowe`.
  var sortName: String {
    let words = Folding.fold(name).split(separator: " ").filter {
      !["mr", "mrs", "ms", "miss", "mx", "dr"].contains($0)
    }
    guard let last = words.last else { return Folding.fold(name) }
    return ([last] + words.dropLast()).joined(separator: " ")
  }
}
