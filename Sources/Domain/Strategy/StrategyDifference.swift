/// What would differ if a strategy were published today as it stands, from what was published: in sentences. A published
/// strategy never changes by itself.
package enum StrategyDifference {
  package static func sentences(published: StrategyDocument, now: StrategyDocument) -> [String] {
    var sentences: [String] = []
    func differ(_ what: String, _ old: String, _ new: String) {
      if old != new {
        sentences.append("\(what): \(old.isEmpty ? "nothing" : old), now \(new.isEmpty ? "nothing" : new).")
      }
    }
    differ("Budget in all", published.total.total.words, now.total.total.words)
    differ("Days", published.period.words, now.period.words)
    for (year, old) in zip(published.financialYears, published.total.byFinancialYear) {
      guard let place = now.financialYears.firstIndex(of: year) else { continue }
      differ("Budget of \(year)", old.words, now.total.byFinancialYear[place].words)
    }
    let before = Dictionary(published.activities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(now.activities.map(\.id))
    sentences += published.activities.filter { !after.contains($0.id) }.map { "“\($0.name)” is no longer in it." }
    for activity in now.activities {
      guard let old = before[activity.id] else {
        sentences.append("“\(activity.name)” is new.")
        continue
      }
      differ("Name of “\(old.name)”", old.name, activity.name)
      differ("Cost of “\(activity.name)”", old.costs.total.words, activity.costs.total.words)
      if old.costs.total == activity.costs.total, old.costs != activity.costs {
        sentences.append("The cost of “\(activity.name)” falls otherwise on its years.")
      }
      if old.words != activity.words { sentences.append("What is said of “\(activity.name)” has changed.") }
    }
    if published.approach != now.approach || published.needs != now.needs || published.owner != now.owner {
      sentences.append("The strategy’s own text has changed.")
    }
    if (published.title, published.reviewDays) != (now.title, now.reviewDays) {
      sentences.append("The title or the days of review have changed.")
    }
    if published.approval != now.approval { sentences.append("What the governors have said has changed.") }
    if published.activities.map(\.id).filter(after.contains) != now.activities.map(\.id).filter({ before[$0] != nil }) {
      sentences.append("The order of the activities has changed.")
    }
    if published.principles != now.principles { sentences.append("The principles have changed.") }
    if published.funding.map(\.available) != now.funding.map(\.available)
      || published.funding.map(\.name) != now.funding.map(\.name)
    {
      sentences.append("The funding has changed.")
    }
    if published.reviews != now.reviews { sentences.append("What the reviews found has been added to.") }
    if published.cohort != now.cohort { sentences.append("The numbers of pupils by need have changed.") }
    return sentences
  }
}

extension StrategyDocument.Activity {
  /// All that is said of it, but its name and its cost.
  fileprivate var words: [String?] {
    [
      description, barrier, principle, layer, funding, owner, impact, measure, baseline, target, evidence, reviewNote,
    ]
  }
}
