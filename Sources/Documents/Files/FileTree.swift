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

/// Every key of the files `map.json`, of schools and of areas, `costs.json`, and a strategy's. They are documented in
/// docs/files.md, and a test says so; none is ever renamed or put to another use.
enum FileKey: String, CodingKey, CaseIterable {
  case academicYear = "academic_year"
  case academicYears = "academic_years"
  case academicYearsWithoutTerms = "academic_years_without_terms"
  case activities
  case address
  case affected
  case affectedSaidBy = "affected_said_by"
  case ageFrom = "age_from"
  case ageUntil = "age_until"
  case answered
  case approach
  case approval
  case area
  case asAt = "as_at"
  case asItWas = "as_it_was"
  case audience
  case availablePence = "available_pence"
  case barrier
  case baseline
  case budgeted
  case by
  case byAcademicYear = "by_academic_year"
  case byFinancialYear = "by_financial_year"
  case byNeed = "by_need"
  case calendarChecked = "calendar_checked"
  case capacity
  case capacitySaidBy = "capacity_said_by"
  case cells
  case changed
  case checked
  case closed
  case code
  case cohort
  case column
  case columns
  case comparedWith = "compared_with"
  case confidential
  case costPence = "cost_pence"
  case costs
  case day
  case decision
  case description
  case effect
  case entries
  case entryCount = "entry_count"
  case evidence
  case expected
  case fewerThan5 = "fewer_than_5"
  case filter
  case financialYears = "financial_years"
  case frequency
  case from
  case funder
  case funding
  case gapCount = "gap_count"
  case groups
  case groupSize = "group_size"
  case heading
  case hidden
  case id
  case impact
  case item
  case joined
  case key
  case kind
  case known
  case label
  case layer
  case legs
  case level
  case levels
  case levelTotals = "level_totals"
  case lines
  case localities
  case made
  case measure
  case minutesOfASession = "minutes_of_a_session"
  case name
  case needs
  case notAllPriced = "not_all_priced"
  case notes
  case notLed = "not_led"
  case notLedFrom = "not_led_from"
  case notPriced = "not_priced"
  case notPricedFrom = "not_priced_from"
  case number
  case onBehalfOf = "on_behalf_of"
  case onRoll = "on_roll"
  case organisation
  case organisationsAnswering = "organisations_answering"
  case organisationsProviding = "organisations_providing"
  case organisationsSayingNothingHere = "organisations_saying_nothing_here"
  case organisationsWithGaps = "organisations_with_gaps"
  case origin
  case otherMinutes = "other_minutes"
  case outcome
  case owner
  case paidFrom = "paid_from"
  case pence
  case period
  case place
  case places
  case planned
  case plans
  case policy
  case principle
  case principles
  case projectedPence = "projected_pence"
  case provision
  case provisionCount = "provision_count"
  case `public`
  case draft
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
  case reach
  case reachSaidBy = "reach_said_by"
  case response
  case reviewDays = "review_days"
  case reviewed
  case reviewNote = "review_note"
  case reviews
  case round
  case saidBy = "said_by"
  case school
  case sections
  case sector
  case senSupport = "sen_support"
  case sessions
  case share
  case sharedCount = "shared_count"
  case sharers
  case source
  case specialisms
  case spent
  case staffMinutes = "staff_minutes"
  case state
  case strand
  case strands
  case strandTotals = "strand_totals"
  case strategy
  case stretches
  case subtotal
  case subtotals
  case suggestion
  case target
  case teacherMinutes = "teacher_minutes"
  case teachingAssistantMinutes = "teaching_assistant_minutes"
  case title
  case toComePence = "to_come_pence"
  case toDatePence = "to_date_pence"
  case total
  case totals
  case until
  case upn
  case urn
  case usesReferenceRates = "uses_reference_rates"
  case values
  case what
  case when
  case who
  case wholeLineMinutes = "whole_line_minutes"
  case wholeLinePence = "whole_line_pence"
  case withheld
  case withheldNumbers = "withheld_numbers"
  case word
  case words
  case working
  case writtenIn = "written_in"
  case year
}
