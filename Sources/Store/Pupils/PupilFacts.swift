package import Domain
import SQL

/// Everything that is dated about one pupil.
package struct PupilFacts: Hashable, Sendable {
  /// Empty where the viewer may not see it; a day on which nothing is recorded reads as no SEN.
  package var statuses: Timeline<RecordedStatus>
  package var needs: Timeline<[RankedNeed]>
  package var classes: Timeline<String>

  package init(
    statuses: Timeline<RecordedStatus> = Timeline(), needs: Timeline<[RankedNeed]> = Timeline(),
    classes: Timeline<String> = Timeline()
  ) {
    self.statuses = statuses
    self.needs = needs
    self.classes = classes
  }

  package func status(on day: Day) -> SENStatus { statuses.on(day)?.value.status ?? .none }
  package func needs(on day: Day) -> [RankedNeed] { needs.on(day)?.value ?? [] }
  package func className(on day: Day) -> String? { classes.on(day)?.value }
}

/// The tables of a pupil's dated facts.
enum PupilFactTables {
  static let statuses = DatedTable<RecordedStatus>(
    "pupil_statuses", of: "pupil_id", columns: "status, original",
    write: { [.text($0.status.rawValue), $0.original.map(SQLValue.text) ?? .null] },
    read: { row, column in
      RecordedStatus(SENStatus(rawValue: row.text(column)) ?? .none, original: row.textOrNil(column + 1))
    })

  static let needs = DatedTable<RankedNeed>(
    "pupil_needs", of: "pupil_id", columns: "type, rank", key: { "AND type = \($0.type.code)" },
    write: { [.text($0.type.code), .integer(Int64($0.rank))] },
    read: { row, column in
      RankedNeed(type: NeedType.coded(row.text(column)) ?? NeedType.coded("OTH")!, rank: row.int(column + 1))
    })

  static let classes = DatedTable<String>(
    "pupil_classes", of: "pupil_id", columns: "class", write: { [.text($0)] }, read: { $0.text($1) })

  /// How far from the year of its age a child is taught. Few have any of it.
  static let years = DatedTable<Int>(
    "pupil_years", of: "pupil_id", columns: "shift", write: { [.integer(Int64($0))] }, read: { $0.int($1) })

  /// That of everybody in the school of whom there is any.
  static func yearShifts(
    in organisation: ID<Organisation>, _ connection: any Connection
  ) throws -> [ID<Pupil>: Timeline<Int>] {
    try years.facts(of: [ID<Pupil>]?.none, in: organisation, connection).mapValues { Timeline($0) }
  }
}

extension PupilFacts {
  /// The facts of each of `pupils` (nil: of all). Those about SEN only where `withNeeds`.
  static func load(
    _ pupils: [ID<Pupil>]?, in organisation: ID<Organisation>, withNeeds: Bool, _ connection: any Connection
  ) throws -> [ID<Pupil>: PupilFacts] {
    var facts: [ID<Pupil>: PupilFacts] = [:]
    for (pupil, classes) in try PupilFactTables.classes.facts(of: pupils, in: organisation, connection) {
      facts[pupil, default: PupilFacts()].classes = Timeline(classes)
    }
    guard withNeeds else { return facts }
    for (pupil, statuses) in try PupilFactTables.statuses.facts(of: pupils, in: organisation, connection) {
      facts[pupil, default: PupilFacts()].statuses = Timeline(statuses)
    }
    for (pupil, needs) in try PupilFactTables.needs.facts(of: pupils, in: organisation, connection) {
      facts[pupil, default: PupilFacts()].needs = Timeline(needs: needs)
    }
    return facts
  }

  /// Writes what is different from `old`.
  func replace(
    _ old: PupilFacts, of pupil: ID<Pupil>, in organisation: ID<Organisation>, _ connection: any Connection
  ) throws {
    if statuses.facts != old.statuses.facts {
      try PupilFactTables.statuses.replace(
        old.statuses.facts, by: statuses.facts, of: pupil, in: organisation, connection)
    }
    if classes.facts != old.classes.facts {
      try PupilFactTables.classes.replace(old.classes.facts, by: classes.facts, of: pupil, in: organisation, connection)
    }
    if needs.facts != old.needs.facts {
      try PupilFactTables.needs.replace(old.needs.needs, by: needs.needs, of: pupil, in: organisation, connection)
    }
  }
}
