package import Domain
import Foundation
package import SQL

/// Files that a school brings in: what is kept of one between its preview and its commit, a day at the most, and how the
/// school's columns were mapped before.
package struct Imports {
  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  /// By the field's key, the heading that the school last mapped to it for this kind of file.
  package func rememberedMapping(of kind: String) throws -> [String: String] {
    try viewer.must(.do, .imports)
    let text = try connection.first(
      "SELECT mapping FROM import_mappings WHERE organisation_id = \(viewer.organisation) AND kind = \(kind)"
    ) { $0.text(0) }
    return HistoryText.read(text)
  }

  package func remember(_ mapping: [String: String], for kind: String) throws {
    try viewer.must(.do, .imports)
    let text = try HistoryText.write(mapping) ?? "{}"
    try connection.run(
      """
      INSERT INTO import_mappings (organisation_id, kind, mapping, written_at)
      VALUES (\(viewer.organisation), \(kind), \(text), \(connection.now))
      ON CONFLICT (organisation_id, kind) DO UPDATE SET mapping = \(text), written_at = \(connection.now)
      """)
  }

  /// That a file was brought in. The demonstration's doors close with it, for good.
  package func record(kind: String, fileName: String, counts: String) throws {
    try connection.record(
      "imported", "import", kind, by: viewer, after: ["file": String(fileName.prefix(200)), "rows": counts])
    try Demonstration.close(connection)
  }
}
