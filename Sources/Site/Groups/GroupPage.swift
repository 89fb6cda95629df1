import Components
import Domain
import Markup
import Store

/// One group: what, when, who leads it, who is in it, what was bought for it, what it costs, and what was changed.
struct GroupPage: Page {
  struct Lead: Sendable {
    let name: String
    let role: String
    let share: String
    let dates: String
    let isOver: Bool
    /// Where it is changed and where it is put right; nil for who may not.
    let change: Address?
  }

  struct Place: Sendable {
    let name: String
    let pupil: Address
    let year: String
    let dates: String
    let stream: String
    let isOver: Bool
    let change: Address?
  }

  struct Item: Sendable {
    let name: String
    let cost: String
    let day: String
    let change: Address?
  }

  /// Taking the whole of it back.
  struct Mistake: Sendable {
    /// `2 places of pupils, 1 adult’s time`; nil where nothing hangs on it.
    let contents: String?
    let address: Address
    let correct: Address
    let version: Int
  }

  let title: String
  let heading: String
  let lede: String
  let trail: [Components.Link]
  let actions: [HTML]
  let tags: [HTML]
  let rows: [SummaryList.Row]
  let clashes: ClashList
  /// After an act: what of its dates and times is probably a slip.
  let doubts: [String]
  /// It has sessions of its own.
  let meets: Bool
  let leads: [Lead]
  let addLead: Components.Link?
  let places: [Place]
  /// `And 2 pupils whom you do not teach.`
  let otherPlaces: String?
  let addPupils: Components.Link?
  let items: [Item]
  let addItem: Components.Link?
  let cost: CostSummary?
  /// Ways to end it, extend it, copy it.
  let further: [Components.Link]
  /// What would go with it if it was a mistake; nil for who may not remove it.
  let mistake: Mistake?
  let history: [Components.Timeline.Item]
  let isMasked: Bool
  let token: String
  let printNote: String?

  var part: Part? { .groups }
  var isWide: Bool { true }
}

/// What a group costs over its own days: planned, and to date; each figure leads to its working.
struct CostSummary: Sendable {
  let days: String
  let projected: String
  let toDate: String
  let working: Address
  /// What has no rate, or what has no end; nil where there is nothing to add.
  let note: String?

  var html: HTML {
    """
    <section aria-labelledby="cost"><h2 id="cost">Cost</h2>\
    \(Tiles([
      Tiles.Tile(projected, "over \(days)", to: working), Tiles.Tile(toDate, "of it to date"),
    ]))\
    \(if: note, { "<p class=\"soft\">\($0)</p>" })</section>
    """
  }
}
