import Components
import Domain
import Markup

/// The form to add or change a type of provision.
struct TypeFormPage: Page {
  let title: String
  let trail: [Components.Link]
  let address: Address
  let cancel: Address
  let token: String
  /// The version that the form shows; nil for a new type.
  let version: Int?
  let form: TypeForm
  let headings: [Heading]
  let mayHide: Bool
  let refusals: Refusals
  /// What stands there now and what was typed, where somebody else was quicker.
  let compared: [Compared]

  var part: Part? { .catalogue }
  var hasErrors: Bool { !refusals.isEmpty }
}

/// A value that somebody else wrote while a form was open.
struct Compared: Sendable, Hashable {
  let label: String
  let now: String
  let typed: String

  /// Both values side by side, for the top of the form.
  static func table(_ compared: [Compared]) -> HTML {
    if compared.isEmpty { return .empty }
    return DataTable(
      "What stands there now, and what you typed",
      columns: [.init("What"), .init("Now"), .init("You typed")],
      rows: compared.map { [.text($0.label), .text($0.now), .text($0.typed)] }
    ).html
  }
}

extension TypeFormPage {
  init(
    new form: TypeForm, headings: [Heading], viewer: Viewer, school: School, token: String,
    refusals: Refusals = .none
  ) {
    title = "Add a provision"
    trail = [Link(school.name, Way.school(school)), Link("Catalogue", Way.catalogue(school))]
    address = Way.newType(school)
    cancel = Way.catalogue(school)
    self.token = token
    version = nil
    self.form = form
    self.headings = headings
    mayHide = viewer.may(.do, .confidential)
    self.refusals = refusals
    compared = []
  }

  /// `isConflict`: somebody else has changed the type meanwhile.
  init(
    _ type: ProvisionType, _ form: TypeForm, headings: [Heading], viewer: Viewer, school: School, token: String,
    refusals: Refusals = .none, isConflict: Bool = false
  ) {
    title = "Change “\(type.name)”"
    trail = [
      Link(school.name, Way.school(school)), Link("Catalogue", Way.catalogue(school)),
      Link(type.name, Way.type(type.id, school)),
    ]
    address = Way.changeType(type.id, school)
    cancel = Way.type(type.id, school)
    self.token = token
    version = type.version
    self.form = form
    self.headings = headings
    mayHide = viewer.may(.do, .confidential)
    self.refusals = refusals
    compared = isConflict ? form.compared(with: TypeForm(type), headings) : []
  }

  static var examples: [TypeFormPage] {
    let (headings, type) = (CatalogueExamples.headings, CatalogueExamples.types[0])
    var wrong = TypeForm(type)
    wrong.minutes = "twenty"
    wrong.evidence = "http://evidence.example"
    let refusals = Refusals([
      .invalid("The minutes must be a whole number, such as 4.", field: "minutes"),
      .invalid("The link to the evidence must begin with https:// and name a page.", field: "evidence"),
    ])
    let (school, senco) = (CatalogueExamples.school, CatalogueExamples.senco)
    return [
      TypeFormPage(new: TypeForm(), headings: headings, viewer: senco, school: school, token: "example"),
      TypeFormPage(type, wrong, headings: headings, viewer: senco, school: school, token: "x", refusals: refusals),
      TypeFormPage(
        type, wrong, headings: headings, viewer: senco, school: school, token: "example",
        refusals: Refusals([.conflict("Somebody else has changed this since you opened this page.")]),
        isConflict: true),
    ]
  }

  var body: HTML {
    let version: HTML = version.map { HiddenField("version", String($0)).html } ?? .empty
    let isConflict = !compared.isEmpty
    return """
      \(refusals.summary)\(PageHeader(title))\(Compared.table(compared))\
      \(Form(to: address, token: token, asksBeforeLeaving: true, body: """
        \(version)\(form.fields(headings, mayHide: mayHide, refusals))\
        \(ButtonRow([
          Button(isConflict ? "Save mine all the same" : "Save this provision").html,
          LinkButton(isConflict ? "Keep what stands there now" : "Cancel", cancel, style: .quiet).html,
        ]))
        """))
      """
  }
}

extension TypeForm {
  /// The fields in which the two differ.
  fileprivate func compared(with now: TypeForm, _ headings: [Heading]) -> [Compared] {
    func heading(_ id: String) -> String { headings.first { $0.id.text == id }?.name ?? "none" }
    let all = [
      Compared(label: "Name", now: now.name, typed: name),
      Compared(label: "Heading", now: heading(now.heading), typed: heading(self.heading)),
      Compared(label: "What it is", now: now.description, typed: description),
      Compared(label: "Intended outcome", now: now.outcome, typed: outcome),
      Compared(label: "Minutes", now: now.minutes, typed: minutes),
      Compared(label: "Sessions a week", now: now.sessions, typed: sessions),
      Compared(label: "Weeks", now: now.weeks, typed: weeks),
      Compared(label: "Pupils in a group", now: now.size, typed: size),
      Compared(label: "Strand", now: now.strand, typed: strand),
      Compared(label: "Level", now: now.level, typed: level),
      Compared(label: "Area of need", now: now.area, typed: area),
      Compared(label: "Evidence", now: now.evidence, typed: evidence),
      Compared(label: "Confidential", now: now.isConfidential ? "yes" : "no", typed: isConfidential ? "yes" : "no"),
    ]
    let different = all.filter { $0.now != $0.typed }
    return different.isEmpty ? [all[0]] : different
  }
}
