import Foundation

/// What a JSON file holds, under keys that are all named in `FileKey`.
indirect enum FileTree: Encodable, Sendable {
  case object([FileKey: FileTree])
  case list([FileTree])
  case text(String)
  case number(Int)
  case flag(Bool)
  case none

  /// Indented, keys in alphabetical order, so that two files can be compared line by line.
  func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [10]
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let fields):
      var container = encoder.container(keyedBy: FileKey.self)
      for (key, value) in fields { try container.encode(value, forKey: key) }
    case .list(let items):
      var container = encoder.unkeyedContainer()
      for item in items { try container.encode(item) }
    case .text(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .number(let number):
      var container = encoder.singleValueContainer()
      try container.encode(number)
    case .flag(let flag):
      var container = encoder.singleValueContainer()
      try container.encode(flag)
    case .none:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    }
  }
}

/// Every key of the files `map.json` and `costs.json`. They are documented in docs/files.md, and a test says so; none is
/// ever renamed or put to another use.
enum FileKey: String, CodingKey, CaseIterable {
  case academicYearsWithoutTerms = "academic_years_without_terms"
  case asAt = "as_at"
  case asItWas = "as_it_was"
  case by
  case calendarChecked = "calendar_checked"
  case cells
  case column
  case columns
  case confidential
  case fewerThan5 = "fewer_than_5"
  case filter
  case from
  case groupSize = "group_size"
  case groups
  case heading
  case hidden
  case id
  case item
  case key
  case label
  case legs
  case level
  case lines
  case minutesOfASession = "minutes_of_a_session"
  case name
  case notLed = "not_led"
  case notLedFrom = "not_led_from"
  case notPriced = "not_priced"
  case notPricedFrom = "not_priced_from"
  case otherMinutes = "other_minutes"
  case pence
  case period
  case places
  case policy
  case projectedPence = "projected_pence"
  case provision
  case pupil
  case pupilCount = "pupil_count"
  case pupilMinutes = "pupil_minutes"
  case pupilPence = "pupil_pence"
  case pupils
  case rateBasis = "rate_basis"
  case rateHundredthsOfAPenny = "rate_hundredths_of_a_penny"
  case rateIsReference = "rate_is_reference"
  case rateSource = "rate_source"
  case rateUnits = "rate_units"
  case school
  case sections
  case sessions
  case share
  case sharers
  case source
  case staffMinutes = "staff_minutes"
  case strand
  case strategy
  case stretches
  case subtotal
  case subtotals
  case teacherMinutes = "teacher_minutes"
  case teachingAssistantMinutes = "teaching_assistant_minutes"
  case toComePence = "to_come_pence"
  case toDatePence = "to_date_pence"
  case total
  case totals
  case until
  case upn
  case urn
  case usesReferenceRates = "uses_reference_rates"
  case values
  case wholeLineMinutes = "whole_line_minutes"
  case wholeLinePence = "whole_line_pence"
  case when
  case who
  case withheld
}
