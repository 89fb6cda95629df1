import Domain
import Foundation
import SQL

extension Connection {
  /// The day of `now` in Greenwich: exact enough for rights and for "not in the future".
  var today: Day { Day(number: Int((now.timeIntervalSince1970 / 86_400).rounded(.down))) }
}

/// Whom a viewer may see: the one condition that every query about pupils asks.
enum PupilReach {
  /// A condition on `pupil`, a column that holds pupils' ids. *Own* pupils are those in a group that the viewer's staff
  /// record leads now or later, those in a class that it teaches today, and those whose case is opened to the account.
  static func condition(
    _ pupil: SQL, _ act: Act, _ noun: Noun, _ viewer: Viewer, _ connection: any Connection
  ) -> SQL {
    switch viewer.reach(act, noun) {
    case .all: "1 = 1"
    case .none: "1 = 0"
    case .own: "\(pupil) IN (\(own(viewer, on: connection.today)))"
    }
  }

  private static func own(_ viewer: Viewer, on day: Day) -> SQL {
    """
    SELECT m.pupil_id FROM group_leads l
    JOIN groups g ON g.organisation_id = l.organisation_id AND g.id = l.group_id
    JOIN group_members m ON m.organisation_id = l.organisation_id AND m.group_id = l.group_id
    WHERE l.organisation_id = \(viewer.organisation) AND l.staff_id = \(viewer.staffMember)
      AND (l.until_day IS NULL OR l.until_day >= \(day)) AND (g.until_day IS NULL OR g.until_day >= \(day))
      AND (m.until_day IS NULL OR m.until_day >= \(day))
    UNION ALL
    SELECT c.pupil_id FROM class_teachers t
    JOIN pupil_classes c ON c.organisation_id = t.organisation_id AND c.class = t.class
    WHERE t.organisation_id = \(viewer.organisation) AND t.staff_id = \(viewer.staffMember)
      AND t.from_day <= \(day) AND (t.until_day IS NULL OR t.until_day >= \(day))
      AND c.from_day <= \(day) AND (c.until_day IS NULL OR c.until_day >= \(day))
    UNION ALL
    SELECT pupil_id FROM case_openings
    WHERE organisation_id = \(viewer.organisation) AND account_id = \(viewer.account)
      AND from_day <= \(day) AND until_day >= \(day)
    """
  }
}
