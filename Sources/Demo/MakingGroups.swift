import Domain
import SQL
import Store

extension SchoolMaker {
  /// The school's own provisions beside the starter ones: a lived-in catalogue.
  private var ownTypes: [(heading: String, name: String, minutes: Int, sessions: Int, size: Int, area: String)] {
    plan.phase == .primary
      ? [
        ("Language and communication", "Story box", 20, 4, 4, "CI"),
        ("Behaviour, emotional and social", "Lunchtime garden club", 30, 2, 8, "SEMH"),
        ("Mathematics", "Times tables breakfast", 15, 3, 8, "CL"),
        ("Behaviour, emotional and social", "Brick building therapy", 40, 1, 4, "SEMH"),
      ]
      : [
        ("Literacy", "Reading recovery at Key stage 3", 30, 3, 4, "CL"),
        ("All areas", "Year 11 study hub", 50, 2, 10, "CL"),
        ("Behaviour, emotional and social", "Mentoring", 30, 1, 1, "SEMH"),
        ("Language and communication", "Talk about town", 50, 1, 6, "CI"),
      ]
  }

  mutating func makeGroups() throws {
    let catalogue = Catalogue(viewer, connection)
    let headings = Dictionary(uniqueKeysWithValues: try catalogue.headings().map { ($0.name, $0.id) })
    for own in ownTypes {
      var details = ProvisionDetails()
      details.minutes = own.minutes
      details.sessionsPerWeek = own.sessions
      details.weeks = 12
      details.groupSize = own.size
      details.strand = .intervention
      details.level = "targeted"
      details.area = own.area
      try catalogue.addType(own.name, under: headings[own.heading]!, details)
    }
    let types = try catalogue.types()
    let streams = Dictionary(grouping: try catalogue.streams(), by: \.kind).compactMapValues { $0.first?.id }
    for (index, year) in years.enumerated() {
      try makeStrategies(types, in: year, count: plan.groupsInYear[index] / 8)
      let terms = calendar.terms(of: year).filter { $0.period.from <= today }
      for number in 0..<(plan.groupsInYear[index] - plan.groupsInYear[index] / 8) {
        guard !terms.isEmpty else { continue }
        try makeGroup(types, streams, terms[number % terms.count], year)
      }
    }
  }

  /// Whole classes' ways of working: without sessions, standing in their years.
  private mutating func makeStrategies(_ types: [ProvisionType], in year: AcademicYear, count: Int) throws {
    let keeper = Groups(viewer, connection)
    let strategies = types.filter { $0.details.minutes == nil }
    let terms = calendar.terms(of: year)
    guard let first = terms.first, let last = terms.last else { return }
    for number in 0..<count {
      let type = strategies[number % strategies.count]
      var details = GroupDetails(type, span: Span(first.period.from, last.period.until)!)
      details.years = dice.some(dice.roll(1...3), of: Array(plan.phase.years)).sorted()
      var new = NewGroup(details)
      if dice.happens(40) {
        new.items = [
          NewItem(
            dice.pick(["Picture symbols", "Ear defenders", "Wobble cushions", "Visual timers"]),
            cost: Pence(dice.roll(15...90) * 100))
        ]
      }
      try keeper.add(new)
    }
  }

  private mutating func makeGroup(
    _ types: [ProvisionType], _ streams: [FundingStream.Kind: ID<FundingStream>], _ term: Term, _ year: AcademicYear
  ) throws {
    let sized = types.filter { ($0.details.minutes ?? 0) > 0 }
    let type = dice.pick(sized)
    let from = term.period.from + (dice.happens(70) ? 7 : dice.roll(0...4) * 7)
    // Therapies and one-to-one support often run the year through; catch-up groups a term.
    let isLong = type.details.level == "specialist" && dice.happens(60)
    let end = isLong ? calendar.terms(of: year).last!.period.until : term.period.until
    guard let span = Span(from, end) else { return }
    var details = GroupDetails(type, span: span)
    details.place = dice.pick(["Library", "Rainbow room", "Room 4", "Hall", "The Nest", "Learning hub", "Corridor bay"])
    var new = NewGroup(details, schedule: try schedule(type))
    new.leads = [NewLead(try lead(type), share: dice.happens(12) ? try TimeShare(1, 2) : .whole)]
    if type.details.groupSize ?? 1 > 5 && dice.happens(35) {
      new.leads.append(NewLead(dice.pick(staff.all("Teacher")).id, share: try TimeShare(1, 2)))
    }
    if new.leads.count == 2 && new.leads[0].staff == new.leads[1].staff { new.leads.removeLast() }
    if dice.happens(18) {
      new.items = [
        NewItem(
          dice.pick(["Books", "Licence for a term", "Games", "Craft materials"]), cost: Pence(dice.roll(12...140) * 100)
        )
      ]
    }
    new.members = members(of: type, span, streams)
    try Groups(viewer, connection).add(new)
  }

