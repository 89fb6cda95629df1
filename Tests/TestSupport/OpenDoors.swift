package import SQL
import Store

extension Database {
  /// As if `trellis demo` had made all that is kept: every school is the demonstration's.
  package func becomeDemonstration() async throws {
    try await write(keeper: "demonstration") { connection in
      try connection.run("UPDATE organisations SET is_demonstration = \(true)")
      try Demonstration.begin(connection)
    }
  }

  /// Whether the demonstration's one-click doors stand open.
  package func hasOpenDoors() async throws -> Bool { try await read { try Demonstration.isOpen($0) } }
}
