import Domain
import Testing

/// What the public may read of a strategy, and what differs from what was published.
@Suite struct StrategyDocumentTests {
  private let year = Period(Day(2026, 9, 1)!, Day(2027, 8, 31)!)!
  private let today = Day(2026, 11, 27)!

  /// Activities with so many pupils in a group of their own, each with a cost of its own.
  private func document(
    _ pupils: [Int], isPublic: Bool = true, days: [(String, String)]? = nil, published: [StrategyDocument] = [],
    without gone: Int? = nil
  ) -> StrategyDocument {
    var (groups, people, activities): ([MapGroup], [MapPupil], [Activity]) = ([], [], [])
    for (place, count) in pupils.enumerated() {
      let own = (0..<count).map { MapSample.pupil(place * 20 + $0, in: 3) }
      let span = days.map { Sample.span($0[place].0, $0[place].1) } ?? Sample.wholeYear
      let group = MapSample.group(
        place, "Group \(place)", span: span, schedules: [Sample.schedule(20 + place, .perWeek(1), span)],
        members: own.map { MapSample.place($0, span) })
      people += own
      groups.append(group)
      activities.append(
        Activity(
          id: Sample.id(700 + UInt64(place)), details: ActivityDetails("Activity \(place)"),
          sources: [.group(group.group.id)], costs: [], version: 1))
    }
    if let gone { activities.remove(at: gone) }
    let strategy = Strategy(
      id: Sample.id(1), details: StrategyDetails(title: "S", period: year), funding: [], activities: activities,
      version: 1)
    return StrategyDocument(
      StrategyDocument.Parts(
        school: MapSample.school, strategy: strategy,
        budget: StrategyBudget(strategy, MapSample.facts(groups, people)), principles: [],
        cohort: StrategyDocument.Cohort(onRoll: 200, senSupport: 30, plans: 6, needs: [("A", 33), ("B", 3)]),
        approval: nil, reviews: [], published: published), on: today, isPublic: isPublic)
  }

  private func shown(_ document: StrategyDocument) -> [Bool] { document.activities.map { $0.costs.total.pence != nil } }

  @Test func `an activity for fewer than five is shown without a cost, and another hides it`() {
    let document = document([12, 3, 8])
    #expect(shown(document) == [true, false, false])
    #expect(document.activities[1].working.isEmpty && document.activities[1].costs.total.words == "not shown")
    #expect(document.total.total.pence == self.document([12, 3, 8], isPublic: false).total.total.pence)
    #expect(document.notes.contains { $0.contains("fewer than five pupils") })
  }

  @Test func `where no other can hide it, no sum is told`() {
    let document = document([3])
    #expect(shown(document) == [false] && document.total.total.pence == nil)
  }

  @Test func `in every part of the days in which it costs anything another is withheld`() {
    let document = document(
      [3, 9, 9, 9],
      days: [
        ("2026-09-01", "2027-08-31"), ("2026-09-01", "2027-03-31"), ("2027-04-01", "2027-08-31"),
        ("2026-09-01", "2027-08-31"),
      ])
    for part in 0..<2 {
      let hidden = document.activities.filter { $0.costs.total.pence == nil }
      let inside = self.document(
        [3, 9, 9, 9], isPublic: false,
        days: [
          ("2026-09-01", "2027-08-31"), ("2026-09-01", "2027-03-31"), ("2027-04-01", "2027-08-31"),
          ("2026-09-01", "2027-08-31"),
        ])
      let spending = hidden.filter { one in
        inside.activities.contains { $0.id == one.id && ($0.costs.byFinancialYear[part].pence ?? 0) > 0 }
      }
      #expect(spending.count != 1, "part \(part)")
    }
  }

  @Test func `what was withheld in an earlier version stays withheld, and what stood there hides nothing`() {
    let first = document([12, 3, 8])
    #expect(shown(first) == [true, false, false])
    // The third has become smaller than the first: it hides all the same.
    #expect(shown(document([12, 3, 8, 30], published: [first])) == [true, false, false, true])
    #expect(document([12, 3, 8, 30], published: [first]).total.total.pence != nil)
    // What hid it has gone: the difference of the totals would tell.
    let second = document([12, 3, 8], published: [first], without: 2)
    #expect(shown(second) == [true, false] && second.total.total.pence == nil)
    // A small one that is new can be hidden by none of those that stood there with a cost.
    let known = document([12, 9])
    let third = document([12, 9, 3], published: [known])
    #expect(shown(third) == [true, true, false] && third.total.total.pence == nil)
    // By a new one it can.
    #expect(document([12, 9, 3, 7], published: [known]).total.total.pence != nil)
    #expect(shown(document([12, 9, 3, 7], published: [known])) == [true, true, false, false])
  }

  @Test func `what hides in one part is hidden in the other parts as well`() {
    // The first spends from April on alone; what hides it spends in both parts, and is not told alone in the first.
    let days = [("2027-04-01", "2027-08-31"), ("2026-09-01", "2027-08-31"), ("2026-09-01", "2027-08-31")]
    #expect(shown(document([3, 9, 9], days: days)) == [false, false, false])
  }

