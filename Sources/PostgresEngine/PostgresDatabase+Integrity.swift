import SQL

extension PostgresDatabase {
  /// The server looks after its own pages; this asks what it has noticed, and what would make Trellis answer wrongly.
  package func integrityCheck() async throws -> [String] {
    try await read { connection in
      let settings = try connection.rows(
        """
        SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database WHERE datname = current_database()
        """
      ) { row -> [String] in
        let (encoding, order) = (row.text(0), row.text(1))
        return [
          encoding == "UTF8" ? nil : "The database's encoding is \(encoding); create it with UTF8.",
          ["C", "C.UTF-8", "C.utf8", "POSIX"].contains(order)
            ? nil : "The database sorts text by \(order); create it with the locale C.",
        ].compactMap { $0 }
      }.joined()
      let pages = try connection.rows(
        """
        SELECT CAST(checksum_failures AS BIGINT) FROM pg_stat_database
        WHERE datname = current_database() AND checksum_failures > 0
        """
      ) { "The server has found \($0.int(0)) damaged pages." }
      let indexes = try connection.rows(
        "SELECT CAST(indexrelid AS regclass)::text FROM pg_index WHERE NOT indisvalid ORDER BY 1"
      ) { "The index \($0.text(0)) is not complete." }
      let constraints = try connection.rows(
        "SELECT CAST(conname AS text) FROM pg_constraint WHERE NOT convalidated ORDER BY 1"
      ) { "The constraint \($0.text(0)) has not been checked." }
      return settings + pages + indexes + constraints
    }
  }
}
