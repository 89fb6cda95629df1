/// A review that was held of a strategy, of one school year: what changed, and for each activity what was spent, what came
/// of it, and whether it is carried on.
package struct StrategyReview: Hashable, Sendable {
  package enum Decision: String, CaseIterable, Hashable, Sendable {
    case carriedOn = "carried on"
    case changed
    case ended

    package var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
  }

  package struct Reviewed: Hashable, Sendable {
    package let activity: ID<Activity>
    /// As it was called when it was reviewed.
    package let name: String
    /// What the strategy had planned for the year when it was reviewed.
    package let budgeted: Pence
    package let spent: Pence
    package let impact: String
    package let decision: Decision
    /// Whether it was for fewer than five pupils: the public is told neither figure.
    package let isOfFew: Bool
    /// Whether what was planned lacked what has no rate.
    package let isNotPriced: Bool

    package init(
      activity: ID<Activity>, name: String, budgeted: Pence, spent: Pence, impact: String, decision: Decision,
      isOfFew: Bool, isNotPriced: Bool = false
    ) {
      self.activity = activity
      self.name = name
      self.budgeted = budgeted
      self.spent = spent
      self.impact = impact
      self.decision = decision
      self.isOfFew = isOfFew
      self.isNotPriced = isNotPriced
    }
  }

  package let id: ID<StrategyReview>
  package let year: AcademicYear
  package let day: Day
  package let by: String
  package let changed: String
  package let activities: [Reviewed]

  package init(
    id: ID<StrategyReview>, year: AcademicYear, day: Day, by: String, changed: String, activities: [Reviewed]
  ) {
    self.id = id
    self.year = year
    self.day = day
    self.by = by
    self.changed = changed
    self.activities = activities
  }
}

extension StrategyDocument.Review {
  /// `hidden` are activities whose costs are withheld; nil withholds none.
  init(_ review: StrategyReview, hiding hidden: Set<String>?) {
    academicYear = review.year.words
    day = review.day.iso
    changed = review.changed
    activities = review.activities.map { one in
      let isHidden = hidden.map { $0.contains(one.activity.text) || one.isOfFew } ?? false
      func amount(_ pence: Pence, isNotAllPriced: Bool = false) -> StrategyDocument.Amount {
        isHidden ? .withheld : StrategyDocument.Amount(pence: pence.count, isNotAllPriced: isNotAllPriced)
      }
      return StrategyDocument.Reviewed(
        name: one.name, budgeted: amount(one.budgeted, isNotAllPriced: one.isNotPriced), spent: amount(one.spent),
        impact: one.impact,
        decision: one.decision.rawValue)
    }
  }
}
