package import SQL

/// Every step of the schema in order. A step is frozen once released; a change is a new step.
///
/// Conventions: kept rows have `organisation_id`, and their primary key is (organisation_id, id), so that references are
/// composite and the database itself refuses a link across keepers. Ids are UUID text, days `YYYY-MM-DD`, moments
/// 24-character UTC text, money whole pence, rates hundredths of a penny. Uniqueness beyond the primary key is a named
/// unique index. Dated facts have `from_day` (first day) and `until_day` (last day; NULL while open), and `written_at`.
package enum Schema {
  package static let migrations: [Migration] = [
    Migration(1, "organisations, schools and their calendars", organisations),
    Migration(2, "accounts, memberships, sessions and what guards them", accounts),
    Migration(3, "the roll: pupils, dated facts, contacts", roll),
    Migration(4, "staff, pay roles and rates", staff),
    Migration(5, "catalogue and groups", groups),
    Migration(6, "imports, history, the demonstration", records),
    Migration(7, "areas: projects, frameworks, rounds, localities", areas),
    Migration(8, "who takes part in an area, and how they join", joining),
    Migration(9, "entries on an area's map, and its survey", entries),
    Migration(10, "the national register of schools", register),
    Migration(11, "an area's map, organisation by organisation", mapIndex),
    Migration(12, "inclusion strategies: activities, costs, approval, what was published", strategies),
  ]
}
