import Domain

/// What stands in a cell of a map.
struct MapCellText: Sendable {
  let dosage: Dosage
  let leads: [String]
  let roles: [String]
  /// Pieces that can be names; `Khan, Amir` is still one.
  private(set) var names: [Name] = []
  /// The years that the cell itself says: `all of Y3`.
  private(set) var years: [YearGroup]?
  /// Whether it means everybody of its years.
  private(set) var isEverybody = false
  /// Sentences for the user.
  private(set) var remarks: [String] = []
  /// Words that are no names and worth keeping.
  private(set) var notes: [String] = []
  /// Whether it says that there is nothing, or not yet.
  private(set) var isNothing = true

  struct Name: Hashable, Sendable {
    let text: String
    /// Those that its line says: `Y1: Ella P`.
    let years: [YearGroup]?
  }

  private static let nothing: Set<String> = [
    "", "tbc", "tba", "n a", "na", "none", "nil", "no", "n", "to be confirmed", "to follow", "0", "x0",
    "not applicable",
    "as required", "nobody",
  ]
  private static let everybody: Set<String> = [
    "whole class", "all", "all pupils", "everyone", "all children", "whole year", "whole year group", "class",
    "all chn",
    "yes", "y", "x", "whole school", "universal", "all class", "whole cohort", "all classes", "all students",
    "everybody",
    "whole group", "all of them", "all year", "all year group", "full class", "tick", "whole cl", "w c", "all in class",
    "all of class", "all of the class", "all the class", "both classes", "all year groups", "available to all",
    "available for all", "open to all", "all kids", "every child",
  ]
  private static let manner: Set<String> = [
    "small group", "group", "individual", "in class", "pairs", "paired", "small groups", "individually",
  ]
  /// Marks of pupils, which are no names.
  private static let marks: Set<String> = [
    "sen", "send", "eal", "pp", "fsm", "lac", "cla", "ehcp", "ehcps", "k", "pupil premium", "boys", "girls", "pla",
    "young carers", "pupils", "children",
  ]

  /// `isPupil` says whether a name is that of a pupil: then it is none of staff, however it is written.
  init(_ text: String, _ staff: StaffMentions, isPupil: @escaping (String) -> Bool) {
    let (shared, own) = Self.ownTimes(MapText.withoutBullets(text))
    let reading = DosageReading(shared)
    let taken = staff.taken(from: reading.text, in: .cell(isPupil: isPupil))
    dosage = reading.dosage
    leads = taken.names
    roles = taken.roles
    isNothing = dosage.isEmpty && leads.isEmpty && roles.isEmpty
    notes = reading.ratios.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    let rest = taken.rest.filter { DosageReading.ratio($0) == nil }.replacing(/[;•·▪*|]/, with: "\n")
    for line in MapText.pieces(rest) { take(line: Self.restored(line, own), isPupil) }
    notes += reading.unplaced
    if !notes.isEmpty { isNothing = false }
  }

  /// Times in brackets behind one of several names are that child's and not the group's: they are set aside, to be kept in
  /// words. `Kuba` on one line, `Zuza (Tuesdays only)` on another; `Jack (30 mins x 2) Dev`.
  private static func ownTimes(_ text: String) -> (text: String, own: [String]) {
    var own: [String] = []
    let lines = text.split(whereSeparator: { $0.isNewline || $0 == ";" }).map(String.init)
    let marked = lines.enumerated().map { number, line in
      let isAmongLines = lines.enumerated().contains { $0 != number && $1.contains(where: \.isUppercase) }
      return line.replacing(/([^()]*)\(([^()]*)\)/) { match in
        let isBehindName = match.1.contains(where: \.isUppercase)
        let isAmongNames =
          line[match.range.upperBound...].contains(where: \.isUppercase)
          || (isAmongLines && !line[..<match.2.startIndex].contains(/[,&+\/]|\sand\s/))
        guard isBehindName, isAmongNames, own.count < 200, !DosageReading(String(match.2)).dosage.isEmpty else {
          return String(match.0)
        }
        own.append(String(match.2))
        return "\(match.1)(\(UnicodeScalar(MapText.firstMark + UInt32(own.count - 1))!))\n"
      }
    }
    return (marked.joined(separator: "\n"), own)
  }

