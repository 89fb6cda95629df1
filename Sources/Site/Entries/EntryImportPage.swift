import Components
import Domain
import Exchange
import Hummingbird
import Markup
import SQL
import Store

/// Where a file of entries is chosen, or a table pasted.
struct EntryImportPage: Page {
  let address: Address
  let back: Address
  let token: String
  let newID: String
  let isOfAll: Bool
  /// Why nothing can be brought in now; nil where it can.
  let closed: String?
  let closesDemonstration: Bool
  let pasted: String
  let markup: String
  var refusals = Refusals.none

  var title: String { "Bring in a list of entries" }
  var areaPart: AreaPart? { .entries }
  var trail: [Components.Link] { [Link("Entries", back)] }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: isOfAll ? "One row for each provision or gap, of any organisation." : "One row for each provision or gap of your own organisation."))\
    \(if: closesDemonstration, WarningText(ImportWords.closing).html)\(if: closed, { InsetText("<p>\($0)</p>").html })\
    \(Components.Form(to: address, token: token, isMultipart: true, body: """
      \(HiddenField("id", newID))\(FileInput(Field("file", "File", hint: "CSV or Excel (.xlsx), up to 20 MB.", error: refusals["file"]), accepts: ".csv,.txt,.tsv,.xlsx"))\
      \(Details("Paste a table instead", isOpen: !pasted.isEmpty || refusals["pasted"] != nil, body: paste))\
      \(ButtonRow([Button("Show what would be done").html, "<span class=\"soft\">Nothing is written yet.</span>"]))
      """))\
    \(Details("What the file should look like", body: shape))
    """
  }

  private var paste: HTML {
    PasteBox(
      Field(
        "pasted", "Paste the table", hint: "Select the whole table in Word or Excel, copy it, and paste it here.",
        error: refusals["pasted"], isOptional: true), value: pasted, markup: markup
    ).html
  }

  private var shape: HTML {
    """
    <p>Headings in the first row, in any order. Needed are what happens and its cells; where the project asks about more \
    than one thing, also the specialism.</p><ul><li><strong>Cells</strong>: “Family support Universal” or “FS1”; several with \
    a semicolon between them.</li><li><strong>Provision or gap</strong>: blank is provision.</li><li><strong>Organisation</strong>: \
    as it is known here\(if: isOfAll, "; a new one needs its sector"). Blank is your own.</li><li>Who it is for, ages, \
    localities, where, how often, children reached, places, cost, who pays, evidence; of a gap what comes of it, children \
    affected, what would help.</li></ul>
    """
  }

  static func make(_ visit: Visit, _ refusals: Refusals = .none) async throws -> EntryImportPage {
    let (area, viewer) = (try visit.thisArea(), visit.areaViewer)
    guard viewer.may(.do, .entries) || viewer.may(.do, .tidying) else { throw Refusal.refused() }
    let ofAll = viewer.mayAll(.do, .tidying)
    let closes = try await visit.wouldCloseDemonstration()
    let closed = try await visit.read { connection -> String? in
      guard let round = try Rounds(viewer, connection).current(on: visit.today) else { return "There is no round yet." }
      return round.takesEntries(on: visit.today) ? nil : "\(round.title) takes no entries today."
    }
    return EntryImportPage(
      address: Way.importEntries(area), back: Way.entries(area), token: visit.formToken,
      newID: ID<KeptImport>.new(at: visit.now).text, isOfAll: ofAll, closed: closed, closesDemonstration: closes,
      pasted: visit.form.typed("pasted"), markup: visit.form.typed("pasted-table"), refusals: refusals)
  }

  static var examples: [EntryImportPage] {
    [true, false].map {
      EntryImportPage(
        address: "/areas/northvale-speech/entries/import", back: "/areas/northvale-speech/entries", token: "token",
        newID: "1", isOfAll: $0, closed: nil, closesDemonstration: false, pasted: "", markup: "",
        refusals: $0 ? .none : Refusals([.invalid("Choose a file, or paste the table.", field: "file")]))
    }
  }
}
