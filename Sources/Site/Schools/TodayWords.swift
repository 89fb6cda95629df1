import Components
import Domain
import Markup
import Store

/// What a first page says.
enum TodayWords {
  /// `Saturday 21 November 2026 · Autumn term 2026, week 11 of 14`.
  static func lede(_ calendar: SchoolCalendar, _ today: Day) -> String {
    let day = "\(today.weekday.name) \(today.words)"
    guard let term = calendar.term(containing: today) else {
      return calendar.nextTerm(after: today).map { "\(day) · \($0.name) begins on \($0.period.from.words)" } ?? day
    }
    let weeks = calendar.weeks(in: term.period)
    guard let week = weeks.firstIndex(where: { $0.monday == today.monday }) else { return "\(day) · \(term.name)" }
    return "\(day) · \(term.name), week \(week + 1) of \(weeks.count)"
  }

  /// The term that is running, its holidays still to come, and the one after it.
  static func dates(_ calendar: SchoolCalendar, _ today: Day) -> [SummaryList.Row] {
    var rows: [SummaryList.Row] = []
    if let term = calendar.term(containing: today) {
      rows.append(.init(term.name, term.period.words))
      let closures = calendar.closures.filter { $0.period.until >= today && term.period.overlaps($0.period) }
      rows += closures.map { .init($0.name, $0.period.words) }
      if let left = Period(today, term.period.until) {
        let days = calendar.openDays(in: left)
        let today = calendar.isOpen(today) ? ", including today" : ""
        rows.append(.init("School days left", Counting.words(days, "day") + today))
      }
    }
    if let next = calendar.nextTerm(after: today) { rows.append(.init(next.name, next.period.words)) }
    return rows
  }

  static func tiles(_ facts: TodayFacts, _ viewer: Viewer, _ school: School) -> [Tiles.Tile] {
    var tiles: [Tiles.Tile] = []
    if let onRoll = facts.onRoll {
      tiles.append(
        Tiles.Tile(onRoll.grouped, onRoll == 1 ? "pupil on the roll" : "pupils on the roll", to: Way.pupils(school)))
    }
    if viewer.mayAll(.see, .needs) {
      tiles.append(Tiles.Tile(String(facts.statuses[.support] ?? 0), "with SEN support", to: pupils(.support, school)))
      tiles.append(Tiles.Tile(String(facts.statuses[.plan] ?? 0), "with an EHC plan", to: pupils(.plan, school)))
    }
    if let groups = facts.groups {
      tiles.append(
        Tiles.Tile(
          String(groups), groups == 1 ? "group or strategy running" : "groups and strategies running",
          to: Way.groups(school)))
    }
    return tiles
  }

  /// Whether it is this viewer's business to see that the records are right.
  static func watchesOver(_ viewer: Viewer) -> Bool {
    viewer.mayAll(.see, .costs) || viewer.may(.do, .school) || viewer.may(.do, .rates)
  }

  static func lookAt(_ facts: TodayFacts, _ viewer: Viewer, _ school: School) -> [TodayPage.LookAt] {
    var things: [TodayPage.LookAt] = []
    if !school.calendarChecked, viewer.may(.do, .school) {
      things.append(
        .init("The calendar is the one that Trellis began with.", way: Link("Check it", Way.settings(school))))
    }
    if let day = facts.strategyDue {
      things.append(
        .init(
          "No inclusion strategy is published. Schools that receive the Inclusive Mainstream Fund publish one by \(day.words).",
          way: Link("Strategy", Way.strategies(school))))
    }
    things += rates(facts, viewer, school)
    func groups(_ found: [SchoolOverview.Group], _ one: String, _ many: String, dated: Bool = false) {
      if found.isEmpty { return }
      things.append(
        .init(
          found.count == 1 ? one : "\(found.count) \(many)",
          found.map { group in
            let until = dated ? group.until.map { " (\($0.wordsWithoutYear))" } ?? "" : ""
            return Link(group.name + until, Way.group(group.id, school))
          }))
    }
    groups(facts.ending, "One group ends within two weeks.", "groups end within two weeks.", dated: true)
    groups(facts.withoutLead, "One group meets, and nobody leads it.", "groups meet, and nobody leads them.")
    groups(facts.withoutPupils, "One group meets, and no pupil is in it.", "groups meet, and no pupil is in them.")
    if !facts.withoutProvision.isEmpty {
      let count = facts.withoutProvision.count
      things.append(
        .init(
          count == 1
            ? "One pupil with SEN is in no group and has no strategy."
            : "\(count) pupils with SEN are in no group and have no strategy.",
          facts.withoutProvision.map { Link($0.name, Way.pupil($0.id, school)) }))
    }
    return things
  }

