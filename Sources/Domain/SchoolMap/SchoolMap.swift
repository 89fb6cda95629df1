/// The school map: provision under headings down the side, year groups or key stages across, in each cell what is
/// provided, to whom, by whom, and what it takes. Page, paper, spreadsheet and file are all drawn from this one value, so
/// that they agree to the penny.
package struct SchoolMap: Sendable {
  package let school: School
  package let question: MapQuestion
  package let columns: [Column]
  package let sections: [Section]
  /// One for each column.
  package let totals: [Figures]
  package let total: Figures
  /// What has no rate, with the group and the adult or thing; totals lack it.
  package let unpriced: [Unpriced]
  /// Groups that meet on some day of the period and that nobody leads then; totals lack what they take.
  package let unled: [Unled]
  /// True where a rate was used that the school has not confirmed.
  package let usesReferenceRates: Bool
  /// Academic years of the period for which the school has no terms: nothing can be counted in them.
  package let yearsWithoutTerms: [AcademicYear]
  /// What the map was cut by, in words; empty where it shows everything.
  package let filter: [Filter]
  /// Distinct groups that the map shows.
  package let groupCount: Int
  /// For a reader who may see no names: small numbers are withheld, and what would give them away.
  package let hidesSmallNumbers: Bool
  /// False where the terms of this year are not told to such a reader, because they would cost the year its total.
  package let tellsTerms: Bool

  /// One filter, as a reader knows it: `Heading`, `Literacy`.
  package struct Filter: Hashable, Sendable {
    package let label: String
    package let values: [String]

    package var words: String { "\(label): \(values.joined(separator: " or "))" }
  }

  package enum Column: Hashable, Sendable {
    case year(YearGroup)
    case stage(KeyStage)
    case wholeSchool

    package var name: String {
      switch self {
      case .year(let year): year.name
      case .stage(let stage): stage.name
      case .wholeSchool: "Whole school"
      }
    }

    /// In files: `R`, `3`, `KS2`, `whole-school`.
    package var key: String {
      switch self {
      case .year(let year): year.code
      case .stage(let stage): stage.rawValue
      case .wholeSchool: "whole-school"
      }
    }
  }

  package struct Section: Sendable {
    package let heading: Heading
    package var lines: [Line]
    /// One for each column.
    package var subtotals: [Figures]
    package var subtotal: Figures
  }

  /// One provision: all its runs.
  package struct Line: Sendable {
    /// What makes runs stand on one line: their type, or their free name, under one heading.
    struct Key: Hashable, Sendable {
      let heading: ID<Heading>
      let type: ID<ProvisionType>?
      let name: String
      /// Masked provision stands on a line of its own, even beside one that is called as it is.
      let isMasked: Bool
    }

    let key: Key
    /// Its type in the catalogue; nil where it was named freely.
    package var type: ID<ProvisionType>? { key.type }
    package let name: String
    package let strand: Strand?
    package let level: String?
    package let isConfidential: Bool
    /// Confidential, and not for this reader: title, pupils and adults are left out.
    package let isHidden: Bool
    package let isStrategy: Bool
    /// One for each column; nil where nothing is provided.
    package var cells: [Cell?]
    package var total: Figures
  }

  package struct Cell: Sendable {
    /// Empty where the cell is told as a whole, because its groups would give away what is withheld.
    package var runs: [Run]
    package var figures: Figures
  }

  /// One group, in one column.
  package struct Run: Sendable {
    package let group: ID<Group>
    /// Those whom the reader may know, in order of their names; empty where names are hidden.
    package let pupils: [MapPupil]
    /// `30 min, Mon Wed Fri`; empty for a strategy.
    package let when: String
    /// `Mrs Lowe`, `Mr Reid (1/2)`.
    package let who: [String]
    /// From when to when the group runs.
    package let span: Span
    /// In words, only where it begins or ends inside the period.
    package let dates: String?
    package var figures: Figures

    /// How many more pupils than are named.
    package var others: Int { figures.pupils - pupils.count }
  }

  /// The levels that the map tells apart: four where any of its provision is “targeted plus”.
  package var levels: [Level] {
    let isOfFour = sections.contains { $0.lines.contains { $0.level == "targeted-plus" } }
    return isOfFour ? Level.four : Level.three
  }

  /// What something takes. People are counted once, so counts do not add up; money and minutes do.
  package struct Figures: Sendable, Hashable {
    package var pupils = 0
    /// Whole pence over the whole period.
    package var projected: Pence = .zero
    /// The part of it up to and including the as-at day.
    package var toDate: Pence = .zero
    package var assistantMinutes = 0
    package var teacherMinutes = 0
    package var otherMinutes = 0
    /// Lines without a rate: their minutes are counted, their money is not.
    package var unpriced = 0
    /// Groups that meet and that nobody leads: neither their minutes nor their money is known.
    package var unled = 0
    /// Money and time are withheld, so that those of a small number of pupils cannot be worked out.
    package var isWithheld = false
    /// The number of pupils is withheld, so that a small one cannot be worked out.
    package var isCountWithheld = false
    /// Withheld, and 1 to 4 pupils: shown as "fewer than 5".
    package var isSmall = false

    package init() {}

    package var toCome: Pence { projected - toDate }
    /// No part has a rate, or nobody leads what meets: the money is not nothing, it is not known.
    package var isNotKnown: Bool { projected == .zero && (unpriced > 0 || unled > 0) }
    /// Whether there is anything to say about money.
    package var hasCost: Bool { projected > .zero || unpriced > 0 || unled > 0 || isWithheld }
    /// Nothing is to be said of money but that nobody leads it.
    package var isOnlyUnled: Bool { projected == .zero && unpriced == 0 && unled > 0 && !isWithheld }
    package var staffMinutes: Int { assistantMinutes + teacherMinutes + otherMinutes }

    package mutating func add(_ other: Figures) {
      projected += other.projected
      toDate += other.toDate
      assistantMinutes += other.assistantMinutes
      teacherMinutes += other.teacherMinutes
      otherMinutes += other.otherMinutes
      unpriced += other.unpriced
      unled += other.unled
    }
  }

  package struct Unled: Hashable, Sendable {
    package let group: ID<Group>
    package let provision: String
    /// Confidential, and not for this reader.
    package let isMasked: Bool
    /// The first day with a session that nobody leads.
    package let from: Day
  }

  package struct Unpriced: Hashable, Sendable {
    package let group: ID<Group>
    package let provision: String
    package let source: String
    package let from: Day
  }
}
