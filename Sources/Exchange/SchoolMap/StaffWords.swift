import Domain

/// Kinds of staff as maps mention them, where nobody is named: `TA`, `with HLTA`.
enum StaffWords {
  private static let roles: Set<String> = [
    "ta", "tas", "t a", "hlta", "hltas", "lsa", "lsas", "lsp", "ct", "class teacher", "classteacher", "teacher",
    "teachers", "class ta", "class tas", "senco", "sendco", "sencos", "slt", "mdsa", "mdsas", "teaching assistant",
    "teaching assistants", "learning support assistant", "learning mentor", "lm", "all staff", "class staff", "staff",
    "adult", "adults", "any adult", "support staff", "1 1 ta", "1 1 lsa", "year group ta", "phase ta", "class adults",
    "class teacher and ta", "ct and ta", "ct ta", "teacher and ta", "teacher ta", "ta teacher", "inclusion lead",
    "pastoral lead", "pastoral team", "dht", "ht", "aht", "head", "head teacher", "headteacher", "tutor", "cover ta",
  ]
  /// Staff whose work is a provision of its own.
  private static let therapies = [
    "salt": "Speech and language therapy", "slt therapist": "Speech and language therapy",
    "speech therapist": "Speech and language therapy",
    "speech and language therapist": "Speech and language therapy", "s lt": "Speech and language therapy",
    "ot": "Occupational therapy", "occupational therapist": "Occupational therapy", "physio": "Physiotherapy",
    "physiotherapist": "Physiotherapy", "elsa": "Emotional literacy support (ELSA)",
    "ep": "Educational psychology", "educational psychologist": "Educational psychology",
  ]

  static func isRole(_ text: String) -> Bool { isAdult(text) || therapy(text) != nil }

  /// Somebody of the school, whose word is no provision's name.
  static func isAdult(_ text: String) -> Bool {
    roles.contains(Folding.fold(text.replacing(/^\d\s*x?\s+/, with: "")))
  }

  /// What a therapist does.
  static func therapy(_ text: String) -> String? { therapies[Folding.fold(text)] }

  /// `Lego club TA`, `Lego club with class teacher`: the text without them, and the word.
  static func takenFromEnd(of text: String) -> (rest: String, role: String)? {
    let words = text.split(separator: " ").map(String.init)
    for count in [3, 2, 1] where words.count > count {
      let role = words.suffix(count).joined(separator: " ")
      // What a therapist gives is often named so: only the letters are meant for the person.
      let isMeant = isAdult(role) || (therapy(role) != nil && role == role.uppercased())
      if isMeant, role.contains(where: \.isUppercase) || words[words.count - count - 1].lowercased() == "with" {
        return (words.dropLast(count).joined(separator: " "), role)
      }
    }
    return nil
  }
}
