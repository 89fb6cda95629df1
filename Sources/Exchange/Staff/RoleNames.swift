import Domain

/// Roles as schools call them, and the works that they are.
enum RoleNames {
  /// The work that a name is another word for: `TA`, `HLTA`, `SENDCo`. Nil for a name of its own.
  static func meaning(_ name: String) -> ReferenceRate.Work? { same[Folding.fold(name)] }

  private static let same: [String: ReferenceRate.Work] = [
    "ta": .teachingAssistant, "tas": .teachingAssistant, "t a": .teachingAssistant,
    "teaching assistants": .teachingAssistant, "teaching assistant ta": .teachingAssistant,
    "hlta": .higherLevelTeachingAssistant, "hltas": .higherLevelTeachingAssistant,
    "higher level ta": .higherLevelTeachingAssistant, "higher level teaching assistants": .higherLevelTeachingAssistant,
    "higher level teaching assistant hlta": .higherLevelTeachingAssistant, "sendco": .senco, "sen coordinator": .senco,
    "sen co ordinator": .senco, "send coordinator": .senco, "special educational needs coordinator": .senco,
    "special educational needs co ordinator": .senco, "teachers": .teacher, "class teacher": .teacher,
    "classroom teacher": .teacher, "learning mentors": .learningMentor, "mdsa": .lunchtimeSupervisor,
    "midday supervisor": .lunchtimeSupervisor, "midday assistant": .lunchtimeSupervisor,
    "lunchtime supervisors": .lunchtimeSupervisor, "lunchtime assistant": .lunchtimeSupervisor,
  ]

  /// The work whose reference rate a role of this name starts with, until it has a rate of its own. Nil where no work is
  /// like it: then what it does is not priced yet.
  static func work(like name: String) -> ReferenceRate.Work? {
    if let same = meaning(name) { return same }
    let words = " \(Folding.fold(name)) "
    func says(_ parts: String...) -> Bool { parts.contains { words.contains($0) } }
    if says(" senco ", " sendco ", " inclusion manager ", " inclusion lead", " head of inclusion ") { return .senco }
    if says(" head teacher", " headteacher", " principal ", " deputy head", " assistant head", " head of school ") {
      return .seniorLeader
    }
    if says(" therap") { return says(" assistant ") ? .therapyAssistant : .therapist }
    if says(" speech and language ", " occupational ", " physio") { return .therapist }
    if says(" midday", " lunch", " mdsa ", " dinner ", " meals ") { return .lunchtimeSupervisor }
    if says(" mentor") { return .learningMentor }
    if says(" hlta ", " higher level ") { return .higherLevelTeachingAssistant }
    return switch PayRole.Kind(roleNamed: name) {
    case .teachingAssistant: .teachingAssistant
    case .teacher: .teacher
    case .other: nil
    }
  }
}
