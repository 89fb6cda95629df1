import Domain
package import SQL

/// Looks schools up in the national register that the operator imported, for whoever says which organisation takes part.
/// What stands in it is public.
package enum RegisterSearch {
  package struct Found: Sendable, Hashable {
    package let urn: String
    package let name: String
    package let town: String
    package let phase: String

    /// The key of the usual sector of such a school.
    package var sector: String {
      switch phase.lowercased() {
      case "nursery": "early-years"
      case "16 plus": "college"
      default: "school"
      }
    }

    /// `Harwick, primary, number 900001`.
    package var words: String {
      [town, phase.lowercased(), "number \(urn)"].filter { !$0.isEmpty }.joined(separator: ", ")
    }
  }

  private static let columns: SQL = "urn, name, town, phase"

  package static func isEmpty(_ connection: any Connection) throws -> Bool {
    try !connection.exists("SELECT 1 FROM register_schools LIMIT 1")
  }

  /// Schools that are open and that a typed name, or a typed number, may mean, the likeliest first; eight at most.
  package static func named(_ typed: String, _ connection: any Connection) throws -> [Found] {
    let number = typed.trimmingSpaces
    if number.utf8.count == 6, number.utf8.allSatisfy({ (48...57).contains($0) }) {
      return try withURN(number, connection).map { [$0] } ?? []
    }
    var beginnings: Set<String> = []
    for folded in [Folding.fold(typed), ParticipantName.fold(typed)] {
      let words = folded.split(separator: " ")
      let start = words.prefix(words.count > 1 ? 2 : 1).joined(separator: " ")
      if start.count >= 3 { beginnings.insert(start) }
    }
    var found: [Found] = []
    for beginning in beginnings.sorted() {
      found += try connection.rows(
        """
        SELECT \(columns) FROM register_schools
        WHERE folded LIKE \(beginning + "%") AND closed_on IS NULL ORDER BY folded, urn LIMIT 500
        """, read)
    }
    let folded = ParticipantName.fold(typed)
    let ranked = Set(found).compactMap { school -> (rank: Int, school: Found)? in
      let own = ParticipantName.fold(school.name)
      if own == folded { return (0, school) }
      if own.hasPrefix(folded) { return (1, school) }
      return ParticipantName.areAlike(school.name, typed) ? (2, school) : nil
    }
    return ranked.sorted {
      ($0.rank, $0.school.name, $0.school.town, $0.school.urn) < (
        $1.rank, $1.school.name, $1.school.town, $1.school.urn
      )
    }.prefix(8).map(\.school)
  }

  package static func withURN(_ urn: String, _ connection: any Connection) throws -> Found? {
    try connection.first("SELECT \(columns) FROM register_schools WHERE urn = \(urn)", read)
  }

  /// The authorities that the register knows, by name.
  package static func authorities(_ connection: any Connection) throws -> [String] {
    try connection.rows(
      "SELECT DISTINCT authority FROM register_schools WHERE authority IS NOT NULL ORDER BY authority"
    ) { $0.text(0) }
  }

  /// The open schools of one authority, by name; 2,000 at most.
  package static func schools(ofAuthority authority: String, _ connection: any Connection) throws -> [Found] {
    try connection.rows(
      """
      SELECT \(columns) FROM register_schools
      WHERE authority = \(authority) AND closed_on IS NULL ORDER BY folded, urn LIMIT 2000
      """, read)
  }

  private static func read(_ row: any Row) -> Found {
    Found(urn: row.text(0), name: row.text(1), town: row.textOrNil(2) ?? "", phase: row.textOrNil(3) ?? "")
  }
}
