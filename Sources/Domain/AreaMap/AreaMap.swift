/// An area's map: what there is and what is missing in each cell of the framework, how many children it reaches, and
/// whether anybody has answered at all. Counts are of entries that stand on the map: no drafts, nothing that was withdrawn
/// or merged.
package struct AreaMap: Hashable, Sendable {
  package let area: Area
  /// As it was asked, with the round's number filled in.
  package let question: AreaMapQuestion
  package let round: Round
  package let framework: Framework
  /// What it was cut by, in words.
  package let filter: [Filter]
  package let basis: AreaMapBasis
  package let tally: AreaMapTally.Result
  /// Who takes part, as far as the viewer may see it and the question asks for it.
  package let organisations: [Organisation]
  /// Whether it is of one organisation alone, for those who work there: nothing can be said of what others answered.
  package let isOwn: Bool

  package init(
    area: Area, question: AreaMapQuestion, round: Round, framework: Framework, filter: [Filter], basis: AreaMapBasis,
    tally: AreaMapTally.Result, organisations: [Organisation], isOwn: Bool = false
  ) {
    self.area = area
    self.question = question
    self.round = round
    self.framework = framework
    self.filter = filter
    self.basis = basis
    self.tally = tally
    self.organisations = organisations
    self.isOwn = isOwn
  }

  package struct Filter: Hashable, Sendable {
    /// `sector`: the name of the field in the page's form.
    package let key: String
    /// `Sector`.
    package let label: String
    /// `Health services`.
    package let value: String

    package init(key: String, label: String, value: String) {
      self.key = key
      self.label = label
      self.value = value
    }

    package var words: String { "\(label): \(value)" }
  }

  /// An organisation that takes part, and what is known of its answers.
  package struct Organisation: Hashable, Sendable {
    package let id: ID<Participant>
    package let name: String
    package let sector: String
    package let isExpected: Bool
    package let hasJoined: Bool
    /// The cells in which it told of anything, or said that there is nothing.
    package let answered: Cells
    /// The cells in which it said that it provides nothing, and nothing of its stands there.
    package let nothingHere: Cells

    package init(
      id: ID<Participant>, name: String, sector: String, isExpected: Bool, hasJoined: Bool, answered: Cells,
      nothingHere: Cells
    ) {
      self.id = id
      self.name = name
      self.sector = sector
      self.isExpected = isExpected
      self.hasJoined = hasJoined
      self.answered = answered
      self.nothingHere = nothingHere
    }
  }

  package func figures(_ cell: Cell) -> Figures { tally.cells[cell.bit] }
  package func figures(strand: Int) -> Figures { tally.strands[strand] }
  package func figures(level: Int) -> Figures { tally.levels[level] }
  package var total: Figures { tally.total }

  /// The same view in the words of a file: `all entries`, `Sector: Health services; Age: 5`.
  package var filterWords: String {
    filter.isEmpty ? "all entries" : filter.map(\.words).joined(separator: "; ")
  }
}

/// An area's own lists, from which a map is asked and by which it is read.
package struct AreaMapBasis: Hashable, Sendable {
  /// Oldest first.
  package let rounds: [Round]
  /// Those that the project asks for, with their positions in `Specialisms`.
  package let specialisms: [PlacedSpecialism]
  package let sectors: [Sector]
  package let localities: [Locality]

  package struct PlacedSpecialism: Hashable, Sendable {
    package let position: Int
    package let specialism: Specialism

    package init(position: Int, specialism: Specialism) {
      self.position = position
      self.specialism = specialism
    }
  }

  package init(rounds: [Round], specialisms: [PlacedSpecialism], sectors: [Sector], localities: [Locality]) {
    self.rounds = rounds
    self.specialisms = specialisms
    self.sectors = sectors
    self.localities = localities
  }

  package func sectorName(_ key: String) -> String { sectors.first { $0.key == key }?.name ?? key }
  package func localityName(_ id: ID<Locality>) -> String? { localities.first { $0.id == id }?.name }
  package func names(of specialisms: Specialisms) -> [String] {
    self.specialisms.filter { specialisms.contains($0.position) }.map(\.specialism.name)
  }
}

extension AreaMap {
  /// How many organisations of a sector were expected, joined and have answered: beside every figure, so that nobody takes
  /// silence for absence.
  package struct Response: Hashable, Sendable {
    /// Nil: all of them.
    package let sector: Sector?
    /// Organisations that the area knows of.
    package let known: Int
    package let expected: Int
    package let joined: Int
    package let answered: Int

    package init(sector: Sector?, known: Int, expected: Int, joined: Int, answered: Int) {
      self.sector = sector
      self.known = known
      self.expected = expected
      self.joined = joined
      self.answered = answered
    }
  }

  /// Sectors in their order: those of which an answer is expected, and those of which anybody is known.
  package var responses: [Response] {
    let bySector = Dictionary(grouping: organisations, by: \.sector)
    return basis.sectors.filter { question.sector == nil || question.sector == $0.key }.compactMap { sector in
      let there = bySector[sector.key] ?? []
      return there.isEmpty && (!sector.isExpected || question.participant != nil) ? nil : response(sector, there)
    }
  }

  package var response: Response { response(nil, organisations) }

  private func response(_ sector: Sector?, _ organisations: [Organisation]) -> Response {
    Response(
      sector: sector, known: organisations.count, expected: organisations.count { $0.isExpected },
      joined: organisations.count { $0.hasJoined }, answered: organisations.count { !$0.answered.isEmpty })
  }

  /// Who has answered a cell, who said that they provide nothing there, and who was asked and has not answered.
  package func organisations(of cell: Cell) -> (
    answered: [Organisation], nothingHere: [Organisation], silent: [Organisation]
  ) {
    let answered = organisations.filter { $0.answered.contains(cell) && !$0.nothingHere.contains(cell) }
    let silent = organisations.filter { !$0.answered.contains(cell) && ($0.isExpected || $0.hasJoined) }
    return (answered, organisations.filter { $0.nothingHere.contains(cell) }, silent)
  }
}
