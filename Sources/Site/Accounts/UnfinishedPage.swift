import Components
import Domain
import Hummingbird
import Markup
import Security
import Store

/// A form that was sent when its session was over, or its page too old: what was typed, and a button that sends it now.
struct UnfinishedPage: Page {
  let token: String
  let sentence: String
  /// Where it was being sent.
  let address: Address
  /// Names and values, all of them sent again.
  let fields: [[String]]
  let fileFields: [String]

  var title: String { "You were in the middle of something" }

  var body: HTML {
    """
    \(PageHeader(title))<p class="lede">\(sentence)</p>\(if: !shown.isEmpty, SummaryList(shown).html)\
    \(Form(to: address, token: token, isMultipart: !fileFields.isEmpty, body: form))\
    <p><a href="\(Way.home)">Leave it, and go to the first page</a></p>
    """
  }

  private var form: HTML {
    """
    \(each: fields, { HiddenField($0[0], $0[1]).html })\(each: fileFields, file)\(Button("Send it now"))
    """
  }

  private func file(_ name: String) -> HTML {
    FileInput(Field(name, "The file again", hint: "Files are not kept. Please choose it once more.")).html
  }

  /// What a person typed or chose: no ids, no versions.
  private var shown: [SummaryList.Row] {
    fields.compactMap { field in
      let (name, value) = (field[0], field[1])
      guard !value.isEmpty, name != "version", ID<Never>(value) == nil else { return nil }
      let words = name.split { $0 == "-" || $0 == "_" || $0 == "." }.joined(separator: " ")
      return SummaryList.Row(words.prefix(1).uppercased() + words.dropFirst(), value)
    }
  }

  static var examples: [UnfinishedPage] {
    [
      UnfinishedPage(
        token: "example", sentence: UnfinishedWords.ended, address: "/schools/900001/pupils/new",
        fields: [["surname", "Okafor"], ["forename", "Ada"], ["birth-day", "2 September 2017"], ["version", "3"]],
        fileFields: []),
      UnfinishedPage(
        token: "example", sentence: UnfinishedWords.stale, address: "/schools/900001/imports/pupils",
        fields: [["effective-day", "1 September 2026"]], fileFields: ["file"]),
    ]
  }
}

enum UnfinishedWords {
  static let ended = "Your session ended while you were typing. Nothing has been sent yet; here is what you typed."
  static let stale =
    "The page that you sent this from was too old, so nothing has been written yet. Here is what you typed."
}

enum UnfinishedRoutes {
  static func routes(_ routes: inout Routes) {
    routes.get("/unfinished/{token}", .signedIn, show)
  }

  private static func show(_ visit: Visit) async throws -> Response {
    let session = try visit.openSession
    guard let token = visit.parameter("token").flatMap({ Token(printed: $0) }) else { throw Refusal.notFound() }
    let found = try await visit.read { try UnfinishedForms.find(tokenHash: token.hash, for: session.account, $0) }
    guard let found, let address = Address(local: found.path) else {
      throw Refusal.notFound("What you typed is not kept any more, or was typed by somebody else.")
    }
    return visit.page(
      UnfinishedPage(
        token: visit.formToken, sentence: UnfinishedWords.ended, address: address, fields: found.fields,
        fileFields: found.fileFields))
  }
}
