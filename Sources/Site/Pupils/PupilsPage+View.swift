import Components
import Domain
import Markup
import Store

extension PupilsPage {
  var body: HTML {
    if isFirst { return "\(header)\(firstSteps)" }
    return """
      \(refusals.summary)\(header)\(tiles)\(filterBar)\
      \(FilterBox(
        "Find a pupil", of: "pupils", noun: "pupils",
        search: FilterBox.Search(to: filter.address(Way.pupilSearch(school)), token: token, value: search ?? "")))\
      \(if: rows.isEmpty, nobody, else: table)
      """
  }

  private var header: HTML {
    var actions = mayAdd ? [LinkButton("Add a pupil", Way.newPupil(school)).html] : []
    if !rows.isEmpty {
      let file = filter.address(Way.pupilExport(school))
      actions.append(LinkButton("Spreadsheet (CSV)", file, style: .quiet, isDownload: true).html)
      actions.append(PrintButton().html)
    }
    return PageHeader("Pupils", lede: lede, actions: actions).html
  }

  private var lede: String {
    let when = day == today ? "as it is today" : "as it was on \(day.words)"
    if let search { return "Names with “\(search)”, \(when)" }
    return "\(isOwnOnly ? "Your groups and classes" : filter.words(classes: classes).capitalisedFirst), \(when)"
  }

  private var firstSteps: HTML {
    let actions = mayAdd ? [LinkButton("Import the pupil list", Way.pupilImport(school), style: .quiet).html] : []
    return EmptyState(
      "No pupils yet",
      "The quickest way is a file from your own system: Trellis shows what it found before anything is written.",
      actions: actions
    ).html
  }

  private var nobody: HTML {
    let all = [LinkButton("Show everybody on the roll", Way.pupils(school), style: .quiet).html]
    return EmptyState(
      "No pupils match", "Nobody who is yours to see matches what you asked for.",
      actions: filter.isFiltering || search != nil ? all : []
    ).html
  }

  /// Only where they say something: with SEN in sight.
  private var tiles: HTML {
    guard seesNeeds, !rows.isEmpty else { return .empty }
    var tiles = [
      Tiles.Tile(rows.count.grouped, rows.count == 1 ? "pupil in this list" : "pupils in this list")
    ]
    for status in SENStatus.allCases {
      var narrowed = filter
      narrowed.status = status
      let count = rows.count { $0.status == status }
      let address = count > 0 && count < rows.count ? narrowed.address(Way.pupils(school)) : nil
      tiles.append(Tiles.Tile(count.grouped, status.name, to: address))
    }
    var watched = filter
    watched.flag = .watch
    let count = rows.count { $0.flags.contains(.watch) }
    tiles.append(
      Tiles.Tile(count.grouped, "watched", to: count > 0 ? watched.address(Way.pupils(school)) : nil))
    return Tiles(tiles).html
  }

  private var filterBar: HTML {
    FilterBar("Choose which pupils are shown", asking: Way.pupils(school), fields: fields).html
  }

  private var fields: HTML {
    let years = school.years.map { Choice($0.code, $0.name) }
    let classes = classes.map { Choice(PupilListFilter.code(ofClass: $0), $0) }
    let flags = PupilFlags.named.filter { seesNeeds || $0.flag != .watch }
    return """
      \(select("year", "Year", "All years", years, filter.year?.code))\
      \(if: !classes.isEmpty, select("class", "Class", "All classes", classes, filter.classCode))\
      \(if: seesNeeds, needFields)\
      \(select("flag", "Flag", "Any", flags.map { Choice(PupilListFilter.code($0.flag), $0.name) }, filter.flag.map(PupilListFilter.code)))\
      \(Details(
        "Leavers, past days", isOpen: filter.presence != .onRoll || filter.day != nil || hasErrors,
        body: """
          <div class="side-by-side">\(Select(
            Field("show", "Who"), PupilFilter.Presence.allCases.map { Choice($0.rawValue, PupilListFilter.words($0)) },
            selected: filter.presence.rawValue))\
          \(DateInput(Field("on", "As it was on", error: refusals["on"]), value: filter.day?.words ?? filter.unreadDay ?? ""))</div>
          """))
      """
  }

  private var needFields: HTML {
    """
    \(select("status", "SEN status", "Any", SENStatus.allCases.map { Choice($0.rawValue, $0.name) }, filter.status?.rawValue))\
    \(select("need", "Need", "Any", NeedType.all.map { Choice($0.code, $0.shortName) }, filter.need?.code))
    """
  }

  private func select(
    _ name: String, _ label: String, _ all: String, _ choices: [Choice], _ selected: String?
  ) -> HTML {
    Select(Field(name, label), [Choice("", all)] + choices, selected: selected ?? "").html
  }

  private var table: HTML {
    let columns =
      ["Pupil", "Year", "Class"] + (seesNeeds ? ["SEN status", "Needs"] : []) + ["Flags"]
      + (filter.presence == .onRoll ? [] : ["On the roll"])
    let pupils = Way.pupils(school)
    return """
      \(DataTable(
        "Pupils", showsCaption: false, columns: columns.map { DataTable.Column($0, isPlain: true) },
        body: "\(each: rows, { row($0, pupils) })", id: "pupils", isList: true))\
      \(if: seesNeeds, legend)
      """
  }

  /// One literal per row: there may be two thousand.
  private func row(_ pupil: PupilRow, _ pupils: Address) -> HTML {
    """
    <tr role="row"><th scope="row" role="rowheader"><a href="\("\(pupils)/\(segment: pupil.id.text)" as Address)">\(pupil.surname), \(pupil.calledName)</a></th>\
    <td role="cell">\(PupilWording.unbroken(pupil.year))</td><td role="cell">\(pupil.className ?? "")</td>\
    \(if: seesNeeds, needs(pupil))<td role="cell">\(flags(pupil.flags))</td>\
    \(if: filter.presence != .onRoll, "<td role=\"cell\">\(stay(pupil))</td>")</tr>
    """
  }

  private func needs(_ pupil: PupilRow) -> HTML {
    """
    <td role="cell">\(PupilWording.tag(pupil.status))</td>\
    <td role="cell">\(pupil.needs.isEmpty ? "" : pupil.needs.codes)</td>
    """
  }

  private func flags(_ flags: PupilFlags) -> HTML {
    if flags.isEmpty { return .empty }
    let others = flags.subtracting(.watch)
    let tag: HTML = flags.contains(.watch) ? StatusTag(.watch).html : .empty
    return others.isEmpty ? tag : "\(tag) \(others.names.joined(separator: ", "))"
  }

  private func stay(_ pupil: PupilRow) -> HTML {
    if let leftOn = pupil.leftOn { return "\(pupil.joinedOn.shortWords) to \(leftOn.shortWords)" }
    return "since \(pupil.joinedOn.shortWords)"
  }

  /// What the codes of the needs in this list mean.
  private var legend: HTML {
    let codes = rows.reduce(into: Set<String>()) { codes, row in for need in row.needs { codes.insert(need.type.code) }
    }
    let used = NeedType.all.filter { codes.contains($0.code) }
    if used.isEmpty { return .empty }
    return Details(
      "What the codes of needs mean", keep: "need-codes",
      body: "<dl class=\"summary\">\(each: used, { "<div><dt>\($0.code)</dt><dd>\($0.name)</dd></div>" })</dl>"
    ).html
  }
}

extension String {
  /// With a capital at the beginning of a sentence.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
