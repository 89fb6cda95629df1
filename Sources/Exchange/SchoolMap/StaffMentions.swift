import Domain

/// Finds in a text the staff whom it names, and the kinds of staff.
struct StaffMentions {
  /// Those who work at the school in the days of the map.
  let people: [StaffMember]

  struct Taken {
    /// As they are written.
    var names: [String] = []
    var roles: [String] = []
    /// With gaps where somebody stood.
    var rest: String
  }

  /// Where a text stands decides how much of a name is enough.
  enum Place {
    /// Beside the years: what stands first there is what is provided.
    case provision
    /// In a column of staff: whatever is no role is somebody.
    case staff
    /// In a cell, where names are pupils'. `isPupil` is asked first.
    case cell(isPupil: (String) -> Bool)
  }

  func taken(from text: String, in place: Place) -> Taken {
    var taken = Taken(rest: text)
    takeTitled(&taken)
    takeKnown(&taken, place)
    takePieces(&taken, place)
    return taken
  }

  /// Whom a name of one or more words can mean, a first name alone too where only one has it.
  func find(_ name: String) -> [StaffMember] {
    let found = StaffNames.find(name, in: people, \.name)
    if !found.isEmpty { return found }
    let words = StaffNames.words(name)
    guard let first = words.first, words.count == 1 else { return [] }
    // "Mrs C"
    if first.count == 1 {
      return StaffNames.hasTitle(name)
        ? people.filter { StaffNames.words($0.name).last?.hasPrefix(first) ?? false } : []
    }
    return people.filter { StaffNames.words($0.name).first == first }
  }

  /// `Mrs Lowe`, `Mr. T O'Brien`, `Mrs C`, `Mr & Mrs Reid`.
  private func takeTitled(_ taken: inout Taken) {
    let both =
      /\b(Mr|Mrs|Miss|Ms|Mx|Dr)\.?[ \t]*(?:&|and|\+|\/)[ \t]*(Mr|Mrs|Miss|Ms|Mx|Dr)\.?[ \t]+(\p{Lu}[\p{L}'’-]+)/
    while let match = taken.rest.firstMatch(of: both) {
      take(match.range, &taken, as: ["\(match.1) \(match.3)", "\(match.2) \(match.3)"])
    }
    let person =
      /\b(?:Mr|Mrs|Miss|Ms|Mx|Dr)\b\.?[ \t]*(?:\p{Lu}\.?[ \t]+(?=\p{Lu}[\p{L}'’-]))?\p{Lu}[\p{L}'’-]*(?:\.(?=\s|$))?/
    while let match = taken.rest.firstMatch(of: person) {
      take(match.range, &taken, as: [String(match.output)])
    }
  }

  /// `Dawn Carter`, `D Carter`, `D. Carter`, `Dawn C`, wherever they stand.
  private func takeKnown(_ taken: inout Taken, _ place: Place) {
    let pair = /\b(\p{Lu}[\p{L}'’-]*)\.?[ \t]+(\p{Lu}[\p{L}'’-]*)\b\.?/
    var from = taken.rest.startIndex
    while let match = taken.rest[from...].firstMatch(of: pair) {
      let name = "\(match.1) \(match.2)"
      if isSomebody(name), !isPupil(name, place) {
        let offset = taken.rest.distance(from: taken.rest.startIndex, to: match.range.lowerBound)
        take(match.range, &taken, as: [name])
        from = taken.rest.index(taken.rest.startIndex, offsetBy: offset)
      } else {
        // The second word may begin a name.
        from = match.2.startIndex
      }
    }
  }

  /// Whether two words are a member of staff: both names, or one of them by its first letter.
  private func isSomebody(_ name: String) -> Bool {
    let words = Folding.fold(name).split(separator: " ").map(String.init)
    guard words.count >= 2 else { return false }
    if StaffNames.find(name, in: people, \.name).contains(where: { StaffNames.words($0.name).count > 1 }) {
      return true
    }
    guard words.count == 2, words[1].count == 1 else { return false }
    return people.count {
      let theirs = StaffNames.words($0.name)
      return theirs.first == words[0] && theirs.last?.hasPrefix(words[1]) ?? false
    } == 1
  }

  private func isPupil(_ name: String, _ place: Place) -> Bool {
    if case .cell(let isPupil) = place { isPupil(name) } else { false }
  }

  /// What stands by itself between commas, dashes, brackets and line ends: a role, a first name, an initial with a surname.
  private func takePieces(_ taken: inout Taken, _ place: Place) {
    var isFirst = true
    let separators: Set<Character> = [",", ";", "&", "+", "/", "(", ")", "|", "–", "—", ":", DosageReading.gap, "\n"]
    let text = taken.rest.replacing(/\s-\s?|\s(?:and|with|by|led by)\s/) { "\n\($0.output)\n" }
    var rest = ""
    for piece in Self.split(text, at: separators) {
      let words = MapText.tidied(piece)
      if words.isEmpty || piece.count == 1 && separators.contains(piece.first!) {
        rest += piece
        continue
      }
      defer { isFirst = false }
      if let kind = kind(of: words, isFirst: isFirst, place) {
        if kind == .role { taken.roles.append(words) } else { add(words, &taken) }
        rest.append(DosageReading.gap)
      } else if let (left, role) = StaffWords.takenFromEnd(of: words), !isCell(place) {
        taken.roles.append(role)
        rest += " \(left)\(DosageReading.gap)"
      } else {
        rest += piece
      }
    }
    taken.rest = rest.replacing(/\n(\s-\s?|\s(?:and|with|by|led by)\s)\n/) { $0.1 }
  }

  private enum Kind { case role, person }

  private func kind(of words: String, isFirst: Bool, _ place: Place) -> Kind? {
    switch place {
    case .staff:
      if StaffWords.isRole(words) { return .role }
      // Not "in the library".
      return words.first?.isUppercase == true && words.split(separator: " ").count <= 3 ? .person : nil
    case .provision:
      if StaffWords.isAdult(words) || (!isFirst && StaffWords.therapy(words) != nil) { return .role }
      if isFirst { return nil }
      let isName = words.wholeMatch(of: /\p{Lu}(?:\.\s*|\s+)\p{Lu}[\p{Ll}'’][\p{L}'’-]*/) != nil
      return isName || isOnly(words) ? .person : nil
    case .cell:
      return StaffWords.isRole(words) ? .role : nil
    }
  }

  private func isCell(_ place: Place) -> Bool { if case .cell = place { true } else { false } }

  /// Whether the word is the first name, or the surname, of one member of staff and of no other.
  func isOnly(_ word: String) -> Bool {
    word.first?.isUppercase == true && !word.contains(" ") && word.count > 1 && find(word).count == 1
  }

  private func take(_ range: Range<String.Index>, _ taken: inout Taken, as names: [String]) {
    for name in names { add(name, &taken) }
    taken.rest.replaceSubrange(range, with: String(DosageReading.gap))
  }

  private func add(_ name: String, _ taken: inout Taken) {
    let name = CellReading.words(name).replacing(/['’]s$/, with: "")
    if !taken.names.contains(name) { taken.names.append(name) }
  }

  /// Pieces and the separators between them.
  private static func split(_ text: String, at separators: Set<Character>) -> [String] {
    var pieces = [""]
    for character in text {
      if separators.contains(character) {
        pieces += [String(character), ""]
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces
  }
}
