import Components
import Domain
import Markup
import Store

/// What the pages of a strategy have in common.
enum StrategyWords {
  static func trail(_ school: School) -> [Components.Link] {
    [Link(school.name, Way.school(school)), Link("Strategy", Way.strategies(school))]
  }

  static func trail(_ strategy: Strategy, _ school: School) -> [Components.Link] {
    trail(school) + [Link(strategy.details.title, Way.strategy(strategy.id, school))]
  }

  /// Text as people wrote it: a paragraph for each line.
  static func paragraphs(_ text: String) -> HTML {
    "\(each: text.split(whereSeparator: \.isNewline).map(String.init), { "<p>\($0)</p>" })"
  }

  /// What is missing or to be looked at, each with the way to where it is put right.
  static func list(_ findings: [StrategyPage.Finding]) -> HTML {
    """
    <ul class="findings">\(each: findings, { finding in
      "<li>\(if: finding.address, { Link(finding.sentence, $0).html })\(if: finding.address == nil, "\(finding.sentence)")</li>"
    })</ul>
    """
  }

  /// A source of an activity as a form sends it: `type:…`, `group:…`.
  static func value(of source: Activity.Source) -> String {
    switch source {
    case .type(let id): "type:\(id.text)"
    case .group(let id): "group:\(id.text)"
    }
  }

  static func source(_ value: String) -> Activity.Source? {
    let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "type": return ID<ProvisionType>(parts[1]).map { .type($0) }
    case "group": return ID<Group>(parts[1]).map { .group($0) }
    default: return nil
    }
  }

  /// `2027-28: the strategy covers 1 April to 31 August 2027 of it.`; nil where all years are whole.
  static func partYears(_ period: Period) -> String? {
    let parts = period.financialYears.compactMap { year -> String? in
      guard let days = year.period.intersection(period), days != year.period else { return nil }
      return "of \(year.words) it covers \(days.words)"
    }
    return parts.isEmpty ? nil : "The strategy covers financial years in part: " + parts.joined(separator: "; ") + "."
  }

  /// The columns of a budget: school years, financial years, all of it.
  static func columns(_ first: String, _ document: StrategyDocument, also: [DataTable.Column] = []) -> [DataTable
    .Column]
  {
    [DataTable.Column(first)] + also + document.academicYears.map { DataTable.Column("School year \($0)", .number) }
      + document.financialYears.map { DataTable.Column("Financial year \($0)", .number) }
      + [DataTable.Column("In all", .number)]
  }

  static func cells(_ costs: StrategyDocument.Costs) -> [DataTable.Cell] {
    cells(costs.byAcademicYear, costs.byFinancialYear, costs.total)
  }

  static func cells(
    _ years: [StrategyDocument.Amount], _ financial: [StrategyDocument.Amount], _ total: StrategyDocument.Amount
  ) -> [DataTable.Cell] {
    (years + financial + [total]).map { .text($0.words) }
  }
}
