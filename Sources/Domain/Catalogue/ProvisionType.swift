/// A section of the catalogue and of the map; the school renames, reorders and adds to them.
package struct Heading: Hashable, Sendable {
  package let id: ID<Heading>
  package let name: String
  package let position: Int
  package let version: Int

  package init(id: ID<Heading>, name: String, position: Int, version: Int) {
    self.id = id
    self.name = name
    self.position = position
    self.version = version
  }
}

/// Something that the school could reasonably provide, with its ordinary dosage.
package struct ProvisionType: Hashable, Sendable {
  package let id: ID<ProvisionType>
  package let heading: ID<Heading>
  package let name: String
  package let details: ProvisionDetails
  /// No longer offered for new groups; old groups keep it.
  package let isArchived: Bool
  package let version: Int

  package init(
    id: ID<ProvisionType>, heading: ID<Heading>, name: String, details: ProvisionDetails, isArchived: Bool, version: Int
  ) {
    self.id = id
    self.heading = heading
    self.name = name
    self.details = details
    self.isArchived = isArchived
    self.version = version
  }
}

/// What is said of a provision: in words, and how much of it is usual.
package struct ProvisionDetails: Hashable, Sendable {
  package var description = ""
  package var outcome = ""
  /// Minutes of one session; nil for a strategy (an adjustment in class, a way of working).
  package var minutes: Int?
  package var sessionsPerWeek: Int?
  package var weeks: Int?
  package var groupSize: Int?
  package var strand: Strand?
  /// A level's key.
  package var level: String?
  /// An area of need's code.
  package var area: String?
  /// An https address with evidence.
  package var evidence: String?
  /// Hides its title and pupils from the map, print and staff without that right (counselling, say).
  package var isConfidential = false

  package init() {}
}

/// Where the money for a place in a group comes from.
package struct FundingStream: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case sen, eal, pupilPremium = "pupil-premium", topUp = "top-up", other

    package var name: String {
      switch self {
      case .sen: "SEN"
      case .eal: "EAL"
      case .pupilPremium: "Pupil premium"
      case .topUp: "EHC top-up"
      case .other: "Other"
      }
    }
  }

  package let id: ID<FundingStream>
  package let name: String
  package let kind: Kind

  package init(id: ID<FundingStream>, name: String, kind: Kind) {
    self.id = id
    self.name = name
    self.kind = kind
  }
}