  private static func restored(_ text: String, _ own: [String]) -> String {
    String(
      text.flatMap { character -> [Character] in
        MapText.mark(character).flatMap { own.indices.contains($0) ? Array(own[$0]) : nil } ?? [character]
      })
  }

  /// A line may begin with the years of its names.
  private mutating func take(line: String, _ isPupil: (String) -> Bool) {
    var line = line
    var years: [YearGroup]?
    if let match = line.firstMatch(of: /^([^:–(,]{1,14}?)\s*(?::|\s[–-])\s*(?=\S)/),
      let read = YearList.read(String(match.1))
    {
      years = read
      line.removeSubrange(match.range)
    }
    if Self.isProse(line), Self.parted(line).note == nil, !isPupil(line) { return take(line, years, isPupil) }
    for piece in line.split(separator: /(?i)\s+(?:and|&|\+)\s+|[&+]/) {
      take(MapText.tidied(String(piece)), years, isPupil)
    }
  }

  private mutating func take(_ piece: String, _ lineYears: [YearGroup]?, _ isPupil: (String) -> Bool) {
    let folded = Folding.fold(piece)
    if piece.contains(where: { "✓✔☑√".contains($0) }) || Self.everybody.contains(folded) {
      (isEverybody, isNothing) = (true, false)
      if let lineYears { years = (years ?? []) + lineYears }
    } else if Self.nothing.contains(folded) {
      return
    } else if Self.manner.contains(folded) {
      isNothing = false
      notes.append(piece)
    } else if let years = Self.wholeYears(folded) {
      self.years = years
      (isEverybody, isNothing) = (true, false)
    } else if folded.wholeMatch(of: /(?:group of )?x?\s*\d{1,3}\s*(?:pupils?|children|chn|students?|kids|boys|girls)?/)
      != nil
    {
      remarks.append("The cell says “\(piece)”, without names: the group has no pupils until you add them.")
      isNothing = false
    } else if Self.isProse(piece), Self.parted(piece).note == nil, !isPupil(piece) {
      remarks.append("“\(CellReading.short(piece))” is no name: it is kept as a note of the group.")
      notes.append(piece)
      isNothing = false
    } else {
      let (name, note) = Self.parted(piece)
      if let note { notes.append(note) }
      names.append(Name(text: name, years: lineYears))
      isNothing = false
    }
  }

  /// `Amirah - hearing aid checks` is a name with words of what is done.
  private static func parted(_ piece: String) -> (name: String, note: String?) {
    guard let match = piece.firstMatch(of: /\s*(?::|\s[–—-])\s+/), !isProse(String(piece[..<match.range.lowerBound]))
    else {
      return (piece, nil)
    }
    // "Dev – spelling, Amir": what follows may be names again.
    let tail = piece[match.range.upperBound...].split(separator: ",").map { CellReading.words(String($0)) }
    let words = tail.prefix(while: isProse)
    if words.isEmpty { return (piece, nil) }
    let note = String(piece[..<match.range.upperBound]) + words.joined(separator: ", ")
    return (([String(piece[..<match.range.lowerBound])] + tail.dropFirst(words.count)).joined(separator: ", "), note)
  }

  /// `all of y3`, `whole of year 4`, `all year 3`.
  private static func wholeYears(_ folded: String) -> [YearGroup]? {
    for start in ["all of ", "whole of ", "all ", "whole "] where folded.hasPrefix(start) {
      return YearList.read(String(folded.dropFirst(start.count)))
    }
    return nil
  }

  /// Names begin with capitals, each word of them but for a few, and are not long.
  private static func isProse(_ piece: String) -> Bool {
    let outside = piece.prefix { $0 != "(" }
    if outside.contains(",") {
      return outside.split(separator: ",").contains { isProse(CellReading.words(String($0))) }
    }
    let words = outside.split(separator: " ")
    guard words.count <= 5, words.contains(where: { $0.contains(where: \.isLetter) }) else { return true }
    if marks.contains(Folding.fold(String(outside))) { return true }
    let particles: Set<Substring> = [
      "de", "da", "di", "du", "van", "der", "den", "von", "bin", "bint", "al", "el", "la", "le", "ibn",
    ]
    return words.contains { word in
      guard let first = word.first(where: \.isLetter) else { return false }
      return first.isLowercase && word.count > 1 && !particles.contains(word)
    }
  }
}
