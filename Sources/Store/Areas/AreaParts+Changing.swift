package import Domain
import SQL

/// Changing an area's own lists: for coordinators.
extension AreaParts {
  /// A locality as a list names it.
  package struct LocalityLine: Hashable, Sendable {
    package let name: String
    package let code: String?

    package init(name: String, code: String?) {
      self.name = name
      self.code = code
    }
  }

  /// Makes the list of localities this one, in this order: known by their names (or codes) they keep what hangs on them.
  /// Refuses names twice, and to take one out that an entry or an organisation names.
  package func setLocalities(_ lines: [LocalityLine], by viewer: AreaViewer) throws {
    try viewer.mustAll(.do, .project)
    guard lines.count <= 500 else { throw Refusal.invalid("An area has at most 500 localities.", field: "localities") }
    if let long = lines.first(where: { $0.name.count > 200 }) {
      throw Refusal.invalid("“\(long.name.prefix(40))…” is too long for a name.", field: "localities")
    }
    var seen: Set<String> = []
    for line in lines where !seen.insert(Folding.fold(line.name)).inserted {
      throw Refusal.invalid("“\(line.name)” stands in the list twice.", field: "localities")
    }
    let kept = try localities()
    var rest = kept
    for (position, line) in lines.enumerated() {
      let place = rest.firstIndex { locality in
        Folding.fold(locality.name) == Folding.fold(line.name) || line.code != nil && locality.code == line.code
      }
      if let place {
        let locality = rest.remove(at: place)
        try connection.run(
          """
          UPDATE localities SET name = \(line.name), code = \(line.code), position = \(position)
          WHERE organisation_id = \(organisation) AND id = \(locality.id)
          """)
      } else {
        try connection.run(
          """
          INSERT INTO localities (organisation_id, id, name, code, position, boundary)
          VALUES (\(organisation), \(connection.newID(Locality.self)), \(line.name), \(line.code), \(position), NULL)
          """)
      }
    }
    for gone in rest {
      let isNamed = try connection.exists(
        """
        SELECT 1 FROM entry_localities WHERE organisation_id = \(organisation) AND locality_id = \(gone.id)
        UNION ALL SELECT 1 FROM participants WHERE organisation_id = \(organisation) AND locality_id = \(gone.id)
        """)
      if isNamed {
        throw Refusal.invalid(
          "“\(gone.name)” is named by entries or organisations, so it stays in the list. It can be called otherwise.",
          field: "localities")
      }
      try connection.run("DELETE FROM localities WHERE organisation_id = \(organisation) AND id = \(gone.id)")
    }
    try connection.record(
      "changed", "localities", organisation.text, by: viewer,
      before: ["localities": kept.map(\.name).joined(separator: ", ")],
      after: ["localities": lines.map(\.name).joined(separator: ", ")])
  }

  /// Gives localities their boundaries: GeoJSON geometries.
  package func setBoundaries(_ boundaries: [ID<Locality>: String], by viewer: AreaViewer) throws {
    try viewer.mustAll(.do, .project)
    for (id, boundary) in boundaries.sorted(by: { $0.key < $1.key }) {
      try connection.run(
        "UPDATE localities SET boundary = \(boundary) WHERE organisation_id = \(organisation) AND id = \(id)")
    }
    try connection.record(
      "changed", "boundaries", organisation.text, by: viewer, after: ["localities": String(boundaries.count)])
  }

  /// Says which sectors are expected to answer, and adds others by name.
  package func setSectors(expected: Set<String>, adding names: [String], by viewer: AreaViewer) throws {
    try viewer.mustAll(.do, .project)
    let kept = try sectors()
    for sector in kept {
      try connection.run(
        """
        UPDATE area_sectors SET is_expected = \(expected.contains(sector.key))
        WHERE organisation_id = \(organisation) AND key = \(sector.key)
        """)
    }
    var known = Set(kept.map { Folding.fold($0.name) })
    var position = kept.count
    for name in names where !name.isEmpty {
      guard name.count <= 100 else {
        throw Refusal.invalid("A sector’s name has at most 100 characters.", field: "sectors")
      }
      guard known.insert(Folding.fold(name)).inserted else {
        throw Refusal.invalid("There is a sector “\(name)” already.", field: "sectors")
      }
      try connection.run(
        """
        INSERT INTO area_sectors (organisation_id, key, name, is_expected, position)
        VALUES (\(organisation), \(key(of: name, among: Set(kept.map(\.key)))), \(name), \(true), \(position))
        """)
      position += 1
    }
    try connection.record(
      "changed", "sectors", organisation.text, by: viewer,
      after: ["expected": expected.sorted().joined(separator: ", ")])
  }

  /// Says which specialisms the project asks for, one at least, and adds others by name.
  package func setSpecialisms(offered: Set<String>, adding names: [String], by viewer: AreaViewer) throws {
    try viewer.mustAll(.do, .project)
    let kept = try allSpecialisms()
    let names = names.filter { !$0.isEmpty }
    guard kept.contains(where: { offered.contains($0.specialism.key) }) || !names.isEmpty else {
      throw Refusal.invalid("A project asks for one specialism at least.", field: "specialisms")
    }
    guard kept.count + names.count <= 32 else {
      throw Refusal.invalid("An area has at most 32 specialisms.", field: "specialisms")
    }
    for own in kept {
      try connection.run(
        """
        UPDATE area_specialisms SET is_offered = \(offered.contains(own.specialism.key))
        WHERE organisation_id = \(organisation) AND position = \(own.position)
        """)
    }
    var known = Set(kept.map { Folding.fold($0.specialism.name) })
    var position = (kept.map(\.position).max() ?? -1) + 1
    for name in names {
      guard name.count <= 100 else {
        throw Refusal.invalid("A specialism’s name has at most 100 characters.", field: "specialisms")
      }
      guard known.insert(Folding.fold(name)).inserted else {
        throw Refusal.invalid("There is a specialism “\(name)” already.", field: "specialisms")
      }
      try connection.run(
        """
        INSERT INTO area_specialisms (organisation_id, position, key, name, is_offered)
        VALUES (\(organisation), \(position), \(key(of: name, among: Set(kept.map(\.specialism.key)))), \(name), \(true))
        """)
      position += 1
    }
    try connection.record(
      "changed", "specialisms", organisation.text, by: viewer,
      after: ["asked for": (offered.sorted() + names).joined(separator: ", ")])
  }

  /// A key that can stand in addresses: `family-hubs`.
  private func key(of name: String, among others: Set<String>) -> String {
    let base = Folding.fold(name).replacing(" ", with: "-").unicodeScalars.filter(\.isASCII).map(String.init).joined()
    var key = base.isEmpty ? "own" : String(base.prefix(40))
    var number = 2
    while others.contains(key) {
      key = "\(base.prefix(36))-\(number)"
      number += 1
    }
    return key
  }
}
