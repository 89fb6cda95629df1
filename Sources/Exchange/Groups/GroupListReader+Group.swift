import Domain

extension GroupListReader {
  /// What a row says of the group as a whole.
  func readGroup(_ row: inout ImportRow<GroupField>, _ group: inout IncomingGroup) {
    if group.name.count > 200 { row.refuse(.name, "“\(CellReading.short(group.name))” is too long for a name.") }
    group.heading = row.text(.heading).map(CellReading.words)
    group.from = row.day(.from)
    group.until = row.day(.until)
    if let from = group.from, let until = group.until, until < from {
      row.refuse(.until, "The last day is before the first.")
    }
    group.dosage = dosage(&row)
    group.leads = leads(&row)
    group.place = row.text(.place).map(CellReading.words)
    group.note = row.text(.note)
    group.isConfidential = row.yesOrNo(.confidential)
    group.strand = row.read(.strand, Self.strand) { text in
      "“\(text)” is not a strand. They are: \(Strand.allCases.map(\.name).joined(separator: ", "))."
    }
    group.level = row.read(.level, Self.level) { text in
      "“\(text)” is not a level. They are: \(Level.four.map(\.name).joined(separator: ", "))."
    }
    group.area = row.read(.area, Self.area) { text in
      "“\(text)” is not an area of need. They are: \(AreaOfNeed.all.map(\.name).joined(separator: "; "))."
    }
    group.years = row.read(.years, YearList.read) { "“\($0)” are not year groups. Write them as 1, 2 or Y1-Y3." } ?? []
  }

  private func dosage(_ row: inout ImportRow<GroupField>) -> Dosage {
    var dosage = Dosage()
    dosage.minutes = row.read(.minutes, Dosage.minutes) { "“\($0)” is not a length from 1 to 600 minutes." }
    let weeks =
      row.read(.week, Self.weeks) { "“\($0)” is neither A nor B." } ?? .every
    dosage.slots =
      row.read(.days, { Dosage.slots($0, weeks: weeks) }) {
        "“\($0)” are not days. Write them as Mon Wed Fri, or Mon 09:30, Thu 14:00."
      } ?? []
    let isDaily = row.text(.per).map { ["day", "daily", "per day", "a day"].contains(Folding.fold($0)) } ?? false
    dosage.per =
      isDaily
      ? .week
      : row.read(.per, Dosage.Per.init(typed:)) { "“\($0)” is none of day, week, fortnight, half-term and once." }
    let often = row.read(.sessions, Self.sessions) { "“\($0)” does not say how often. Write a number, or 3 x week." }
    dosage.sessions = isDaily ? (often?.sessions ?? 1) * 5 : often?.sessions
    dosage.minutes = dosage.minutes ?? often?.minutes
    if dosage.per == nil { dosage.per = often?.per }
    if dosage.slots.isEmpty { dosage.slots = often?.slots ?? [] }
    if row.refused.isEmpty {
      do {
        _ = try dosage.schedule()
      } catch {
        row.refuse(error.field == "minutes" ? .minutes : .sessions, error.sentence)
      }
    }
    return dosage
  }

  private static func sessions(_ text: String) -> Dosage? {
    if let count = CellReading.count(text) {
      return (1...50).contains(count) ? Dosage(sessions: count) : nil
    }
    if let per = Dosage.Per(typed: text) { return Dosage(sessions: 1, per: per) }
    let (dosage, rest) = Dosage.taken(from: text)
    // "3 x 2 x week" says two things.
    if rest.contains(where: \.isNumber) { return nil }
    return dosage.sessions == nil && dosage.slots.isEmpty ? nil : dosage
  }

  private static func weeks(_ text: String) -> Schedule.Weeks? {
    switch Folding.fold(text) {
    case "a", "week a", "wk a": .a
    case "b", "week b", "wk b": .b
    case "every", "both", "all", "every week": .every
    default: nil
    }
  }

  /// `Mrs Lowe; Mr Reid 50%`, with the column's share for those that have none of their own.
  private func leads(_ row: inout ImportRow<GroupField>) -> [IncomingGroup.Lead] {
    let share =
      row.read(.share, { try? TimeShare(typed: $0) }) { "“\($0)” is not a share. Write it as 1/2 or 50%." }
    guard let text = row.text(.leads) else { return [] }
    return Self.people(text).compactMap { words in
      if words.isEmpty { return nil }
      let parts = words.split(separator: " ")
      if parts.count > 1, let last = parts.last, last.hasSuffix("%") || last.contains("/"),
        let own = try? TimeShare(typed: last)
      {
        return IncomingGroup.Lead(name: parts.dropLast().joined(separator: " "), share: own)
      }
      return IncomingGroup.Lead(name: words, share: share)
    }
  }

