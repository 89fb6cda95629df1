import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// Joining a project with an account that is there: with the code alone. A member who has named no organisation yet, such
/// as a coordinator who contributes as well, names it here and needs no code.
struct JoinPage: Page {
  let token: String
  let area: String
  let address: Address
  let trail: [Components.Link]
  let needsCode: Bool
  let code: String
  let organisation: OrganisationStep
  let job: String
  let terms: TermsText?
  let acceptsTerms: Bool
  let whomToAsk: String
  let refusals: Refusals

  var title: String { needsCode ? "Join with the code" : "For which organisation do you contribute?" }
  var areaPart: AreaPart? { .desk }
  var hasErrors: Bool { !refusals.isEmpty }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, kicker: area))\
    \(if: !needsCode, "<p>Entries on the map stand under an organisation. Say for which one you add yours; you need no code for it.</p>")\
    \(Form(to: address, token: token, asksBeforeLeaving: true, body: """
      \(if: needsCode, CodeField(code: code, whomToAsk: whomToAsk, error: refusals["code"]).html)\
      \(organisation.fields(refusals))\
      \(TextInput(Field("job", "What you do there", hint: "Such as SENCO, speech and language therapist, chair of the forum.", error: refusals["job"]), value: job, autocomplete: "organization-title", limit: 200))\
      \(if: terms, { $0.field(isAccepted: acceptsTerms, error: refusals["terms"]) })\
      \(Button(needsCode ? "Join" : "Save"))
      """))
    """
  }

  static var examples: [JoinPage] {
    func page(needsCode: Bool, _ organisation: OrganisationStep, _ refusals: Refusals) -> JoinPage {
      JoinPage(
        token: "example", area: "Speech, language and communication in Northvale",
        address: "/areas/northvale-speech/join", trail: [], needsCode: needsCode, code: "", organisation: organisation,
        job: "", terms: .example, acceptsTerms: false,
        whomToAsk: "Ask Northvale Children’s Commissioning (review@northvale.example)", refusals: refusals)
    }
    return [
      page(needsCode: true, OrganisationStep(), .none),
      page(
        needsCode: false, .unclear,
        Refusals([.invalid("Say whether yours is one of these, or new.", field: "choice")])),
    ]
  }
}

enum JoinActs {
  static func show(_ visit: Visit) async throws -> Response {
    let area = try visit.thisArea()
    if member(visit, area)?.participant != nil { return visit.redirect(to: Way.areaDesk(area.address)) }
    return visit.page(try await page(visit, area, OrganisationStep()))
  }

  static func join(_ visit: Visit) async throws -> Response {
    let area = try visit.thisArea()
    let member = member(visit, area)
    if member?.participant != nil { return visit.redirect(to: Way.areaDesk(area.address)) }
    let (form, session, today) = (visit.form, try visit.openSession, visit.today)
    let typed = OrganisationStep(form)
    // What the area answered, for the page that asks again.
    var step = typed
    do {
      let code = member == nil ? try await self.code(visit, area, session.email) : nil
      let (job, terms) = (form["job"] ?? "", form["terms-version"])
      let asked = try await visit.read { try typed.asked(job: job, terms: terms, in: area.id, $0) }
      step = asked.step
      if let refusal = asked.refusal { throw refusal }
      let isOffered = try await visit.read { try TermsOfUse(area.visitor, $0).current() } != nil
      if isOffered, !form.has("terms") {
        throw Refusal.invalid("Read the terms of use, and tick the box if you accept them.", field: "terms")
      }
      try await visit.write { connection in
        if let code {
          try Joining.join(session.account, with: code, asked.claim, in: area.id, on: today, connection)
        } else if let member {
          try Joining.claim(asked.claim, by: member, on: today, connection)
        }
      }
      return visit.redirect(
        to: Way.areaDesk(area.address),
        saying: member.map { $0.mayAll(.do, .participants) } == true ? .saved : .registered)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.field != nil {
      return visit.page(try await page(visit, area, step, Refusals([refusal])), status: .unprocessableContent)
    }
  }

  private static func code(_ visit: Visit, _ area: Area, _ email: String) async throws -> ID<JoinCode> {
    guard let typed = visit.form["code"] else {
      try CodeWords.mustBeOpen(area, on: visit.today)
      throw Refusal.invalid(CodeWords.missing(area), field: "code")
    }
    return try await visit.checkCode(typed, email: email, in: area)
  }

  private static func member(_ visit: Visit, _ area: Area) -> AreaViewer? { visit.session?.areaViewer(in: area.id) }

  private static func page(
    _ visit: Visit, _ area: Area, _ step: OrganisationStep, _ refusals: Refusals = .none
  ) async throws -> JoinPage {
    let terms = try await visit.read { try TermsOfUse(area.visitor, $0).current() }
    return JoinPage(
      token: visit.formToken, area: area.details.title, address: Way.join(area), trail: [],
      needsCode: member(visit, area) == nil, code: visit.form["code"] ?? "", organisation: step,
      job: visit.form["job"] ?? "", terms: terms.map(TermsText.init), acceptsTerms: visit.form.has("terms"),
      whomToAsk: area.whomToAsk, refusals: refusals)
  }
}
