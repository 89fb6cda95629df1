import Components
import Domain
import Markup
import Store

/// A school's inclusion strategy: for those who write it a desk, for all others what it says.
struct StrategyPage: Page {
  let heading: String
  let lede: String
  /// Draft, reviewed by governors, published: what has been done and what comes next.
  let standing: [Standing]
  /// What would differ from what was published; empty where nothing would, or nothing was.
  let differences: [String]
  /// Where anybody reads what was published; nil before that.
  let published: Components.Link?
  /// Nil for those who do not write it.
  let desk: Desk?
  let reading: StrategyReading
  let talk: Talk
  let files: [Components.Link]
  let others: [Components.Link]
  let begin: Address?

  struct Standing: Sendable {
    let words: String
    let isDone: Bool
  }

  /// What those who write it work with.
  struct Desk: Sendable {
    let tiles: [Tiles.Tile]
    let missing: [Finding]
    let notes: [Finding]
    let activities: DataTable
    let hasActivities: Bool
    let funding: DataTable
    let choices: Address
    let newActivity: Address
    /// Nil where no activity’s groups end early.
    let carryAllOn: Address?
    /// Which financial years the strategy covers in part.
    let partYears: String?
    let fundingAddress: Address
    let details: Address
    let principles: Address
    let principleCount: Int
    let publication: Address
    let reviews: [Components.Link]
    /// Versions that anybody can read, each with where it is taken off the public page.
    let versions: [(name: String, withdrawal: Address)]
    /// Nil where it can no longer be taken back.
    let removal: (address: Address, version: Int)?
  }

  struct Finding: Sendable {
    let sentence: String
    let address: Address?
  }

  /// What governors said, and where more is said.
  struct Talk: Sendable {
    let remarks: [Remark]
    /// Nil for those who may not.
    let comment: Address?
    let approve: Address?
    let version: Int
    let newID: String
    /// Another one for the approval: a comment that was sent before is no approval.
    let approvalID: String
    let token: String
    var words = ""
    var behalf = "The governing body"
    var day = ""
    var note = ""
    var refusals = Refusals.none
  }

  struct Remark: Sendable {
    let words: String
    let heading: String
    let isApproval: Bool
  }

  var title: String { heading }
  var part: Part? { .strategy }
  var isWide: Bool { true }
  var hasErrors: Bool { !talk.refusals.isEmpty }
}
