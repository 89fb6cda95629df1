import Components
import Domain
import Markup

extension SchoolMapPage {
  /// Puts a map into words for `viewer`. `typed` is what stands in the fields of a refused choice.
  init(
    _ map: SchoolMap, viewer: Viewer, calendar: SchoolCalendar, today: Day, choices: [MapRoutes.Choices],
    error: Refusal? = nil, typed: [String: String] = [:]
  ) {
    let sight = MapSight(
      showsCosts: viewer.mayAll(.see, .map), opensWorkings: viewer.may(.see, .costs),
      opensPupils: viewer.may(.see, .pupils), opensGroups: viewer.may(.see, .groups), today: today)
    let question = map.question
    let isEmpty = map.sections.isEmpty
    lede = MapWords.lede(question, calendar, today: today)
    let shown = map.filter.isEmpty ? "" : " · only \(map.filter.map(\.words).joined(separator: "; "))"
    printNote = "\(map.school.name) · \(lede)\(shown) · printed \(today.words)"
    tiles = isEmpty ? [] : SchoolMapPage.tiles(map, sight)
    table = isEmpty ? nil : MapTable(map, sight)
    notes = SchoolMapPage.notes(map, sight)
    legend = SchoolMapPage.legend(map, sight)
    years = SchoolMapPage.years(map, today)
    exports = isEmpty ? [] : SchoolMapPage.exports(map, today)
    empty = isEmpty ? SchoolMapPage.nothing(map, viewer) : nil
    filter = MapFilter(
      map, calendar, today, choices, seesNames: viewer.may(.see, .pupils), error: error, typed: typed)
  }

  private static func exports(_ map: SchoolMap, _ today: Day) -> [Components.Link] {
    let (here, base) = (MapAddress(school: map.school, question: map.question, today: today), Way.map(map.school))
    return [
      Components.Link(map.question.onlyYear == nil ? "Print on A3 (PDF)" : "Print on A4 (PDF)", here.at("\(base).pdf")),
      Components.Link("Spreadsheet", here.at("\(base).xlsx")), Components.Link("CSV", here.at("\(base).csv")),
    ]
  }

  private static func nothing(_ map: SchoolMap, _ viewer: Viewer) -> EmptyState {
    let isNarrowed = map.question.isFiltered || map.question.onlyYear != nil
    return EmptyState(
      isNarrowed ? "Nothing matches this filter" : "Nothing was provided in these days",
      isNarrowed
        ? "Groups of these days may be there, but none fits all that you chose."
        : "The map shows groups that run on any day of the period.",
      actions: viewer.may(.do, .groups) ? [LinkButton("Add a group", "\(Way.groups(map.school))/new").html] : [])
  }

  private static func years(_ map: SchoolMap, _ today: Day) -> [Components.Link] {
    let only = map.question.onlyYear
    if map.hidesSmallNumbers { return [] }
    func link(_ year: YearGroup?) -> Components.Link {
      var question = map.question
      question.onlyYear = year
      return Components.Link(
        year?.name ?? "All years",
        MapAddress(school: map.school, question: question, today: today).at(Way.map(map.school)),
        isCurrent: year == only)
    }
    let inSight = map.columns.compactMap { column in if case .year(let year) = column { year } else { nil } }
    let all = Set(map.school.years).union(inSight).union(only.map { [$0] } ?? [])
    return [link(nil)] + all.sorted().map(link)
  }

  private static func tiles(_ map: SchoolMap, _ sight: MapSight) -> [Tiles.Tile] {
    let words = MapTableWords(map: map, sight: sight)
    let working = words.working(MapTableWords.Scope())
    var tiles: [Tiles.Tile] = []
    // A number that is withheld is no figure: a note says so.
    if map.total.isSmall || !map.total.isCountWithheld {
      tiles.append(
        Tiles.Tile(
          MapWords.pupils(map.total), map.total.pupils == 1 ? "pupil with provision" : "pupils with provision",
          to: working))
    }
    tiles.append(
      Tiles.Tile(String(map.groupCount), map.groupCount == 1 ? "group or strategy" : "groups and strategies"))
    if !map.total.isWithheld {
      tiles.append(
        Tiles.Tile(StaffTime.words(minutes: map.total.assistantMinutes), "of teaching assistants", to: working))
      tiles.append(Tiles.Tile(StaffTime.words(minutes: map.total.teacherMinutes), "of teachers", to: working))
    }
    guard sight.showsCosts, !map.total.isWithheld else { return tiles }
    let lacking = MapWords.leavingOut(map).map { ", \($0)" } ?? ""
    let planned = map.total.projected.words
    if map.question.isDivided {
      tiles.append(
        Tiles.Tile(
          map.total.toDate.words, "to date, of \(planned) planned\(lacking)", to: words.workingToDate(.init())))
    } else {
      let since = map.question.isAsItWas ? "since \(map.question.period.from.words)" : "over these days"
      let label = map.hidesSmallNumbers ? "planned" : since
      tiles.append(Tiles.Tile(planned, label + lacking, to: working))
    }
    return tiles
  }

  private static func legend(_ map: SchoolMap, _ sight: MapSight) -> MapLegend {
    let lines = map.sections.flatMap(\.lines)
    let strands = Set(lines.compactMap(\.strand))
    var terms: [(word: String, meaning: String)] = [
      ("TA, teacher, other", "Time of teaching assistants, of teachers and of other adults, over all of these days."),
      (
        "Pupils", "Each is counted once wherever pupils are counted, so these numbers do not add up. Time and money do."
      ),
      ("Whole school", "What belongs to no pupil: strategies for everyone, things for all, time that nobody shares."),
    ]
    if sight.showsCosts {
      terms += [
        ("not priced", "Nobody has said yet what it costs. It is never counted as nothing, and totals name it."),
        ("not led", "It meets, and nobody is said to lead it, so that what it takes is not known. Totals lack it."),
        (
          "To date, to come",
          "What the days up to the as-at day cost, and what the rest of the period is planned to cost."
        ),
      ]
      if sight.opensWorkings { terms.append(("A figure", "Opens its working: the lines that were added up.")) }
    }
    return MapLegend(
      strands: Strand.allCases.filter(strands.contains).map { ($0.name, MapTableWords.hue($0)) },
      levels: map.levels.map(\.name), terms: terms)
  }
}

extension MapQuestion {
  /// Whether to date and to come say more than the cost itself.
  var isDivided: Bool { !isAsItWas && asAt >= period.from && asAt < period.until }
}
