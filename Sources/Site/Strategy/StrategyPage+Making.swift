import Components
import Documents
import Domain
import Foundation
import Hummingbird
import Markup
import Store

extension StrategyPage {
  /// What the page is made from, read at once.
  struct Found: Sendable {
    let read: ReadStrategy
    let others: [Strategy]
  }

  /// `GET /schools/{urn}/strategies/{strategy}`
  static func show(_ visit: Visit) async throws -> Response {
    visit.page(try await page(visit))
  }

  static func page(
    _ visit: Visit, saying change: (inout Talk) -> Void = { _ in }
  ) async throws -> StrategyPage {
    let (viewer, school, today) = (visit.viewer, visit.here, visit.today)
    let id = try visit.id("strategy", Strategy.self)
    let found = try await visit.read { connection in
      let strategies = Strategies(viewer, connection)
      return Found(
        read: try strategies.read(id, of: school, today: today),
        others: try strategies.all().filter { $0.id != id })
    }
    var talk = Talk(
      found.read, school, viewer: viewer, newID: ID<StrategyRemark>.new(at: visit.now),
      approvalID: ID.new(at: visit.now), token: visit.formToken)
    talk.day = today.words
    change(&talk)
    return StrategyPage(found, viewer: viewer, school: school, talk: talk, today: today)
  }

  init(_ found: Found, viewer: Viewer, school: School, talk: Talk, today: Day) {
    let (read, edition) = (found.read, found.read.published.first { !$0.isWithdrawn })
    let (strategy, id) = (read.strategy, read.strategy.id)
    let writes = viewer.mayAll(.do, .strategy)
    let document = read.document(isPublic: !viewer.mayAll(.see, .costs), on: today)
    heading = strategy.details.title
    lede = strategy.details.period.words
    standing = StrategyPage.standing(read, edition)
    differences = writes ? edition.map { StrategyPage.differences(read, $0, today) } ?? [] : []
    published = edition.map {
      Link("What anybody reads: version \($0.number) of \($0.day.words)", Way.publicStrategies(urn: school.urn))
    }
    desk = writes ? Desk(read, document, school, isKept: edition != nil) : nil
    reading = StrategyReading(document)
    self.talk = talk
    files = [
      Link("PDF", Way.strategyFile(.pdf, id, school)), Link("Word", Way.strategyFile(.docx, id, school)),
    ]
    others = found.others.map { Link("\($0.details.title), \($0.details.period.words)", Way.strategy($0.id, school)) }
    begin = writes ? Way.newStrategy(school) : nil
  }

  private static func standing(_ read: ReadStrategy, _ edition: StrategyEdition?) -> [Standing] {
    let approval = read.remarks.last { $0.isApproval }
    let isCurrent = approval?.version == read.strategy.version
    let count = read.check.missing.count
    return [
      Standing(
        words: count == 0 ? "Written" : "Draft: \(count) \(count == 1 ? "thing" : "things") missing", isDone: count == 0
      ),
      Standing(
        words: approval.map {
          "Approved by governors on \($0.day.words)\(isCurrent ? "" : ", and changed since")"
        } ?? "Not approved by governors yet", isDone: isCurrent),
      Standing(
        words: edition.map { "Published on \($0.day.words)" } ?? "Not published yet", isDone: edition != nil),
    ]
  }

  /// Against what the public would read now.
  private static func differences(_ read: ReadStrategy, _ edition: StrategyEdition, _ today: Day) -> [String] {
    StrategyDifference.sentences(published: edition.document, now: read.document(isPublic: true, on: today))
  }
}

extension StrategyPage.Talk {
  init(
    _ read: ReadStrategy, _ school: School, viewer: Viewer, newID: ID<StrategyRemark>, approvalID: ID<StrategyRemark>,
    token: String
  ) {
    remarks = read.remarks.map { remark in
      let changed = remark.isApproval && remark.version != read.strategy.version ? " It has changed since." : ""
      return StrategyPage.Remark(
        words: remark.text,
        heading: remark.isApproval
          ? "Approved by \(remark.onBehalfOf), \(remark.day.words) (written down by \(remark.writtenBy)).\(changed)"
          : "\(remark.writtenBy), \(remark.day.words)", isApproval: remark.isApproval)
    }
    let id = read.strategy.id
    comment =
      viewer.may(.do, .approval) || viewer.may(.do, .strategy) ? Way.remarks(id, school) : nil
    approve = viewer.mayAll(.do, .approval) ? Way.approvals(id, school) : nil
    version = read.strategy.version
    self.newID = newID.text
    self.approvalID = approvalID.text
    self.token = token
  }
}

