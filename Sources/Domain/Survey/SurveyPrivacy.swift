import Foundation

/// What in a survey's text seems to tell who somebody is. It warns, and is wrong at times: whoever writes may send it all the
/// same, and a moderator reads it before it counts.
package enum SurveyPrivacy {
  package enum Kind: String, Hashable, Sendable {
    case email = "an e-mail address"
    case telephone = "a telephone number"
    case postcode = "a postcode"
    case name = "a name"
  }

  package struct Finding: Hashable, Sendable {
    package let kind: Kind
    /// As it stands in the text.
    package let words: String

    package init(kind: Kind, words: String) {
      self.kind = kind
      self.words = words
    }
  }

  /// The first of each kind, in the order of `Kind`.
  package static func findings(in text: String) -> [Finding] {
    let found = [
      first(/[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+/, in: text).map { Finding(kind: .email, words: $0) },
      telephone(in: text).map { Finding(kind: .telephone, words: $0) },
      first(/\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b/, in: text).map {
        Finding(kind: .postcode, words: $0)
      },
      name(in: text).map { Finding(kind: .name, words: $0) },
    ]
    return found.compactMap(\.self)
  }

  private static func first(_ pattern: Regex<Substring>, in text: String) -> String? {
    text.firstMatch(of: pattern).map { String($0.output) }
  }

  /// Ten digits or more with blanks, dots, brackets or hyphens between them, beginning as numbers of this country do.
  private static func telephone(in text: String) -> String? {
    text.matches(of: /(?:\+44|\(?0)[0-9 ().\-]{8,}[0-9]/).lazy.map { String($0.output) }
      .first { $0.filter(\.isNumber).count >= 10 }
  }

  /// After “Mrs”, “called”, “my son”: a word with a capital.
  private static func name(in text: String) -> String? {
    let leads = text.matches(
      of:
        /\b(?:[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Dd]r|[Cc]alled|[Nn]amed|[Nn]ame is|(?:[Mm]y|[Oo]ur|[Hh]er|[Hh]is|[Tt]heir) (?:son|daughter|child|boy|girl|brother|sister|friend|grandson|granddaughter|teacher)),?\.? (\p{Lu}[\p{L}’'\-]+)/
    )
    return leads.lazy.map { String($0.output.1) }.first { !notNames.contains($0) }
  }

  private static let notNames: Set<String> = [
    "English", "Polish", "Year", "Reception", "SEND", "SENCO", "EHCP", "SLCN", "ADHD", "Autism", "Childline",
    "Saturday", "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays",
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "School", "Nursery", "Mum", "Mummy", "Dad",
    "Daddy", "Nan",
  ]
}
