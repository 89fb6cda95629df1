import Domain
package import SQL
import Store

/// A release of the national register beside what is kept of an earlier one: previewed, then written in one transaction.
/// Schools that are not in the file stay as they are: releases of a part of the country come too.
package struct RegisterImport: Sendable {
  package let preview: ImportPreview
  private let fileName: String
  private let written: [RegisteredSchool]
  private let rows: Int

  /// Refuses a file that is not the register, with a sentence about the file. `progress` is told rows read.
  package static func prepared(
    _ file: ImportFile, in database: any Database, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> RegisterImport {
    let reader = try RegisterReader.read(file.bytes, progress)
    let kept = try await database.read { try Register.all($0) }
    var preview = ImportPreview()
    preview.refused = reader.refused
    preview.warnings = reader.warnings
    var written: [RegisteredSchool] = []
    for (school, row) in zip(reader.schools, reader.rows) {
      guard let old = kept[school.urn] else {
        preview.new.append(ImportItem(row: row, what: school.words))
        written.append(school)
        continue
      }
      let new = reader.keeping(old, school)
      let changes = changes(from: old, to: new)
      let item = ImportItem(row: row, id: school.urn, what: school.words, changes: changes)
      if changes.isEmpty {
        preview.unchanged.append(item)
      } else {
        preview.changed.append(item)
        written.append(new)
      }
    }
    let inFile = Set(reader.schools.map(\.urn))
    preview.missing = kept.values.filter { !inFile.contains($0.urn) }.sorted { $0.urn < $1.urn }.map {
      ImportItem(row: nil, id: $0.urn, what: $0.words)
    }
    return RegisterImport(
      preview: preview, fileName: file.name, written: written, rows: reader.schools.count + reader.refused.count)
  }

  /// Refuses where rows were refused, unless they are to be skipped.
  package func commit(skipRefused: Bool, in database: any Database) async throws -> ImportPreview {
    if !skipRefused, let first = preview.refused.first {
      throw Refusal.invalid(
        "Nothing was imported. Row \(first.row), “\(first.column)”: \(first.message) Mend the file, or go on without such rows."
      )
    }
    let (written, fileName, rows) = (written, fileName, rows)
    try await database.write(keeper: "register") { connection in
      try Register.write(written, connection)
      try Register.recordRelease(fileName, rows: rows, connection)
    }
    var done = preview
    done.committed = true
    return done
  }

  private static func changes(from old: RegisteredSchool, to new: RegisteredSchool) -> [FieldChange] {
    let fields: [(String, (RegisteredSchool) -> String?)] = [
      ("Name", { $0.name }), ("Authority", { $0.authority }), ("Authority’s number", { $0.authorityCode }),
      ("Establishment", { $0.establishment }), ("Type", { $0.kind }), ("Phase", { $0.phase }),
      ("Status", { $0.status }), ("Youngest age", { $0.ageFrom.map(String.init) }),
      ("Oldest age", { $0.ageUntil.map(String.init) }), ("Town", { $0.town }), ("Postcode", { $0.postcode }),
      ("Opened", { $0.openedOn?.iso }), ("Closed", { $0.closedOn?.iso }),
    ]
    return fields.compactMap { name, value in
      value(old) == value(new) ? nil : FieldChange(name, from: value(old), to: value(new))
    }
  }
}
