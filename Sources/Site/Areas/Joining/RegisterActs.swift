import Domain
import Hummingbird
import Markup
import SQL
import Security
import Store

/// Registering with a project's code.
enum RegisterActs {
  /// What has been typed so far, with what the area knows of it.
  private struct Typed: Sendable {
    var step: RegisterPage.Step
    let (code, name, email, job): (String, String, String, String)
    var organisation: OrganisationStep
    let acceptsTerms: Bool

    init(_ form: SentForm) {
      step = form["step"].flatMap(RegisterPage.Step.init(rawValue:)) ?? .who
      (code, name) = (form["code"] ?? "", form["name"] ?? "")
      (email, job) = (form["email"] ?? "", form["job"] ?? "")
      organisation = OrganisationStep(form)
      acceptsTerms = form.has("terms")
    }
  }

  static func show(_ visit: Visit) async throws -> Response {
    let area = try visit.thisArea()
    if visit.session != nil { return visit.redirect(to: Way.join(area)) }
    return visit.page(try await page(visit, area, Typed(SentForm())))
  }

  static func send(_ visit: Visit) async throws -> Response {
    let area = try visit.thisArea()
    if visit.session != nil { return visit.redirect(to: Way.join(area)) }
    var typed = Typed(visit.form)
    if visit.form["act"] == "back" {
      typed.step = .who
      return visit.page(try await page(visit, area, typed))
    }
    do {
      let (code, claim) = try await admitted(visit, area, &typed)
      if typed.step == .who {
        typed.step = .finish
        return visit.page(try await page(visit, area, typed))
      }
      return try await finish(visit, area, typed, code, claim)
    } catch let one as Refusal where one.kind == .invalid || one.field != nil {
      return try await refused(visit, area, typed, Refusals([one]))
    } catch let several as Refusals {
      return try await refused(visit, area, typed, several)
    }
  }

  /// The first step: who, with which code, for which organisation.
  private static func admitted(
    _ visit: Visit, _ area: Area, _ typed: inout Typed
  ) async throws -> (ID<JoinCode>, JoiningClaim) {
    try CodeWords.mustBeOpen(area, on: visit.today)
    var refusals = Refusals()
    if typed.code.isEmpty { refusals.add(CodeWords.missing(area), field: "code") }
    if typed.name.isEmpty { refusals.add("Enter your name as colleagues know it.", field: "name") }
    if typed.name.count > 200 { refusals.add("A name can have at most 200 characters.", field: "name") }
    let email = Account.foldedEmail(typed.email)
    if email == nil {
      refusals.add("Enter your e-mail address, such as t.desai@harbour.example.", field: "email")
    }
    if typed.organisation.name.isEmpty {
      refusals.add("Enter the name of your school, service or group.", field: "organisation")
    }
    try refusals.throwIfAny()
    let code = try await visit.checkCode(typed.code, email: email ?? "", in: area)
    let (job, terms, step) = (typed.job, visit.form["terms-version"], typed.organisation)
    let asked = try await visit.read { try step.asked(job: job, terms: terms, in: area.id, $0) }
    typed.organisation = asked.step
    if let refusal = asked.refusal { throw refusal }
    return (code, asked.claim)
  }

  private static func finish(
    _ visit: Visit, _ area: Area, _ typed: Typed, _ code: ID<JoinCode>, _ claim: JoiningClaim
  ) async throws -> Response {
    let email = Account.foldedEmail(typed.email) ?? ""
    var refusals = Refusals()
    var password = ""
    do {
      password = try NewPasswordForm(visit.form, email: email, names: [typed.name, area.name]).password
    } catch let more as Refusals {
      refusals.all += more.all
    }
    if typed.job.count > 200 { refusals.add("What you do there has at most 200 characters.", field: "job") }
    let terms = try await visit.read { try TermsOfUse(area.visitor, $0).current() }
    if terms != nil, !typed.acceptsTerms {
      refusals.add("Read the terms of use, and tick the box if you accept them.", field: "terms")
    } else if let terms, claim.terms != terms.id.text {
      refusals.add("The terms of use have just changed. Please read and accept the new ones.", field: "terms")
    }
    try refusals.throwIfAny()
    let new = NewContributor(email: email, name: typed.name, password: password, code: code, claim: claim)
    return visit.site.settings.mailing == nil
      ? try await new.enter(visit, area) : try await new.askForConfirmation(visit, area)
  }

  private static func refused(
    _ visit: Visit, _ area: Area, _ typed: Typed, _ refusals: Refusals
  ) async throws -> Response {
    var typed = typed
    let ofFirst = OrganisationStep.fieldNames.union(["code", "name", "email"])
    if refusals.all.contains(where: { ofFirst.contains($0.field ?? "code") }) { typed.step = .who }
    return visit.page(try await page(visit, area, typed, refusals), status: .unprocessableContent)
  }

  private static func page(
    _ visit: Visit, _ area: Area, _ typed: Typed, _ refusals: Refusals = .none
  ) async throws -> RegisterPage {
    let terms = try await visit.read { try TermsOfUse(area.visitor, $0).current() }
    return RegisterPage(
      token: visit.formToken, area: area.details.title, address: Way.register(area), step: typed.step,
      code: typed.code, name: typed.name, email: typed.email, organisation: typed.organisation, job: typed.job,
      terms: terms.map(TermsText.init), acceptsTerms: typed.acceptsTerms, whomToAsk: area.whomToAsk,
      join: Way.join(area), refusals: refusals)
  }
}

extension TermsText {
  init(_ version: TermsOfUse.Version) {
    self.init(
      id: version.id.text, number: version.number,
      paragraphs: version.text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init))
  }
}
