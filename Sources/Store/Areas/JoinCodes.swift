package import Domain
package import Foundation
package import SQL

/// The codes of an area, one of them in force.
package struct JoinCodes {
  let viewer: AreaViewer
  let connection: any Connection

  package init(_ viewer: AreaViewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  package struct Kept: Sendable, Hashable {
    package let id: ID<JoinCode>
    package let code: String
    package let createdAt: Date
    package let createdBy: String
    package let lastDay: Day?
    package let mostUses: Int?
    package let uses: Int
    package let withdrawnAt: Date?
  }

  /// Newest first.
  package func all() throws -> [Kept] {
    try viewer.mustAll(.see, .code)
    return try connection.rows(
      """
      SELECT id, code, created_at, created_by, last_day, most_uses, uses, withdrawn_at FROM join_codes
      WHERE organisation_id = \(viewer.organisation) ORDER BY id DESC
      """
    ) {
      Kept(
        id: $0.id(0), code: $0.text(1), createdAt: $0.moment(2), createdBy: $0.text(3), lastDay: $0.dayOrNil(4),
        mostUses: $0.intOrNil(5), uses: $0.int(6), withdrawnAt: $0.momentOrNil(7))
    }
  }

  /// Puts another code in the place of the one in force, which stops working at once. Codes are compared inside one
  /// project alone: another may have the same.
  package func issue(_ code: JoinCode, lastDay: Day?, mostUses: Int?) throws {
    try viewer.mustAll(.do, .code)
    if let mostUses, !(1...100_000).contains(mostUses) {
      throw Refusal.invalid("A code can be used between 1 and 100,000 times.", field: "most-uses")
    }
    try connection.run(
      """
      UPDATE join_codes SET withdrawn_at = \(connection.now)
      WHERE organisation_id = \(viewer.organisation) AND withdrawn_at IS NULL
      """)
    let id = connection.newID(JoinCode.self)
    try connection.run(
      """
      INSERT INTO join_codes (organisation_id, id, code, folded, created_at, created_by, last_day, most_uses, uses,
        withdrawn_at)
      VALUES (\(viewer.organisation), \(id), \(code.text), \(JoinCode.fold(code.text)), \(connection.now),
        \(viewer.name), \(lastDay), \(mostUses), 0, NULL)
      """)
    try connection.record(
      "issued", "code", id.text, by: viewer,
      after: ["last day": lastDay?.iso ?? "", "most uses": mostUses.map(String.init) ?? ""])
  }

  /// Wrong guesses of the last day, for the coordinator to see that somebody is trying.
  package func wrongGuesses() throws -> Int {
    try viewer.mustAll(.see, .code)
    return try connection.count(
      """
      SELECT COUNT(*) FROM wrong_codes
      WHERE organisation_id = \(viewer.organisation) AND at > \(connection.now.addingTimeInterval(-86_400))
      """)
  }
}

/// What a typed code comes to in one project.
package enum CodeAnswer: Hashable, Sendable {
  case right(ID<JoinCode>)
  case unknown, withdrawn, expired, usedUp
}

extension JoinCodes {
  /// Looks a typed code up in one project. `day` is today.
  package static func check(
    _ typed: String, in organisation: ID<Organisation>, on day: Day, _ connection: any Connection
  ) throws -> CodeAnswer {
    let codes = try connection.rows(
      """
      SELECT id, last_day, most_uses, uses, withdrawn_at FROM join_codes
      WHERE organisation_id = \(organisation) AND folded = \(JoinCode.fold(typed)) ORDER BY id DESC
      """
    ) { row -> CodeAnswer in
      if !row.isNull(4) { return .withdrawn }
      if let last = row.dayOrNil(1), last < day { return .expired }
      if let most = row.intOrNil(2), row.int(3) >= most { return .usedUp }
      return .right(row.id(0))
    }
    return codes.first { if case .right = $0 { true } else { false } } ?? codes.first ?? .unknown
  }

  /// Notes a wrong guess, without what was typed: it may be the code of somewhere else.
  package static func recordWrong(
    _ answer: CodeAnswer, in organisation: ID<Organisation>, from addressHash: String, _ connection: any Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO wrong_codes (organisation_id, id, at, reason, address_hash)
      VALUES (\(organisation), \(connection.newID(CodeAnswer.self)), \(connection.now), \("\(answer)"), \(addressHash))
      """)
    try connection.run(
      "DELETE FROM wrong_codes WHERE organisation_id = \(organisation) AND at < \(connection.now.addingTimeInterval(-30 * 86_400))"
    )
  }

  /// Counts a use. False where it was used up, withdrawn or expired in the meantime.
  static func use(_ id: ID<JoinCode>, in organisation: ID<Organisation>, on day: Day, _ connection: any Connection)
    throws -> Bool
  {
    try connection.run(
      """
      UPDATE join_codes SET uses = uses + 1
      WHERE organisation_id = \(organisation) AND id = \(id) AND withdrawn_at IS NULL
        AND (last_day IS NULL OR last_day >= \(day)) AND (most_uses IS NULL OR uses < most_uses)
      """) == 1
  }
}
