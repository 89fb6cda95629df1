import Domain
import Foundation
import Markup
import Store

/// Invented groups, for the gallery and its tests.
enum GroupExamples {
  static let today = Day(2026, 11, 21)!
  static let calendar = SchoolCalendar(
    terms: [
      Term(name: "Autumn term", period: Period(Day(2026, 9, 2)!, Day(2026, 12, 18)!)!),
      Term(name: "Spring term", period: Period(Day(2027, 1, 4)!, Day(2027, 3, 25)!)!),
    ], closures: [Closure(name: "Half-term", period: Period(Day(2026, 10, 26)!, Day(2026, 10, 30)!)!)])

  static let term = Span(Day(2026, 9, 7)!, Day(2026, 12, 18)!)!
  static let streams = StarterCatalogue.streams.enumerated().map { index, stream in
    FundingStream(id: ID(high: 6, low: UInt64(index + 1)), name: stream.name, kind: stream.kind)
  }

  static let staff = ["Mrs Jo Lowe", "Ms Ngozi Okafor", "Mr Luis Reyes"].enumerated().map { index, name in
    StaffMember(
      id: ID(high: 5, low: UInt64(index + 1)), name: name,
      roles: HeldRoles(ID(high: 7, low: 1), from: Day(2020, 9, 1)!), weeklyMinutes: 1950, weeks: 39,
      account: nil, span: Span(Day(2020, 9, 1)!, index == 2 ? Day(2027, 3, 31)! : nil)!, version: 1)
  }

  static let narrative = schedule(30, [.tuesday, .thursday], lesson: "Assembly")

  static let whole: WholeGroup = {
    var details = GroupDetails(CatalogueExamples.types[10], span: term)
    details.place = "The Nest"
    details.note = "Bring the picture cards.\nEnds five minutes early on Thursdays."
    let group = Group(id: ID(high: 8, low: 1), details: details, version: 3)
    let reyes = Span(Day(2026, 10, 5)!, Day(2026, 11, 6)!)!
    let later = Span(Day(2026, 11, 2)!, term.until)!
    return WholeGroup(
      group: group, heading: "Language and communication", type: details.name,
      schedules: [
        DatedSchedule(Span(term.from, Day(2026, 11, 1)!)!, schedule(20, [.tuesday], lesson: nil)),
        DatedSchedule(later, narrative),
      ], leads: [lead(0, term, .whole), lead(2, reyes, half)],
      items: [
        GroupItem(id: ID(high: 9, low: 1), group: group.id, name: "Picture cards", cost: 1250, day: Day(2026, 9, 11)!)
      ],
      places: [
        place(1, "Amina", "Yusuf", term, 0), place(2, "Jakub", "Wójcik-Nowakowski", term, 3),
        place(3, "Tom", "O’Hara", Span(term.from, Day(2026, 10, 16)!)!, 0),
      ], hiddenPlaces: 0, isMasked: false)
  }()

  static let masked = WholeGroup(
    group: Group(
      id: ID(high: 8, low: 2),
      details: GroupDetails(CatalogueExamples.types.first { $0.name == "Counselling" }!, span: term), version: 1
    ).masked, heading: "Behaviour, emotional and social", type: nil, schedules: [], leads: [], items: [], places: [],
    hiddenPlaces: 1, isMasked: true)

  static let opened = opening(whole, .senco)

  static func opening(_ whole: WholeGroup, _ role: Role) -> OpenedGroup {
    OpenedGroup(
      whole: whole, school: CatalogueExamples.school, viewer: CatalogueExamples.viewer(role), today: today,
      calendar: calendar, headings: CatalogueExamples.headings, streams: streams, staff: staff)
  }

  static let lines: [GroupLine] =
    [
      GroupLine(
        group: whole.group, heading: whole.heading, schedule: narrative, leads: Array(whole.leads.prefix(1)),
        memberCount: 2, years: [YearGroup(3)]),
      GroupLine(
        group: masked.group, heading: masked.heading, schedule: nil, leads: [], memberCount: 1, years: [YearGroup(5)]),
      GroupLine(
        group: strategy, heading: "Sensory and physical", schedule: nil, leads: [], memberCount: 0,
        years: [YearGroup(1), YearGroup(2), YearGroup(3)]),
    ]

  private static let strategy: Group = {
    var details = GroupDetails(
      CatalogueExamples.types.first { $0.name == "Movement breaks" }!, span: Span(Day(2026, 9, 7)!)!)
    details.years = [YearGroup(1), YearGroup(2), YearGroup(3)]
    return Group(id: ID(high: 8, low: 3), details: details, version: 1)
  }()

  static let clashes: ToldClashes = {
    let other = ID<Group>(high: 8, low: 4)
    func booking(_ group: ID<Group>) -> GroupClashes.Booking {
      GroupClashes.Booking(
        group: group, schedules: [DatedSchedule(term, narrative)], leads: [.init(staff[0].id, term)],
        members: [.init(whole.places[0].place.pupil, term)])
    }
    return ToldClashes(
      clashes: GroupClashes(among: [booking(whole.group.id), booking(other)], from: today),
      groups: [whole.group.id: whole.group.details.name, other: "Phonics catch-up"],
      staff: [staff[0].id: staff[0].name], pupils: [whole.places[0].place.pupil: "Amina Yusuf"])
  }()

