package import Domain
package import SQL
import Store

/// A strategy in a sample school, complete but for the governors' approval: one activity from the phonics group, which is of
/// one pupil, and one that was written in.
package enum SampleStrategy {
  package static let period = Period(Day(2026, 9, 1)!, Day(2027, 8, 31)!)!

  @discardableResult
  package static func lay(in school: SampleSchool, today: Day, _ connection: any Connection) throws -> Strategy {
    let viewer = school.viewer(.senco)
    let (keeper, principles) = (Strategies(viewer, connection), Principles(viewer, connection))
    try principles.add("Every child belongs.", source: "The school’s own", from: period.from)
    let details = StrategyDetails(
      title: "Inclusion strategy", period: period, owner: "Head teacher", reviewDays: [Day(2027, 7, 1)!],
      approach: "We begin in class.", needs: "More talk.")
    let id = try keeper.add(details)
    let funding = try keeper.find(id).funding
    let grant = Strategies.TypedFunding(
      id: funding[0].id, name: funding[0].name,
      amounts: [FinancialYear(2026): 1_400_000, FinancialYear(2027): 1_400_000])
    try keeper.setFunding([grant], of: id, version: try keeper.find(id).version)
    let principle = try principles.all()[0].id
    let phonics = try keeper.addActivity(
      activity("Phonics catch-up", funding[0].id, principle), from: [.group(school.phonicsGroup)], to: id)
    try keeper.addCost(cost("Books for home", 12_345, connection), to: phonics, of: id)
    let training = try keeper.addActivity(activity("Training in signs", funding[0].id, principle), to: id)
    try keeper.addCost(cost("A trainer", 65_000, connection), to: training, of: id)
    let reading = try keeper.addActivity(activity("Reading aloud at lunch", funding[0].id, principle), to: id)
    try keeper.addCost(cost("Books", 30_001, connection), to: reading, of: id)
    return try keeper.find(id)
  }

  /// With nothing missing.
  package static func activity(
    _ name: String, _ funding: ID<StrategyFunding>, _ principle: ID<Principle>
  ) -> ActivityDetails {
    var details = ActivityDetails(name)
    (details.barrier, details.impact, details.measure) = ("Words", "More words", "A test")
    (details.owner, details.layer, details.funding) = ("SENCO", "targeted", funding)
    (details.baseline, details.target, details.principle) = ("1", "2", principle)
    return details
  }

  /// Spread over the school year, across 31 March.
  private static func cost(_ what: String, _ pence: Int, _ connection: any Connection) -> Activity.WrittenCost {
    Activity.WrittenCost(id: connection.newID(), what: what, amount: Pence(pence), period: period)
  }
}
