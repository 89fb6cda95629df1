package import SQL

/// Whether the database holds nothing but the demonstration that `trellis demo` made. Only then may the sign-in page
/// offer each role in one click. The first real school, import or invitation that is taken up closes these doors for good;
/// what is typed by hand does not. See docs/decisions/doors.md.
package enum Demonstration {
  /// Whether it can be made here: nobody keeps anything, and nobody could sign in.
  package static func canBegin(_ connection: any Connection) throws -> Bool {
    try !connection.exists("SELECT 1 FROM organisations") && !connection.exists("SELECT 1 FROM accounts")
  }

  /// Marks that the demonstration was made here, in this transaction.
  package static func begin(_ connection: any Connection) throws {
    try connection.run("INSERT INTO demonstrations (id, made_at, closed_at) VALUES (1, \(connection.now), NULL)")
  }

  /// Asks what is there, not only what was written down: a school beside it, or whoever took an invitation up, is real.
  package static func isOpen(_ connection: any Connection) throws -> Bool {
    try connection.exists(
      """
      SELECT 1 FROM demonstrations WHERE id = 1 AND closed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM organisations WHERE NOT is_demonstration)
        AND NOT EXISTS (SELECT 1 FROM invitations WHERE used_at IS NOT NULL)
      """)
  }

  /// Closes the doors, and ends every session that came in by one. Nothing where they are closed already, or where there is
  /// no demonstration.
  package static func close(_ connection: any Connection) throws {
    let closed = try connection.run(
      "UPDATE demonstrations SET closed_at = \(connection.now) WHERE closed_at IS NULL")
    if closed == 0 { return }
    try connection.run(
      "UPDATE sessions SET ended_at = \(connection.now) WHERE is_demonstration AND ended_at IS NULL")
  }
}
