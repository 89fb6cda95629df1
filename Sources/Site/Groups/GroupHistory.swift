import Components
import Domain
import Markup
import Store

/// How what was changed of a group is said. History keeps ids of people; here they get their names back.
enum GroupHistory {
  static func item(_ line: HistoryLine, of opened: OpenedGroup, _ settings: SiteSettings) -> Components.Timeline.Item {
    let names = names(opened)
    let whose = line.pupil.map { " of \(names[$0.text] ?? "a pupil")" } ?? ""
    let noun = line.noun == "group" ? "Group" : line.noun.prefix(1).uppercased() + line.noun.dropFirst()
    let what = "\(noun)\(whose) \(line.act)"
    let changes = Set(line.before.keys).union(line.after.keys).sorted().map { key in
      let (old, new) = (line.before[key].map { words($0, names) }, line.after[key].map { words($0, names) })
      switch (old, new) {
      case (let old?, let new?): return old == new ? "\(key) \(new)" : "\(key) \(old) → \(new)"
      case (let old?, nil): return "\(key) was \(old)"
      default: return "\(key) \(new ?? "")"
      }
    }
    return Components.Timeline.Item(
      settings.words(of: line.at), HTML(text: "\(what), by \(line.actor)"), detail: changes.joined(separator: "; "))
  }

  private static func words(_ value: String, _ names: [String: String]) -> String {
    names[value] ?? Day(iso: value)?.words ?? value
  }

  private static func names(_ opened: OpenedGroup) -> [String: String] {
    var names: [String: String] = [:]
    for member in opened.staff { names[member.id.text] = member.name }
    for line in opened.whole.leads { names[line.lead.staff.text] = line.name }
    for line in opened.whole.places { names[line.place.pupil.text] = line.fullName }
    for stream in opened.streams { names[stream.id.text] = stream.name }
    for stream in opened.whole.places.compactMap(\.stream) { names[stream.id.text] = stream.name }
    return names
  }
}
