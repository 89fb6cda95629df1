import Components
import Domain
import Markup

/// A form on a page of its own, for adding, changing, correcting, ending. After a refusal it says why, and everything typed
/// is still there; after somebody else was quicker it shows both values.
struct FormPage: Page {
  let title: String
  var kicker: String?
  var lede: String?
  let trail: [Components.Link]
  let part: Part?
  var areaPart: AreaPart?
  /// Where the form goes.
  let address: Address
  let token: String
  /// The version that the form shows; nil where nothing is there yet, or what stands there is carried along in words.
  var version: Int?
  var hidden: [HiddenField] = []
  /// The id that something new is to have; nil where nothing new is made.
  var newID: String?
  let fields: HTML
  let button: String
  let cancel: Address
  var refusals = Refusals.none
  /// Not empty only where somebody else was quicker.
  var compared: [Compared] = []
  /// What stands under the form, such as a way to say that it was never true.
  var under: HTML = .empty

  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, kicker: kicker, lede: lede))\(Compared.table(compared))\
    \(Form(
      to: address, token: token, asksBeforeLeaving: true,
      body: "\(hiddenVersion)\(hiddenID)\(each: hidden, \.html)\(fields)\(buttons)"))\
    \(under)
    """
  }

  private var hiddenVersion: HTML { version.map { HiddenField("version", String($0)).html } ?? .empty }

  private var hiddenID: HTML { newID.map { HiddenField("id", $0).html } ?? .empty }

  private var buttons: HTML {
    ButtonRow([
      Button(compared.isEmpty ? button : "Save mine all the same").html,
      LinkButton(compared.isEmpty ? "Cancel" : "Keep what stands there now", cancel, style: .quiet).html,
    ]).html
  }
}

extension FormPage {
  static var examples: [FormPage] {
    PupilExamples.forms + GroupExamples.forms + CatalogueExamples.forms + SchoolExamples.forms + StaffExamples.forms
      + PeopleExamples.forms + ProjectExamples.forms + StrategyExamples.forms
  }
}

/// A value that somebody else wrote while a form was open.
struct Compared: Sendable, Hashable {
  let label: String
  let now: String
  let typed: String

  init(_ label: String, now: String, typed: String) {
    self.label = label
    self.now = now
    self.typed = typed
  }

  /// Only what differs; all of it where nothing does, since somebody wrote the same.
  static func different(_ all: [Compared]) -> [Compared] {
    let different = all.filter { $0.now != $0.typed }
    return different.isEmpty ? all : different
  }

  /// Both values side by side, for the top of the form.
  static func table(_ compared: [Compared]) -> HTML {
    if compared.isEmpty { return .empty }
    return DataTable(
      "What stands there now, and what you typed",
      columns: [.init("What"), .init("Now"), .init("You typed")],
      rows: compared.map { [.text($0.label), .text($0.now), .text($0.typed)] }
    ).html
  }
}
