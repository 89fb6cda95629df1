import Domain

/// A strategy as a JSON file, for other programs: money in whole pence, days in ISO form. Its keys are documented in
/// docs/files.md and stay as they are. What is withheld is null and says so; what has no price is null too, never 0.
struct StrategyJSON {
  private let document: StrategyDocument

  init(_ document: StrategyDocument) { self.document = document }

  func bytes() throws -> [UInt8] { try FileTree.object(about.merging(content) { $1 }).bytes() }

  private var about: [FileKey: FileTree] {
    [
      .school: .object([.urn: .text(document.urn), .name: .text(document.school)]), .title: .text(document.title),
      .from: .text(document.from), .until: .text(document.until), .made: .text(document.made),
      .owner: .text(document.owner), .reviewDays: texts(document.reviewDays), .public: .flag(document.isPublic),
      .draft: .flag(document.isDraft),
      .academicYears: texts(document.academicYears), .financialYears: texts(document.financialYears),
      .approval: approval,
    ]
  }

  private var content: [FileKey: FileTree] {
    [
      .approach: .text(document.approach), .needs: .text(document.needs), .cohort: cohort,
      .principles: .list(
        document.principles.map { .object([.principle: .text($0.text), .source: .text($0.source)]) }),
      .funding: .list(document.funding.map(funding)), .activities: .list(document.activities.map(activity)),
      .total: .object(costs(document.total)), .reviews: .list(document.reviews.map(review)),
      .notes: texts(document.notes),
    ]
  }

  private var approval: FileTree {
    guard let approval = document.approval else { return .none }
    return .object([.day: .text(approval.day), .onBehalfOf: .text(approval.by)])
  }

  private var cohort: FileTree {
    let cohort = document.cohort
    return .object([
      .onRoll: .object(count(cohort.onRoll)), .senSupport: .object(count(cohort.senSupport)),
      .plans: .object(count(cohort.plans)),
      .byNeed: .list(cohort.needs.map { .object(count($0.pupils).merging([.name: .text($0.name)]) { $1 }) }),
    ])
  }

  private func count(_ count: StrategyDocument.Count) -> [FileKey: FileTree] {
    [.pupilCount: number(count.number), .withheld: .flag(count.number == nil), .fewerThan5: .flag(count.isFew)]
  }

  private func funding(_ source: StrategyDocument.Funding) -> FileTree {
    let planned = source.planned ?? document.financialYears.map { _ in .withheld }
    let years = document.financialYears.indices.map { index -> FileTree in
      .object([
        .year: .text(document.financialYears[index]), .availablePence: number(source.available[index]),
        .planned: .object(amount(planned[index])),
      ])
    }
    return .object([.name: .text(source.name), .byFinancialYear: .list(years)])
  }

  private func activity(_ activity: StrategyDocument.Activity) -> FileTree {
    let fields: [FileKey: FileTree] = [
      .id: .text(activity.id), .name: .text(activity.name), .description: .text(activity.description),
      .barrier: .text(activity.barrier), .principle: text(activity.principle), .layer: text(activity.layer),
      .paidFrom: text(activity.funding), .owner: .text(activity.owner), .impact: .text(activity.impact),
      .measure: .text(activity.measure), .baseline: .text(activity.baseline), .target: .text(activity.target),
      .evidence: .text(activity.evidence), .reviewNote: .text(activity.reviewNote),
      .writtenIn: .flag(activity.isWrittenIn), .costs: .object(costs(activity.costs)),
      .working: .list(activity.working.map(working)),
    ]
    return .object(fields)
  }

  private func working(_ working: StrategyDocument.Working) -> FileTree {
    let fields = costs(working.byAcademicYear, working.byFinancialYear, working.total)
    return .object(fields.merging([.what: .text(working.what)]) { $1 })
  }

  private func review(_ review: StrategyDocument.Review) -> FileTree {
    .object([
      .academicYear: .text(review.academicYear), .day: .text(review.day), .changed: .text(review.changed),
      .reviewed: .list(review.activities.map(reviewed)),
    ])
  }

  private func reviewed(_ one: StrategyDocument.Reviewed) -> FileTree {
    .object([
      .name: .text(one.name), .budgeted: .object(amount(one.budgeted)), .spent: .object(amount(one.spent)),
      .impact: .text(one.impact), .decision: .text(one.decision),
    ])
  }

  private func costs(_ costs: StrategyDocument.Costs) -> [FileKey: FileTree] {
    self.costs(costs.byAcademicYear, costs.byFinancialYear, costs.total)
  }

  private func costs(
    _ byAcademicYear: [StrategyDocument.Amount], _ byFinancialYear: [StrategyDocument.Amount],
    _ total: StrategyDocument.Amount
  ) -> [FileKey: FileTree] {
    [
      .byAcademicYear: years(document.academicYears, byAcademicYear),
      .byFinancialYear: years(document.financialYears, byFinancialYear), .total: .object(amount(total)),
    ]
  }

  private func years(_ years: [String], _ amounts: [StrategyDocument.Amount]) -> FileTree {
    .list(zip(years, amounts).map { year, sum in .object(amount(sum).merging([.year: .text(year)]) { $1 }) })
  }

  private func amount(_ amount: StrategyDocument.Amount) -> [FileKey: FileTree] {
    let isUnknown = amount.isNotAllPriced && amount.pence == 0
    return [
      .pence: isUnknown ? .none : number(amount.pence), .notAllPriced: .flag(amount.isNotAllPriced),
      .withheld: .flag(amount.pence == nil),
    ]
  }

  private func number(_ number: Int?) -> FileTree { number.map { .number($0) } ?? .none }
  private func text(_ text: String?) -> FileTree { text.map { .text($0) } ?? .none }
  private func texts(_ texts: [String]) -> FileTree { .list(texts.map { .text($0) }) }
}
