/// A school as the national register has it (DfE, Get Information about Schools, "all fields").
package struct RegisteredSchool: Hashable, Sendable {
  package let urn: String
  package var name: String
  /// Three digits of the local authority; nil where the register says none.
  package var authorityCode: String?
  package var authority: String?
  /// Four digits, which with the authority's three make the LAESTAB.
  package var establishment: String?
  /// `Community school`, `Academy converter` …
  package var kind: String?
  /// `Primary`, `Secondary`, `All-through` …, as the register says it.
  package var phase: String?
  /// `Open`, `Closed`, `Open, but proposed to close`, `Proposed to open`.
  package var status: String?
  package var ageFrom: Int?
  package var ageUntil: Int?
  package var town: String?
  package var postcode: String?
  package var openedOn: Day?
  package var closedOn: Day?

  package init(urn: String, name: String) {
    self.urn = urn
    self.name = name
  }

  /// Whether children are taught there now.
  package var isOpen: Bool { status.map { $0.lowercased().hasPrefix("open") } ?? true }

  /// `Kingswood Primary School, Tadworth KT20 7EA (Surrey)`: tells it from others of its name.
  package var words: String {
    let place = [town, postcode].compactMap(\.self).joined(separator: " ")
    return name + (place.isEmpty ? "" : ", \(place)") + (authority.map { " (\($0))" } ?? "")
  }
}
