package import Domain
import SQL

/// What a list of pupils shows. Empty sets mean: all of them.
package struct PupilFilter: Hashable, Sendable {
  package enum Presence: String, CaseIterable, Hashable, Sendable {
    case onRoll = "on-roll"
    /// Those who were here and are not on the day.
    case left
    case everyone
  }

  package var presence = Presence.onRoll
  package var years: Set<YearGroup> = []
  package var classes: Set<String> = []
  package var statuses: Set<SENStatus> = []
  /// Types of need, at any rank.
  package var needs: Set<NeedType> = []
  /// Pupils who have every one of these.
  package var flags: PupilFlags = []
  /// Part of a name, or parts of several; folded before it is compared.
  package var name: String?
  /// Nil: not asked. Those that the viewer may not see are left out without a word.
  package var pupils: [ID<Pupil>]?

  package init(
    presence: Presence = .onRoll, years: Set<YearGroup> = [], classes: Set<String> = [], statuses: Set<SENStatus> = [],
    needs: Set<NeedType> = [], flags: PupilFlags = [], name: String? = nil, pupils: [ID<Pupil>]? = nil
  ) {
    self.presence = presence
    self.years = years
    self.classes = classes
    self.statuses = statuses
    self.needs = needs
    self.flags = flags
    self.name = name
    self.pupils = pupils
  }

  /// Conditions on `pupils p`, `pupil_statuses s`, `pupil_classes c` and `pupil_years t` as `Pupils.list` joins them.
  func conditions(on day: Day) -> [SQL] {
    var conditions: [SQL] = []
    switch presence {
    case .onRoll: conditions.append(PupilFilter.isOnRoll(on: day))
    case .left: conditions.append("p.joined_on <= \(day) AND NOT \(PupilFilter.isOnRoll(on: day))")
    case .everyone: break
    }
    if !years.isEmpty { conditions.append(births(on: day)) }
    if !classes.isEmpty { conditions.append("c.class IN (\(SQL.list(classes.sorted())))") }
    if !statuses.isEmpty { conditions.append(hasStatus) }
    if flags.rawValue > 0 { conditions.append("(p.flags & \(flags.rawValue)) = \(flags.rawValue)") }
    for word in Folding.fold(name ?? "").split(separator: " ") {
      conditions.append("p.sort_name LIKE \("%\(word)%")")
    }
    if let pupils { conditions.append("p.id IN (\(SQL.list(pupils)))") }
    return conditions
  }

  static func isOnRoll(on day: Day) -> SQL {
    """
    ((p.joined_on <= \(day) AND (p.left_on IS NULL OR p.left_on >= \(day))) OR EXISTS (
      SELECT 1 FROM pupil_stays y WHERE y.organisation_id = p.organisation_id AND y.pupil_id = p.id
        AND y.from_day <= \(day) AND y.until_day >= \(day)))
    """
  }

  /// A year group as the birth dates that belong to it, for each shift out of one's year; nobody in the first years of our
  /// reckoning.
  private func births(on day: Day) -> SQL {
    let start = AcademicYear(containing: day).start
    let spans = years.sorted().flatMap { year in
      YearGroup.shifts.compactMap { shift -> SQL? in
        let birthYear = start - 5 - (year.number - shift)
        guard let from = Day(birthYear, 9, 1), let until = Day(birthYear + 1, 8, 31) else { return nil }
        return "(COALESCE(t.shift, 0) = \(shift) AND p.birth_day BETWEEN \(from) AND \(until))"
      }
    }
    return spans.isEmpty ? "1 = 0" : "(\(SQL.joined(spans, by: " OR ")))"
  }

  private var hasStatus: SQL {
    let listed: SQL = "s.status IN (\(SQL.list(statuses.map(\.rawValue).sorted())))"
    return statuses.contains(.none) ? "(s.status IS NULL OR \(listed))" : listed
  }
}
