import Domain

/// What is told of a pupil in history: fields and their values in words.
enum PupilWords {
  static func fields(of details: PupilDetails) -> [String: String] {
    var fields = [
      "surname": details.surname, "forename": details.forename, "birth date": details.birthDay.iso,
      "joined": details.joinedOn.iso,
    ]
    fields["called"] = details.preferredForename
    fields["sex"] = details.sex
    fields["UPN"] = details.upn?.text
    return fields
  }

  static func fields(of new: NewPupil) -> [String: String] {
    var fields = fields(of: new.details)
    let from = (new.factsFrom ?? new.details.joinedOn).iso
    if !new.flags.isEmpty { fields["flags"] = words(new.flags) }
    if new.yearShift != 0 { fields["year"] = words(shift: new.yearShift) }
    if new.status.status != .none { fields["SEN status"] = "\(words(new.status)) from \(from)" }
    if !new.needs.isEmpty { fields["needs"] = "\(new.needs.codes) from \(from)" }
    if let name = new.className, !name.isEmpty { fields["class"] = "\(name) from \(from)" }
    return fields
  }

  static func words(_ flags: PupilFlags) -> String { flags.isEmpty ? "none" : flags.names.joined(separator: ", ") }

  static func words(shift: Int) -> String {
    switch shift {
    case 0: "by age"
    case 1, -1: "1 year \(shift > 0 ? "above" : "below") age"
    default: "\(abs(shift)) years \(shift > 0 ? "above" : "below") age"
    }
  }

  static func words(_ status: RecordedStatus) -> String {
    status.original.map { "\(status.status.name) (\($0) in the file)" } ?? status.status.name
  }

  /// `SEN support from 2026-09-01 until 2027-01-04`.
  static func words<Value>(_ fact: Dated<Value>?, _ value: (Value) -> String) -> String {
    guard let fact else { return "none" }
    let end = fact.span.until.map { " until \($0.iso)" } ?? ""
    return "\(value(fact.value)) from \(fact.span.from.iso)\(end)"
  }
}

/// Collects what becomes different for one line of history.
struct Difference {
  private(set) var before: [String: String] = [:]
  private(set) var after: [String: String] = [:]

  var isEmpty: Bool { before.isEmpty && after.isEmpty }

  mutating func note(_ field: String, _ old: String?, _ new: String?) {
    guard old != new else { return }
    before[field] = old
    after[field] = new
  }

  mutating func note(_ old: PupilDetails, _ new: PupilDetails) {
    let (old, new) = (PupilWords.fields(of: old), PupilWords.fields(of: new))
    for field in Set(old.keys).union(new.keys) { note(field, old[field], new[field]) }
  }
}
