package import Domain

/// A pupil with all that a file of pupils is compared with.
package struct KeptPupil: Sendable {
  package let pupil: Pupil
  package let facts: PupilFacts
  /// Folded names of contacts.
  package let contacts: Set<String>

  package init(_ pupil: Pupil, _ facts: PupilFacts, contacts: Set<String> = []) {
    self.pupil = pupil
    self.facts = facts
    self.contacts = contacts
  }
}

/// What one import writes to the roll, all at once.
package struct PupilIntake: Sendable {
  package var new: [Arrival] = []
  package var changes: [Change] = []
  /// Who left, with their last day on the roll: only whom the user ticked.
  package var leavers: [Leaver] = []

  package init() {}

  /// A pupil whom the school has not kept yet.
  package struct Arrival: Sendable {
    package let pupil: Pupil
    package let facts: PupilFacts
    package let contacts: [ContactDetails]

    package init(_ pupil: Pupil, _ facts: PupilFacts, contacts: [ContactDetails]) {
      self.pupil = pupil
      self.facts = facts
      self.contacts = contacts
    }
  }

  package struct Change: Sendable {
    package let old: KeptPupil
    /// As the pupil would be; the same id.
    package let pupil: Pupil
    package let facts: PupilFacts
    package let contacts: [ContactDetails]
    /// For history: the fields that differ, in words.
    package let before: [String: String]
    package let after: [String: String]

    package init(
      _ old: KeptPupil, pupil: Pupil, facts: PupilFacts, contacts: [ContactDetails], before: [String: String],
      after: [String: String]
    ) {
      self.old = old
      self.pupil = pupil
      self.facts = facts
      self.contacts = contacts
      self.before = before
      self.after = after
    }
  }

  package struct Leaver: Hashable, Sendable {
    package let pupil: ID<Pupil>
    package let lastDay: Day

    package init(_ pupil: ID<Pupil>, lastDay: Day) {
      self.pupil = pupil
      self.lastDay = lastDay
    }
  }
}
