import Components
import Domain
import Exchange
import Markup
import Store

/// What a file would do, row by row, with what is asked and offered, and the act that does it.
struct ImportPreviewPage: Page {
  /// A word of the user's table, with what it is taken for.
  struct Match: Sendable {
    let field: Field
    let choices: [Choice]
    let taken: String
  }

  /// What a provision of the user's table is called, and the line that stands for it there.
  struct Name: Sendable {
    let field: Field
    let name: String
  }

  /// Something that is taken as it is, and that somebody should look at.
  struct Note: Sendable {
    let row: Int?
    let column: String
    let sentence: String
  }

  /// What the commit asks for.
  struct Asking: Sendable {
    /// Words of the button; nil where there is nothing to import.
    var button: String?
    /// How many rows would be left out; 0: none is refused.
    var refused = 0
    var skipsRefused = false
    /// Whether anything is asked, offered or matched, so that it can be shown again with the answers.
    var canBeShownAgain = false
    /// How many offers are not taken yet.
    var offers = 0
    /// How many are missing from the file and may have left; 0: none, or not pupils.
    var missing = 0
    /// Whether all of them can be ticked at once: not where the file is only a part of the school.
    var mayAllHaveLeft = false
    var allLeft = false
    var leftOn = ""
  }

  let address: Address
  let token: String
  let back: Address
  let lede: String
  let columns: ImportColumns
  /// About the whole file.
  let warnings: [String]
  let notes: [Note]
  let matches: [Match]
  let names: [Name]
  /// Whether the names of some differ from their lines, so that they are worth a look.
  let namesWereRead: Bool
  let table: Components.ImportPreview
  let asking: Asking
  /// Where there is nothing to do: why.
  let nothing: String?
  let closesDemonstration: Bool
  let refusals: Refusals

  let title = "What would be done"
  var part: Part? { .imports }
  var isWide: Bool { true }
  var hasErrors: Bool { !refusals.isEmpty }
  var trail: [Components.Link] { [Components.Link("Import", back)] }

  static var examples: [ImportPreviewPage] { [.pupils, .map, .nothingToDo] }
}
