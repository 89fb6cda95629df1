import Domain
import Hummingbird
import Markup
import Store

/// The list's filter as it stands in the address: codes only. A class may be named after its teacher, and names do not
/// stand in addresses, so a class stands there by a code that is made from its name.
struct PupilListFilter: Sendable, Equatable {
  var presence = PupilFilter.Presence.onRoll
  var year: YearGroup?
  var classCode: String?
  var status: SENStatus?
  var need: NeedType?
  var flag: PupilFlags?
  /// The day on which the list is true; nil: today.
  var day: Day?
  /// What was typed for a day and is none.
  var unreadDay: String?

  init() {}

  /// What the address says; what it says wrongly is as if it were not said.
  init(_ visit: Visit) {
    presence = visit.query("show").flatMap(PupilFilter.Presence.init(rawValue:)) ?? .onRoll
    year = visit.query("year").flatMap(YearGroup.init(typed:))
    classCode = visit.query("class")
    status = visit.query("status").flatMap(SENStatus.init(rawValue:))
    need = visit.query("need").flatMap(NeedType.coded)
    flag = visit.query("flag").flatMap(PupilListFilter.flag)
    if let typed = visit.query("on") {
      day = Day(typed: typed)
      unreadDay = day == nil ? typed : nil
    }
  }

  var isFiltering: Bool { self != PupilListFilter() }

  /// The same list by an address that can be kept.
  func address(_ address: Address) -> Address {
    address.asking([
      ("show", presence == .onRoll ? "" : presence.rawValue), ("year", year?.code ?? ""), ("class", classCode ?? ""),
      ("status", status?.rawValue ?? ""), ("need", need?.code ?? ""), ("flag", flag.map(PupilListFilter.code) ?? ""),
      ("on", day?.iso ?? ""),
    ])
  }

  /// For the store. A class that nobody is in matches nobody.
  func question(classes: [String], name: String? = nil) -> PupilFilter {
    var filter = PupilFilter(presence: presence, flags: flag ?? [], name: name)
    if let year { filter.years = [year] }
    if let classCode {
      let named = classes.filter { PupilListFilter.code(ofClass: $0) == classCode }
      if named.isEmpty { filter.pupils = [] } else { filter.classes = Set(named) }
    }
    if let status { filter.statuses = [status] }
    if let need { filter.needs = [need] }
    return filter
  }

  /// In words, for the print's foot and for history: `Year 3, SEN support`. Classes by name.
  func words(classes: [String]) -> String {
    let parts = [
      presence == .onRoll ? nil : PupilListFilter.words(presence), year?.name,
      classCode.flatMap { code in classes.first { PupilListFilter.code(ofClass: $0) == code } }.map { "class \($0)" },
      status?.name, need?.name, flag?.names.first, day.map { "on \($0.words)" },
    ].compactMap { $0 }
    return parts.isEmpty ? "everybody on the roll" : parts.joined(separator: ", ")
  }

  static func words(_ presence: PupilFilter.Presence) -> String {
    switch presence {
    case .onRoll: "On the roll"
    case .left: "Not on the roll"
    case .everyone: "Everybody"
    }
  }

  static func code(_ flag: PupilFlags) -> String {
    switch flag {
    case .watch: "watch"
    case .eal: "eal"
    case .freeMeals: "free-meals"
    case .pupilPremium: "pupil-premium"
    default: "in-care"
    }
  }

  static func flag(_ code: String) -> PupilFlags? {
    PupilFlags.named.map(\.flag).first { PupilListFilter.code($0) == code }
  }

  /// FNV-1a of the name: tells classes apart, hides nothing.
  static func code(ofClass name: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return String(hash, radix: 36)
  }
}
