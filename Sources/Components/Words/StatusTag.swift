package import Markup

/// What a status feels like; it decides the colour of its tag, the same everywhere.
package enum Tone: String, Sendable, CaseIterable {
  /// Nothing to do.
  case plain
  /// As it should be.
  case good
  /// To look at soon.
  case notice
  /// Wrong, refused, or missing where it must not be.
  case bad
  /// A fact that stands out without being good or bad.
  case accent
}

/// A status as a word, with a colour that only repeats it.
package struct StatusTag: Exhibited {
  /// Every status of the program: its words and its tone, in one table.
  package enum Status: String, Sendable, CaseIterable {
    case draft, planned, running, paused, ended, submitted, returned, checked, reviewed, closed
    case new, changed, unchanged, missing, unsure, refused
    case noSEN, watch, senSupport, ehcPlan
    case notPriced, referenceRate, confirmed, pleaseCheck
    case invited, active, expired, disabled
    case confidential, left, overdue, due, done, notStarted

    package var words: String {
      switch self {
      case .noSEN: "No SEN"
      case .watch: "Watch"
      case .senSupport: "SEN support"
      case .ehcPlan: "EHC plan"
      case .notPriced: "Not priced"
      case .referenceRate: "Reference rate"
      case .pleaseCheck: "Please check"
      case .notStarted: "Not started"
      default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
      }
    }

    package var tone: Tone {
      switch self {
      case .draft, .unchanged, .ended, .closed, .noSEN, .expired, .disabled, .left, .notStarted, .paused: .plain
      case .running, .checked, .reviewed, .new, .confirmed, .active, .done: .good
      case .planned, .changed, .submitted, .senSupport, .invited, .confidential: .accent
      case .returned, .missing, .unsure, .watch, .referenceRate, .pleaseCheck, .due: .notice
      case .refused, .notPriced, .overdue: .bad
      case .ehcPlan: .accent
      }
    }
  }

  package let words: String
  package let tone: Tone

  package init(_ status: Status) {
    words = status.words
    tone = status.tone
  }

  /// For words that no table can hold, such as a school's own.
  package init(_ words: String, tone: Tone) {
    self.words = words
    self.tone = tone
  }

  package var html: HTML { "<strong class=\"tag \(tone.rawValue)\">\(words)</strong>" }

  package static let name = "Status tag"
  package static let accessibility = [
    "The word says it all; the colour repeats it, and is not needed.",
    "Each tone has 4.5 : 1 between word and ground, in light and dark.",
  ]
  package static let examples = [
    Example("Every status", "<p class=\"tags\">\(each: Status.allCases, { "\(StatusTag($0)) " })</p>"),
    Example("A school’s own", StatusTag("Moderated by the cluster", tone: .accent)),
  ]
}
