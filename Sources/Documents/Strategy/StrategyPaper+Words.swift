import Domain

extension StrategyPaper {
  init(_ document: StrategyDocument) {
    title = document.title
    school = document.school
    days = document.period.words
    made = Self.day(document.made)
    audience = document.isDraft ? "draft, as it stands: not what is published" : "for anybody to read"
    cover = Self.cover(document)
    coverNote = document.coverNote
    layoutNote = "The layout of this document is the school’s own. It is not an official template."
    approach = document.approach.paragraphs
    needs = document.needs.paragraphs
    cohort = Table(document.cohort)
    cohortNote =
      document.cohort.counts.contains { $0.number == nil }
      ? "Numbers below five are not shown, nor others that would give them away." : nil
    principles = document.principles.map { Principle(text: $0.text, source: $0.source) }
    funding = document.funding.isEmpty ? nil : Funding(document)
    budgets = document.activities.isEmpty ? [] : Self.budgets(document)
    activities = document.activities.map { Activity($0, in: document) }
    layers = Layer.all.count
    reviews = document.reviews.map(Review.init)
    notes = document.notes + Self.explained(document)
  }

  private static func cover(_ document: StrategyDocument) -> [Fact] {
    let approval = document.approval.map { "\($0.by), \(day($0.day))" } ?? "Not approved as it stands"
    return [
      Fact("Who answers for it", document.owner),
      Fact("Reviewed on", document.reviewDays.map(day).joined(separator: "; ")), Fact("Approved", approval),
      Fact("Figures as of", day(document.made)), Fact("School’s number (URN)", document.urn),
    ].filter(\.isSaid)
  }

  private static func budgets(_ document: StrategyDocument) -> [Table] {
    func table(_ name: String, _ years: [String], _ amounts: (StrategyDocument.Costs) -> [StrategyDocument.Amount])
      -> Table
    {
      func row(_ name: String, _ costs: StrategyDocument.Costs) -> Row {
        Row(name, amounts(costs), total: costs.total)
      }
      return Table(
        name: name, columns: years.withTotal, rows: document.activities.map { row($0.name, $0.costs) },
        total: row("All activities", document.total))
    }
    return [
      table("By school year", document.academicYears) { $0.byAcademicYear },
      table("By financial year", document.financialYears) { $0.byFinancialYear },
    ]
  }

  /// What marks and words in it mean, where it has them.
  private static func explained(_ document: StrategyDocument) -> [String] {
    var notes: [String] = []
    if document.activities.contains(where: \.isWrittenIn) {
      notes.append(
        "“\(Activity.writtenIn)” marks an activity that no group or strategy on the school’s provision map stands for: the school wrote it in, with its costs."
      )
    }
    if document.total.total.isNotAllPriced || document.activities.contains(where: { $0.costs.total.isNotAllPriced }) {
      notes.append(
        "“Not priced” means that a rate is missing, or that nobody is said to lead a group: the sum lacks what that costs."
      )
    }
    return notes
  }

  static func day(_ iso: String) -> String { Day(iso: iso)?.words ?? iso }
}

extension StrategyPaper.Fact {
  init(_ label: String, _ text: String?) {
    self.init(label: label, paragraphs: (text ?? "").paragraphs)
  }

  var isSaid: Bool { !paragraphs.isEmpty }
}

extension StrategyPaper.Row {
  /// The sum is a column of its own where there are several years.
  init(_ name: String, _ amounts: [StrategyDocument.Amount], total: StrategyDocument.Amount) {
    self.init(name: name, figures: (amounts.count > 1 ? amounts + [total] : amounts).map(\.words))
  }
}

extension StrategyPaper.Table {
  /// Nil where nobody is on the roll.
  init?(_ cohort: StrategyDocument.Cohort) {
    if cohort.onRoll.number == 0 { return nil }
    let all = [
      ("On the roll", cohort.onRoll), ("With SEN support", cohort.senSupport),
      ("With an education, health and care plan", cohort.plans),
    ]
    let needs = cohort.needs.map { ("Primary need: \($0.name)", $0.pupils) }
    self.init(
      name: "Pupils", columns: ["Number"],
      rows: (all + needs).map { StrategyPaper.Row(name: $0.0, figures: [$0.1.words]) }, total: nil)
  }
}

extension StrategyPaper.Funding {
  init(_ document: StrategyDocument) {
    years = document.financialYears
    sources = document.funding.map { source in
      Source(
        name: source.name, available: source.available.map { $0.map { Pence($0).words } ?? "not said" },
        planned: source.planned?.map(\.words) ?? document.financialYears.map { _ in "not shown" })
    }
  }
}

extension StrategyPaper.Activity {
  static let writtenIn = "Not on the school’s map"

  init(_ activity: StrategyDocument.Activity, in document: StrategyDocument) {
    name = activity.name
    layer = activity.layer
    depth = Layer.all.firstIndex { $0.name == activity.layer }.map { $0 + 1 } ?? 0
    mark = activity.isWrittenIn ? Self.writtenIn : nil
    facts = [
      StrategyPaper.Fact("What happens", activity.description),
      StrategyPaper.Fact("Barrier that it lowers", activity.barrier),
      StrategyPaper.Fact("Principle", activity.principle),
      StrategyPaper.Fact("Intended impact", activity.impact),
      StrategyPaper.Fact("Measure", activity.measure),
      StrategyPaper.Fact("Baseline", activity.baseline),
      StrategyPaper.Fact("Target", activity.target),
      StrategyPaper.Fact("Who answers for it", activity.owner),
      StrategyPaper.Fact("Evidence", activity.evidence),
      StrategyPaper.Fact("Money from", activity.funding),
      StrategyPaper.Fact("Last review", activity.reviewNote),
    ].filter(\.isSaid)
    if activity.costs.total.pence == nil {
      costs = nil
      costsNote = "What it costs is not shown."
    } else {
      costs = StrategyPaper.Table(
        name: "What it costs", columns: document.academicYears.withTotal,
        rows: activity.working.map { StrategyPaper.Row($0.what, $0.byAcademicYear, total: $0.total) },
        total: StrategyPaper.Row("Together", activity.costs.byAcademicYear, total: activity.costs.total))
      let years = zip(document.financialYears, activity.costs.byFinancialYear).map { "\($1.words) in \($0)" }
      costsNote = "By financial year: \(years.joined(separator: "; "))."
    }
  }
}

extension StrategyPaper.Review {
  init(_ review: StrategyDocument.Review) {
    year = review.academicYear
    day = StrategyPaper.day(review.day)
    changed = review.changed.paragraphs
    activities = review.activities.map { one in
      StrategyPaper.Reviewed(
        name: one.name, budgeted: one.budgeted.words, spent: one.spent.words, impact: one.impact.paragraphs,
        decision: one.decision.prefix(1).uppercased() + one.decision.dropFirst())
    }
  }
}

extension StrategyDocument.Cohort {
  fileprivate var counts: [StrategyDocument.Count] { [onRoll, senSupport, plans] + needs.map(\.pupils) }
}

extension String {
  /// Its lines that hold anything.
  fileprivate var paragraphs: [String] {
    split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
  }
}

extension [String] {
  /// Years as heads of columns, with one for their sum where there are several.
  fileprivate var withTotal: [String] { count > 1 ? self + ["All"] : self }
}
