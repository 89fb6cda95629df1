package import Domain
import SQL

extension Entries {
  /// Who did what with an entry, the latest first: for whoever may see the entry.
  package func history(of id: ID<Entry>, most: Int = 200) throws -> [HistoryLine] {
    _ = try find(id)
    return try connection.rows(
      """
      SELECT at, actor, act, noun, noun_id, before, after FROM history
      WHERE organisation_id = \(organisation) AND noun = 'entry' AND noun_id = \(id.text) ORDER BY id DESC LIMIT \(most)
      """
    ) { row in
      HistoryLine(
        at: row.moment(0), actor: row.text(1), act: row.text(2), noun: row.text(3), nounID: row.text(4), pupil: nil,
        before: HistoryText.read(row.textOrNil(5)), after: HistoryText.read(row.textOrNil(6)))
    }
  }
}
