import Components
import Domain
import Markup

/// How much of an adult's time a group takes: chosen, or typed where none of the choices fits.
struct ShareFields: Sendable, Hashable {
  var chosen = "all"
  var typed = ""
  /// Behind the fields' names, where a form has several adults: `-2`.
  var suffix = ""

  init(suffix: String = "") { self.suffix = suffix }

  init(_ share: TimeShare) {
    if GroupWords.shares.contains(where: { $0.value == share.words }) {
      chosen = share.words
    } else {
      typed = share.words
    }
  }

  init(_ sent: SentForm, suffix: String = "") {
    chosen = sent["share\(suffix)"] ?? "all"
    typed = sent.typed("share-typed\(suffix)")
    self.suffix = suffix
  }

  /// What was typed counts before what was chosen.
  func share(_ refusals: inout Refusals) -> TimeShare? {
    let typed = typed.trimmingSpaces
    do { return try TimeShare(typed: typed.isEmpty ? chosen : typed) } catch {
      refusals.add(error.sentence, field: typed.isEmpty ? "share\(suffix)" : "share-typed\(suffix)")
    }
    return nil
  }

  func html(_ refusals: Refusals) -> HTML {
    """
    \(Select(
      Field("share\(suffix)", "Share of their time", error: refusals["share\(suffix)"]),
      GroupWords.shares.map { Choice($0.value, $0.label) }, selected: chosen))\
    \(TextInput(
      Field(
        "share-typed\(suffix)", "or another share", hint: "Such as 2/5 or 40 %", error: refusals["share-typed\(suffix)"],
        isOptional: true), value: typed, width: .code))
    """
  }
}
