import Components
import Domain
import Markup

/// The school map on the screen, in words.
struct SchoolMapPage: Page {
  let title = "School map"
  let lede: String
  let tiles: [Tiles.Tile]
  let filter: MapFilter
  let table: MapTable?
  /// What one has to know to read the figures: reference rates, what is not priced, years without terms.
  let notes: [Note]
  /// Under the title: other ways to have this map.
  let exports: [Components.Link]
  let empty: EmptyState?
  let printNote: String?

  var part: Part? { .map }
  var isWide: Bool { true }

  struct Note: Sendable {
    let sentence: String
    let items: [String]
    let link: Components.Link?
  }
}

/// The choices over a map.
struct MapFilter: Sendable {
  let address: Address
  let days: String
  let dayGroups: [Select.Group]
  let from: String
  let until: String
  let asAt: String
  let across: String
  let names: String
  let offersNames: Bool
  let more: [More]
  /// Filters that the bar does not offer but the address has: a pupil.
  let kept: [HiddenField]
  let keptWords: String?
  let clear: Address?
  let error: Refusal?

  struct More: Sendable {
    let name: String
    let label: String
    let choices: [Choice]
    let selected: String?
  }
}
