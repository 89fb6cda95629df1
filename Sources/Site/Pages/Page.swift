import Components
import Markup

/// A page: a struct of finished words, and a view that draws it. Everything on it is a stored property, so that it can be
/// drawn in tests and in `/development` with no database.
protocol Page: Sendable {
  /// The first words of the browser's tab.
  var title: String { get }
  /// The way back: pages above this one, from the top.
  var trail: [Components.Link] { get }
  /// Which part of the school's navigation it stands in.
  var part: Part? { get }
  /// Which part of the area's navigation it stands in.
  var areaPart: AreaPart? { get }
  /// The main part, with its `h1` (`PageHeader`).
  var body: HTML { get }
  /// Tables want the whole window; prose and forms are read best narrow.
  var isWide: Bool { get }
  /// How wide it grows; getting in is one card.
  var width: PageShell.Width { get }
  /// True where the form on the page was refused.
  var hasErrors: Bool { get }
  /// What a print adds at its end: date, filter.
  var printNote: String? { get }
  /// After how many seconds it asks for itself again without JavaScript, while something is under way.
  var refreshes: Int? { get }
  /// How it looks with ordinary words in it, then odd cases.
  static var examples: [Self] { get }
}

extension Page {
  var trail: [Components.Link] { [] }
  var part: Part? { nil }
  var areaPart: AreaPart? { nil }
  var isWide: Bool { false }
  var width: PageShell.Width { isWide ? .wide : .narrow }
  var hasErrors: Bool { false }
  var printNote: String? { nil }
  var refreshes: Int? { nil }
}

/// The parts of a school's navigation, in order.
enum Part: String, CaseIterable, Sendable {
  case today, pupils, groups, map, strategy, catalogue, staff, imports, school

  var name: String {
    switch self {
    case .today: "Today"
    case .pupils: "Pupils"
    case .groups: "Groups"
    case .map: "Map"
    case .strategy: "Strategy"
    case .catalogue: "Catalogue"
    case .staff: "Staff"
    case .imports: "Import"
    case .school: "School"
    }
  }
}

/// The parts of an area's navigation, in order.
enum AreaPart: String, CaseIterable, Sendable {
  case desk, entries, map, gaps, people, survey, project

  var name: String {
    switch self {
    case .desk: "Overview"
    case .entries: "Entries"
    case .map: "Map"
    case .gaps: "Gaps"
    case .people: "Who takes part"
    case .survey: "Survey"
    case .project: "Project"
    }
  }
}
