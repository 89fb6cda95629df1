import Components
import Domain
import Hummingbird
import Markup
import Store

extension GroupPage {
  /// `GET …/groups/{group}`
  static func show(_ visit: Visit) async throws -> Response {
    let id = try visit.id("group", Group.self)
    let (viewer, today, school) = (visit.viewer, visit.today, visit.here)
    let found = try await visit.read { connection in
      let groups = Groups(viewer, connection)
      let opened = try OpenedGroup.find(id, visit, connection)
      return (
        opened, try groups.clashes(from: today, touching: id), try groups.history(of: id),
        try GroupCost.of(opened, in: school, connection)
      )
    }
    return visit.page(
      GroupPage(
        found.0, clashes: found.1, history: found.2, cost: found.3, isFresh: visit.query("done") != nil,
        visit.site.settings, visit.formToken))
  }

  /// `isFresh`: something of it was written just now, so that a slip is worth a word.
  init(
    _ opened: OpenedGroup, clashes: ToldClashes, history: [HistoryLine], cost: CostSummary?, isFresh: Bool = false,
    _ settings: SiteSettings, _ token: String
  ) {
    let (whole, school, viewer) = (opened.whole, opened.school, opened.viewer)
    let (details, mayChange) = (opened.group.details, opened.mayChange)
    title = details.name
    heading = whole.heading
    lede = GroupPage.lede(opened)
    trail = [Link(school.name, Way.school(school)), Link("Groups", Way.groups(school))]
    actions =
      mayChange
      ? [
        LinkButton("Add pupils", Way.group(opened.id, .pupils, school)).html,
        LinkButton("Correct", Way.group(opened.id, .correct, school), style: .quiet).html,
      ] : []
    tags = GroupPage.tags(opened)
    rows = GroupPage.rows(opened)
    self.clashes = ClashList(clashes, opened.id, viewer: viewer, school: school)
    doubts =
      isFresh && mayChange
      ? GroupDoubt.of(details.span, whole.schedules.map(\.schedule), today: opened.today).map(\.sentence) : []
    meets = !whole.schedules.isEmpty
    leads = whole.leads.map { Lead($0, opened) }
    addLead = mayChange ? Link("Add an adult", Way.group(opened.id, .leads, school)) : nil
    places = whole.places.map { Place($0, opened) }
    otherPlaces = GroupPage.others(whole)
    addPupils = mayChange ? Link("Add pupils", Way.group(opened.id, .pupils, school)) : nil
    items = whole.items.map { Item($0, opened) }
    addItem = mayChange ? Link("Add an item", Way.group(opened.id, .items, school)) : nil
    self.cost = cost
    further = GroupPage.further(opened)
    mistake = mayChange ? Mistake(opened) : nil
    self.history = history.map { GroupHistory.item($0, of: opened, settings) }
    isMasked = whole.isMasked
    self.token = token
    printNote = "\(school.name). Printed \(opened.today.words); confidential."
  }

  private static func lede(_ opened: OpenedGroup) -> String {
    let span = opened.group.details.span
    if span.from > opened.today { return "Begins on \(span.from.words)" }
    if let until = span.until { return until < opened.today ? "Ended on \(until.words)" : "Until \(until.words)" }
    return "Since \(span.from.words)"
  }

  private static func tags(_ opened: OpenedGroup) -> [HTML] {
    let (details, today) = (opened.group.details, opened.today)
    let status: StatusTag.Status =
      details.span.contains(today) ? .running : details.span.from > today ? .planned : .ended
    let chip = ProvisionWords.chip(details.strand, details.level)
    return [StatusTag(status).html] + (chip.isEmpty ? [] : [chip])
      + (details.isConfidential ? [StatusTag(.confidential).html] : [])
  }

  private static func others(_ whole: WholeGroup) -> String? {
    if whole.hiddenPlaces == 0 { return nil }
    let words = Counting.words(whole.hiddenPlaces, "pupil")
    if whole.isMasked { return "\(words), whose names are not shown." }
    return whole.places.isEmpty ? "\(words), who are not yours to see." : "And \(words), who are not yours to see."
  }

  private static func further(_ opened: OpenedGroup) -> [Components.Link] {
    guard opened.mayChange else { return [] }
    func link(_ label: String, _ part: GroupPart) -> Components.Link {
      Link(label, Way.group(opened.id, part, opened.school))
    }
    let span = opened.group.details.span
    let hasEnded = span.until.map { $0 < opened.today } ?? false
    return (hasEnded ? [] : [link("End it", .end)]) + (span.until == nil ? [] : [link("Extend it", .extend)])
      + [link("Copy it to the next term", .copy)]
  }
}