  private static func rates(_ facts: TodayFacts, _ viewer: Viewer, _ school: School) -> [TodayPage.LookAt] {
    var things: [TodayPage.LookAt] = []
    let keeps = viewer.may(.see, .rates)
    let way = keeps ? Link("Rates", Way.rates(school)) : nil
    let ask = keeps ? "" : " Finance or the head teacher can say what it is."
    if facts.rates.reference > 0, keeps {
      things.append(
        .init(
          facts.rates.reference == 1
            ? "One role is priced at a reference rate that the school has not confirmed."
            : "\(facts.rates.reference) roles are priced at reference rates that the school has not confirmed.",
          way: way))
    }
    let unpriced = facts.rates.unpriced
    if let last = unpriced.last, keeps || viewer.mayAll(.see, .costs) {
      things.append(
        .init(
          (unpriced.count == 1
            ? "\(last) has no rate, so its hours are not priced."
            : "\(unpriced.dropLast().joined(separator: ", ")) and \(last) have no rate, so their hours are not priced.")
            + ask, way: way))
    }
    if let lines = facts.unpricedLines, lines > 0 {
      things.append(
        .init(
          lines == 1
            ? "One line of this year’s map is not priced." : "\(lines) lines of this year’s map are not priced.",
          way: Link("School map", Way.map(school))))
    }
    return things
  }

  /// The ways on that a role comes for.
  static func ways(_ viewer: Viewer, _ school: School) -> [Components.Link] {
    var ways: [Components.Link] = []
    if viewer.mayAll(.see, .map) { ways.append(Link("School map", Way.map(school))) }
    if viewer.may(.see, .rates) { ways.append(Link("Rates", Way.rates(school))) }
    if viewer.may(.do, .imports), !viewer.may(.do, .rates) {
      ways.append(Link("Import a pupil list", Way.pupilImport(school)))
    }
    if ways.isEmpty, viewer.may(.see, .pupils) { ways.append(Link("Pupils", Way.pupils(school))) }
    return ways
  }

  /// The sessions that a group has on `day`: its slots, or one of no certain hour.
  static func slots(of line: GroupLine, on day: Day, _ calendar: SchoolCalendar) -> [Schedule.Slot] {
    guard let schedule = line.schedule, calendar.isOpen(day) else { return [] }
    if let slots = schedule.slots {
      let letter = calendar.letter(of: day)?.rawValue
      return slots.filter { $0.weekday == day.weekday && ($0.weeks == .every || $0.weeks.rawValue == letter) }
    }
    let dated = DatedSchedule(line.group.span, schedule)
    return (0..<dated.sessionCount(in: Period(day), calendar)).map { _ in Schedule.Slot(day.weekday) }
  }

  static func link(_ ownClass: SchoolOverview.OwnClass, _ school: School) -> Components.Link {
    var filter = PupilListFilter()
    filter.classCode = PupilListFilter.code(ofClass: ownClass.name)
    let pupils = ownClass.pupils == 1 ? "1 pupil" : "\(ownClass.pupils) pupils"
    return Link("\(ownClass.name), \(pupils)", filter.address(Way.pupils(school)))
  }

  static func note(_ viewer: Viewer, hasGroups: Bool, hasSessions: Bool, isOpen: Bool) -> String? {
    if viewer.staffMember == nil {
      return "Your account is not linked to a staff record yet, so Trellis does not know which groups and classes are "
        + "yours. Ask your SENCO to link it."
    }
    if !hasGroups { return "You lead no group at the moment." }
    if !hasSessions { return isOpen ? "None of your groups meets today." : "The school is closed today." }
    return isOpen ? nil : "The school is closed today; this is its next day."
  }

  private static func pupils(_ status: SENStatus, _ school: School) -> Address {
    var filter = PupilListFilter()
    filter.status = status
    return filter.address(Way.pupils(school))
  }
}
