import Components
import Domain
import Hummingbird
import Markup
import Security
import Store

extension Visit {
  /// Whether a form comes from a page that we drew for this browser's cookie.
  var isSentFromOwnPage: Bool {
    isFromHere && constantTimeEquals(form[Components.Form.tokenName] ?? "", formToken)
  }

  /// The answer to a form that does not carry the token of this session. A browser that says that the form comes from
  /// here had its page open while somebody signed in anew in another window: then what was typed is shown again, with a
  /// button that sends it. Anything else is refused.
  func answerToStaleForm() throws -> Response {
    let says = request.headers[.init("Sec-Fetch-Site")!]
    guard says == "same-origin", session != nil, let address = Address(local: request.uri.path) else {
      throw Refusal.refused(
        "This form had gone stale or came from another site. Please go back, reload the page and send it again.")
    }
    let fields = UnfinishedForm.withoutSecrets(form.fields.map { [$0.name, $0.value] })
    return page(
      UnfinishedPage(
        token: formToken, sentence: UnfinishedWords.stale, address: address, fields: fields,
        fileFields: form.files.map(\.field)), status: .forbidden)
  }

  /// Browsers say where a form comes from; another site's is refused even with the right token.
  private var isFromHere: Bool {
    let says = request.headers[.init("Sec-Fetch-Site")!]
    return says == nil || says == "same-origin" || says == "none"
  }
}
