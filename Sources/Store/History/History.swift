package import Domain
package import Foundation
package import SQL

/// What every write leaves behind, and every opening, export and print of a pupil's record: who, when, what, before and
/// after. Nothing in the program changes a line of it, but for erasing a pupil when the law asks.
package struct HistoryLine: Sendable {
  package let at: Date
  package let actor: String
  package let act: String
  package let noun: String
  package let nounID: String
  package let pupil: ID<Pupil>?
  package let before: [String: String]
  package let after: [String: String]

  package init(
    at: Date, actor: String, act: String, noun: String, nounID: String, pupil: ID<Pupil>?, before: [String: String],
    after: [String: String]
  ) {
    self.at = at
    self.actor = actor
    self.act = act
    self.noun = noun
    self.nounID = nounID
    self.pupil = pupil
    self.before = before
    self.after = after
  }
}

extension Connection {
  /// Writes one line of history of the viewer's school or area in this transaction. `before` and `after` are field names with their values in words; for
  /// a new thing `before` is empty, for an ended one `after` says how.
  package func record(
    _ act: String, _ noun: String, _ nounID: String, by viewer: some AccessViewer, pupil: ID<Pupil>? = nil,
    before: [String: String] = [:], after: [String: String] = [:]
  ) throws {
    try run(
      """
      INSERT INTO history (organisation_id, id, at, account_id, actor, act, noun, noun_id, pupil_id, before, after)
      VALUES (\(viewer.organisation), \(newID(HistoryLine.self)), \(now), \(viewer.account), \(viewer.name), \(act), \(noun),
        \(nounID), \(pupil), \(HistoryText.write(before)), \(HistoryText.write(after)))
      """)
  }

  /// A line of history with what differs; none where nothing does.
  func recordChange(
    _ noun: String, _ id: String, by viewer: some AccessViewer, _ before: [String: String], _ after: [String: String]
  ) throws {
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    if changed.isEmpty { return }
    try record(
      "changed", noun, id, by: viewer, before: before.filter { changed.contains($0.key) },
      after: after.filter { changed.contains($0.key) })
  }
}

/// The history of one organisation, as `viewer` may read it.
package struct History {
  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  /// The latest lines first. About one pupil, who may see that pupil's needs may read it; the rest is for who may see
  /// history. What was paid is told only to who may see rates; that somebody changed it, to all of these.
  package func lines(about pupil: ID<Pupil>? = nil, noun: String? = nil, nounID: String? = nil, most: Int = 200) throws
    -> [HistoryLine]
  {
    guard viewer.may(.see, .history) || (pupil != nil && viewer.mayAll(.see, .needs)) else { return [] }
    var conditions: [SQL] = ["organisation_id = \(viewer.organisation)"]
    if let pupil { conditions.append("pupil_id = \(pupil)") }
    if let noun { conditions.append("noun = \(noun)") }
    if let nounID { conditions.append("noun_id = \(nounID)") }
    return try connection.rows(
      """
      SELECT at, actor, act, noun, noun_id, pupil_id, before, after FROM history
      WHERE \(SQL.joined(conditions, by: " AND ")) ORDER BY id DESC LIMIT \(most)
      """
    ) { row in
      let isHidden = ["role rate", "pay"].contains(row.text(3)) && !viewer.may(.see, .rates)
      return HistoryLine(
        at: row.moment(0), actor: row.text(1), act: row.text(2), noun: row.text(3), nounID: row.text(4),
        pupil: row.idOrNil(5), before: isHidden ? [:] : HistoryText.read(row.textOrNil(6)),
        after: isHidden ? [:] : HistoryText.read(row.textOrNil(7)))
    }
  }
}

/// Before and after as JSON objects of texts.
enum HistoryText {
  static func write(_ fields: [String: String]) throws -> String? {
    if fields.isEmpty { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(fields), as: UTF8.self)
  }

  static func read(_ text: String?) -> [String: String] {
    guard let text else { return [:] }
    return (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))) ?? [:]
  }
}
