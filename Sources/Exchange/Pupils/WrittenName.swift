import Domain

/// A pupil's name as people write it into a table: `Amir K`, `Ella P. (Y1)`, `Khan, Amir`, `A Khan`, `Mo*`.
struct WrittenName: Hashable {
  /// As it stands, for questions.
  let text: String
  /// Folded words, forename first.
  let words: [String]
  /// The year or class that stands in brackets.
  let year: YearGroup?
  let className: String?
  /// What else stands in brackets.
  private let notes: [String]

  init(_ text: String) {
    self.text = CellReading.words(text)
    var body = ""
    var notes: [String] = []
    var depth = 0
    for character in text {
      if "([{".contains(character) {
        depth += 1
        notes.append("")
      } else if ")]}".contains(character) {
        depth = max(0, depth - 1)
      } else if depth > 0 {
        notes[notes.count - 1].append(character)
      } else {
        body.append(character)
      }
    }
    // "Ella P Y1" says it without them.
    var outside: YearGroup?
    if let match = body.firstMatch(of: /(?i)\s+(?:Y(?:ea)?r?\s*\d{1,2}|Rec|Reception)\s*$/) {
      outside = YearGroup(typed: CellReading.words(String(match.output)))
      if outside != nil { body.removeSubrange(match.range) }
    }
    let years = notes.compactMap { YearGroup(typed: $0) }
    year = years.first ?? outside
    self.notes = notes.map { CellReading.words($0) }
    className = notes.first { YearGroup(typed: $0) == nil && WrittenName.looksLikeClass($0) }
    let parts = body.split(separator: ",", maxSplits: 1).map { Folding.fold(String($0)) }
    let all = parts.count == 2 && !parts[1].isEmpty ? "\(parts[1]) \(parts[0])" : Folding.fold(body)
    words = all.split(separator: " ").map(String.init)
  }

  /// Words in brackets that are no year, no class and none of the child's own names: `hearing aid checks`.
  func remark(besides forenames: [String]) -> String? {
    let remarks = notes.filter { note in
      note.contains(where: \.isLetter) && YearGroup(typed: note) == nil && note != className
        && !forenames.contains(Folding.fold(note))
    }
    return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }

  /// `3B`, `10M`, `Year 3 Oak`.
  private static func looksLikeClass(_ note: String) -> Bool {
    note.contains(where: \.isNumber) && note.count <= 12
  }
}

extension RollNames {
  /// Who is meant: one for certain, several that it could be, or nobody.
  enum Found {
    case one(Entry, note: String?)
    case several([Entry], question: String)
    case none
  }

  /// `years` is where the name stands: evidence, not proof. A full name decides; less than that only where it fits one
  /// child of those years; a mere likeness is asked.
  func find(
    _ name: WrittenName, years: [YearGroup] = [], className: String? = nil, birthDay: Day? = nil, during span: Span
  ) -> Found {
    if name.words.isEmpty { return .none }
    let wanted = name.year.map { [$0] } ?? years
    // What most rows of a list say, without looking at everybody.
    let group = name.className ?? className
    if wanted.isEmpty, let entry = entry(named: name.words, bornOn: birthDay, className: group, during: span) {
      return .one(entry, note: nil)
    }
    let there = entries.filter {
      $0.isHere(during: span) && (birthDay == nil || $0.pupil.birthDay == birthDay)
    }
    var matches = there.compactMap { entry in fit(name.words, entry).map { (entry: entry, fit: $0) } }
    if matches.isEmpty { return alike(name, wanted, there) }
    if let className = group {
      let same = matches.filter { Folding.fold($0.entry.className ?? "") == Folding.fold(className) }
      if !same.isEmpty { matches = same }
    }
    let here = wanted.isEmpty ? [] : matches.filter { wanted.contains($0.entry.year) }
    let pool = here.isEmpty ? matches : here
    let best = pool.map(\.fit).min()!
    let chosen = pool.filter { $0.fit == best }.map(\.entry)
    let better = matches.filter { $0.fit < best }.map(\.entry)
    if chosen.count > 1 || !better.isEmpty {
      return .several(
        chosen + better, question: "“\(name.text)” could be \(chosen.count + better.count) pupils. Who is it?")
    }
    let isThere = !here.isEmpty
    let isCertain = best == .full || (best <= .initials && (isThere || wanted.isEmpty)) || (best <= .loose && isThere)
    if isCertain {
      let strays = !wanted.isEmpty && !isThere
      return .one(
        chosen[0],
        note: strays ? "\(chosen[0].pupil.fullName) is in \(chosen[0].year.name)." : nil)
    }
    return .several(chosen, question: "Is “\(name.text)” \(chosen[0].words)?")
  }

