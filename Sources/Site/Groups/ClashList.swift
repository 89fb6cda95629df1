import Components
import Domain
import Markup
import Store

/// Clashes in sentences, each with its way out, in three kinds. Pupils of whom the same is to be told are told of together.
struct ClashList: Sendable {
  struct Item: Sendable {
    let sentence: String
    /// The groups that it is about.
    let groups: [Components.Link]
    let advice: String?
    /// Where each of the groups is given another time.
    var times: [Components.Link] = []
    /// What the button would send; nil where nothing can be done in one act.
    let sharing: Sharing?
  }

  struct Sharing: Sendable {
    let label: String
    let address: Address
    let fields: [HiddenField]
  }

  /// Those of one kind, never none.
  struct Part: Sendable {
    let title: String
    let items: [Item]
  }

  let parts: [Part]
  var items: [Item] { parts.flatMap(\.items) }

  func html(token: String) -> HTML { list(items, token) }

  /// The same, each kind under a heading.
  func sections(token: String) -> HTML {
    HTML.joined(parts.map { "<section><h2>\($0.title)</h2>\(list($0.items, token))</section>" })
  }

  private func list(_ items: [Item], _ token: String) -> HTML {
    "<ul class=\"clashes\">\(each: items, { draw($0, token) })</ul>"
  }

  private func draw(_ item: Item, _ token: String) -> HTML {
    let links = HTML.joined(item.groups.map(\.html), by: ", ")
    return """
      <li><p>\(item.sentence) \(links).\(if: item.advice, { " \($0)" })</p>\
      \(if: item.sharing, { PostButton($0.label, to: $0.address, token: token, fields: $0.fields).html })\
      \(if: !item.times.isEmpty, "<p class=\"small screen-only\">\(HTML.joined(item.times.map(\.html), by: " "))</p>")</li>
      """
  }
}

extension ClashList {
  /// `group`: where to go back to after an act; nil for the page of all clashes.
  init(_ told: ToldClashes, _ group: ID<Group>?, viewer: Viewer, school: School) {
    let names = Names(told: told, school: school, mayChange: viewer.mayAll(.do, .groups))
    let adults = told.clashes.adults.map { ClashList.item($0, names, group) }
    let pupils = ClashList.together(told.clashes.pupils) { Meeting($0) }.map { ClashList.item($0, names) }
    let lessons = ClashList.together(told.clashes.lessons) { Missing($0) }.map { ClashList.item($0, names) }
    let doubles = told.clashes.doubles.map { ClashList.item($0, names) }
    parts = [
      Part(title: "Adults in two places", items: adults), Part(title: "Pupils booked twice", items: pupils),
      Part(title: "Lessons that are always missed", items: lessons),
      Part(title: "Groups that are there twice", items: doubles),
    ].filter { !$0.items.isEmpty }
  }

  /// What several pupils can have in common.
  private struct Meeting: Hashable {
    let groups: [ID<Group>]
    let time: GroupClashes.Time

    init(_ clash: GroupClashes.PupilTwice) {
      groups = clash.groups
      time = clash.time
    }
  }

  private struct Missing: Hashable {
    let groups: [ID<Group>]
    let lesson: String
    let sessions: Int

    init(_ clash: GroupClashes.Lesson) {
      groups = clash.groups
      lesson = Folding.fold(clash.lesson)
      sessions = clash.sessions
    }
  }

  /// In the order in which each kind is met first.
  private static func together<Clash, Kind: Hashable>(_ clashes: [Clash], by kind: (Clash) -> Kind) -> [[Clash]] {
    var places: [Kind: Int] = [:]
    var sorted: [[Clash]] = []
    for clash in clashes {
      if let place = places[kind(clash)] {
        sorted[place].append(clash)
      } else {
        places[kind(clash)] = sorted.count
        sorted.append([clash])
      }
    }
    return sorted
  }

  private static func item(_ clash: GroupClashes.Adult, _ names: Names, _ group: ID<Group>?) -> Item {
    let name = names.told.staff[clash.staff] ?? "Somebody"
    let count = clash.groups.count
    let fields =
      [HiddenField("staff", clash.staff.text), HiddenField("from", clash.time.firstDay.iso)]
      + clash.groups.map { HiddenField("group", $0.text) } + (group.map { [HiddenField("then", $0.text)] } ?? [])
    return Item(
      sentence: "\(name) is in \(count == 2 ? "two" : String(count)) places at once, \(clash.time.words):",
      groups: names.groups(clash.groups), advice: nil, times: names.times(clash.groups),
      sharing: names.mayChange
        ? Sharing(
          label: "Share \(name)’s time among them", address: Way.sharing(names.school), fields: fields) : nil)
  }

  private static func item(_ clashes: [GroupClashes.PupilTwice], _ names: Names) -> Item {
    let clash = clashes[0]
    return Item(
      sentence:
        "\(names.pupils(clashes.map(\.pupil))) \(clashes.count == 1 ? "is" : "are") booked twice, \(clash.time.words):",
      groups: names.groups(clash.groups), advice: "Give one of them another time, or end one of the places.",
      times: names.times(clash.groups), sharing: nil)
  }

  private static func item(_ clashes: [GroupClashes.Lesson], _ names: Names) -> Item {
    let clash = clashes[0]
    return Item(
      sentence:
        "\(names.pupils(clashes.map(\.pupil))) always \(clashes.count == 1 ? "misses" : "miss") \(clash.lesson), \(clash.sessions) times a fortnight:",
      groups: names.groups(clash.groups), advice: "Give a session another time, so that lessons are missed in turn.",
      times: names.times(clash.groups), sharing: nil)
  }

  private static func item(_ clash: GroupClashes.Doubled, _ names: Names) -> Item {
    let name = names.told.groups[clash.groups[0]] ?? "A group"
    return Item(
      sentence:
        "\(name) stands here \(clash.groups.count == 2 ? "twice" : "\(clash.groups.count) times") from \(clash.firstDay.words), for the same pupils by the same adults:",
      groups: names.groups(clash.groups),
      advice: "If it was copied once too often, end one of them: its cost counts twice.", sharing: nil)
  }

  /// How people and groups are called, and where they are found.
  private struct Names {
    let told: ToldClashes
    let school: School
    let mayChange: Bool

    func groups(_ ids: [ID<Group>]) -> [Components.Link] {
      ids.map { Link(told.groups[$0] ?? "A group", Way.group($0, school)) }
    }

    func times(_ ids: [ID<Group>]) -> [Components.Link] {
      guard mayChange else { return [] }
      return ids.map { Link("Another time for \(told.groups[$0] ?? "it")", Way.group($0, .schedule, school)) }
    }

    /// `Amina Yusuf`, `Amina Yusuf and Tom O’Hara`, `Amina Yusuf, Ella Price and Tom O’Hara`.
    func pupils(_ ids: [ID<Pupil>]) -> String {
      let names = ids.map { told.pupils[$0] ?? "A pupil" }.sorted()
      guard let last = names.last, names.count > 1 else { return names.first ?? "" }
      return "\(names.dropLast().joined(separator: ", ")) and \(last)"
    }
  }
}
