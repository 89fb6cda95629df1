package import Domain
import SQL

extension Catalogue {
  /// Gives a new school the starter headings, types and funding streams, to adapt. Refuses where there is a heading
  /// already.
  package func startWithStarter() throws {
    try viewer.must(.do, .catalogue)
    guard try headings().isEmpty else { throw Refusal.invalid("This school has a catalogue already.") }
    var headings: [String: ID<Heading>] = [:]
    for (index, name) in StarterCatalogue.headings.enumerated() {
      let id = connection.newID(Heading.self)
      try insert(id, name, position: index + 1)
      headings[name] = id
    }
    for entry in StarterCatalogue.entries {
      guard let heading = headings[entry.heading] else { continue }
      _ = try insert(entry.name, under: heading, entry.details, connection.newID())
    }
    for stream in StarterCatalogue.streams where try !self.streams().contains(where: { $0.name == stream.name }) {
      try addStream(stream.name, stream.kind)
    }
  }

  /// A new funding stream, the last of them. Refuses a name that there is already.
  @discardableResult
  package func addStream(_ typed: String, _ kind: FundingStream.Kind) throws -> ID<FundingStream> {
    try viewer.must(.do, .catalogue)
    let name = typed.trimmingSpaces
    guard !name.isEmpty, name.count <= 100 else {
      throw Refusal.invalid("Give the funding stream a name of at most 100 characters.", field: "stream")
    }
    let streams = try streams()
    guard !streams.contains(where: { Folding.fold($0.name) == Folding.fold(name) }) else {
      throw Refusal.invalid("There is a funding stream “\(name)” already.", field: "stream")
    }
    let id = connection.newID(FundingStream.self)
    try connection.run(
      """
      INSERT INTO funding_streams (organisation_id, id, name, kind, position)
      VALUES (\(organisation), \(id), \(name), \(kind.rawValue), \(streams.count + 1))
      """)
    try connection.record(
      "added", "funding stream", id.text, by: viewer, after: ["name": name, "kind": kind.name])
    return id
  }
}
