package import SQL

/// What keeps a large database quick.
package enum Maintenance {
  /// Lets the engine count its rows again, so that it plans well: after bringing in very much at once.
  package static func analyse(_ connection: any Connection) throws { try connection.run("ANALYZE") }
}
