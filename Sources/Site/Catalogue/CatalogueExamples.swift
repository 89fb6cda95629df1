import Domain

/// An invented school's catalogue, for the gallery and its tests.
enum CatalogueExamples {
  static let school = School(
    id: ID(high: 1, low: 1), name: "Ashfield Primary School", urn: "900001", laestab: nil, phase: .primary,
    authority: "Westmere", years: YearGroup(0)...YearGroup(6), calendarChecked: true, version: 1)

  static let headings = StarterCatalogue.headings.enumerated().map { index, name in
    Heading(id: ID(high: 2, low: UInt64(index + 1)), name: name, position: index + 1, version: 1)
  }

  static let types = StarterCatalogue.entries.enumerated().map { index, entry in
    var details = entry.details
    if index == 0 { details.evidence = "https://evidence.example/phonics" }
    return ProvisionType(
      id: ID(high: 3, low: UInt64(index + 1)), heading: headings.first { $0.name == entry.heading }!.id,
      name: entry.name, details: details, isArchived: index == 6, version: 1)
  }

  static let senco = viewer(.senco)
  static let teacher = viewer(.teacher)

  static func viewer(_ role: Role) -> Viewer {
    Viewer(
      account: ID(high: 4, low: 1), organisation: school.id, roles: [role], staffMember: ID(high: 5, low: 1),
      name: "Ruth Lowe")
  }
}

extension CatalogueExamples {
  static var forms: [FormPage] {
    let type = types[0]
    var wrong = TypeForm(type)
    wrong.minutes = "twenty"
    wrong.evidence = "http://evidence.example"
    func page(_ type: ProvisionType?, _ form: TypeForm, _ refusals: [Refusal] = []) -> FormPage {
      TypeActs.page(
        type, form, headings: headings, viewer: senco, school: school, token: "example", refusals: Refusals(refusals))
    }
    return [
      page(nil, TypeForm()),
      page(
        type, wrong,
        [
          .invalid("The minutes must be a whole number, such as 4.", field: "minutes"),
          .invalid("The link to the evidence must begin with https:// and name a page.", field: "evidence"),
        ]), page(type, wrong, [.conflict("Somebody else has changed this since you opened this page.")]),
    ]
  }
}
