import Components
import Domain
import Markup
import SQL
import Store

/// What the first page asks of the store, in one snapshot.
struct TodayFacts: Sendable {
  let calendar: SchoolCalendar
  let beginnings: SchoolOverview.Beginnings
  let onRoll: Int?
  let statuses: [SENStatus: Int]
  let groups: Int?
  let ending: [SchoolOverview.Group]
  let withoutLead: [SchoolOverview.Group]
  let withoutPupils: [SchoolOverview.Group]
  let withoutProvision: [SchoolOverview.Pupil]
  let rates: (reference: Int, unpriced: [String])
  /// What no rate is known for in this academic year, for who keeps the rates; nil for everybody else.
  let unpricedLines: Int?
  /// Until when the school is to publish an inclusion strategy, where it has none for today; nil for everybody else.
  let strategyDue: Day?
  /// The day whose sessions are shown: today, or the next on which the school is open.
  let ownDay: Day
  let own: [GroupLine]
  let ownPupils: [ID<Group>: [SchoolOverview.Pupil]]
  let ownClasses: [SchoolOverview.OwnClass]

  static let soon = 14

  init(of school: School, _ viewer: Viewer, on today: Day, _ connection: any Connection) throws {
    let overview = SchoolOverview(viewer, connection)
    calendar = try SchoolCalendars.load(school.id, connection)
    beginnings = try overview.beginnings()
    onRoll = try overview.pupilsOnRoll(on: today)
    statuses = try Pupils(viewer, connection).counts(on: today)
    groups = try overview.groupsRunning(on: today)
    ending = try overview.endingGroups(within: TodayFacts.soon, of: today)
    withoutLead = try overview.groupsWithoutLead(on: today)
    withoutPupils = try overview.groupsWithoutPupils(on: today)
    withoutProvision = try overview.pupilsWithoutProvision(on: today)
    rates = try overview.unconfirmedRates(on: today)
    unpricedLines =
      viewer.may(.do, .rates) && viewer.may(.see, .map)
      ? try SchoolMaps(viewer, connection).map(
        MapQuestion(.period(AcademicYear(containing: today).period, asAt: today)), of: school
      ).unpriced.count : nil
    strategyDue = try Strategies(viewer, connection).due(at: school, on: today)
    ownDay = calendar.firstOpenDay(from: today) ?? today
    own = try overview.ownGroups(on: ownDay)
    ownPupils = try overview.ownPupils(on: ownDay)
    ownClasses = try overview.ownClasses(on: today)
  }
}

extension TodayPage {
  init(_ facts: TodayFacts, of school: School, _ viewer: Viewer, on today: Day) {
    self.school = school
    lede = TodayWords.lede(facts.calendar, today)
    ownFirst = viewer.reach(.see, .groups) == .own
    ways = TodayWords.ways(viewer, school)
    if !facts.beginnings.isComplete || (!school.calendarChecked && facts.onRoll == 0) {
      steps = FirstSteps(school: school, viewer: viewer, beginnings: facts.beginnings).steps
      stepsLede =
        steps.isEmpty
        ? "" : "What \(school.name) needs for its first costed map. Each step can be left and taken up again."
    }
    own = OwnDay(facts, school, viewer, today)
    if facts.beginnings.hasPupils || facts.beginnings.hasGroups {
      tiles = TodayWords.tiles(facts, viewer, school)
      lookAt = TodayWords.watchesOver(viewer) ? TodayWords.lookAt(facts, viewer, school) : nil
    }
    dates = TodayWords.dates(facts.calendar, today)
  }
}

extension TodayPage.OwnDay {
  /// Nil where the viewer leads nothing and is not somebody who would.
  fileprivate init?(_ facts: TodayFacts, _ school: School, _ viewer: Viewer, _ today: Day) {
    let comesForOwn = viewer.reach(.see, .groups) == .own && viewer.may(.do, .groups)
    guard comesForOwn || !facts.own.isEmpty || !facts.ownClasses.isEmpty else { return nil }
    let day = facts.ownDay
    title = day == today ? "Your groups today" : "Your groups on \(day.weekday.name) \(day.wordsWithoutYear)"
    var meeting: [(start: ClockTime?, session: SessionList.Session)] = []
    var others: [Other] = []
    for line in facts.own {
      let slots = TodayWords.slots(of: line, on: day, facts.calendar)
      let pupils = (facts.ownPupils[line.group.id] ?? []).map { Link($0.name, Way.pupil($0.id, school)) }
      let address = Way.group(line.group.id, school)
      for slot in slots {
        let detail = [
          line.schedule.map { "\($0.minutes) minutes" }, line.group.place,
          slot.lesson.map { "taken from \($0)" },
        ].compactMap(\.self).joined(separator: " · ")
        meeting.append(
          (
            slot.start,
            SessionList.Session(
              time: slot.start?.words, name: line.group.name, address: address, detail: detail, pupils: pupils)
          ))
      }
      if slots.isEmpty {
        others.append(Other(link: Link(line.group.name, address), when: line.schedule?.patternWords ?? "in class"))
      }
    }
    sessions = meeting.sorted { ($0.start?.minutes ?? 1440) < ($1.start?.minutes ?? 1440) }.map(\.session)
    self.others = others
    classes = facts.ownClasses.map { TodayWords.link($0, school) }
    note = TodayWords.note(
      viewer, hasGroups: !facts.own.isEmpty, hasSessions: !sessions.isEmpty, isOpen: facts.calendar.isOpen(today))
  }
}
