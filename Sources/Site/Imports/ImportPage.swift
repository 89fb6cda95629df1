import Components
import Domain
import Markup

/// Where a file is chosen, or a table pasted.
struct ImportPage: Page {
  let address: Address
  let token: String
  let kinds: [Choice]
  let chosen: String?
  let effective: String
  let pasted: String
  let closesDemonstration: Bool
  let refusal: Refusal?

  let title = "Bring a file in"
  var part: Part? { .imports }
  var hasErrors: Bool { refusal != nil }

  var body: HTML {
    """
    \(if: refusal, { ErrorSummary([ErrorSummary.Item($0.sentence, field: $0.field)]).html })\
    \(PageHeader(title, lede: "You see what would be done before anything is written."))\
    \(if: closesDemonstration, WarningText("The first file that is brought in closes the demonstration’s one-click doors for good.").html)\
    \(Components.Form(to: address, token: token, isMultipart: true, body: fields))
    """
  }

  private var fields: HTML {
    """
    \(Radios(Field("kind", "What is it about?", error: error("kind")), kinds, selected: chosen))\
    \(FileInput(Field("file", "File", hint: "CSV, Excel, Word or a Common Transfer File, up to 20 MB.", error: error("file"), isOptional: true)))\
    \(PasteBox(Field("pasted", "Or paste the table", hint: "As you copied it from Word or Excel.", isOptional: true), value: pasted))\
    \(DateInput(Field("effective", "From which day does what is new in it hold?", hint: "Where the file does not say; today, if you leave it out.", error: error("effective"), isOptional: true), value: effective))\
    \(Button("Show what would be done"))
    """
  }

  private func error(_ field: String) -> String? { refusal?.field == field ? refusal?.sentence : nil }

  static var examples: [ImportPage] {
    let kinds = [
      Choice("pupils", "Pupils", hint: "A list from your school's system."), Choice("map", "A map from Word or Excel"),
    ]
    return [
      ImportPage(
        address: "/schools/100001/imports", token: "token", kinds: kinds, chosen: "pupils", effective: "", pasted: "",
        closesDemonstration: true, refusal: nil),
      ImportPage(
        address: "/schools/100001/imports", token: "token", kinds: kinds, chosen: "map", effective: "someday",
        pasted: "",
        closesDemonstration: false,
        refusal: .invalid("Write a day as 21 November 2026 or 21/11/2026.", field: "effective")),
    ]
  }
}
