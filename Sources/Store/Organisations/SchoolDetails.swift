package import Domain

/// What is said of a school as a whole, as people can change it. Its URN is its key and stays.
package struct SchoolDetails: Sendable, Hashable {
  package let name: String
  package let laestab: String?
  package let phase: Phase
  package let authority: String?
  package let years: ClosedRange<YearGroup>

  /// Year groups are typed one by one, so that the first may come after the last. Refuses, all at once: a blank or endless
  /// name, a LAESTAB that is not seven digits, an endless name of an authority, years in the wrong order or outside the
  /// early years to Year 14.
  package init(
    name: String, laestab: String? = nil, phase: Phase, authority: String? = nil, firstYear: YearGroup,
    lastYear: YearGroup
  ) throws {
    var refusals = Refusals()
    if !(1...200).contains(name.count) { refusals.add("Give the school's name.", field: "name") }
    let digits = laestab.flatMap(School.laestab)
    if laestab != nil, digits == nil {
      refusals.add("A LAESTAB has seven digits: three of the authority and four of the school.", field: "laestab")
    }
    if (authority?.count ?? 0) > 200 {
      refusals.add("Shorten the authority's name to 200 characters.", field: "authority")
    }
    if !(-5...14).contains(firstYear.number) { refusals.add("Choose the youngest year group.", field: "first-year") }
    if !(-5...14).contains(lastYear.number) { refusals.add("Choose the oldest year group.", field: "last-year") }
    if lastYear < firstYear {
      refusals.add("The oldest year group cannot come before the youngest.", field: "last-year")
    }
    try refusals.throwIfAny()
    self.name = name
    self.laestab = digits
    self.phase = phase
    self.authority = authority
    years = firstYear...lastYear
  }

  init(_ school: School) {
    name = school.name
    laestab = school.laestab
    phase = school.phase
    authority = school.authority
    years = school.years
  }

  /// For history.
  var words: [String: String] {
    [
      "name": name, "laestab": laestab ?? "", "phase": phase.name, "authority": authority ?? "",
      "years": "\(years.lowerBound.name) to \(years.upperBound.name)",
    ]
  }
}
