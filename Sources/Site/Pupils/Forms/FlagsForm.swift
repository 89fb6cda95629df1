import Components
import Domain
import Markup
import Store

/// What the school marks a child with.
struct FlagsForm: PupilForm {
  var flags: PupilFlags

  static let part = PupilPart.flags
  var done: Done { .saved }

  init(_ record: PupilRecord, first: Day?) { flags = record.pupil.flags }
  init(_ sent: SentForm, first: Day?) { flags = FlagsForm.flags(sent) }

  func title(_ record: PupilRecord) -> String { "Change flags" }

  func fields(_ record: PupilRecord, _ refusals: Refusals) -> HTML {
    FlagsForm.boxes(flags, withWatch: record.seesNeeds)
  }

  static func boxes(_ flags: PupilFlags, withWatch: Bool) -> HTML {
    let hints: [String: String] = [
      "watch": "Monitored by the school, without SEN support.", "eal": "English as an additional language.",
    ]
    let choices = PupilFlags.named.filter { withWatch || $0.flag != .watch }.map { flag, name in
      Choice(PupilListFilter.code(flag), name, hint: hints[PupilListFilter.code(flag)])
    }
    let selected = PupilFlags.named.filter { flags.contains($0.flag) }.map { PupilListFilter.code($0.flag) }
    return Checkboxes(Field("flags", "Flags"), choices, selected: Set(selected)).html
  }

  static func flags(_ sent: SentForm) -> PupilFlags {
    sent.all("flags").compactMap(PupilListFilter.flag).reduce(into: []) { $0.formUnion($1) }
  }

  func compared(_ record: PupilRecord) -> [Compared] {
    let words = { (flags: PupilFlags) in flags.isEmpty ? "none" : flags.names.joined(separator: ", ") }
    let seen = record.seesNeeds ? record.pupil.flags : record.pupil.flags.subtracting(.watch)
    return [.init("Flags", now: words(seen), typed: words(flags))]
  }

  /// Who may not see the watch flag leaves it as it is.
  func perform(on record: PupilRecord, version: Int?, _ pupils: Pupils) throws {
    let hidden = record.seesNeeds ? [] : record.pupil.flags.intersection(.watch)
    try pupils.setFlags(record.pupil.id, to: flags.union(hidden), version: version)
  }
}
