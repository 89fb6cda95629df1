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
