package import Domain

/// The days that an import goes by.
package struct ImportDays: Hashable, Sendable {
  package let today: Day
  /// The day that the user gave for what changes and has no date in the file; nil: none was given.
  package let given: Day?

  package init(today: Day, given: Day? = nil) {
    self.today = today
    self.given = given
  }

  /// From which day what changes holds, where the file does not say.
  package var effective: Day { given ?? today }
  /// The day on which the file is taken to be true.
  var known: Day { given ?? today }
  var yearStart: Day { AcademicYear(containing: effective).period.from }
}
