/// The cost of one group in one period, line by line.
package struct GroupCosting: Sendable {
  package let group: ID<Group>
  /// Sessions held in the period, whoever led them.
  package let sessions: Int
  /// One for each adult in each role, in the order of the facts, then one for each item that falls in the period.
  package let lines: [CostLine]
  /// Sessions of the period that nobody leads: no line has them, and no sum. Nil where there are none.
  package let unled: UnledSessions?

  package var amount: CostAmount { [self].total }
}

/// Sessions that are held and that nobody leads. What they take is not known until somebody is said to lead them, which is
/// not the same as nothing: who shows a sum that lacks them says so.
package struct UnledSessions: Sendable {
  /// The first day with such a session.
  package let from: Day
  package let sessions: Int
  /// Who is in the group on these days, without pence and minutes; one for nobody where no pupil is.
  package let shares: [CostLine.Share]
}

/// One group × one source of cost, in one period.
package struct CostLine: Sendable {
  package enum Source: Hashable, Sendable {
    case adult(ID<StaffMember>, role: ID<PayRole>)
    case item(ID<GroupItem>)
  }

  package let group: ID<Group>
  package let source: Source
  /// What was added up, in order of days; empty for an item.
  package let legs: [Leg]
  /// How it was shared, in order of days. Days on which nothing was spent and nobody shared are left out.
  package let stretches: [Stretch]
  /// The first day with a session that has no rate; nil when the whole line is priced.
  package let unpricedFrom: Day?

  package var isPriced: Bool { unpricedFrom == nil }
  /// What is priced of the line; nil, never 0, when none of it is. Who shows it looks at `isPriced` too.
  package var pence: Pence? {
    guard isPriced || legs.contains(where: { $0.pence != nil }) else { return nil }
    return stretches.compactMap(\.pence).sum
  }
  /// The adult's minutes, by their share.
  package var minutes: Int { stretches.reduce(0) { $0 + $1.minutes } }
  /// Sessions that this adult led.
  package var sessions: Int { legs.reduce(0) { $0 + $1.sessions } }

  /// A run of days with one rate, one length of session and one share of the adult's time.
  package struct Leg: Hashable, Sendable {
    package let period: Period
    package let sessions: Int
    /// Of one session.
    package let minutes: Int
    package let share: TimeShare
    /// Nil where there is no rate.
    package let price: Price?
    /// The line's running total at the leg's end less that at its start, so that legs add up to the line; nil without a
    /// rate.
    package let pence: Pence?
  }

  /// A run of days with the same sharers, each with the same weight, year group and funding stream, and either all with
  /// a rate or all without.
  package struct Stretch: Hashable, Sendable {
    package let period: Period
    /// The line's running total at the stretch's end, less that at its start, each rounded half up; nil where it holds
    /// sessions without a rate.
    package let pence: Pence?
    package let minutes: Int
    /// In order of the pupils' ids; one for nobody where there is no sharer.
    package let shares: [Share]
  }

  /// One pupil's part of a stretch.
  package struct Share: Hashable, Sendable {
    /// Nil where the stretch has no sharer.
    package let pupil: ID<Pupil>?
    /// Nil is "whole school".
    package let year: YearGroup?
    package let stream: ID<FundingStream>?
    package let pence: Pence?
    package let minutes: Int
  }
}
