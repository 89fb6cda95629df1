/// An entry as a reader of the map gets it. In the public version there is no cost, no capacity, no evidence and no person
/// in it to begin with, and numbers of children are as the public may know them.
package struct AreaMapEntry: Hashable, Sendable {
  package let id: ID<Entry>
  package let kind: EntryKind
  package let name: String
  package let description: String
  package let cells: Cells
  package let specialisms: Specialisms
  package let organisation: String
  /// The key of its sector.
  package let sector: String
  package let audience: String
  package let ageFrom: Int?
  package let ageUntil: Int?
  package let localities: Set<ID<Locality>>
  package let place: String
  package let frequency: String
  package let reach: ChildrenCount?
  package let effect: String
  package let affected: ChildrenCount?
  package let suggestion: String
  /// Nil in the public version.
  package let inner: Inner?
  /// Of a gap: the organisations that say it, with those whose words were merged into it; empty for provision.
  package var saidBy: [String] = []

  /// What only those who take part may read.
  package struct Inner: Hashable, Sendable {
    package let places: Int?
    package let cost: Pence?
    package let funder: String
    package let evidence: String
    package let origin: String?
    package let isChecked: Bool
  }

  package init(_ entry: Entry, organisation: String, sector: String, isPublic: Bool) {
    let details = entry.details
    id = entry.id
    kind = details.kind
    name = details.name
    description = details.description
    cells = details.cells
    specialisms = details.specialisms
    self.organisation = organisation
    self.sector = sector
    audience = details.audience
    ageFrom = details.ageFrom
    ageUntil = details.ageUntil
    localities = details.localities
    place = details.place
    frequency = details.frequency
    reach = details.reach.map { ChildrenCount($0, isPublic: isPublic) }
    effect = details.effect
    affected = details.affected.map { ChildrenCount($0, isPublic: isPublic) }
    suggestion = details.suggestion
    inner =
      isPublic
      ? nil
      : Inner(
        places: details.capacity, cost: details.cost, funder: details.funder, evidence: details.evidence,
        origin: entry.origin, isChecked: entry.checkedAt != nil)
  }

  /// How many organisations say this gap.
  package var sayers: Int { max(1, saidBy.count) }
}

/// What a locality has.
package struct PlaceFigures: Hashable, Sendable {
  /// Nil: entries that name none.
  package let locality: Locality?
  package let figures: AreaMap.Figures
  /// GeoJSON; nil where the area has none.
  package let boundary: String?

  package init(locality: Locality?, figures: AreaMap.Figures, boundary: String?) {
    self.locality = locality
    self.figures = figures
    self.boundary = boundary
  }
}

/// A word and in how many entries it stands.
package struct WordCount: Hashable, Sendable {
  package let word: String
  package let count: Int

  package init(word: String, count: Int) {
    self.word = word
    self.count = count
  }
}

/// A map with all that its report says: one value, from which every file is made, so that they agree.
package struct AreaReport: Hashable, Sendable {
  package let map: AreaMap
  /// The round before, if it was asked for.
  package let comparison: AreaMapComparison?
  /// What is wanted in each cell.
  package let outcomes: [Cell: String]
  package let places: [PlaceFigures]
  /// Provision that stands on the map and is for the age and place asked for.
  package let provision: [AreaMapEntry]
  /// Ranked: said by most first, then touching most children.
  package let gaps: [AreaMapEntry]
  /// Of the gaps.
  package let words: [WordCount]

  package init(
    map: AreaMap, comparison: AreaMapComparison?, outcomes: [Cell: String], places: [PlaceFigures],
    provision: [AreaMapEntry], gaps: [AreaMapEntry], words: [WordCount]
  ) {
    self.map = map
    self.comparison = comparison
    self.outcomes = outcomes
    self.places = places
    self.provision = provision
    self.gaps = gaps
    self.words = words
  }

  /// Where a gap stands among others: most organisations first, then most children, then as they were said.
  package struct Rank: Comparable, Sendable {
    package let id: ID<Entry>
    package let sayers: Int
    /// Children; 0 where nobody says how many, or the public may not know.
    package let affected: Int

    package init(id: ID<Entry>, sayers: Int, affected: Int) {
      self.id = id
      self.sayers = sayers
      self.affected = affected
    }

    package static func < (one: Rank, other: Rank) -> Bool {
      (other.sayers, other.affected, one.id) < (one.sayers, one.affected, other.id)
    }
  }

  package static func ranked(_ gaps: [AreaMapEntry]) -> [AreaMapEntry] {
    gaps.map { (Rank(id: $0.id, sayers: $0.sayers, affected: $0.affected?.number ?? 0), $0) }
      .sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Cells with gaps: said by most organisations first, then touching most children.
  package var cellsByGaps: [Cell] {
    map.framework.cells.filter { map.figures($0).gaps > 0 }.enumerated().sorted { one, other in
      let (first, second) = (map.figures(one.element), map.figures(other.element))
      let (left, right) = (
        (first.gapSayers, first.affectedSum, first.gaps), (second.gapSayers, second.affectedSum, second.gaps)
      )
      return left != right ? left > right : one.offset < other.offset
    }.map(\.element)
  }
}