  /// Whether somebody who is here then has this name, or a part of it that is enough: a surname alone is not; a first name
  /// alone is enough in these years.
  func hasFit(_ name: WrittenName, years: [YearGroup], during span: Span) -> Bool {
    let wanted = name.year.map { [$0] } ?? years
    return entries.contains { entry in
      guard entry.isHere(during: span), let fit = fit(name.words, entry) else { return false }
      return fit < .loose || (fit == .loose && (wanted.isEmpty || wanted.contains(entry.year)))
    }
  }

  /// Whether it is the whole name of somebody who is here then.
  func isPupil(_ name: String, during span: Span) -> Bool {
    let words = WrittenName(name).words
    return words.count > 1 && entries.contains { $0.isHere(during: span) && fit(words, $0) == .full }
  }

  /// How a name can mean a pupil, the surest first.
  private enum Fit: Int, Comparable {
    /// Forename and surname.
    case full
    /// One of them whole, of the other the beginning: `Amir K`, `A Khan`.
    case initials
    /// A forename alone, or a nickname.
    case loose
    /// A surname alone.
    case surname
    static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  private func fit(_ words: [String], _ entry: Entry) -> Fit? {
    if words.isEmpty { return nil }
    let all = words.joined(separator: " ")
    for forename in entry.forenames {
      if all == "\(forename) \(entry.surname)" || all == "\(entry.surname) \(forename)" { return .full }
    }
    if words.count == 1 {
      if entry.forenames.contains(words[0]) { return .loose }
      if entry.forenames.contains(where: { Nicknames.others(of: $0).contains(words[0]) }) { return .loose }
      return entry.surname == words[0] ? .surname : nil
    }
    for forename in entry.forenames where all.hasPrefix(forename + " ") {
      let rest = all.dropFirst(forename.count + 1)
      if begins(entry, String(rest)) { return .initials }
    }
    if words[0].count == 1, entry.forenames.contains(where: { $0.hasPrefix(words[0]) }),
      words.dropFirst().joined(separator: " ") == entry.surname
    {
      return .initials
    }
    let isNickname = entry.forenames.contains { Nicknames.others(of: $0).contains(words[0]) }
    let rest = words.dropFirst().joined(separator: " ")
    return isNickname && (rest == entry.surname || begins(entry, rest)) ? .loose : nil
  }

  /// `k`, `kh`, `bj`: how a surname begins, or its initials.
  private func begins(_ entry: Entry, _ text: String) -> Bool {
    entry.surname.hasPrefix(text) || text.filter { $0 != " " } == entry.initials
  }

  /// Names that differ in a letter or two, those of the wanted years first.
  private func alike(_ name: WrittenName, _ wanted: [YearGroup], _ there: [Entry]) -> Found {
    let all = name.words.joined(separator: " ")
    let most = all.count < 5 ? 1 : 2
    let near = there.compactMap { entry -> (entry: Entry, distance: Int)? in
      let names = entry.forenames.flatMap { forename in
        name.words.count == 1
          ? [forename]
          : ["\(forename) \(entry.surname)", "\(forename) \(entry.surname.prefix(name.words.last!.count))"]
      }
      let distance = names.map { Likeness.distance(all, $0, atMost: most) }.min() ?? .max
      return distance <= most ? (entry, distance) : nil
    }
    let sorted = near.sorted {
      (wanted.contains($0.entry.year) ? 0 : 1, $0.distance, $0.entry.surname)
        < (wanted.contains($1.entry.year) ? 0 : 1, $1.distance, $1.entry.surname)
    }
    if sorted.isEmpty { return .none }
    return .several(
      sorted.prefix(6).map(\.entry), question: "Nobody is called “\(name.text)”. Is it one of these?")
  }
}
