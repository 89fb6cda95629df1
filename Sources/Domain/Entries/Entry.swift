package import struct Foundation.Date

/// What is there, or what is missing.
package enum EntryKind: String, CaseIterable, Hashable, Sendable {
  case provision, gap

  package var name: String { self == .provision ? "Provision" : "Gap" }
}

/// One thing that an organisation puts on an area's map: support that there is, or a gap.
package struct Entry: Hashable, Sendable {
  package enum State: String, CaseIterable, Hashable, Sendable {
    /// Seen by its author and their confirmed colleagues alone.
    case draft
    /// Sent in: it stands on the map.
    case live
    /// Taken back by its author or their colleagues.
    case withdrawn
    /// Told together with another, which stands for both.
    case merged

    package var name: String {
      switch self {
      case .draft: "Draft"
      case .live: "On the map"
      case .withdrawn: "Withdrawn"
      case .merged: "Merged"
      }
    }
  }

  package let id: ID<Entry>
  package let round: ID<Round>
  package let participant: ID<Participant>
  /// Who wrote it; nil where it came by a file or from somebody whose account is gone.
  package let account: ID<Account>?
  package let author: String
  package let state: State
  package let details: EntryDetails
  /// Where it came from, in words, such as a school's own map; nil: it was typed.
  package let origin: String?
  /// What it is there, so that it can be refreshed.
  package let originKey: String?
  package let mergedInto: ID<Entry>?
  /// When the coordinator looked through it and by whom.
  package let checkedAt: Date?
  package let checkedBy: String?
  /// Whether the coordinator agreed that it may be shown to the public; its author's word stands in `details`.
  package let isPublicByCoordinator: Bool
  package let createdAt: Date
  package let changedAt: Date
  package let version: Int

  package init(
    id: ID<Entry>, round: ID<Round>, participant: ID<Participant>, account: ID<Account>?, author: String, state: State,
    details: EntryDetails, origin: String?, originKey: String?, mergedInto: ID<Entry>?, checkedAt: Date?,
    checkedBy: String?, isPublicByCoordinator: Bool, createdAt: Date, changedAt: Date, version: Int
  ) {
    self.id = id
    self.round = round
    self.participant = participant
    self.account = account
    self.author = author
    self.state = state
    self.details = details
    self.origin = origin
    self.originKey = originKey
    self.mergedInto = mergedInto
    self.checkedAt = checkedAt
    self.checkedBy = checkedBy
    self.isPublicByCoordinator = isPublicByCoordinator
    self.createdAt = createdAt
    self.changedAt = changedAt
    self.version = version
  }

  /// Both have agreed to it, and it stands on the map.
  package var isPublic: Bool { state == .live && details.isPublicByAuthor && isPublicByCoordinator }
}

/// What is said of support or of a gap.
package struct EntryDetails: Hashable, Sendable {
  package var kind: EntryKind
  /// What it is called; may be empty, then it goes by its first words.
  package var title = ""
  /// What happens, or what is missing.
  package var description = ""
  /// The cells that it serves.
  package var cells = Cells()
  package var specialisms = Specialisms()
  /// For whom: `children in Reception with few words`.
  package var audience = ""
  /// Ages in years, both included.
  package var ageFrom: Int?
  package var ageUntil: Int?
  package var localities: Set<ID<Locality>> = []
  /// Where: `at three family hubs`.
  package var place = ""
  /// How often: `weekly in term time`.
  package var frequency = ""
  /// Children reached in a year.
  package var reach: Int?
  /// Children who could be helped in a year.
  package var capacity: Int?
  /// What it costs in a year.
  package var cost: Pence?
  package var funder = ""
  /// How one knows that it makes a difference.
  package var evidence = ""
  /// Of a gap: what comes of it.
  package var effect = ""
  /// Of a gap: how many children it touches.
  package var affected: Int?
  /// Of a gap: what would help.
  package var suggestion = ""
  /// Whether its author agrees that it may be shown to the public.
  package var isPublicByAuthor = false

  package init(_ kind: EntryKind) { self.kind = kind }

  /// Its title, or its first words: up to 80 characters.
  package var name: String {
    if !title.isEmpty { return title }
    let first = description.split(separator: "\n").first.map(String.init) ?? ""
    if first.isEmpty { return kind == .provision ? "Provision without a text" : "Gap without a text" }
    if first.count <= 80 { return first }
    let cut = first.prefix(80)
    return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + " …"
  }
}

extension EntryDetails {
  /// Trimmed. Refuses what is too long and numbers that cannot be; where it is to be sent in, also what has no description,
  /// no cell or no specialism. Each at its field.
  package func checked(forSending: Bool) throws(Refusals) -> EntryDetails {
    var checked = trimmed
    var refusals = Refusals()
    if checked.kind == .provision { (checked.effect, checked.affected, checked.suggestion) = ("", nil, "") }
    if forSending {
      if checked.description.isEmpty {
        refusals.add(
          kind == .provision ? "Describe what happens." : "Describe what is missing.", field: "description")
      }
      if cells.isEmpty { refusals.add("Tick every cell that it serves: one at least.", field: "cells") }
      if specialisms.isEmpty { refusals.add("Choose what it is about.", field: "specialisms") }
    }
    for (field, text, most, name) in checked.texts where text.count > most {
      refusals.add("\(name) has at most \(most) characters.", field: field)
    }
    for (field, number, name) in [
      ("reach", reach, "The number of children reached"), ("capacity", capacity, "The number of places"),
      ("affected", affected, "The number of children"),
    ] {
      if let number, !(0...1_000_000).contains(number) { refusals.add("\(name) cannot be right.", field: field) }
    }
    for (field, age) in [("age-from", ageFrom), ("age-until", ageUntil)] {
      if let age, !(0...25).contains(age) { refusals.add("Ages are from 0 to 25.", field: field) }
    }
    if let ageFrom, let ageUntil, ageUntil < ageFrom {
      refusals.add("The upper age is below the lower.", field: "age-until")
    }
    if let cost, cost.count > 100_000_000_000 { refusals.add("The cost cannot be right.", field: "cost") }
    if !refusals.all.isEmpty { throw refusals }
    return checked
  }

  private var trimmed: EntryDetails {
    var trimmed = self
    for text: WritableKeyPath<EntryDetails, String> in [
      \.title, \.description, \.audience, \.place, \.frequency, \.funder, \.evidence, \.effect, \.suggestion,
    ] {
      trimmed[keyPath: text] = self[keyPath: text].trimmingSpaces
    }
    return trimmed
  }

  private var texts: [(field: String, text: String, most: Int, name: String)] {
    [
      ("title", title, 150, "A title"), ("description", description, 4000, "A description"),
      ("audience", audience, 300, "Who it is for"), ("place", place, 300, "Where it is"),
      ("frequency", frequency, 300, "How often it is"), ("funder", funder, 300, "Who pays for it"),
      ("evidence", evidence, 2000, "The evidence"), ("effect", effect, 2000, "The effect"),
      ("suggestion", suggestion, 2000, "A suggestion"),
    ]
  }

  /// Every text in which words can be looked for.
  package var searchable: String {
    [title, description, audience, place, frequency, funder, evidence, effect, suggestion].joined(separator: "\n")
  }
}
