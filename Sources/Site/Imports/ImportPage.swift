import Components
import Domain
import Exchange
import Markup
import Store

/// Where a file of one kind is chosen, or a table pasted.
struct ImportPage: Page {
  let address: Address
  let back: Address
  let token: String
  let kind: ImportKind
  let effective: String
  let until: String
  let pasted: String
  /// The pasted table's markup, when the form comes back.
  let markup: String
  let closesDemonstration: Bool
  let refusals: Refusals

  var title: String { kind.heading }
  var part: Part? { .imports }
  var hasErrors: Bool { !refusals.isEmpty }
  var trail: [Components.Link] { [Components.Link("Import", back)] }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, lede: kind.hint))\
    \(if: closesDemonstration, WarningText(ImportWords.closing).html)\
    \(Components.Form(to: address, token: token, isMultipart: true, body: fields))\
    \(Details("What the file should look like", body: kind.shape))
    """
  }

  /// The days stand before the file: of a form that is too large only what comes before the file is read, and kept. They
  /// are folded away, so that the file comes first to the eye.
  private var fields: HTML {
    """
    \(HiddenField("kind", kind.rawValue))\(if: kind.days != nil, days)\(if: kind == .map, paste)\
    \(FileInput(Field("file", kind == .map ? "Or choose the file" : "File", hint: kind.fileHint, error: refusals["file"]), accepts: kind.accepts))\
    \(if: kind != .map, Details("Paste a table instead", isOpen: !pasted.isEmpty || refusals["pasted"] != nil, body: paste).html)\
    \(ButtonRow([Button("Show what would be done").html, "<span class=\"soft\">Nothing is written yet.</span>"]))
    """
  }

  private var paste: HTML {
    PasteBox(
      Field(
        "pasted", kind == .map ? "Paste your map" : "Paste the table",
        hint: "Select the whole table in Word or Excel, copy it, and paste it here.", error: refusals["pasted"]),
      value: pasted, markup: markup
    ).html
  }

  private var days: HTML {
    Details(
      kind.daysSummary, isOpen: !effective.isEmpty || !until.isEmpty,
      body: ImportDaysFields(kind, effective: effective, until: until, refusals).html
    ).html
  }

  static var examples: [ImportPage] {
    func example(_ kind: ImportKind, _ refusals: Refusals = .none, effective: String = "", pasted: String = "")
      -> ImportPage
    {
      ImportPage(
        address: "/schools/900001/imports", back: "/schools/900001/imports", token: "token", kind: kind,
        effective: effective, until: "", pasted: pasted, markup: "", closesDemonstration: kind == .pupils,
        refusals: refusals)
    }
    return ImportKind.inOrder.map { example($0) } + [
      example(
        .map,
        Refusals([
          .invalid("Nothing was pasted.", field: "pasted"),
          .invalid("Write a day as 21 November 2026 or 21/11/2026.", field: "effective"),
        ]), effective: "someday", pasted: "Provision\tYear 1"),
      example(.staff, Refusals([.invalid("Choose a file, or paste the table.", field: "file")])),
    ]
  }
}

extension ImportPage {
  init(_ kind: ImportKind, _ visit: Visit, _ refusals: Refusals = .none) async throws {
    self.init(
      address: Way.imports(visit.here), back: Way.imports(visit.here), token: visit.formToken, kind: kind,
      effective: visit.form.typed("effective"), until: visit.form.typed("until"),
      pasted: visit.form.typed("pasted"), markup: visit.form.typed("pasted-table"),
      closesDemonstration: try await visit.wouldCloseDemonstration(), refusals: refusals)
  }
}

/// From which day, and until when.
struct ImportDaysFields: Component {
  let kind: ImportKind
  let effective: String
  let until: String
  let refusals: Refusals

  init(_ kind: ImportKind, effective: String, until: String, _ refusals: Refusals) {
    self.kind = kind
    self.effective = effective
    self.until = until
    self.refusals = refusals
  }

  var html: HTML {
    guard let words = kind.days else { return .empty }
    return """
      <div class="side-by-side">\
      \(DateInput(Field("effective", words.label, hint: words.hint, error: refusals["effective"], isOptional: true), value: effective))\
      \(if: kind == .map, DateInput(Field("until", "Last day of the groups", hint: "Leave empty if they carry on.", error: refusals["until"], isOptional: true), value: until).html)\
      </div>
      """
  }
}
