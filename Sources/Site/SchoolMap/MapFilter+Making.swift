import Components
import Domain
import Markup

extension MapFilter {
  /// The filter's fields as `map` was asked for, and what it was narrowed to, piece by piece.
  init(
    _ map: SchoolMap, _ calendar: SchoolCalendar, _ today: Day, _ choices: [MapRoutes.Choices], seesNames: Bool,
    error: Refusal?, typed: [String: String]
  ) {
    let question = map.question
    let here = MapAddress(school: map.school, question: question, today: today)
    dayGroups = MapFilter.days(calendar, today).compactMap { $0.offered(on: map, calendar, today) }
    days = typed["days"] ?? MapFilter.value(of: question, calendar, today)
    address = Way.map(map.school)
    from = typed["from"] ?? question.period.from.words
    until = typed["until"] ?? question.period.until.words
    on = typed["on"] ?? question.asAt.words
    asAt = typed["as-at"] ?? question.asAt.words
    across = question.across.rawValue
    names = question.names.rawValue
    offersNames = seesNames
    picks = choices.map {
      Pick(name: $0.name, label: $0.label, choices: $0.choices, selected: question.chosen($0.name))
    }
    pupils = seesNames ? here.at("\(Way.map(map.school))/pupils") : nil
    kept =
      question.pupils.map(\.text).sorted().map { HiddenField("pupil", $0) }
      + (question.onlyYear.map { [HiddenField("year", $0.code)] } ?? [])
    chosen = MapFilter.chosen(map, choices, today)
    var everything = MapQuestion(question.days)
    (everything.across, everything.names) = (question.across, question.names)
    clear =
      chosen.count > 1
      ? MapAddress(school: map.school, question: everything, today: today).at(Way.map(map.school)) : nil
    self.error = error
  }

  static let otherDays = "Otherwise"

  /// This term and this year first, then every other of the calendar, then days of one's own.
  static func days(_ calendar: SchoolCalendar, _ today: Day) -> [Select.Group] {
    let (usual, year) = (MapPeriods.usual(calendar, today), AcademicYear(containing: today))
    let term = calendar.terms.first { $0.period == usual }
    var now = [Choice("year", "This year: \(year.words)")]
    if let term {
      now.insert(
        Choice("term", term.period.contains(today) ? "This term: \(term.name)" : "Next term: \(term.name)"), at: 0)
    }
    let others = MapPeriods.choices(calendar, today).map { group in
      Select.Group(group.label, group.choices.map { Choice($0.value, $0.label) })
    }
    return [Select.Group("Now", now)]
      + [Select.Group(MapFilter.otherDays, [Choice("dates", "Any dates"), Choice("day", "As it was on a day")])]
      + others
  }

  /// Which of them a question asks for.
  static func value(of question: MapQuestion, _ calendar: SchoolCalendar, _ today: Day) -> String {
    guard case .period(let period, _) = question.days else { return "day" }
    let known = Set(days(calendar, today).flatMap(\.choices).map(\.value))
    if period == AcademicYear(containing: today).period { return "year" }
    if period == MapPeriods.usual(calendar, today), known.contains("term") { return "term" }
    return known.contains(MapPeriods.value(period)) ? MapPeriods.value(period) : "dates"
  }

  /// Each chosen value with the view without it.
  private static func chosen(
    _ map: SchoolMap, _ choices: [MapRoutes.Choices], _ today: Day
  ) -> [FilterChips.Chosen] {
    let question = map.question
    func without(_ change: (inout MapQuestion) -> Void) -> Address {
      var less = question
      change(&less)
      return MapAddress(school: map.school, question: less, today: today).at(Way.map(map.school))
    }
    var chosen: [FilterChips.Chosen] = []
    for choice in choices {
      for value in choice.choices where question.chosen(choice.name).contains(value.value) {
        chosen.append(
          FilterChips.Chosen(
            "\(choice.label): \(value.label)", without: without { $0.forget(value.value, choice.name) }))
      }
    }
    let names = map.pupilsInSight
    for pupil in question.pupils.sorted(by: { $0.text < $1.text }) {
      let name = question.names == .counts ? "one" : names[pupil].map { question.names.text(of: $0) }
      chosen.append(
        FilterChips.Chosen(
          "Pupil: \(name ?? "one without provision here")", without: without { $0.pupils.remove(pupil) }))
    }
    if let year = question.onlyYear {
      chosen.append(FilterChips.Chosen("\(year.name) alone", without: without { $0.onlyYear = nil }))
    }
    return chosen
  }
}

extension Select.Group {
  /// Who may see no names is answered over a school year or a term; nil where none of the choices is such an answer.
  fileprivate func offered(on map: SchoolMap, _ calendar: SchoolCalendar, _ today: Day) -> Select.Group? {
    guard map.hidesSmallNumbers else { return self }
    if label == MapFilter.otherDays { return nil }
    if map.tellsTerms { return self }
    let terms = calendar.terms(of: AcademicYear(containing: map.question.period.from)).map(\.period)
    let untold = Set(terms.map(MapPeriods.value) + (terms.contains(MapPeriods.usual(calendar, today)) ? ["term"] : []))
    return Select.Group(label, choices.filter { !untold.contains($0.value) })
  }
}

extension SchoolMap {
  /// Every pupil whose name the map shows.
  var pupilsInSight: [ID<Pupil>: MapPupil] {
    let runs = sections.flatMap(\.lines).flatMap(\.cells).compactMap { $0 }.flatMap(\.runs)
    return Dictionary(runs.flatMap(\.pupils).map { ($0.id, $0) }) { first, _ in first }
  }
}

extension MapQuestion {
  /// The values of one filter as its boxes have them.
  fileprivate func chosen(_ filter: String) -> Set<String> {
    switch filter {
    case "heading": Set(headings.map(\.text))
    case "area": areas
    case "strand": Set(strands.map(\.rawValue))
    case "level": levels
    case "stream": Set(streams.map(\.text))
    case "staff": Set(staff.map(\.text))
    default: []
    }
  }

  fileprivate mutating func forget(_ value: String, _ filter: String) {
    headings = headings.filter { filter != "heading" || $0.text != value }
    areas = areas.filter { filter != "area" || $0 != value }
    strands = strands.filter { filter != "strand" || $0.rawValue != value }
    levels = levels.filter { filter != "level" || $0 != value }
    streams = streams.filter { filter != "stream" || $0.text != value }
    staff = staff.filter { filter != "staff" || $0.text != value }
  }
}
