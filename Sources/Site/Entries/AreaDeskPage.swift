import Components
import Domain
import Markup

/// Where a member of an area begins: what is asked of me, what we have said, what waits. For who sees all entries also how
/// the round stands.
struct AreaDeskPage: Page {
  let heading: String
  /// `Round 2: Autumn 2026 · entries are taken until 31 March 2027`.
  let round: String
  let token: String
  /// What stands between me and contributing; nil where nothing does.
  let notice: Notice?
  let own: OwnDesk?
  let all: WholeDesk?
  var refusals = Refusals.none

  struct Notice: Sendable {
    let title: String
    let sentence: String
    var way: Components.Link?
  }

  var title: String { "Overview" }
  var areaPart: AreaPart? { .desk }
  var isWide: Bool { true }
  var hasErrors: Bool { !refusals.isEmpty }

  static var examples: [AreaDeskPage] { EntryExamples.desks }
}

/// A contributor's part of the desk.
struct OwnDesk: Sendable {
  struct Question: Sendable {
    let about: String
    let question: String
    let asked: String
    let address: Address
  }
  struct Move: Sendable {
    let name: String
    let sentence: String
    let before: String
    let after: String
    let entry: Address
    let seen: Address
  }
  struct Draft: Sendable {
    let id: String
    let name: String
    let kind: String
    let lacks: String?
    let address: Address
  }

  /// The cell that was chosen in the grid.
  struct Chosen: Sendable {
    let key: String
    let specialism: String
    let chip: Chip
    let help: EntryFormPage.Help?
    let entries: [(name: String, kind: StatusTag, address: Address)]
    let provision: Address
    let gap: Address
    let saysNothing: String?
    /// Whether “nothing here” can be said: nowhere where they have provision.
    let mayBeNothing: Bool
    let nothing: Address
    let something: Address
    let isOpen: Bool
  }

  let organisation: String
  let tiles: [Tiles.Tile]
  let canAdd: Bool
  let provision: Address
  let gap: Address
  let entries: Address
  let questions: [Question]
  let moves: [Move]
  let drafts: [Draft]
  let sendDrafts: Address
  let earlier: (words: String, address: Address)?
  let importing: Address
  let tabs: [Components.Link]
  let grid: CellGrid
  let chosen: Chosen?
}

/// What coordinators and commissioners see of the round.
struct WholeDesk: Sendable {
  struct Sector: Sendable {
    let name: String
    let entries: Address
    let organisations: Int
    let joined: Int
    let answered: Int
    let expected: Int
    let silent: Int
  }

  let tiles: [Tiles.Tile]
  let sectors: [Sector]
  let totals: Sector
  let questions: [OwnDesk.Question]
  let importing: Address?
  /// For whoever does not contribute yet; nil where they do, or only read.
  var join: Address?
  let entries: Address
  let people: Address
}
