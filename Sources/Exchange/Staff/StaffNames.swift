import Domain
import Store

/// Names of staff as they are compared: folded, without titles.
enum StaffNames {
  static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "mx", "dr", "sir", "madam", "rev", "prof"]

  static func folded(_ name: String) -> String {
    words(name).joined(separator: " ")
  }

  /// Whether the words begin with a title: `Mrs Lowe`.
  static func hasTitle(_ name: String) -> Bool {
    Folding.fold(name).split(separator: " ").first.map { titles.contains(String($0)) } ?? false
  }

  static func words(_ name: String) -> [String] {
    Folding.fold(name).split(separator: " ").map(String.init).filter { !titles.contains($0) }
  }

  /// Whom a name can mean. The same name, but for titles, is that person; a surname alone (`Mrs Lowe`), or an initial with
  /// it (`R Lowe`), whoever it fits.
  static func find<Person>(_ name: String, in people: [Person], _ theirs: (Person) -> String) -> [Person] {
    let wanted = words(name)
    guard let surname = wanted.last else { return [] }
    let exact = people.filter { words(theirs($0)) == wanted }
    if !exact.isEmpty { return exact }
    return people.filter { person in
      let other = words(theirs(person))
      guard other.last == surname else { return false }
      let (said, kept) = (wanted.dropLast().first, other.dropLast().first)
      guard let said, let kept else { return true }
      return said.count == 1 || kept.count == 1 ? said.first == kept.first : said == kept
    }
  }
}

extension PayRole.Kind {
  /// Whose hours the map counts a role of this name with.
  init(roleNamed name: String) {
    let words = " \(Folding.fold(name)) "
    let assistants = [
      " hlta ", " lsa ", " ta ", " tas ", " teaching assistant", " learning support assistant", " elsa ",
      " classroom assistant",
      " support assistant", " learning assistant", " sta ", " one to one ", " 1 1 ",
    ]
    let teachers = [" teacher", " senco ", " sendco ", " head ", " headteacher", " principal ", " tutor ", " leader "]
    if assistants.contains(where: { words.contains($0) }) {
      self = .teachingAssistant
    } else if teachers.contains(where: { words.contains($0) }) {
      self = .teacher
    } else {
      self = .other
    }
  }
}