  /// The people of a cell: `Mrs Lowe; Mr Reid`, `Ann Lowe, Bea Reid`, `Ann Lowe and Bea Reid`, `Ann Lowe / Bea Reid`; but
  /// `Lowe, Ann` is one.
  static func people(_ text: String) -> [String] {
    let parted = text.replacing(/(?i)\s+and\s+/, with: ";").replacing(/\s*\/\s*(?=\p{L})/, with: ";")
    return parted.split(whereSeparator: { ";\n&+".contains($0) }).flatMap { piece -> [String] in
      let names = piece.split(separator: ",").map { CellReading.words(String($0)) }.filter { !$0.isEmpty }
      if names.count == 2, !names.allSatisfy({ $0.contains(" ") }) { return ["\(names[1]) \(names[0])"] }
      return names
    }
  }

  private static func strand(_ text: String) -> Strand? {
    let folded = Folding.fold(text)
    return Strand.allCases.first { Folding.fold($0.name) == folded || Folding.fold($0.rawValue) == folded }
  }

  /// Today's names; `Wave 1` to `Wave 3` are those of older maps.
  static func level(_ text: String) -> String? {
    let folded = Folding.fold(text)
    let waves = ["1": "universal", "2": "targeted", "3": "specialist"]
    for word in ["wave ", "tier ", "level ", ""] where folded.hasPrefix(word) {
      if let key = waves[String(folded.dropFirst(word.count))] { return key }
    }
    return Level.four.first { Folding.fold($0.name) == folded || Folding.fold($0.key) == folded }?.key
  }

  private static func area(_ text: String) -> String? {
    let folded = Folding.fold(text)
    return AreaOfNeed.all.first {
      Folding.fold($0.code) == folded || Folding.fold($0.name) == folded || folded.hasPrefix(Folding.fold($0.name))
    }?.code
  }
}

/// Year groups as people write several of them.
enum YearList {
  /// `Year 3`, `1, 2`, `Y1-Y3`, `Y3/4`, `R & 1`, `KS1`, `Early years`. Nil for anything else.
  static func read(_ text: String) -> [YearGroup]? {
    let folded = text.lowercased()
    if let stage = stage(folded) { return stage }
    let separators = ",;/&+\n"
    let isSeveral = folded.contains(" and ") || folded.contains { separators.contains($0) }
    if !isSeveral, let one = YearGroup(typed: text) { return [one] }
    var years: Set<YearGroup> = []
    for piece in folded.replacing(" and ", with: ",").split(whereSeparator: { separators.contains($0) }) {
      let ends = piece.replacing(" to ", with: "-").replacing("–", with: "-").split(separator: "-").map {
        YearGroup(typed: CellReading.words(String($0)).replacing("years", with: "year"))
      }
      switch (ends.first.flatMap(\.self), ends.count) {
      case (let year?, 1): years.insert(year)
      case (let first?, 2):
        guard let last = ends[1], first <= last else { return nil }
        years.formUnion(Array(first...last))
      default:
        guard let stage = stage(CellReading.words(String(piece))) else { return nil }
        years.formUnion(stage)
      }
    }
    return years.isEmpty ? nil : years.sorted()
  }

  private static func stage(_ text: String) -> [YearGroup]? {
    let folded = Folding.fold(text)
    let stages: [String: ClosedRange<Int>] = [
      "ks1": 1...2, "ks2": 3...6, "lks2": 3...4, "uks2": 5...6, "ks3": 7...9, "ks4": 10...11, "ks5": 12...13,
      "key stage 1": 1...2, "key stage 2": 3...6, "key stage 3": 7...9, "key stage 4": 10...11, "key stage 5": 12...13,
      "lower key stage 2": 3...4, "upper key stage 2": 5...6, "lower ks2": 3...4, "upper ks2": 5...6,
      "sixth form": 12...13, "post 16": 12...13, "eyfs": -1...0, "early years": -1...0, "foundation stage": -1...0,
      "infants": 1...2, "juniors": 3...6,
    ]
    return stages[folded].map { $0.map { YearGroup($0) } }
  }
}
