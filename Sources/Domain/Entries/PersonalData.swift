/// What looks like personal data in a text that others will read: a name, ways to reach somebody, numbers by which a child is
/// known. It warns whoever writes, and is wrong at times; it cannot know, so it forbids nothing.
package enum PersonalData {
  /// Who must not be known by the text.
  package enum Whose: Hashable, Sendable {
    /// An entry's text: whoever leads or answers for what is offered may be named there, and where it happens, by its
    /// postcode too.
    case children
    /// A survey's text: nobody is to be known by it, neither who wrote nor a teacher. Whatever looks like somebody's name is
    /// one, and a postcode tells where a family lives.
    case anybody
  }

  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case childsName, name, telephone, email, postcode, birthDate, upn, nhsNumber

    /// `a child’s name`.
    package var name: String {
      switch self {
      case .childsName: "a child’s name"
      case .name: "a name"
      case .telephone: "a telephone number"
      case .email: "an e-mail address"
      case .postcode: "a postcode"
      case .birthDate: "a date of birth"
      case .upn: "a unique pupil number"
      case .nhsNumber: "an NHS number"
      }
    }
  }

  package struct Found: Hashable, Sendable {
    package let kind: Kind
    /// As it stands in the text.
    package let text: String

    package init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// Each once, in the order of `Kind`.
  package static func found(in text: String, of whose: Whose = .children) -> [Found] {
    let whole = wholeNames(text, of: whose)
    let parts = (childrensNames(text) + announcedNames(text, of: whose)).filter { part in
      !whole.contains { $0.split(separator: " ").contains { $0 == part } }
    }
    let names = whole + parts
    var all = names.map { Found(whose == .anybody ? .name : .childsName, $0) }
    all += numbers(text) + emails(text).map { Found(.email, $0) }
    if whose == .anybody { all += postcodes(text).map { Found(.postcode, $0) } }
    all += birthDates(text).map { Found(.birthDate, $0) } + upns(text).map { Found(.upn, $0) }
    var seen: Set<Found> = []
    let order = Kind.allCases
    return all.filter { seen.insert($0).inserted }.enumerated().sorted {
      (order.firstIndex(of: $0.element.kind)!, $0.offset) < (order.firstIndex(of: $1.element.kind)!, $1.offset)
    }.map(\.element)
  }

  /// `It looks as if this holds a child’s name (“Ella”) and a telephone number (“01632 960 123”).`; nil for nothing.
  package static func sentence(_ found: [Found]) -> String? {
    list(found).map {
      "It looks as if this holds \($0). Others will read it: write of children in general, and take it out."
    }
  }

  /// `a child’s name (“Ella”) and a telephone number (“01632 960 123”)`, four at the most and how many more; nil for nothing.
  package static func list(_ found: [Found]) -> String? {
    let more = found.count > 4 ? ["\(found.count - 4) more"] : []
    let parts = found.prefix(4).map { "\($0.kind.name) (“\($0.text)”)" } + more
    guard let last = parts.last else { return nil }
    return parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last
  }

  // MARK: Numbers

  /// Telephone numbers: ten or eleven digits that begin with 0, or more with +; NHS numbers: ten digits that add up. Groups of
  /// digits that follow one another are read as one number.
  private static func numbers(_ text: String) -> [Found] {
    let words = text.split { !($0.isASCII && ($0.isNumber || $0.isLetter || "-()+".contains($0))) }.map(String.init)
    var found: [Found] = []
    var place = 0
    while place < words.count {
      let (number, length) = number(words[place...])
      if let number { found.append(number) }
      place += max(1, length)
    }
    return found
  }

  /// The number that begins with the first word, and how many words it takes.
  private static func number(_ words: ArraySlice<String>) -> (Found?, Int) {
    var shown = ""
    var digits = ""
    for (count, word) in words.prefix(6).enumerated() {
      guard word.contains(where: \.isNumber), word.allSatisfy({ !$0.isLetter }) else { break }
      shown += (count == 0 ? "" : " ") + word
      digits += word.filter(\.isNumber)
      let isAbroad = shown.hasPrefix("+") || digits.hasPrefix("0044")
      if isAbroad ? (11...15).contains(digits.count) : digits.first == "0" && (10...11).contains(digits.count) {
        let rest = words.dropFirst(count + 1).first ?? ""
        // An eleventh digit may stand alone.
        let isLonger = digits.count == 10 && rest.count == 1 && rest.allSatisfy(\.isNumber)
        if !isLonger { return (Found(.telephone, shown.trimmed), count + 1) }
      }
      if digits.count == 10, isNHSNumber(digits) { return (Found(.nhsNumber, shown.trimmed), count + 1) }
      if digits.count > 15 { break }
    }
    return (nil, 1)
  }

  /// The last of ten digits checks the others, modulo 11 (NHS Data Dictionary, “NHS number”).
  static func isNHSNumber(_ digits: String) -> Bool {
    let values = digits.compactMap(\.wholeNumberValue)
    guard values.count == 10, Set(values).count > 1 else { return false }
    let sum = zip(values, stride(from: 10, through: 2, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
    let check = (11 - sum % 11) % 11
    return check != 10 && check == values[9]
  }

  private static func upns(_ text: String) -> [String] {
    text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init).filter {
      $0.count == 13 && UPN($0) != nil
    }
  }

  private static func emails(_ text: String) -> [String] {
    text.split(whereSeparator: { $0.isWhitespace || "<>()[],;“”\"".contains($0) }).compactMap { word in
      let word = word.drop { !$0.isLetter && !$0.isNumber }
      let parts = word.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), parts[1].first != "." else { return nil }
      let trimmed = String(word).trimmed
      return (trimmed.split(separator: ".").last?.count ?? 0) >= 2 ? trimmed : nil
    }
  }

  private static func postcodes(_ text: String) -> [String] {
    text.matches(of: /\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b/).map { String($0.output) }
  }

  // MARK: Days

  private static let births: Set<String> = ["born", "dob", "birth", "birthday", "birthdate"]

  /// A whole day within a few words after a word about birth: a day by itself may be that of a meeting.
  private static func birthDates(_ text: String) -> [String] {
    let words = text.replacing("d.o.b.", with: "dob").replacing("D.O.B.", with: "dob").split(
      whereSeparator: { $0.isWhitespace || "(),;:".contains($0) }
    ).map(String.init)
    var found: [String] = []
    for (place, word) in words.enumerated() where births.contains(word.lowercased().filter(\.isLetter)) {
      let nearby = words.indices.filter { $0 > place && $0 <= place + 4 }
      found +=
        nearby.lazy.flatMap { start in
          [1, 3].filter { start + $0 <= words.count }.map { words[start..<start + $0].joined(separator: " ").trimmed }
        }.first { $0.contains(where: \.isNumber) && Day(typed: $0) != nil }.map { [$0] } ?? []
    }
    return found
  }
}

extension String {
  /// Without what is neither letter nor digit before and behind, but for a leading `+` or bracket.
  fileprivate var trimmed: String {
    var text = Substring(self)
    while let first = text.first, !first.isLetter, !first.isNumber, first != "+", first != "(" { text.removeFirst() }
    while let last = text.last, !last.isLetter, !last.isNumber { text.removeLast() }
    return String(text)
  }
}