  private mutating func schedule(_ type: ProvisionType) throws -> Schedule {
    let minutes = type.details.minutes!
    let sessions = type.details.sessionsPerWeek ?? 2
    if type.name.contains("therapist") { return try Schedule(minutes: minutes, .perHalfTerm(2)) }
    if sessions == 1 && dice.happens(20) { return try Schedule(minutes: minutes, .perFortnight(1)) }
    if sessions >= 5 || dice.happens(35) { return try Schedule(minutes: minutes, .perWeek(min(sessions, 5))) }
    let start = ClockTime(minutes: (plan.phase == .primary ? 9 : 8) * 60 + 45 + dice.roll(0...9) * 30)
    let lesson = dice.pick(
      plan.phase == .primary
        ? ["Phonics", "Mathematics", "Topic", "Assembly", nil] : ["English", "Science", "Art", "Tutor time", nil])
    let days = dice.some(sessions, of: Array(Weekday.allCases.prefix(5))).sorted()
    return try Schedule(minutes: minutes, .on(days.map { Schedule.Slot($0, start: start, lesson: lesson) }))
  }

  private mutating func lead(_ type: ProvisionType) throws -> ID<StaffMember> {
    let role: String =
      if type.details.isConfidential { "Counsellor" } else if type.name.contains("therapist") {
        "Therapist"
      } else if type.name.contains("tuition") || dice.happens(12) { "Teacher" } else if dice.happens(15) {
        "Higher level teaching assistant"
      } else if type.details.area == "SEMH" && dice.happens(40) { "Learning mentor" } else { "Teaching assistant" }
    return dice.pick(staff.all(role)).id
  }

  /// Pupils whose needs the type is for, of one year or two that follow each other, some of whom came later or left early.
  private mutating func members(
    of type: ProvisionType, _ span: Span, _ streams: [FundingStream.Kind: ID<FundingStream>]
  ) -> [NewMember] {
    let isEAL = type.details.area == nil && type.name.contains("English")
    let year = dice.pick(Array(plan.phase.years))
    let mixed = dice.happens(30)
    let fitting = pupils.filter { pupil in
      guard pupil.isHere(on: span.from) else { return false }
      let own = pupil.year(on: span.from)
      guard own == year || (mixed && own == year.advanced(by: 1)) else { return false }
      if isEAL { return pupil.isEAL }
      guard pupil.status != .none else { return false }
      return type.details.area == nil || pupil.area == nil || pupil.area == type.details.area || pupil.needs.count > 1
    }
    let size = max(1, min(type.details.groupSize ?? 4, 12) + (type.details.groupSize ?? 4 > 2 ? dice.roll(-1...1) : 0))
    return dice.some(size, of: fitting).compactMap { pupil in
      let last = [span.until, pupil.leftOn].compactMap { $0 }.min()
      var own = Span(max(span.from, pupil.joinedOn), last)
      if let end = span.until, end - span.from > 50, dice.happens(9) { own = Span(span.from + 21, last) }
      if let end = last, end - span.from > 50, dice.happens(8) { own = Span(span.from, end - 21) }
      guard let own else { return nil }
      let stream =
        isEAL
        ? streams[.eal]
        : pupil.status == .plan && dice.happens(60)
          ? streams[.topUp] : dice.happens(15) ? streams[.pupilPremium] : streams[.sen]
      return NewMember(pupil.id, stream: stream, span: own)
    }
  }
}
