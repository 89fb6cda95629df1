import Components
import Domain
import Markup

/// A form about the school, its calendar, its staff or what they cost. After a refusal it says why, and everything typed is
/// still there; after somebody else was quicker it shows both values.
struct RecordFormPage: Page {
  /// A value that somebody else wrote while this form was open.
  struct Compared: Sendable, Hashable {
    let label: String
    let now: String
    let typed: String

    init(_ label: String, now: String, typed: String) {
      self.label = label
      self.now = now
      self.typed = typed
    }
  }

  let title: String
  var kicker: String?
  var lede: String?
  let trail: [Components.Link]
  let part: Part?
  /// Where the form goes.
  let address: Address
  let token: String
  var hidden: [HiddenField] = []
  let fields: HTML
  let button: String
  let cancel: Address
  var refusals = Refusals()
  var conflict: [Compared] = []
  /// What stands under the form, such as a way to take out what it is about.
  var under: HTML = .empty

  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\
    \(PageHeader(title, kicker: kicker, lede: lede))\
    \(if: !conflict.isEmpty, comparison)\
    \(Form(to: address, token: token, asksBeforeLeaving: true, body: "\(each: hidden, \.html)\(fields)\(buttons)"))\
    \(under)
    """
  }

  private var buttons: HTML {
    ButtonRow([
      Button(conflict.isEmpty ? button : "Save mine all the same").html,
      LinkButton(conflict.isEmpty ? "Cancel" : "Keep what stands there now", cancel, style: .quiet).html,
    ]).html
  }

  private var comparison: HTML {
    DataTable(
      "What stands there now, and what you typed",
      columns: [.init("What"), .init("Now"), .init("You typed")],
      rows: conflict.map { [.text($0.label), .text($0.now), .text($0.typed)] }
    ).html
  }
}

extension RecordFormPage {
  static var examples: [RecordFormPage] {
    SchoolExamples.forms + StaffExamples.forms
  }
}

extension Refusals {
  /// What `read` answers; nil where it refuses, and the refusal is kept for its field.
  mutating func taking<Value>(_ read: () throws(Refusal) -> Value) -> Value? {
    do {
      return try read()
    } catch {
      all.append(error)
      return nil
    }
  }

  /// Whether somebody else was quicker.
  var isConflict: Bool { all.contains { $0.kind == .conflict } }
}
