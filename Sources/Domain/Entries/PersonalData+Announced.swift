extension PersonalData {
  /// Words with a capital after one that announces a name: after “my son” a child’s, after “Mrs” or “called” anybody’s. Such
  /// a name need not be a common one.
  static func announcedNames(_ text: String, of whose: Whose) -> [String] {
    let words =
      switch whose {
      case .children:
        text.matches(
          of:
            /\b(?:[Mm]y|[Oo]ur|[Hh]er|[Hh]is|[Tt]heir) (?:son|daughter|child|boy|girl|brother|sister|grandson|granddaughter),? (\p{Lu}[\p{L}’'\-]+)/
        ).map(\.output.1)
      case .anybody:
        text.matches(
          of:
            /\b(?:[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Dd]r|[Cc]alled|[Nn]amed|[Nn]ame is|(?:[Mm]y|[Oo]ur|[Hh]er|[Hh]is|[Tt]heir) (?:son|daughter|child|boy|girl|brother|sister|friend|grandson|granddaughter|teacher)),?\.? (\p{Lu}[\p{L}’'\-]+)/
        ).map(\.output.1)
      }
    return words.map { withoutGenitive(String($0)) }.filter { !notNames.contains($0) }
  }

  /// `Ella` of `Ella’s`.
  static func withoutGenitive(_ word: String) -> String {
    word.hasSuffix("’s") || word.hasSuffix("'s") ? String(word.dropLast(2)) : word
  }

  static let notNames: Set<String> = [
    "English", "Polish", "Year", "Reception", "SEND", "SENCO", "EHCP", "SLCN", "ADHD", "Autism", "Childline",
    "Saturday", "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays",
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "School", "Nursery", "Mum", "Mummy", "Dad",
    "Daddy", "Nan",
  ]
}
