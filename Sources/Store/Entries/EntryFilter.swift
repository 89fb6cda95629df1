package import Domain
import SQL

/// Which entries are asked for. What is nil or empty leaves all in.
package struct EntryFilter: Hashable, Sendable {
  package var round: ID<Round>?
  package var kind: EntryKind?
  package var states: Set<Entry.State> = []
  package var cells = Cells()
  package var specialism: Int?
  package var sector: String?
  package var participant: ID<Participant>?
  package var account: ID<Account>?
  package var locality: ID<Locality>?
  /// In years: entries for whom this age is among theirs, or who say no age.
  package var age: Int?
  /// Whether the coordinator has looked through it.
  package var isChecked: Bool?
  /// Only those that both sides agreed to show to the public.
  package var isPublic = false
  /// Typed words: all of which an entry has words beginning with.
  package var words = ""

  package init(round: ID<Round>? = nil) { self.round = round }

  /// On rows of `entries e`.
  func condition(_ organisation: ID<Organisation>) -> SQL {
    var conditions: [SQL] = ["TRUE"]
    if let round { conditions.append("e.round_id = \(round)") }
    if let kind { conditions.append("e.kind = \(kind.rawValue)") }
    if !states.isEmpty { conditions.append("e.state IN (\(SQL.list(states.map(\.rawValue).sorted())))") }
    if !cells.isEmpty { conditions.append("(e.cells & \(cells)) <> 0") }
    if let specialism { conditions.append("(e.specialisms & \(Specialisms([specialism]))) <> 0") }
    if let sector {
      conditions.append(
        """
        e.participant_id IN (SELECT p.id FROM participants p
          WHERE p.organisation_id = \(organisation) AND p.sector = \(sector))
        """)
    }
    if let participant { conditions.append("e.participant_id = \(participant)") }
    if let account { conditions.append("e.account_id = \(account)") }
    if let locality {
      conditions.append(
        """
        e.id IN (SELECT l.entry_id FROM entry_localities l
          WHERE l.organisation_id = \(organisation) AND l.locality_id = \(locality))
        """)
    }
    if let age {
      conditions.append(
        "(e.age_from IS NULL OR e.age_from <= \(age)) AND (e.age_until IS NULL OR e.age_until >= \(age))")
    }
    if let isChecked { conditions.append(isChecked ? "e.checked_at IS NOT NULL" : "e.checked_at IS NULL") }
    if isPublic { conditions.append("e.state = 'live' AND e.public_by_author AND e.public_by_coordinator") }
    let found = EntryWords.asked(words).map { word -> SQL in
      """
      SELECT w.entry_id FROM entry_words w
      WHERE w.organisation_id = \(organisation) AND w.word >= \(word) AND w.word < \(word + "\u{10FFFF}")
      """
    }
    if !found.isEmpty { conditions.append("e.id IN (\(SQL.joined(found, by: " INTERSECT ")))") }
    return SQL.joined(conditions, by: " AND ")
  }
}
