package import Domain
package import SQL

/// The school map, as `viewer` may see it.
package struct SchoolMaps {
  let viewer: Viewer
  let connection: any Connection

  package init(_ viewer: Viewer, _ connection: any Connection) {
    self.viewer = viewer
    self.connection = connection
  }

  /// The map that is asked for. Who may see no names gets counts, with small numbers hidden, and can ask about nobody;
  /// who may not see confidential provision gets its place and cost alone; who sees only their own groups gets those.
  package func map(_ question: MapQuestion, of school: School) throws -> SchoolMap {
    try viewer.must(.see, .map)
    let question = answerable(question)
    let facts = try self.facts(of: school, in: question)
    let map = facts.map(question, hidesConfidential: !viewer.may(.see, .confidential))
    return seesNames ? map : map.withSmallNumbersHidden()
  }

  /// Who may see names may ask for them; others are given counts, and cannot ask about a pupil or an adult.
  package func answerable(_ question: MapQuestion) -> MapQuestion {
    guard !seesNames else { return question }
    var question = question
    question.names = .counts
    question.pupils = []
    question.staff = []
    question.streams = []
    return question
  }

  package var seesNames: Bool { viewer.may(.see, .pupils) }

  /// What one pupil gets and what it costs, over the days of `question`; its other filters hold too. Whoever sees the
  /// pupil sees all of it, but for confidential provision without that right. Money is for those who may see costs: that
  /// is the caller's to keep. Nil where there is no such pupil, or none that the viewer may see.
  package func costs(of pupil: ID<Pupil>, _ question: MapQuestion, at school: School) throws -> PupilCosts? {
    guard let found = try Pupils(viewer, connection).find(pupil) else { return nil }
    let facts = try MapFactsReader(
      viewer: viewer, connection: connection, period: question.period, pupil: pupil
    ).facts(of: school).adding(MapPupil(found))
    return facts.costs(of: pupil, question, hidesConfidential: !viewer.may(.see, .confidential))
  }

  /// The pupil with this number, for the operator's commands; nil where there is none that the viewer may see.
  package func pupil(_ upn: UPN) throws -> Pupil? {
    let pupils = Pupils(viewer, connection)
    return try pupils.taken([upn])[upn].flatMap { try pupils.find($0) }
  }

  /// Everything that a map over these days is drawn from, in a handful of set queries.
  package func facts(of school: School, in question: MapQuestion) throws -> MapFacts {
    try MapFactsReader(viewer: viewer, connection: connection, period: question.period).facts(of: school)
  }
}

/// Reads what is in force in a period: groups with schedules, leads, items and places, and the names that they need.
private struct MapFactsReader {
  let viewer: Viewer
  let connection: any Connection
  let period: Period
  /// Only the groups that this pupil is in.
  var pupil: ID<Pupil>?

  func facts(of school: School) throws -> MapFacts {
    let groups = try self.groups()
    let slots = try self.slots()
    let schedules = try self.schedules(slots)
    var staff: [ID<StaffMember>: String] = [:]
    let leads = try self.leads(&staff)
    var itemNames: [ID<GroupItem>: String] = [:]
    let items = try self.items(&itemNames)
    var pupils: [ID<Pupil>: MapPupil] = [:]
    let members = try self.members(&pupils)
    let mapGroups = groups.map { group in
      MapGroup(
        group: group,
        facts: GroupFacts(
          group: group.id, span: group.span, schedules: schedules[group.id] ?? [], leads: leads[group.id] ?? [],
          items: items[group.id] ?? [], members: members[group.id] ?? []))
    }
    let roles = try connection.rows(
      "SELECT id, name, kind FROM pay_roles WHERE organisation_id = \(viewer.organisation)"
    ) {
      PayRole(id: $0.id(0), name: $0.text(1), kind: PayRole.Kind(rawValue: $0.text(2)) ?? .other)
    }
    return MapFacts(
      school: school, headings: try headings(), groups: mapGroups, pupils: pupils, staff: staff,
      roles: Dictionary(uniqueKeysWithValues: roles.map { ($0.id, $0) }), items: itemNames, streams: try streams(),
      calendar: try SchoolCalendars.load(viewer.organisation, connection),
      rates: try Rates.book(viewer.organisation, connection))
  }