extension StrategyPage.Desk {
  init(_ read: ReadStrategy, _ document: StrategyDocument, _ school: School, isKept: Bool) {
    let (strategy, id) = (read.strategy, read.strategy.id)
    func finding(_ finding: StrategyCheck.Finding) -> StrategyPage.Finding {
      StrategyPage.Finding(sentence: finding.sentence, address: finding.place.address(of: id, school))
    }
    let grants = strategy.funding.filter { $0.kind == .grant }
    let grant = grants.flatMap { source in strategy.details.period.financialYears.compactMap { source.amounts[$0] } }
      .sum
    let users = strategy.activities.filter { activity in grants.contains { $0.id == activity.details.funding } }
      .map { read.budget.of($0.id) }
    let planned = users.map(\.total).sum.words(
      lacking: users.map(\.unpriced).reduce(0, +), unled: users.map(\.unled).reduce(0, +))
    tiles = [
      Tiles.Tile(document.total.total.words, "budgeted in all"),
      Tiles.Tile(
        planned,
        grant == .zero
          ? "planned from the Inclusive Mainstream Fund"
          : "planned of \(grant.words) from the Inclusive Mainstream Fund"),
      Tiles.Tile("\(strategy.activities.count)", strategy.activities.count == 1 ? "activity" : "activities"),
      Tiles.Tile("\(read.check.missing.count)", "still missing"),
    ]
    missing = read.check.missing.map(finding)
    notes = (read.check.names + read.check.notes).map(finding)
    hasActivities = !strategy.activities.isEmpty
    activities = DataTable(
      "Activities with their budgeted costs", showsCaption: false,
      columns: StrategyWords.columns("Activity", document, also: [.init("Layer"), .init("Money from")]),
      rows: zip(strategy.activities, document.activities).map { activity, shown in
        [
          .html(Link(shown.name, Way.activity(activity.id, id, school)).html), .text(shown.layer ?? "not said"),
          .text(shown.funding ?? "not said"),
        ] + StrategyWords.cells(shown.costs)
      }, totals: [.text("All"), .text(""), .text("")] + StrategyWords.cells(document.total), isList: true)
    funding = StrategyPage.Desk.funding(strategy, read.budget)
    choices = Way.strategyChoices(id, school)
    carryAllOn =
      strategy.activities.contains { activity in
        let budget = read.budget.of(activity.id)
        return budget.endsEarly(in: strategy.details.period) && !activity.costs.contains { $0.basis != nil }
      } ? Way.carryAllOn(id, school) : nil
    partYears = StrategyWords.partYears(strategy.details.period)
    newActivity = Way.newActivity(id, school)
    fundingAddress = Way.strategyFunding(id, school)
    details = Way.changeStrategy(id, school)
    principles = Way.principles(school)
    principleCount = read.principles.count
    publication = Way.publication(id, school)
    reviews = strategy.details.period.academicYears.map { year in
      let held = read.reviews.first { $0.year == year }
      return Link(
        "\(year.words): \(held.map { "reviewed on \($0.day.words)" } ?? "not reviewed yet")",
        Way.strategyReview(year, id, school))
    }
    versions = read.published.filter { !$0.isWithdrawn }.map { edition in
      (
        "version \(edition.number) of \(edition.day.words)",
        "\(Way.strategy(id, school))/versions/\(segment: String(edition.number))/withdrawal"
      )
    }
    removal =
      isKept || !read.remarks.isEmpty || !read.reviews.isEmpty
      ? nil : (Way.removeStrategy(id, school), strategy.version)
  }

  /// What is there, what is planned, and what is left or too much, by source and financial year; nothing of a source of
  /// which nothing is said and nothing planned.
  private static func funding(_ strategy: Strategy, _ budget: StrategyBudget) -> DataTable {
    let rows = strategy.funding.flatMap { source -> [[DataTable.Cell]] in
      let users = strategy.activities.filter { $0.details.funding == source.id }.map { budget.of($0.id) }
      if source.amounts.isEmpty, users.isEmpty { return [] }
      let lacking = (users.map(\.unpriced).reduce(0, +), users.map(\.unled).reduce(0, +))
      return strategy.details.period.financialYears.map { year in
        let planned = users.map { $0.total(in: year) }.sum
        let there = source.amounts[year]
        return [
          .text(source.name), .text(year.words), .text(there?.words ?? "not said"),
          .text(planned.words(lacking: lacking.0, unled: lacking.1)),
          .text(there.map { ($0 - planned).words } ?? "not known"),
        ]
      }
    }
    return DataTable(
      "Money by financial year", showsCaption: false,
      columns: [
        .init("Money from"), .init("Financial year", .days), .init("There", .number), .init("Planned", .number),
        .init("Left", .number),
      ], rows: rows, isList: true)
  }
}

extension StrategyCheck.Place {
  func address(of strategy: ID<Strategy>, _ school: School) -> Address? {
    switch self {
    case .details: Way.changeStrategy(strategy, school)
    case .funding: Way.strategyFunding(strategy, school)
    case .principles: Way.principles(school)
    case .activities: Way.strategyChoices(strategy, school)
    case .activity(let activity): Way.activity(activity, strategy, school)
    case .review(let year): Way.strategyReview(year, strategy, school)
    case .approval: nil
    }
  }
}
