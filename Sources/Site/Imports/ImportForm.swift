import Components
import Domain
import Exchange
import Markup
import Store

/// The forms in which a file is chosen and its columns are named.
enum ImportForm {
  /// The file, or the table that was pasted.
  static func file(_ visit: Visit) throws -> ImportFile {
    if let refusal = visit.form.refusal { throw Refusal.invalid(refusal.sentence, field: "file") }
    if let file = visit.form.files.first { return ImportFile(name: file.name, bytes: file.bytes) }
    if let table = visit.form["pasted-table"] { return ImportFile(name: "pasted.html", bytes: Array(table.utf8)) }
    if visit.form["pasted"] != nil {
      return ImportFile(name: "pasted.txt", bytes: Array(visit.form.typed("pasted").utf8))
    }
    throw Refusal.invalid("Choose a file, or paste the table.", field: "file")
  }

  /// The field that the file came by.
  static func source(_ visit: Visit) -> String {
    visit.form.files.isEmpty && visit.form["pasted"] != nil ? "pasted" : "file"
  }

  /// From which day, and until when, what the file says holds; the rest as it was said before.
  static func days(_ visit: Visit, over saying: KeptImport.Saying = KeptImport.Saying()) throws -> KeptImport.Saying {
    var saying = saying
    var refusals = Refusals.none
    func day(_ field: String) -> Day? {
      guard let typed = visit.form[field] else { return nil }
      let day = Day(typed: typed)
      if day == nil { refusals.add("Write a day as 21 November 2026 or 21/11/2026.", field: field) }
      return day
    }
    saying.effective = day("effective")
    saying.until = day("until")
    if let until = saying.until, until < saying.effective ?? visit.today, refusals.isEmpty {
      refusals.add("The last day is before the first.", field: "until")
    }
    try refusals.throwIfAny()
    return saying
  }

  /// What the form says of the columns, over what was said before. A field that had a column and has none now is to have
  /// none. Refuses two columns for one field.
  static func mapping(
    _ form: SentForm, _ columns: [PreparedImport.Column], _ kind: ImportKind, over said: [String: String]
  ) throws -> [String: String] {
    kind == .map ? try mapMapping(form, columns, over: said) : try listMapping(form, columns, kind, over: said)
  }

  /// The id of a column's field.
  static func column(_ index: Int) -> String { "column-\(index + 1)" }

  private static func listMapping(
    _ form: SentForm, _ columns: [PreparedImport.Column], _ kind: ImportKind, over said: [String: String]
  ) throws -> [String: String] {
    var chosen: [String: String] = [:]
    var refusals = Refusals.none
    for (index, each) in columns.enumerated() {
      guard let field = form[column(index)], let known = kind.fields.first(where: { $0.key == field }) else { continue }
      if let other = chosen[field] {
        refusals.add(
          "“\(other)” and “\(each.heading)” cannot both be “\(known.title)”. Choose one of them.", field: column(index))
      }
      chosen[field] = each.heading
    }
    try refusals.throwIfAny()
    let shown = Dictionary(columns.compactMap { each in each.field.map { ($0, each.heading) } }) { first, _ in first }
    if chosen == shown { return said }
    let freed = Set(shown.keys).union(said.filter { $0.value.isEmpty }.keys).subtracting(chosen.keys)
    return chosen.merging(freed.map { ($0, "") }) { first, _ in first }
  }

  private static func mapMapping(
    _ form: SentForm, _ columns: [PreparedImport.Column], over said: [String: String]
  ) throws -> [String: String] {
    var said = said
    for (index, each) in columns.enumerated() {
      guard form.has(column(index)) else { continue }
      let role = form[column(index)] ?? ""
      if role != each.field ?? "", MapRole(key: role) != nil { said[column(index)] = role }
    }
    var refusals = Refusals.none
    for single in [MapRole.provision, .section] {
      let places = columns.indices.filter { form[column($0)] == single.key }
      if places.count > 1 {
        refusals.add("Only one column can be “\(single.title)”.", field: column(places[1]))
      }
    }
    try refusals.throwIfAny()
    return said
  }
}

extension Way {
  /// Where a file of a kind is chosen.
  static func newImport(_ kind: ImportKind, _ school: School) -> Address {
    ("\(imports(school))/new" as Address).asking("kind", kind.rawValue)
  }

  static func pupilImport(_ school: School) -> Address { newImport(.pupils, school) }
  static func mapImport(_ school: School) -> Address { newImport(.map, school) }
  static func staffImport(_ school: School) -> Address { newImport(.staff, school) }

  static func kept(_ id: ID<KeptImport>, _ school: School) -> Address {
    "\(imports(school))/\(segment: id.text)"
  }
}
