package import SQL

/// Whether the database holds nothing but the demonstration that `trellis demo` made. Only then may the sign-in page
/// offer each role in one click; the first real school or import closes these doors for good.
package enum Demonstration {
  /// Marks that the demonstration was made here, in this transaction.
  package static func begin(_ connection: any Connection) throws {
    try connection.run("INSERT INTO demonstrations (id, made_at, closed_at) VALUES (1, \(connection.now), NULL)")
  }

  package static func isOpen(_ connection: any Connection) throws -> Bool {
    try connection.exists("SELECT 1 FROM demonstrations WHERE id = 1 AND closed_at IS NULL")
      && !connection.exists("SELECT 1 FROM organisations WHERE NOT is_demonstration")
  }

  /// Closes the doors, and ends every session that came in by one. Nothing when they are closed already.
  package static func close(_ connection: any Connection) throws {
    try connection.run("UPDATE demonstrations SET closed_at = \(connection.now) WHERE closed_at IS NULL")
    try connection.run(
      "UPDATE sessions SET ended_at = \(connection.now) WHERE is_demonstration AND ended_at IS NULL")
  }
}
