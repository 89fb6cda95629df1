package import Domain
package import SQL

/// The maps of an area as `viewer` may see them: a contributor that of their own organisation, coordinators and
/// commissioners all of it, anybody what is public where the project publishes its map.
package struct AreaMaps {
  let viewer: AreaViewer
  let area: Area
  let connection: any Connection
  /// Whether nothing but what is public may be read.
  let isPublicAlone: Bool
  let mergedRounds = MergedRounds()

  package init(_ viewer: AreaViewer, of area: Area, _ connection: any Connection) {
    self.viewer = viewer
    self.area = area
    self.connection = connection
    isPublicAlone = false
  }

  /// For anybody. Not found where the project does not publish its map.
  package init(publicOf area: Area, _ connection: any Connection) throws {
    guard area.details.publishesMap else { throw Refusal.notFound() }
    viewer = AreaViewer(operatorIn: area.id)
    self.area = area
    self.connection = connection
    isPublicAlone = true
  }

  /// Not found where the question names a round, a specialism, a sector, an organisation or a locality that is not there.
  package func map(_ question: AreaMapQuestion, today: Day) throws -> AreaMap {
    let asked = try ask(question, today: today)
    return try map(asked, on: nil)
  }

  /// The round that is asked for beside an earlier one, which is the one before unless it is named; nil where there is
  /// none before.
  package func comparison(_ question: AreaMapQuestion, today: Day) throws -> AreaMapComparison? {
    let now = try ask(question, today: today)
    let asked = question.earlier.flatMap { $0 < now.round.number ? $0 : nil }
    let last = now.basis.rounds.last { $0.number < now.round.number }?.number
    guard let earlier = asked ?? last else { return nil }
    var before = question
    before.round = earlier
    let then = try ask(before, today: today)
    let map = try map(now, on: nil)
    return AreaMapComparison(now: map, then: try self.map(then, on: map.framework))
  }

  private func map(_ asked: Asked, on other: Framework?) throws -> AreaMap {
    let frameworks = Frameworks(viewer, connection)
    let own = try frameworks.find(asked.round.framework)
    let organisations = try readOrganisations(asked)
    let tally = try count(asked, organisations, own, other)
    let shown = other ?? own
    return AreaMap(
      area: area, question: asked.question, round: asked.round, framework: shown,
      filter: filter(asked, organisations), basis: asked.basis, tally: tally,
      organisations: asked.question.isPublic
        ? []
        : zip(organisations, zip(tally.answered, tally.nothingHere)).map { organisation, cells in
          AreaMap.Organisation(
            id: organisation.id, name: organisation.name, sector: organisation.sector,
            isExpected: organisation.isExpected, hasJoined: organisation.hasJoined, answered: cells.0,
            nothingHere: cells.1)
        }, isOwn: !viewer.mayAll(.see, .map))
  }

  /// Leaves a line of history: who took the map of which round out of the program, in which form, cut by what.
  package func recordExport(of map: AreaMap, as form: String) throws {
    var after = ["round": map.round.title, "form": form]
    if !map.filter.isEmpty { after["filter"] = map.filterWords }
    if map.question.isPublic { after["version"] = "public" }
    try connection.record("exported", "map", area.id.text, by: viewer, after: after)
  }
}

/// A question with all that it names found.
struct AskedAreaMap {
  let question: AreaMapQuestion
  let basis: AreaMapBasis
  let round: Round
  let specialism: AreaMapBasis.PlacedSpecialism?
}

/// An organisation as it is read for a map.
struct ReadOrganisation {
  let id: ID<Participant>
  let name: String
  let sector: String
  let isExpected: Bool
  let hasJoined: Bool
}

extension AreaMaps {
  typealias Asked = AskedAreaMap

  var organisation: ID<Organisation> { area.id }

  func ask(_ question: AreaMapQuestion, today: Day) throws -> Asked {
    guard viewer.organisation == area.id, viewer.may(.see, .map) else { throw Refusal.notFound() }
    var question = question
    if isPublicAlone { question.isPublic = true }
    let (rounds, parts) = (Rounds(viewer, connection), AreaParts(organisation, connection))
    let basis = AreaMapBasis(
      rounds: try rounds.all(),
      specialisms: try parts.specialisms().map {
        AreaMapBasis.PlacedSpecialism(position: $0.position, specialism: $0.specialism)
      }, sectors: try parts.sectors(), localities: try parts.localities())
    let round: Round?
    if let number = question.round {
      round = basis.rounds.first { $0.number == number }
    } else {
      round = try rounds.current(on: today)
    }
    guard let round else { throw Refusal.notFound("There is no such round in this area.") }
    question.round = round.number
    // An organisation has its sector: another one beside it would only contradict it.
    if question.participant != nil { question.sector = nil }
    let specialism = basis.specialisms.first { $0.specialism.key == question.specialism }
    guard question.specialism == nil || specialism != nil,
      question.sector == nil || basis.sectors.contains(where: { $0.key == question.sector }),
      question.locality == nil || basis.localities.contains(where: { $0.id == question.locality })
    else { throw Refusal.notFound() }
    return Asked(question: question, basis: basis, round: round, specialism: specialism)
  }

  private func filter(_ asked: Asked, _ organisations: [ReadOrganisation]) -> [AreaMap.Filter] {
    let question = asked.question
    return [
      asked.specialism.map { AreaMap.Filter(key: "specialism", label: "Specialism", value: $0.specialism.name) },
      question.sector.map { AreaMap.Filter(key: "sector", label: "Sector", value: asked.basis.sectorName($0)) },
      question.participant.flatMap { id in organisations.first { $0.id == id } }.map {
        AreaMap.Filter(key: "organisation", label: "Organisation", value: $0.name)
      },
      question.locality.flatMap(asked.basis.localityName).map {
        AreaMap.Filter(key: "locality", label: "Locality", value: $0)
      },
      question.age.map { AreaMap.Filter(key: "age", label: "Age", value: String($0)) },
    ].compactMap(\.self)
  }
}
