import Domain
import Foundation
import Markup
import Store

/// An invented strategy for the gallery and the tests that draw every page: drawn from the example's map, with an activity
/// that was written in.
enum StrategyExamples {
  static let school = MapExamples.school
  private static let today = Day(2026, 11, 27)!
  private static func id<Noun>(_ number: UInt64) -> ID<Noun> { ID(high: 0x0199_0000_0000_7000, low: 1 << 63 | number) }

  static let principles = [
    Principle(
      id: id(1), text: "Every child belongs, and takes part in all that the school offers.", source: "The school’s own",
      span: Span(Day(2026, 9, 1)!)!),
    Principle(id: id(2), text: "Needs are noticed early.", source: "", span: Span(Day(2026, 9, 1)!)!),
  ]

  static var strategy: Strategy {
    let grant = StrategyFunding(
      id: id(10), kind: .grant, name: StrategyFunding.Kind.grant.name,
      amounts: [FinancialYear(2026): 1_400_000, FinancialYear(2027): 1_450_000])
    let notional = StrategyFunding(id: id(11), kind: .notional, name: StrategyFunding.Kind.notional.name)
    return Strategy(
      id: id(20),
      details: StrategyDetails(
        title: "Inclusion strategy", period: Period(Day(2026, 9, 1)!, Day(2027, 8, 31)!)!, owner: "Head teacher",
        reviewDays: [Day(2027, 7, 14)!],
        approach: "We start from what every child needs in class.\nSmall groups come on top of it.",
        needs: "More children than before begin school with little language."),
      funding: [grant, notional], activities: [fromTheMap(grant.id), writtenIn], version: 7)
  }

  private static func fromTheMap(_ funding: ID<StrategyFunding>) -> Activity {
    var details = ActivityDetails("Phonics catch-up")
    details.description = "Short daily practice of sounds and blending."
    details.barrier = "Children who cannot read yet are shut out of most lessons."
    (details.layer, details.principle, details.funding) = ("targeted", principles[1].id, funding)
    (details.owner, details.impact) = ("SENCO", "Every child reads simple sentences by Year 2.")
    (details.measure, details.baseline, details.target) = ("Phonics screening check", "78 %", "88 %")
    return Activity(
      id: id(30), details: details, sources: MapExamples.facts.groups.prefix(2).map { .group($0.group.id) }, costs: [],
      version: 2)
  }

  private static var writtenIn: Activity {
    var details = ActivityDetails("Training in signs for all staff")
    details.layer = "universal"
    return Activity(
      id: id(31), details: details, sources: [],
      costs: [
        Activity.WrittenCost(
          id: id(40), what: "Two afternoons with a trainer", amount: 65_000, period: Period(Day(2027, 2, 12)!))
      ], version: 1)
  }

  static var names: [Activity.Source: String] {
    Dictionary(uniqueKeysWithValues: strategy.activities.flatMap(\.sources).map { ($0, "Phonics catch-up") })
  }

  static var read: ReadStrategy {
    let budget = StrategyBudget(strategy, MapExamples.facts)
    return ReadStrategy(
      school: school, strategy: strategy, budget: budget, principles: principles,
      cohort: StrategyDocument.Cohort(
        onRoll: 420, senSupport: 63, plans: 25,
        needs: [
          ("Speech, language and communication", 41), ("Autistic spectrum disorder", 17), ("Hearing impairment", 3),
        ]),
      remarks: remarks, reviews: [],
      check: StrategyCheck(strategy, budget, principles: principles, approval: .outdated(Day(2026, 11, 20)!)))
  }

  private static let remarks = [
    StrategyRemark(
      id: id(50), isApproval: false, day: Day(2026, 11, 16)!, onBehalfOf: "", text: "How shall we know that it works?",
      version: 4, budget: 120_000, writtenBy: "Ruth Lowe"),
    StrategyRemark(
      id: id(51), isApproval: true, day: Day(2026, 11, 20)!, onBehalfOf: "The governing body", text: "", version: 6,
      budget: 120_000, writtenBy: "Ruth Lowe"),
  ]

  static var edition: StrategyEdition {
    StrategyEdition(
      id: id(60), strategy: strategy.id, number: 1, day: today, document: read.document(isPublic: true, on: today))
  }

  static var forms: [FormPage] {
    let activity = strategy.activities[0]
    return [
      StrategyActs.page(nil, StrategyForm(on: today), school, newID: id(70), token: "example"),
      StrategyActs.page(
        strategy, StrategyForm(strategy.details), school, token: "example",
        Refusals([.invalid("The last day is before the first.", field: "until")])),
      ActivityActs.page(
        activity, ActivityForm(activity.details), of: strategy, principles, school, token: "example"),
    ]
  }
}

extension StrategyPage {
  static var examples: [StrategyPage] {
    let read = StrategyExamples.read
    func page(_ role: Role, _ refusals: Refusals = .none) -> StrategyPage {
      let viewer = MapExamples.viewer(role)
      var talk = Talk(
        read, StrategyExamples.school, viewer: viewer, newID: read.remarks[0].id, approvalID: read.remarks[1].id,
        token: "example")
      talk.refusals = refusals
      return StrategyPage(
        Found(read: read, others: []), viewer: viewer, school: StrategyExamples.school, talk: talk,
        today: Day(2026, 11, 27)!)
    }
    return [
      page(.headTeacher), page(.governor),
      page(.governor, Refusals([.invalid("Write your comment.", field: "comment")])),
    ]
  }
}
