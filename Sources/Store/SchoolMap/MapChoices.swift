package import Domain
package import SQL

extension Connection {
  /// The school's headings in their order: id and name.
  package func mapHeadings(_ viewer: Viewer) throws -> [(String, String)] {
    try rows("SELECT id, name FROM headings WHERE organisation_id = \(viewer.organisation) ORDER BY position, name") {
      ($0.text(0), $0.text(1))
    }
  }

  /// The school's funding streams in their order: id and name.
  package func mapStreams(_ viewer: Viewer) throws -> [(String, String)] {
    try rows(
      "SELECT id, name FROM funding_streams WHERE organisation_id = \(viewer.organisation) ORDER BY position, name"
    ) {
      ($0.text(0), $0.text(1))
    }
  }
}
