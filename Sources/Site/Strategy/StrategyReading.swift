import Components
import Domain
import Markup

/// A strategy as it is read, on the public page and by those of the school who do not write it.
struct StrategyReading: Sendable {
  let document: StrategyDocument
  private let period: Period

  init(_ document: StrategyDocument) {
    self.document = document
    period = document.period
  }

  /// `1 September 2026 to 31 August 2027`.
  var lede: String { period.words }

  var html: HTML {
    """
    \(if: document.coverNote, { InsetText("<p>\($0)</p>").html })\(facts)\
    \(if: !document.approach.isEmpty, "<h2>Our approach</h2>\(StrategyWords.paragraphs(document.approach))")\
    <h2>What our pupils need</h2>\(StrategyWords.paragraphs(document.needs))\(cohort)\
    \(if: !document.principles.isEmpty, principles)\
    <h2>Money</h2>\(budget)\(if: !document.funding.isEmpty, funding)\
    <h2>What we do</h2>\(if: document.activities.isEmpty, "<p class=\"soft\">No activity is written down yet.</p>")\(each: document.activities, draw)\
    \(if: !document.reviews.isEmpty, reviews)\
    <h2>About these figures</h2><ul>\(each: document.notes, { "<li>\($0)</li>" })\
    <li>The layout is the school’s own and not an official template.</li></ul>
    """
  }

  private var facts: HTML {
    var rows = [SummaryList.Row("Answers for it", document.owner.isEmpty ? "not said yet" : document.owner)]
    let days = document.reviewDays.compactMap { Day(iso: $0)?.words }
    if !days.isEmpty { rows.append(SummaryList.Row("Reviewed on", days.joined(separator: ", "))) }
    if let approval = document.approval, let day = Day(iso: approval.day) {
      rows.append(SummaryList.Row("Approved", "by \(approval.by), \(day.words)"))
    }
    if let day = Day(iso: document.made) { rows.append(SummaryList.Row("Costs and numbers of", day.words)) }
    return SummaryList(rows).html
  }

  private var cohort: HTML {
    let cohort = document.cohort
    return """
      \(Tiles([
        .init(cohort.onRoll.words, "pupils on the roll"), .init(cohort.senSupport.words, "with SEN support"),
        .init(cohort.plans.words, "with an EHC plan"),
      ]))\
      \(if: !cohort.needs.isEmpty, DataTable(
        "Pupils with SEN support or an EHC plan by their first need",
        columns: [.init("Need"), .init("Pupils", .number)],
        rows: cohort.needs.map { [.text($0.name), .text($0.pupils.words)] }).html)
      """
  }

  private var principles: HTML {
    """
    <h2>The principles that we follow</h2><ol>\(each: document.principles, { "<li>\($0.text)\(if: !$0.source.isEmpty, " <span class=\"soft\">(\($0.source))</span>")</li>" })</ol>
    """
  }

  private var budget: HTML {
    DataTable(
      "Budgeted costs, by school year and by financial year", columns: StrategyWords.columns("Activity", document),
      rows: document.activities.map { [.text($0.name)] + StrategyWords.cells($0.costs) },
      totals: [.text("All")] + StrategyWords.cells(document.total), isList: true
    ).html
  }

  private var funding: HTML {
    let rows = document.funding.flatMap { source -> [[DataTable.Cell]] in
      let isSilent = source.available.allSatisfy { $0 == nil } && (source.planned ?? []).allSatisfy { $0.pence == 0 }
      if isSilent, source.planned != nil { return [] }
      return document.financialYears.enumerated().map { place, year in
        [
          .text(source.name), .text(year), .text(source.available[place].map { Pence($0).words } ?? "not said"),
          .text(source.planned?[place].words ?? "not shown"),
        ]
      }
    }
    return DataTable(
      "Whose money it is, by financial year",
      columns: [
        .init("Money from"), .init("Financial year", .days), .init("There", .number), .init("Planned", .number),
      ], rows: rows, isList: true
    ).html
  }

  private func draw(_ activity: StrategyDocument.Activity) -> HTML {
    let facts: [(String, String?)] = [
      ("Barrier that it lowers", activity.barrier), ("Principle", activity.principle), ("Layer", activity.layer),
      ("Intended impact", activity.impact), ("Measure", activity.measure),
      ("Baseline", activity.baseline), ("Target", activity.target),
      ("Evidence", activity.evidence),
      ("Money from", activity.funding), ("Answers for it", activity.owner), ("Last review", activity.reviewNote),
    ]
    let rows = facts.compactMap { label, words in
      words.flatMap { $0.isEmpty ? nil : SummaryList.Row(label, $0) }
    }
    return """
      <section class="activity"><h3>\(activity.name)</h3>\
      \(if: activity.isWrittenIn, "<p class=\"soft\">Not on the school’s map of provision: written in.</p>")\
      \(StrategyWords.paragraphs(activity.description))\
      \(SummaryList(rows + [SummaryList.Row("Budgeted cost", cost(activity))]))\(if: !activity.working.isEmpty, working(activity))</section>
      """
  }

  private func cost(_ activity: StrategyDocument.Activity) -> String {
    if activity.costs.total.pence == nil { return "not shown" }
    let years = zip(document.academicYears, activity.costs.byAcademicYear).map { "\($0): \($1.words)" }
    return years.count > 1
      ? "\(activity.costs.total.words) in all (\(years.joined(separator: ", ")))" : activity.costs.total.words
  }

  private func working(_ activity: StrategyDocument.Activity) -> HTML {
    Details(
      "How the cost of \(activity.name) comes about",
      body: DataTable(
        "Cost of \(activity.name)", showsCaption: false, columns: StrategyWords.columns("What", document),
        rows: activity.working.map {
          [.text($0.what)] + StrategyWords.cells($0.byAcademicYear, $0.byFinancialYear, $0.total)
        }, totals: [.text("All")] + StrategyWords.cells(activity.costs), isList: true
      ).html
    ).html
  }

  private var reviews: HTML {
    """
    <h2>What our reviews found</h2>\(each: document.reviews, { review in
      """
      <h3>School year \(review.academicYear)</h3><p class="soft">Reviewed on \(Day(iso: review.day)?.words ?? review.day)</p>\
      \(StrategyWords.paragraphs(review.changed))\
      \(DataTable(
        "Activities in \(review.academicYear)",
        columns: [.init("Activity"), .init("Budgeted", .number), .init("Spent", .number), .init("What came of it"), .init("Decision")],
        rows: review.activities.map {
          [.text($0.name), .text($0.budgeted.words), .text($0.spent.words), .text($0.impact), .text($0.decision)]
        }, isList: true))
      """
    })
    """
  }
}
