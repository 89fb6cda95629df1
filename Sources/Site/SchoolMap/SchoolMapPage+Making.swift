import Components
import Domain
import Markup

extension SchoolMapPage {
  /// Puts a map into words for `viewer`.
  init(
    _ map: SchoolMap, viewer: Viewer, calendar: SchoolCalendar, today: Day, choices: [MapRoutes.Choices],
    error: Refusal? = nil
  ) {
    let seesNames = viewer.may(.see, .pupils)
    let sight = MapSight(
      showsCosts: viewer.mayAll(.see, .map), opensWorkings: viewer.may(.see, .costs),
      opensPupils: viewer.may(.see, .pupils),
      opensGroups: viewer.may(.see, .groups))
    let question = map.question
    lede = MapWords.lede(question, calendar, today: today)
    printNote = "\(map.school.name) · \(lede) · printed \(today.words)"
    let isEmpty = map.sections.isEmpty
    tiles = isEmpty ? [] : SchoolMapPage.tiles(map, sight)
    table = isEmpty ? nil : MapTable(map, sight)
    notes = SchoolMapPage.notes(map, sight)
    let here = MapAddress(school: map.school, question: question)
    let base = Way.map(map.school)
    exports =
      isEmpty
      ? []
      : [
        Components.Link(question.onlyYear == nil ? "Print on A3 (PDF)" : "Print on A4 (PDF)", here.at("\(base).pdf")),
        Components.Link("Spreadsheet", here.at("\(base).xlsx")), Components.Link("CSV", here.at("\(base).csv")),
      ]
    empty =
      isEmpty
      ? EmptyState(
        question.isFiltered ? "Nothing matches this filter" : "Nothing was provided in these days",
        question.isFiltered
          ? "Groups of these days are there, but none fits all that you chose."
          : "The map shows groups that run on any day of the period.",
        actions: viewer.may(.do, .groups) ? [LinkButton("Add a group", "\(Way.groups(map.school))/new").html] : [])
      : nil
    filter = SchoolMapPage.filter(map, calendar, today, choices, offersNames: seesNames, error)
  }

  private static func tiles(_ map: SchoolMap, _ sight: MapSight) -> [Tiles.Tile] {
    var tiles = [
      Tiles.Tile(MapWords.pupils(map.total), "pupils with provision"),
      Tiles.Tile(String(map.groupCount), map.groupCount == 1 ? "group" : "groups"),
    ]
    if !map.total.isWithheld {
      tiles.append(Tiles.Tile(StaffTime.words(minutes: map.total.assistantMinutes), "of teaching assistants"))
      tiles.append(Tiles.Tile(StaffTime.words(minutes: map.total.teacherMinutes), "of teachers"))
    }
    guard sight.showsCosts, !map.total.isWithheld else { return tiles }
    if map.question.asAt < map.question.period.until {
      tiles.append(Tiles.Tile(map.total.toDate.words, "to date, of \(map.total.projected.words) planned"))
    } else {
      tiles.append(
        Tiles.Tile(map.total.projected.words, map.hidesSmallNumbers ? "planned" : "spent"))
    }
    return tiles
  }

  private static func notes(_ map: SchoolMap, _ sight: MapSight) -> [Note] {
    var notes: [Note] = []
    if sight.showsCosts, !map.unpriced.isEmpty {
      let count = map.unpriced.count
      notes.append(
        Note(
          sentence:
            "\(count == 1 ? "One line is" : "\(count) lines are") not priced: no rate is known for them, so no total has them.",
          items: map.unpriced.map { "\($0.provision): \($0.source), from \($0.from.words)" },
          link: Components.Link("Staff and rates", Way.part(.staff, map.school))))
    }
    if sight.showsCosts, map.usesReferenceRates {
      notes.append(
        Note(
          sentence: "Priced with reference rates that the school has not confirmed yet.", items: [],
          link: Components.Link("Staff and rates", Way.part(.staff, map.school))))
    }
    if !map.school.calendarChecked {
      notes.append(
        Note(
          sentence: "The calendar is the default one: please check it, because sessions are counted on it.", items: [],
          link: Components.Link("School and calendar", Way.part(.school, map.school))))
    }
    if !map.yearsWithoutTerms.isEmpty {
      notes.append(
        Note(
          sentence:
            "The calendar has no terms for \(map.yearsWithoutTerms.map(\.words).joined(separator: ", ")): no sessions can be counted there.",
          items: [], link: Components.Link("School and calendar", Way.part(.school, map.school))))
    }
    return notes
  }

  private static func filter(
    _ map: SchoolMap, _ calendar: SchoolCalendar, _ today: Day, _ choices: [MapRoutes.Choices], offersNames: Bool,
    _ error: Refusal?
  ) -> MapFilter {
    let question = map.question
    var groups = MapPeriods.choices(calendar, today).map { group in
      Select.Group(group.label, group.choices.map { Choice($0.value, $0.label) })
    }
    groups.append(
      Select.Group("Otherwise", [Choice("day", "As it was on the day"), Choice("dates", "Dates of your own")]))
    let known = Set(groups.flatMap(\.choices).map(\.value))
    var days = "day"
    if case .period(let period, _) = question.days {
      days = known.contains(MapPeriods.value(period)) ? MapPeriods.value(period) : "dates"
    }
    let selected: [String: String?] = [
      "heading": question.headings.first?.text, "area": question.areas.first,
      "strand": question.strands.first?.rawValue,
      "level": question.levels.first, "stream": question.streams.first?.text, "staff": question.staff.first?.text,
    ]
    let everything = MapAddress(school: map.school, question: MapQuestion(question.days)).at(Way.map(map.school))
    return MapFilter(
      address: Way.map(map.school), days: days, dayGroups: groups, from: question.period.from.words,
      until: question.period.until.words, asAt: question.asAt.words, across: question.across.rawValue,
      names: question.names.rawValue, offersNames: offersNames,
      more: choices.map {
        MapFilter.More(
          name: $0.name, label: $0.label, choices: [Choice("", "All")] + $0.choices, selected: selected[$0.name] ?? nil)
      },
      kept: question.pupils.map(\.text).sorted().map { HiddenField("pupil", $0) }
        + (question.onlyYear.map { [HiddenField("year", $0.code)] } ?? []),
      keptWords: keptWords(question), clear: question.isFiltered || question.onlyYear != nil ? everything : nil,
      error: error)
  }

  private static func keptWords(_ question: MapQuestion) -> String? {
    var words: [String] = []
    if !question.pupils.isEmpty {
      words.append(
        question.pupils.count == 1
          ? "Only what one pupil gets is shown." : "Only what \(question.pupils.count) pupils get is shown.")
    }
    if let year = question.onlyYear { words.append("Only \(year.name) is shown.") }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  static var examples: [SchoolMapPage] { [] }
}
