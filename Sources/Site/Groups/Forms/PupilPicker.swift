import Components
import Domain
import Markup
import SQL
import Store

/// Pupils to be ticked: those of a class, of a year, with a need, and those who were ticked before.
struct PupilPicker: Sendable {
  var className = ""
  var year = ""
  /// A type of need's code, `area:CI`, or `flag:2`.
  var need = ""
  var chosen: Set<ID<Pupil>> = []
  /// Who pays for all of them, and for whom somebody else does.
  var stream = ""
  var streamsOfPupils: [ID<Pupil>: String] = [:]
  /// Who can be ticked now; `load` fills it.
  var rows: [PupilRow] = []
  var classes: [String] = []
  var streams: [FundingStream] = []

  /// The button that shows the pupils who are asked for, and the one that ticks them all.
  static let list = "list"
  static let listAll = "list-all"

  init() {}

  init(_ sent: SentForm) {
    className = sent.typed("class")
    year = sent.typed("pupils-year")
    need = sent.typed("need")
    lacksChoice = [PupilPicker.list, PupilPicker.listAll].contains(sent["act"]) && !isAsked
    chosen = Set(sent.all("pupils").compactMap { ID($0) })
    stream = sent.typed("stream")
    for field in sent.fields where field.name.hasPrefix("stream-") && !field.value.isEmpty {
      if let pupil = ID<Pupil>(field.name.dropFirst(7)) { streamsOfPupils[pupil] = field.value }
    }
  }

  /// Pupils were to be shown, and nothing says which.
  private(set) var lacksChoice = false

  var isAsked: Bool { !(className + year + need).isEmpty }

  /// Finds who is asked for on `day`, and those who are ticked already; `ticksAll` ticks all who are found. Those of `taken`
  /// are left out: they have a place.
  mutating func load(
    on day: Day, ticksAll: Bool, taken: Set<ID<Pupil>> = [], _ viewer: Viewer, _ connection: any Connection
  ) throws {
    let pupils = Pupils(viewer, connection)
    classes = try pupils.classes(on: day)
    streams = try Catalogue(viewer, connection).streams()
    let found = isAsked ? try pupils.list(filter, on: day).filter { !taken.contains($0.id) } : []
    if ticksAll { chosen.formUnion(found.map(\.id)) }
    let others = chosen.subtracting(found.map(\.id))
    let ticked =
      others.isEmpty
      ? [] : try pupils.list(PupilFilter(presence: .everyone, pupils: others.sorted()), on: day)
    rows = ticked + found
  }

  /// A place for everybody who is ticked, as long as the group runs.
  func members(from span: Span? = nil) -> [NewMember] {
    chosen.sorted().map { pupil in
      NewMember(pupil, stream: ID(streamsOfPupils[pupil] ?? stream), span: span)
    }
  }

  private var filter: PupilFilter {
    var filter = PupilFilter()
    if !className.isEmpty { filter.classes = [className] }
    if let year = YearGroup(typed: year) { filter.years = [year] }
    if need.hasPrefix("area:") {
      filter.needs = Set(NeedType.all.filter { $0.area == String(need.dropFirst(5)) })
    } else if need.hasPrefix("flag:") {
      filter.flags = PupilFlags(rawValue: Int(need.dropFirst(5)) ?? 0)
    } else if let type = NeedType.coded(need) {
      filter.needs = [type]
    }
    return filter
  }
}

extension PupilPicker {
  /// `address`: where the form goes when pupils are asked for; it comes back to this part of the page.
  func html(_ refusals: Refusals, school: School, address: Address) -> HTML {
    let error: HTML =
      refusals["pupils"].map { "<p class=\"error\"><span class=\"unseen\">Error: </span>\($0)</p>" } ?? .empty
    return """
      <div id="pupils" tabindex="-1">\(error)<div class="side-by-side">\
      \(Select(Field("class", "Class"), [Choice("", "Any class")] + classes.map { Choice($0, $0) }, selected: className))\
      \(Select(
        Field("pupils-year", "Year group"), [Choice("", "Any year")] + school.years.map { Choice($0.code, $0.name) },
        selected: year))\
      \(Select(Field("need", "Need"), groups: PupilPicker.needs, selected: need))</div>\
      \(ButtonRow([
        Button("Show these pupils", style: .quiet, name: "act", value: PupilPicker.list, to: address).html,
        Button("Show and tick them all", style: .quiet, name: "act", value: PupilPicker.listAll, to: address).html,
      ]))\
      \(found)\(StreamFields.select(streams, Field("stream", "Paid from", hint: "For all of them, unless a pupil’s row says otherwise.", error: refusals["stream"]), stream))</div>
      """
  }

  private var found: HTML { "\(if: lacksChoice, PupilPicker.chooseFirst)\(table)" }

  /// Of a whole school the list would be too long to tick in.
  private static let chooseFirst: HTML =
    "<p role=\"status\">Choose a class, a year group or a need first: then its pupils are shown here to be ticked.</p>"

  private var table: HTML {
    if rows.isEmpty {
      return isAsked
        ? "<p role=\"status\">Nobody on the roll is of this class, year and need, or they are in it already.</p>"
        : .empty
    }
    let table = DataTable(
      "Tick who gets it", columns: [.init("Pupil"), .init("Year and class"), .init("Needs"), .init("Paid from")],
      rows: rows.map(cells), isList: true)
    return "<div data-select-scope>\(SelectAll("All \(rows.count) of them"))\(table)</div>"
  }

  private func cells(_ row: PupilRow) -> [DataTable.Cell] {
    let id = "pupil-\(row.id.text)"
    let box: HTML = """
      <span class="option"><input type="checkbox" id="\(id)" name="pupils" value="\(row.id.text)"\
      \(if: chosen.contains(row.id), " checked")><label for="\(id)">\(row.calledName) \(row.surname)</label></span>
      """
    let pays: HTML = """
      <select name="stream-\(row.id.text)" aria-label="\(row.calledName) \(row.surname): paid from">\
      <option value="">As below</option>\(each: streams, { stream in
        "<option value=\"\(stream.id.text)\"\(if: streamsOfPupils[row.id] == stream.id.text, " selected")>\(stream.name)</option>"
      })</select>
      """
    let needs = row.needs.map(\.type.code).joined(separator: ", ")
    let place = [row.year.name, row.className].compactMap { $0 }.joined(separator: ", ")
    return [.html(box), .text(place), .text(needs.nilIfEmpty ?? row.status?.name ?? "—"), .html(pays)]
  }

  private static let needs: [Select.Group] =
    [Select.Group(nil, [Choice("", "Any need, or none")])] + [
      Select.Group("Any of an area", AreaOfNeed.all.map { Choice("area:\($0.code)", $0.name) }),
      Select.Group("A type of need", NeedType.all.map { Choice($0.code, $0.name) }),
      Select.Group("Marked with", PupilFlags.named.map { Choice("flag:\($0.flag.rawValue)", $0.name) }),
    ]
}
