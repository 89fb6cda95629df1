import Domain

/// What stands beside the years of a map: a provision, perhaps with how long, how often and by whom.
struct MapProvision: Hashable, Sendable {
  let name: String
  let dosage: Dosage
  let leads: [String]
  /// Everybody whom the text names, titles or not: for columns that hold nothing but staff.
  let people: [String]

  init(_ text: String) {
    let (dosage, withoutDosage) = Dosage.taken(from: text)
    let (leads, rest) = StaffMention.taken(from: withoutDosage)
    self.dosage = dosage
    self.leads = leads
    let lines = rest.split(whereSeparator: \.isNewline).map { StaffMention.tidied(String($0)) }.filter { !$0.isEmpty }
    // "Lego club TA": whoever it is done by in general is no part of its name.
    name = (lines.first ?? "").replacing(/\s+(?:TAs?|HLTA|LSA|CT)$/, with: "")
    let others = rest.split(whereSeparator: { ",;&\n/".contains($0) }).map { StaffMention.tidied(String($0)) }
    people = leads + others.filter { $0.contains(" ") && !StaffMention.isRole($0) }
  }
}

/// What stands in a cell of a map.
struct MapCellText: Hashable, Sendable {
  let dosage: Dosage
  let leads: [String]
  /// Pieces that can be names; `Khan, Amir` is still one.
  private(set) var names: [String] = []
  /// The years that the cell itself says: `all of Y3`.
  private(set) var years: [YearGroup]?
  /// Sentences for the user.
  private(set) var remarks: [String] = []
  /// Words that are no names and worth keeping.
  private(set) var notes: [String] = []
  /// Whether it says that there is nothing, or not yet.
  private(set) var isNothing = true

  private static let nothing: Set<String> = [
    "", "tbc", "tba", "n a", "na", "none", "nil", "no", "n", "to be confirmed", "to follow", "0", "x0",
  ]
  private static let everybody: Set<String> = [
    "whole class", "all", "all pupils", "everyone", "all children", "whole year", "whole year group", "class",
    "all chn",
    "yes", "y", "x", "whole school", "universal", "all class", "whole cohort", "all classes", "all students",
  ]
  private static let manner: Set<String> = [
    "1 1", "1 to 1", "one to one", "1 2 1", "121", "small group", "group", "individual", "in class", "pairs", "paired",
  ]

  init(_ text: String) {
    let (dosage, withoutDosage) = Dosage.taken(from: text)
    let (leads, rest) = StaffMention.taken(from: withoutDosage)
    self.dosage = dosage
    self.leads = leads
    isNothing = dosage.isEmpty && leads.isEmpty
    for piece in Self.pieces(of: rest) { take(piece) }
  }

  private static func pieces(of text: String) -> [String] {
    text.replacing(/(?i)\s+(?:and|&|\+)\s+/, with: "\n").replacing("&", with: "\n")
      .split(whereSeparator: { ";\n\r•·▪*|+".contains($0) }).map { StaffMention.tidied(String($0)) }
      .filter { !$0.isEmpty }
  }

  private mutating func take(_ piece: String) {
    let folded = Folding.fold(piece)
    if "✓✔☑".contains(piece) || Self.everybody.contains(folded) {
      isNothing = false
    } else if Self.nothing.contains(folded) || StaffMention.isRole(piece) {
      return
    } else if Self.manner.contains(folded) {
      isNothing = false
    } else if let years = Self.wholeYears(folded) {
      self.years = years
      isNothing = false
    } else if folded.wholeMatch(of: /(?:group of )?x?\s*\d{1,3}\s*(?:pupils?|children|chn|students?|kids)?/) != nil {
      remarks.append("The cell says “\(piece)”, without names: the group has no pupils until you add them.")
      isNothing = false
    } else if Self.isProse(piece) {
      remarks.append("“\(CellReading.short(piece))” is no name: it is kept as a note of the group.")
      notes.append(piece)
      isNothing = false
    } else {
      names.append(piece)
      isNothing = false
    }
  }

  /// `all of y3`, `whole of year 4`, `all year 3`.
  private static func wholeYears(_ folded: String) -> [YearGroup]? {
    for start in ["all of ", "whole of ", "all ", "whole "] where folded.hasPrefix(start) {
      return YearList.read(String(folded.dropFirst(start.count)))
    }
    return nil
  }

  /// Names begin with capitals and are not long.
  private static func isProse(_ piece: String) -> Bool {
    let outside = piece.prefix { $0 != "(" }
    let words = outside.split(separator: " ")
    if outside.contains(",") {
      return outside.split(separator: ",").contains { isProse(CellReading.words(String($0))) }
    }
    guard words.count <= 4, let first = piece.first(where: \.isLetter) else { return true }
    return first.isLowercase
  }
}

/// Staff whom a text mentions: people with a title.
enum StaffMention {
  private static let roles: Set<String> = [
    "ta", "tas", "hlta", "lsa", "ct", "class teacher", "teacher", "class ta", "senco", "elsa", "salt", "slt", "mdsa",
    "with ta", "by ta", "1 1 ta", "teaching assistant", "all staff",
  ]

  static func isRole(_ text: String) -> Bool { roles.contains(Folding.fold(text)) }

  /// The people with titles, and the rest of the text. Titles that share a name, as in `Mr & Mrs Reid`, are rare enough.
  static func taken(from text: String) -> (names: [String], rest: String) {
    var names: [String] = []
    var rest = text
    let person = /\b(?:Mr|Mrs|Miss|Ms|Mx|Dr)\.?\s+(?:[A-Z]\.?\s+)?[A-Z][\p{L}'’-]+/
    while let match = rest.firstMatch(of: person) {
      let name = CellReading.words(String(match.output))
      if !names.contains(name) { names.append(name) }
      rest.replaceSubrange(match.range, with: " ")
    }
    return (names, rest)
  }

  /// Without brackets that have become empty, and without what stood around something taken out.
  static func tidied(_ text: String) -> String {
    var text = text.replacing(/\(\s*[,;:–-]?\s*(?:(?:TA|HLTA|LSA|CT)\s*)?\)/, with: " ")
    text = CellReading.words(text)
    let edges = " ,;:–—-/.•*"
    while let first = text.first, edges.contains(first) { text.removeFirst() }
    while let last = text.last, edges.contains(last), !(last == "." && text.dropLast().last?.isUppercase == true) {
      text.removeLast()
    }
    return text.replacing(/(?i)\s+(?:with|by|led by|x)$/, with: "")
  }
}