  /// The groups in force in the period, of those that the viewer may see on a map.
  private var inForce: SQL {
    let days: SQL = """
      g.organisation_id = \(viewer.organisation) AND g.from_day <= \(period.until)
      AND (g.until_day IS NULL OR g.until_day >= \(period.from))
      """
    if let pupil {
      return """
        \(days) AND EXISTS (SELECT 1 FROM group_members m WHERE m.organisation_id = g.organisation_id
          AND m.group_id = g.id AND m.pupil_id = \(pupil))
        """
    }
    return viewer.mayAll(.see, .map) ? days : "\(days) AND \(own)"
  }

  /// Groups that the viewer leads, or that a pupil of the viewer's classes is in.
  private var own: SQL {
    guard let staff = viewer.staffMember else { return "1 = 0" }
    return """
      (EXISTS (SELECT 1 FROM group_leads l WHERE l.organisation_id = g.organisation_id AND l.group_id = g.id
        AND l.staff_id = \(staff))
      OR EXISTS (SELECT 1 FROM group_members m
        JOIN pupil_classes c ON c.organisation_id = m.organisation_id AND c.pupil_id = m.pupil_id
        JOIN class_teachers t ON t.organisation_id = c.organisation_id AND t.class = c.class
        WHERE m.organisation_id = g.organisation_id AND m.group_id = g.id AND t.staff_id = \(staff)
          AND c.from_day <= \(period.until) AND (c.until_day IS NULL OR c.until_day >= \(period.from))
          AND t.from_day <= \(period.until) AND (t.until_day IS NULL OR t.until_day >= \(period.from))))
      """
  }

  private func groups() throws -> [Group] {
    var years: [ID<Group>: [YearGroup]] = [:]
    try connection.each(
      """
      SELECT y.group_id, y.year FROM group_years y
      JOIN groups g ON g.organisation_id = y.organisation_id AND g.id = y.group_id
      WHERE \(inForce) ORDER BY y.year
      """
    ) { years[$0.id(0), default: []].append(YearGroup($0.int(1))) }
    return try connection.rows(
      """
      SELECT g.id, g.type_id, g.heading_id, g.name, g.from_day, g.until_day, g.strand, g.level, g.area, g.is_confidential
      FROM groups g WHERE \(inForce) ORDER BY g.from_day, g.id
      """
    ) { row in
      let id: ID<Group> = row.id(0)
      var details = GroupDetails(name: row.text(3), heading: row.id(2), span: row.span(4))
      details.type = row.idOrNil(1)
      details.strand = row.textOrNil(6).flatMap(Strand.init(rawValue:))
      details.level = row.textOrNil(7)
      details.area = row.textOrNil(8)
      details.isConfidential = row.bool(9)
      details.years = years[id] ?? []
      return Group(id: id, details: details, version: 0)
    }
  }

  private func slots() throws -> [String: [Schedule.Slot]] {
    var slots: [String: [Schedule.Slot]] = [:]
    try connection.each(
      """
      SELECT s.schedule_id, s.week, s.weekday, s.starts_at FROM group_slots s
      JOIN group_schedules d ON d.organisation_id = s.organisation_id AND d.id = s.schedule_id
      JOIN groups g ON g.organisation_id = d.organisation_id AND g.id = d.group_id
      WHERE \(inForce) ORDER BY s.schedule_id, s.week DESC, s.weekday, s.starts_at
      """
    ) { row in
      let weeks = Schedule.Weeks(rawValue: row.text(1)) ?? .every
      slots[row.text(0), default: []].append(
        Schedule.Slot(Weekday(rawValue: row.int(2)) ?? .monday, weeks, start: ClockTime(minutes: row.int(3))))
    }
    return slots
  }

  private func schedules(_ slots: [String: [Schedule.Slot]]) throws -> [ID<Group>: [DatedSchedule]] {
    var schedules: [ID<Group>: [DatedSchedule]] = [:]
    try connection.each(
      """
      SELECT d.group_id, d.id, d.minutes, d.pattern, d.sessions, d.once_day, d.from_day, d.until_day
      FROM group_schedules d JOIN groups g ON g.organisation_id = d.organisation_id AND g.id = d.group_id
      WHERE \(inForce) ORDER BY d.group_id, d.from_day
      """
    ) { row in
      let pattern: Schedule.Pattern =
        switch row.text(3) {
        case "days": .on(slots[row.text(1)] ?? [])
        case "fortnight": .perFortnight(row.int(4))
        case "half-term": .perHalfTerm(row.int(4))
        case "once": .once(row.dayOrNil(5))
        default: .perWeek(row.int(4))
        }
      schedules[row.id(0), default: []].append(
        DatedSchedule(row.span(6), try Schedule(minutes: row.int(2), pattern)))
    }
    return schedules
  }