  @Test func `few in one part of the days are few`() {
    // Nine in all, of whom three stay after March.
    let people = (0..<9).map { MapSample.pupil($0, in: 3) }
    let group = MapSample.group(
      1, "Phonics",
      members: people.enumerated().map {
        MapSample.place($1, $0 < 3 ? Sample.wholeYear : Sample.span("2026-09-01", "2027-03-31"))
      })
    let activity = Activity(
      id: Sample.id(7), details: ActivityDetails("A"), sources: [.group(group.group.id)], costs: [], version: 1)
    let strategy = Strategy(
      id: Sample.id(1), details: StrategyDetails(title: "S", period: year), funding: [], activities: [activity],
      version: 1)
    let budget = StrategyBudget(strategy, MapSample.facts([group], people)).of(activity.id)
    #expect(budget.pupils == 9 && budget.isOfFew)
  }

  @Test func `those who write it see everything, and each line of the working`() {
    let document = document([3, 9], isPublic: false)
    #expect(shown(document) == [true, true])
    #expect(document.activities[0].working.map(\.what) == ["Teaching assistant, 13 h"])
  }

  @Test func `small numbers of pupils are withheld, and what would give them away`() {
    let cohort = document([9]).cohort
    #expect(cohort.senSupport.number == 30 && cohort.plans.number == 6)
    #expect(cohort.needs.map(\.pupils.words) == ["not shown", "fewer than 5"])
    #expect(SmallCounts.withheld([40, 3, 2, 9]) == [1, 2])
    #expect(SmallCounts.withheld([40, 1, 2, 9]) == [1, 2, 3])
    #expect(SmallCounts.withheld([0, 7, 12]).isEmpty)
    // Six are left of which one is small and one is not: only 1 and 5 make them.
    #expect(SmallCounts.withheld([30, 1, 5]) == [0, 1, 2])
    // Eight are left of two small ones: only 4 and 4.
    #expect(SmallCounts.withheld([40, 4, 4]) == [0, 1, 2])
  }

  @Test func `what would differ is said, and nothing where nothing would`() {
    let (old, new) = (document([9, 9]), document([9, 9, 9]))
    #expect(StrategyDifference.sentences(published: old, now: old).isEmpty)
    let sentences = StrategyDifference.sentences(published: old, now: new)
    #expect(sentences.contains("“Activity 2” is new.") && sentences.first?.hasPrefix("Budget in all") == true)
    #expect(StrategyDifference.sentences(published: new, now: old).contains("“Activity 2” is no longer in it."))
  }

  @Test func `several years are said on the cover`() {
    #expect(document([9]).coverNote == nil)
    let strategy = Strategy(
      id: Sample.id(1), details: StrategyDetails(title: "S", period: Sample.period("2026-09-01", "2028-08-31")),
      funding: [], activities: [], version: 1)
    let document = StrategyDocument(
      StrategyDocument.Parts(
        school: MapSample.school, strategy: strategy, budget: StrategyBudget(strategy, MapSample.facts([], [])),
        principles: [], cohort: StrategyDocument.Cohort(onRoll: 1, senSupport: 0, plans: 0, needs: []), approval: nil,
        reviews: []), on: today, isPublic: true)
    #expect(document.coverNote?.contains("covers 2 school years") == true)
  }

  @Test func `what is missing is listed, and nothing once it is there`() {
    let grant = StrategyFunding(
      id: Sample.id(3), kind: .grant, name: "Grant", amounts: [FinancialYear(2026): 1_000, FinancialYear(2027): 9_000])
    let principle = Principle(id: Sample.id(4), text: "All belong.", source: "", span: Sample.wholeYear)
    var details = ActivityDetails("Signs")
    func check(_ details: ActivityDetails, _ own: StrategyDetails, _ approval: StrategyCheck.Approval) -> StrategyCheck
    {
      let cost = Activity.WrittenCost(
        id: Sample.id(5), what: "Trainer", amount: 2_500, period: Sample.period("2027-02-01", "2027-02-01"))
      let activity = Activity(id: Sample.id(6), details: details, sources: [], costs: [cost], version: 1)
      let strategy = Strategy(id: Sample.id(1), details: own, funding: [grant], activities: [activity], version: 1)
      return StrategyCheck(
        strategy, StrategyBudget(strategy, MapSample.facts([], [])), principles: [principle], approval: approval,
        texts: StrategyCheck.texts(of: strategy, [principle], [], approvals: []))
    }
    var own = StrategyDetails(title: "S", period: year)
    #expect(check(details, own, .none).missing.count == 10)
    (details.measure, details.owner, details.barrier, details.impact) = ("m", "o", "b", "i")
    (details.layer, details.funding, details.principle) = ("universal", grant.id, principle.id)
    (own.owner, own.approach, own.reviewDays) = ("Head", "In class.", [Day(2027, 7, 1)!])
    let done = check(details, own, .given(Day(2026, 11, 1)!))
    #expect(done.missing.isEmpty)
    #expect(
      done.notes.contains { $0.sentence == "Grant, 2026-27: £15.00 more is planned than the £10.00 that is there." })
    #expect(done.notes.contains { $0.sentence == "Grant, 2027-28: £90.00 of £90.00 is not planned yet." })
    #expect(check(details, own, .outdated(Day(2026, 11, 1)!)).missing.map(\.place) == [.approval])
    own.reviewDays = [Day(2028, 3, 1)!]
    #expect(check(details, own, .given(today)).missing.map(\.sentence) == ["No day is set for the review of 2026/27."])
    details.description = "For Ella Brown, who finds it hard."
    #expect(check(details, own, .given(today)).names.count == 1)
  }
}
