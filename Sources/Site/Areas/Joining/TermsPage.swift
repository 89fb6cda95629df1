import Components
import Domain
import Hummingbird
import Markup
import Store

/// The terms of use of a project: for anybody to read; new ones are accepted here before anything more is written.
struct TermsPage: Page {
  let token: String
  let area: String
  let address: Address
  let terms: TermsText?
  /// Whether the reader has still to accept them.
  let isOutstanding: Bool
  /// Where they were going.
  let then: String
  let refusals: Refusals

  var title: String { isOutstanding ? "The terms of use have changed" : "Terms of use" }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, kicker: area, lede: terms.map { "Version \($0.number)" }))\
    \(if: isOutstanding, "<p>Please read and accept them before you add or change entries. What you entered stays.</p>")\
    \(content)
    """
  }

  private var content: HTML {
    guard let terms else { return "<p>This project has no terms of use.</p>" }
    guard isOutstanding else { return "\(each: terms.paragraphs, { "<p>\($0)</p>" })" }
    return Form(
      to: address, token: token,
      body: """
        \(terms.text)\(HiddenField("terms-version", terms.id))\(if: !then.isEmpty, HiddenField("then", then).html)\
        \(Checkbox(Field("terms", "I have read these terms and accept them", error: refusals["terms"])))\(Button("Accept and go on"))
        """
    ).html
  }

  static func show(_ visit: Visit) async throws -> Response {
    visit.page(try await page(visit, then: visit.query("then") ?? ""))
  }

  static func accept(_ visit: Visit) async throws -> Response {
    let (area, viewer, form) = (try visit.thisArea(), visit.areaViewer, visit.form)
    return try await visit.answering {
      guard form.has("terms"), let id = form["terms-version"].flatMap({ ID<TermsOfUse.Version>($0) }) else {
        throw Refusal.invalid("Read the terms of use, and tick the box if you accept them.", field: "terms")
      }
      try await visit.write { try TermsOfUse(viewer, $0).accept(id) }
      let then = form["then"].flatMap(Address.init(local:)) ?? Way.areaDesk(area.address)
      return visit.redirect(to: then, saying: .termsAccepted)
    } again: { refusals in
      try await page(visit, then: form["then"] ?? "", refusals)
    }
  }

  private static func page(
    _ visit: Visit, then: String, _ refusals: Refusals = .none
  ) async throws -> TermsPage {
    let area = try visit.thisArea()
    let viewer = visit.session?.areaViewer(in: area.id)
    let (current, isOutstanding) = try await visit.read { connection in
      (
        try TermsOfUse(area.visitor, connection).current(),
        try viewer.flatMap { try TermsOfUse($0, connection).outstanding() } != nil
      )
    }
    return TermsPage(
      token: visit.formToken, area: area.details.title, address: Way.terms(area), terms: current.map(TermsText.init),
      isOutstanding: isOutstanding, then: Address(local: then)?.text ?? "", refusals: refusals)
  }

  static var examples: [TermsPage] {
    [true, false].map { isOutstanding in
      TermsPage(
        token: "example", area: "Speech, language and communication in Northvale",
        address: "/areas/northvale-speech/terms", terms: .example, isOutstanding: isOutstanding, then: "",
        refusals: .none)
    }
  }
}

extension Visit {
  /// The same where the door does not ask, since coordinators come in by it as well: nil for whoever writes for nobody.
  func termsBeforeWriting() async throws -> Response? {
    areaViewer.may(.do, .entries) ? try await toTerms() : nil
  }

  /// Whoever writes in an area has accepted its newest terms: the way to them, and on afterwards; nil where they have. A
  /// form that was being sent is kept meanwhile.
  func toTerms() async throws -> Response? {
    guard let area, let viewer = session?.areaViewer(in: area.id),
      try await read({ try TermsOfUse(viewer, $0).outstanding() }) != nil
    else { return nil }
    let here = Way.terms(area)
    if request.method != .post {
      return redirect(to: Address(local: request.uri.description).map { here.asking("then", $0.text) } ?? here)
    }
    guard let kept = try await keepUnfinishedForm() else { return redirect(to: here) }
    return redirect(to: here.asking("then", Way.unfinished(kept).text))
  }
}