  private func leads(_ names: inout [ID<StaffMember>: String]) throws -> [ID<Group>: [GroupFacts.Lead]] {
    var leads: [ID<Group>: [GroupFacts.Lead]] = [:]
    try connection.each(
      """
      SELECT l.group_id, l.staff_id, s.role_id, l.from_day, l.until_day, l.share_top, l.share_bottom, s.name
      FROM group_leads l
      JOIN groups g ON g.organisation_id = l.organisation_id AND g.id = l.group_id
      JOIN staff s ON s.organisation_id = l.organisation_id AND s.id = l.staff_id
      WHERE \(inForce) ORDER BY l.group_id, l.from_day, l.id
      """
    ) { row in
      let staff: ID<StaffMember> = row.id(1)
      if names[staff] == nil { names[staff] = row.text(7) }
      leads[row.id(0), default: []].append(
        GroupFacts.Lead(
          staff: staff, role: row.id(2), span: row.span(3), share: try TimeShare(row.int(5), row.int(6))))
    }
    return leads
  }

  private func items(_ names: inout [ID<GroupItem>: String]) throws -> [ID<Group>: [GroupFacts.Item]] {
    var items: [ID<Group>: [GroupFacts.Item]] = [:]
    try connection.each(
      """
      SELECT i.group_id, i.id, i.pence, i.day, i.name FROM group_items i
      JOIN groups g ON g.organisation_id = i.organisation_id AND g.id = i.group_id
      WHERE \(inForce) ORDER BY i.group_id, i.id
      """
    ) { row in
      let item: ID<GroupItem> = row.id(1)
      names[item] = row.text(4)
      items[row.id(0), default: []].append(GroupFacts.Item(id: item, cost: Pence(row.int(2)), day: row.dayOrNil(3)))
    }
    return items
  }

  private func members(_ pupils: inout [ID<Pupil>: MapPupil]) throws -> [ID<Group>: [GroupFacts.Member]] {
    var members: [ID<Group>: [GroupFacts.Member]] = [:]
    var years: [ID<Pupil>: [YearFrom]] = [:]
    try connection.each(
      """
      SELECT m.group_id, m.pupil_id, m.from_day, m.until_day, m.weight, m.stream_id, p.surname, p.forename,
        p.preferred_forename, p.birth_day, p.year_shift
      FROM group_members m
      JOIN groups g ON g.organisation_id = m.organisation_id AND g.id = m.group_id
      JOIN pupils p ON p.organisation_id = m.organisation_id AND p.id = m.pupil_id
      WHERE \(inForce) ORDER BY m.group_id, m.pupil_id, m.from_day
      """
    ) { row in
      let id: ID<Pupil> = row.id(1)
      if pupils[id] == nil {
        let pupil = MapPupil(
          id: id, surname: row.text(6), calledName: row.textOrNil(8) ?? row.text(7), birthDay: row.day(9),
          yearShift: row.int(10))
        pupils[id] = pupil
        years[id] = YearFrom.list(in: period) { pupil.year(on: $0) }
      }
      members[row.id(0), default: []].append(
        GroupFacts.Member(
          pupil: id, span: row.span(2), weight: row.int(4), stream: row.idOrNil(5), years: years[id]!))
    }
    return members
  }

  private func headings() throws -> [Heading] {
    try connection.rows(
      "SELECT id, name, position, version FROM headings WHERE organisation_id = \(viewer.organisation) ORDER BY position, name"
    ) { Heading(id: $0.id(0), name: $0.text(1), position: $0.int(2), version: $0.int(3)) }
  }

  private func streams() throws -> [FundingStream] {
    try connection.rows(
      "SELECT id, name, kind FROM funding_streams WHERE organisation_id = \(viewer.organisation) ORDER BY position, name"
    ) { FundingStream(id: $0.id(0), name: $0.text(1), kind: FundingStream.Kind(rawValue: $0.text(2)) ?? .other) }
  }
}