extension GroupPage {
  fileprivate static func rows(_ opened: OpenedGroup) -> [SummaryList.Row] {
    let (whole, details) = (opened.whole, opened.group.details)
    if whole.isMasked {
      return [.init("Runs", details.span.words.prefix(1).uppercased() + details.span.words.dropFirst())]
    }
    func change(_ part: GroupPart, _ label: String = "Change") -> Components.Link? {
      opened.mayChange ? Link(label, Way.group(opened.id, part, opened.school)) : nil
    }
    var rows: [SummaryList.Row] = [when(opened, change(.schedule))]
    rows.append(.init("Runs", GroupWords.dates(details.span)))
    if let type = details.type, let name = whole.type {
      rows.append(
        .init("From the catalogue", html: "<a href=\"\(Way.type(type, opened.school))\">\(name)</a>"))
    }
    if let place = details.place { rows.append(.init("Where", place)) }
    if let area = details.area { rows.append(.init("Area of need", ProvisionWords.area(area))) }
    if !details.years.isEmpty { rows.append(.init("For all of", GroupWords.years(details.years))) }
    if whole.places.isEmpty, whole.hiddenPlaces == 0, details.years.isEmpty {
      rows.append(.init("For", "The whole school, until pupils or years are added"))
    }
    if let note = details.note { rows.append(.init("Note", html: HTML(lines: note))) }
    return rows
  }

  private static func when(_ opened: OpenedGroup, _ change: Components.Link?) -> SummaryList.Row {
    guard let schedule = opened.schedule else {
      return .init("When", "A way of working: it has no sessions of its own")
    }
    let next = nextSessions(opened)
    let hasEnded = (opened.group.details.span.until ?? opened.today) < opened.today
    let others = opened.whole.schedules.filter { !$0.span.contains(opened.day) }
    let lines: [String] =
      (hasEnded
        ? [] : [next.isEmpty ? "No session is left in the school’s calendar." : "Next: \(GroupWords.days(next))"])
      + others.map { "\($0.span.words.prefix(1).uppercased() + $0.span.words.dropFirst()): \($0.schedule.words)" }
    let laid = schedule.slots.flatMap { slots in
      if case .on = schedule.pattern { return nil as String? }
      return "Counted as " + (try? Schedule(minutes: schedule.minutes, .on(slots)).patternWords).map { $0 }!
    }
    let lessons = lessons(schedule)
    return .init(
      "When",
      html: """
        \(schedule.words)\(if: laid, { "<br><span class=\"soft\">\($0)</span>" })\
        \(if: lessons, { "<br><span class=\"soft\">\($0)</span>" })\
        \(each: lines, { "<br><span class=\"soft\">\($0)</span>" })
        """, action: change)
  }

  private static func lessons(_ schedule: Schedule) -> String? {
    let lessons = (schedule.slots ?? []).compactMap { slot in slot.lesson.map { "\(slot.weekday.shortName) \($0)" } }
    return lessons.isEmpty ? nil : "Taken from: \(lessons.joined(separator: ", "))"
  }

  /// The next five from today on.
  private static func nextSessions(_ opened: OpenedGroup) -> [Day] {
    let from = max(opened.today, opened.group.details.span.from)
    guard let period = Period(from, min(from + 120, opened.group.details.span.until ?? from + 120)) else { return [] }
    return Array(opened.whole.schedules.flatMap { $0.sessions(in: period, opened.calendar) }.sorted().prefix(5))
  }
}

extension GroupPage.Mistake {
  init(_ opened: OpenedGroup) {
    let whole = opened.whole
    let parts = [
      (whole.places.count + whole.hiddenPlaces, "place of a pupil", "places of pupils"),
      (whole.leads.count, "entry of who leads it", "entries of who leads it"),
      (whole.items.count, "thing bought for it", "things bought for it"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    contents = parts.isEmpty ? nil : parts.joined(separator: ", ")
    address = Way.removal(Way.group(opened.id, opened.school))
    correct = Way.group(opened.id, .correct, opened.school)
    version = opened.group.version
  }
}

extension GroupPage.Lead {
  init(_ line: LeadLine, _ opened: OpenedGroup) {
    name = line.name
    role = line.role
    share = GroupWords.share(line.lead.share)
    dates = line.lead.span == opened.group.details.span ? "As long as it runs" : GroupWords.dates(line.lead.span)
    isOver = (line.lead.span.until ?? opened.today) < opened.today
    change = opened.mayChange ? Way.group(opened.id, .leads, line.lead.id.text, opened.school) : nil
  }
}

extension GroupPage.Place {
  init(_ line: PlaceLine, _ opened: OpenedGroup) {
    name = line.fullName
    pupil = Way.pupil(line.place.pupil, opened.school)
    year = line.taught.year(on: opened.day).name
    dates = line.place.span == opened.group.details.span ? "As long as it runs" : GroupWords.dates(line.place.span)
    stream = (line.stream?.name ?? "Not said") + (line.place.weight == 1 ? "" : ", weight \(line.place.weight)")
    isOver = (line.place.span.until ?? opened.today) < opened.today
    change = opened.mayChange ? Way.group(opened.id, .places, line.place.id.text, opened.school) : nil
  }
}

extension GroupPage.Item {
  init(_ item: GroupItem, _ opened: OpenedGroup) {
    name = item.name
    cost = item.cost.words
    day = item.day?.words ?? "First session"
    change = opened.mayChange ? Way.group(opened.id, .items, item.id.text, opened.school) : nil
  }
}

extension HTML {
  /// A text of several lines, each on its own.
  init(lines text: String) {
    self = HTML.joined(
      text.split(separator: "\n", omittingEmptySubsequences: false).map { HTML(text: String($0)) }, by: "<br>")
  }
}
