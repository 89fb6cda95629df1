import Components
import Domain
import Hummingbird
import Markup
import Store

/// Works out what an hour that somebody works costs, from their contract; and takes it as the rate.
struct ContractPage: Page {
  let school: School
  let subject: RateSubject
  let form: ContractForm
  /// The working and the rate that it ends with, once there is one.
  var result: Result?
  var refusals = Refusals()
  let token: String

  struct Result: Sendable {
    let working: CostWorking
    /// As the rate's form takes it.
    let typedRate: String
    let source: String
    let from: String
  }

  var title: String { "Work a rate out from a contract" }
  var part: Part? { .staff }
  var hasErrors: Bool { !refusals.isEmpty }
  var trail: [Components.Link] {
    StaffWording.trail(school) + [Link("Rates", Way.rates(school)), Link(subject.name, subject.address(school))]
  }

  var body: HTML {
    """
    \(refusals.summary)\
    \(PageHeader(title, kicker: subject.name, lede: "Pay, pension and National Insurance of a year, divided by the hours worked in it."))\
    \(if: result, draw)\
    \(Form(to: "\(subject.address(school))/contract", token: token, body: "\(form.fields(refusals))\(ButtonRow([Button(result == nil ? "Work it out" : "Work it out again", style: result == nil ? .main : .quiet).html]))"))
    """
  }

  private func draw(_ result: Result) -> HTML {
    """
    \(result.working)\
    \(Form(to: subject.address(school), token: token, body: """
      \(HiddenField("rate", result.typedRate))\(HiddenField("basis", "hour"))\(HiddenField("source", result.source))\
      \(DateInput(Field("from", "Use it from", hint: DateInput.hint), value: result.from))\
      \(ButtonRow([Button("Save it as the rate of \(subject.name)", name: "act", value: "save").html]))
      """))
    """
  }
}

enum ContractRoutes {
  static func show(_ visit: Visit) async throws -> Response {
    let (subject, facts) = try await RateRoutes.found(visit)
    return visit.page(
      ContractPage(school: visit.here, subject: subject, form: usual(subject, facts), token: visit.formToken))
  }

  static func work(_ visit: Visit) async throws -> Response {
    let form = ContractForm(visit.form)
    let (subject, _) = try await RateRoutes.found(visit)
    return try await visit.answering {
      let page = try ContractPage(
        school: visit.here, subject: subject, form: form, result: result(form), token: visit.formToken)
      return visit.page(page)
    } again: { refusals in
      ContractPage(school: visit.here, subject: subject, form: form, refusals: refusals, token: visit.formToken)
    }
  }

  static func result(_ form: ContractForm) throws -> ContractPage.Result {
    let contract = try form.contract()
    let rate: Rate
    do {
      rate = try contract.rate().checkedAsWork()
    } catch {
      throw Refusal.invalid(error.sentence, field: form.isSalary ? "salary" : "hourly")
    }
    return ContractPage.Result(
      working: form.working(contract, rate), typedRate: rate.words.filter { $0.isNumber || $0 == "." },
      source: form.source, from: "")
  }

  /// What the records say already: a person's hours and weeks, a teacher's salary.
  private static func usual(_ subject: RateSubject, _ facts: RateFacts) -> ContractForm {
    var form = ContractForm()
    if case .member(let member, _) = subject {
      form.weeklyHours = StaffWording.typedHours(member.weeklyMinutes)
      if let weeks = member.weeks { form.weeksWorked = String(weeks) }
    }
    if subject.payRole.kind == .teacher {
      form.kind = "salary"
      form.pension = "28.68"
    }
    return form
  }
}
