import Components
import Domain
import Markup

/// The school map on the screen, in words.
struct SchoolMapPage: Page {
  let title = "School map"
  let lede: String
  let tiles: [Tiles.Tile]
  let filter: MapFilter
  /// All years, and each year alone.
  let years: [Components.Link]
  let table: MapTable?
  /// What one has to know to read the figures: reference rates, what is not priced, years without terms.
  let notes: [Note]
  /// What the map's hues and words mean.
  let legend: MapLegend
  /// Under the title: other ways to have this map.
  let exports: [Components.Link]
  let empty: EmptyState?
  let printNote: String?

  var part: Part? { .map }
  var isWide: Bool { true }
  var hasErrors: Bool { filter.error != nil }

  struct Note: Sendable {
    let sentence: String
    let items: [HTML]
    let link: Components.Link?
  }
}

/// The choices over a map.
struct MapFilter: Sendable {
  let address: Address
  let days: String
  let dayGroups: [Select.Group]
  /// Days as they are shown in their fields, or as they were typed.
  let from: String
  let until: String
  let on: String
  let asAt: String
  let across: String
  let names: String
  /// False for readers of counts, who are offered school years and terms alone, as a whole.
  let offersNames: Bool
  let picks: [Pick]
  /// Where pupils are chosen by name; nil where names are not for the viewer.
  let pupils: Address?
  /// What the form sends along without showing it: chosen pupils, the year that stands alone.
  let kept: [HiddenField]
  let chosen: [FilterChips.Chosen]
  let clear: Address?
  let error: Refusal?

  /// Several of these may be ticked.
  struct Pick: Sendable {
    let name: String
    let label: String
    let choices: [Choice]
    let selected: Set<String>
  }
}
