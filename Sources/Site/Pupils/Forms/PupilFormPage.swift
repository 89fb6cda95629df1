import Components
import Domain
import Markup

/// A form about a pupil: for adding, changing, correcting, leaving. After a refusal it says why, and everything typed is
/// still there; after somebody else was quicker it shows both values.
struct PupilFormPage: Page {
  /// A value that somebody else wrote while this form was open.
  struct Compared: Sendable, Hashable {
    let label: String
    let now: String
    let typed: String
  }

  let title: String
  var kicker: String?
  var lede: String?
  let trail: [Components.Link]
  /// Where the form goes.
  let address: Address
  let token: String
  /// The version that the form shows; nil where nothing is there yet.
  var version: Int?
  let fields: HTML
  let button: String
  let cancel: Address
  var refusals = Refusals()
  var conflict: [Compared] = []
  /// What stands under the form, such as a way to say that it was never true.
  var under: HTML = .empty

  var part: Part? { .pupils }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\
    \(PageHeader(title, kicker: kicker, lede: lede))\
    \(if: !conflict.isEmpty, comparison)\
    \(Form(to: address, token: token, asksBeforeLeaving: true, body: "\(hiddenVersion)\(fields)\(buttons)"))\
    \(under)
    """
  }

  private var hiddenVersion: HTML { version.map { HiddenField("version", String($0)).html } ?? .empty }

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

extension PupilFormPage {
  static var examples: [PupilFormPage] {
    let record = PupilExamples.record
    let wrong = Refusals([
      .invalid("Enter the day from which it holds, such as 2 September 2026.", field: "from"),
      .invalid("“Moderate learning difficulty” stands in the list twice.", field: "needs"),
    ])
    var twice = NeedsForm(record, first: nil)
    twice.types = ["MLD", "MLD", "", "", ""]
    twice.from = "soon"
    return [
      PupilActs.page(StatusForm(record, first: nil), record, first: nil, token: "example"),
      PupilActs.page(StatusForm(record, first: Day(2025, 9, 15)!), record, first: Day(2025, 9, 15)!, token: "example"),
      PupilActs.page(twice, record, first: nil, token: "example", refusals: wrong),
      PupilActs.page(
        ClassForm(record, first: nil), record, first: nil, token: "example",
        conflict: [Compared(label: "Class", now: "3B since 2 November 2026", typed: "3C from 21 November 2026")]),
      PupilActs.page(YearForm(record, first: nil), record, first: nil, token: "example"),
      PupilActs.page(FlagsForm(record, first: nil), record, first: nil, token: "example"),
      PupilActs.page(LeavingForm(record, first: nil), record, first: nil, token: "example"),
      PupilActs.page(
        ReturnForm(PupilExamples.leftRecord, first: nil), PupilExamples.leftRecord, first: nil, token: "x"),
      PupilActs.page(DetailsForm(record, first: nil), record, first: nil, token: "example"),
      AddingPupil.page(AddPupilForm(today: record.today), record.school, seesNeeds: true, token: "example"),
      ContactActs.page(ContactForm(PupilExamples.contacts[0]), of: record, PupilExamples.contacts[0], token: "example"),
    ]
  }
}
