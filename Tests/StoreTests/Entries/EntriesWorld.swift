import Domain
import SQL
import Store
import TestSupport

/// The sample area of Northvale, with what stands in it.
struct EntriesWorld: Sendable {
  let area = SampleArea.northvale
  let database: any Database
  let today = Day(2026, 11, 21)!

  init(_ engine: Engine) async throws { database = try await sampleDatabase(engine) }

  func write<Value: Sendable>(
    as person: SampleArea.Person, _ work: @escaping @Sendable (Entries) throws -> Value
  ) async throws -> Value {
    let viewer = area.viewer(person)
    return try await database.write(keeper: area.id.text) { try work(Entries(viewer, $0)) }
  }

  func read<Value: Sendable>(
    as person: SampleArea.Person, _ work: @escaping @Sendable (Entries) throws -> Value
  ) async throws -> Value {
    let viewer = area.viewer(person)
    return try await database.read { try work(Entries(viewer, $0)) }
  }

  func entry(_ id: ID<Entry>, as person: SampleArea.Person = .coordinator) async throws -> Entry {
    try await read(as: person) { try $0.find(id) }
  }

  static func details(_ text: String, _ kind: EntryKind = .provision, cells: [Cell] = [Cell(strand: 0, level: 0)])
    -> EntryDetails
  {
    var details = EntryDetails(kind)
    details.description = text
    details.cells = Cells(cells)
    details.specialisms = Specialisms([0])
    return details
  }

  /// Closes the round and opens the next, of four levels.
  func nextRound() async throws -> Round {
    let (area, viewer, first) = (area, area.viewer(.coordinator), area.round)
    return try await database.write(keeper: area.id.text) { connection in
      let rounds = Rounds(viewer, connection)
      try rounds.close(first)
      let framework = try Frameworks(viewer, connection).addStandard(
        StandardFramework.fourLevels, from: Day(2026, 11, 1)!)
      return try rounds.find(try rounds.add(name: "Winter", framework: framework, from: Day(2026, 11, 1)!, until: nil))
    }
  }
}
