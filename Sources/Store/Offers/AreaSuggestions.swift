package import Domain
import SQL

extension SchoolOffers {
  /// An entry of the area as it comes back to the school: what it says, and who provides it; of a gap nobody is named.
  package struct Suggestion: Sendable, Hashable {
    package let entry: ID<Entry>
    package let details: EntryDetails
    package let provider: String?
    /// How many entries say it, by the same name.
    package var says = 1
  }

  /// The area's gaps and provision that are for the school's locality (or for none in particular) and for ages that it
  /// teaches: those that the coordinator has looked through, since no contributor reads what others wrote. The gaps that
  /// touch most children first, those of one name as one; `most` of each kind.
  package func suggestions(today: Day, most: Int = 60) throws -> (gaps: [Suggestion], provision: [Suggestion]) {
    guard let round = try Rounds(areaViewer, connection).current(on: today) else { return ([], []) }
    let locality = try Participants.joinable(
      areaViewer.participant!, in: areaViewer.organisation, connection)?.locality
    let (youngest, oldest) = (max(0, school.years.lowerBound.number + 4), school.years.upperBound.number + 5)
    let here: SQL =
      locality.map {
        """
        AND (NOT EXISTS (SELECT 1 FROM entry_localities l WHERE l.organisation_id = e.organisation_id AND l.entry_id = e.id)
          OR EXISTS (SELECT 1 FROM entry_localities l WHERE l.organisation_id = e.organisation_id AND l.entry_id = e.id
            AND l.locality_id = \($0)))
        """
      } ?? ""
    func of(_ kind: EntryKind) throws -> [Suggestion] {
      let rows = try connection.rows(
        """
        SELECT \(Entries.columns), p.name FROM entries e
        JOIN participants p ON p.organisation_id = e.organisation_id AND p.id = e.participant_id
        WHERE e.organisation_id = \(areaViewer.organisation) AND e.round_id = \(round.id) AND e.state = 'live'
          AND e.kind = \(kind.rawValue) AND e.checked_at IS NOT NULL AND e.participant_id <> \(areaViewer.participant)
          AND (e.age_from IS NULL OR e.age_from < \(oldest) OR e.age_until <= \(oldest)) AND (e.age_until IS NULL OR e.age_until >= \(youngest))
          \(here)
        ORDER BY COALESCE(e.affected, e.reach, 0) DESC, e.id LIMIT \(most * 5)
        """
      ) { row in
        let entry = Entries.read(row)
        return Suggestion(
          entry: entry.id, details: entry.details, provider: kind == .provision ? row.text(34) : nil)
      }
      return Array((kind == .gap ? SchoolOffers.folded(rows) : rows).prefix(most))
    }
    return (try of(.gap), try of(.provision))
  }

  /// What several say by one name stands once, where the first of them stands.
  private static func folded(_ all: [Suggestion]) -> [Suggestion] {
    var places: [String: Int] = [:]
    return all.reduce(into: []) { found, suggestion in
      let name = Folding.fold(suggestion.details.name)
      if let place = places[name] {
        found[place].says += 1
      } else {
        places[name] = found.count
        found.append(suggestion)
      }
    }
  }
}