  static let noClashes = ToldClashes(
    clashes: GroupClashes(among: [], from: today), groups: [:], staff: [:], pupils: [:])

  static let picker: PupilPicker = {
    var picker = PupilPicker()
    picker.year = "3"
    picker.need = "SLCN"
    picker.classes = ["3A", "3B"]
    picker.streams = streams
    picker.stream = streams[0].id.text
    let pupils = [("Ella", "Price"), ("Dev", "Rao"), ("Zofia", "Lis")]
    picker.rows = pupils.enumerated().map { index, name in
      PupilRow(
        id: ID(high: 10, low: UInt64(index + 1)), surname: name.1, calledName: name.0, birthDay: Day(2019, 3, 1)!,
        year: YearGroup(3), className: "3A", flags: index == 2 ? .eal : [], joinedOn: Day(2023, 9, 1)!, leftOn: nil,
        status: .support, needs: [RankedNeed(type: NeedType.coded("SLCN")!, rank: 1)])
    }
    picker.chosen = [picker.rows[0].id, picker.rows[2].id]
    picker.streamsOfPupils = [picker.rows[2].id: streams[3].id.text]
    return picker
  }()

  static let newGroup: NewGroupForm = {
    var form = NewGroupForm(
      CatalogueExamples.types[10], id: ID(high: 8, low: 8), calendar: calendar, today: today, stream: streams[0])
    form.leads[0].staff = staff[0].id.text
    form.picker = picker
    return form
  }()

  private static let half = try! TimeShare(1, 2)

  private static func schedule(_ minutes: Int, _ days: [Weekday], lesson: String?) -> Schedule {
    try! Schedule(minutes: minutes, .on(days.map { .init($0, start: ClockTime(9, 30), lesson: lesson) }))
  }

  private static func lead(_ index: Int, _ span: Span, _ share: TimeShare) -> LeadLine {
    LeadLine(
      lead: GroupLead(
        id: ID(high: 11, low: UInt64(index + 1)), group: ID(high: 8, low: 1), staff: staff[index].id, span: span,
        share: share), name: staff[index].name, role: "Teaching assistant")
  }

  private static func place(
    _ number: UInt64, _ forename: String, _ surname: String, _ span: Span, _ stream: Int
  ) -> PlaceLine {
    PlaceLine(
      place: GroupMember(
        id: ID(high: 12, low: number), group: ID(high: 8, low: 1), pupil: ID(high: 10, low: number + 10), span: span,
        weight: 1, stream: streams[stream].id), forename: forename, surname: surname,
      taught: TaughtYears(bornOn: Day(2019, 3, 14)!), leftOn: nil, stream: streams[stream])
  }
}

extension GroupPage {
  static var examples: [GroupPage] {
    let history = [
      HistoryLine(
        at: Date(timeIntervalSince1970: 1_793_000_000), actor: "Ruth Lowe", act: "changed", noun: "schedule",
        nounID: GroupExamples.opened.id.text, pupil: nil, before: ["when": "20 min, Tue 09:30"],
        after: ["when": "30 min, Tue Thu 09:30", "from": "2026-11-02"])
    ]
    let cost = CostSummary(
      days: term, projected: "£412.80 + not priced", toDate: "£301.00 + not priced",
      working: "/schools/900001/map/working",
      note: "What is not priced is in no figure: no rate is known for it.")
    let settings = SiteSettings()
    return [
      GroupPage(
        GroupExamples.opened, clashes: GroupExamples.clashes, history: history, cost: cost, settings, "example"),
      GroupPage(
        GroupExamples.opening(GroupExamples.whole, .teachingAssistant), clashes: GroupExamples.noClashes, history: [],
        cost: nil, settings, "example"),
      GroupPage(
        GroupExamples.opening(GroupExamples.masked, .assistantSenco), clashes: GroupExamples.noClashes, history: [],
        cost: cost, settings, "example"),
    ]
  }

  private static let term = "7 September to 18 December 2026"
}

extension GroupExamples {
  static var forms: [FormPage] {
    let (lead, place) = (opened.whole.leads[0].lead.id.text, opened.whole.places[0].place.id.text)
    let item = opened.whole.items[0].id.text
    let wrong = Refusals([.invalid("Enter the last day, such as 2 September 2026.", field: "until")])
    let conflict = Refusals([.conflict("Somebody else has changed this group since you opened the page.")])
    func page(_ form: some GroupForm, _ thing: String? = nil, _ refusals: Refusals = .none) -> FormPage {
      try! GroupActs.page(form, opened, thing: thing, token: "example", refusals: refusals)
    }
    return try! [
      page(ScheduleForm(opened, thing: nil)), page(CorrectForm(opened, thing: nil)),
      page(EndForm(SentForm()), nil, wrong), page(ExtendForm(opened, thing: nil)), page(CopyForm(opened, thing: nil)),
      page(AddLeadForm(opened, thing: nil)), page(LeadForm(opened, thing: lead), lead),
      page(CorrectLeadForm(opened, thing: lead), lead, conflict), page(PlaceForm(opened, thing: place), place),
      page(CorrectPlaceForm(opened, thing: place), place), page(ItemForm(opened, thing: item), item),
      page(ItemForm(opened, thing: nil)),
    ]
  }
}
