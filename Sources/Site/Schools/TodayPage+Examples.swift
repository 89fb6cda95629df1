import Components
import Domain
import Markup
import Store

extension TodayPage {
  static var examples: [TodayPage] { [senco, assistant, newSchool, unlinked, calm] }

  private static let day = "Saturday 21 November 2026 · Autumn term 2026, week 11 of 14"

  private static let dateRows: [SummaryList.Row] = [
    .init("Autumn term 2026", "7 September to 18 December 2026"),
    .init("School days left", "20 days, including today"),
    .init("Spring term 2027", "4 January to 19 March 2027"),
  ]

  private static var senco: TodayPage {
    TodayPage(
      school: SchoolExamples.school, lede: day,
      tiles: [
        .init("420", "pupils on the roll", to: "/schools/900001/pupils"),
        .init("63", "with SEN support", to: "/schools/900001/pupils?status=K"),
        .init("25", "with an EHC plan", to: "/schools/900001/pupils?status=E"),
        .init("34", "groups and strategies running", to: "/schools/900001/groups"),
      ],
      lookAt: [
        LookAt("The calendar is the one that Trellis began with.", way: Link("Check it", "/schools/900001/settings")),
        LookAt(
          "2 groups end within two weeks.",
          [
            Link("Narrative group (27 November)", "/schools/900001/groups/1"),
            Link("Fine motor skills (4 December)", "/schools/900001/groups/2"),
          ]),
        LookAt("One group meets, and nobody leads it.", [Link("Paired reading", "/schools/900001/groups/3")]),
        LookAt(
          "8 pupils with SEN are in no group and have no strategy.",
          [
            "Amina Yusuf", "Jakub Wójcik", "Tom O’Hara", "Ella Price", "Dev Rao", "Noor Hussain", "Oskar Nowak",
            "Lily Fenn",
          ].map { Link($0, "/schools/900001/pupils/1") }),
      ], dates: dateRows, ways: [Link("School map", "/schools/900001/map")])
  }

  private static var assistant: TodayPage {
    TodayPage(
      school: SchoolExamples.school, lede: day,
      own: OwnDay(
        title: "Your groups on Monday 23 November", note: "The school is closed today; this is its next day.",
        sessions: [
          .init(
            time: "09:10", name: "Phonics catch-up", address: "/schools/900001/groups/1",
            detail: "20 minutes · Library",
            pupils: ["Amina Yusuf", "Tom O’Hara"].map { Link($0, "/schools/900001/pupils/1") }),
          .init(
            time: "11:00", name: "Narrative group", address: "/schools/900001/groups/2",
            detail: "30 minutes · Sunshine room · taken from English",
            pupils: ["Ella Price", "Jakub Wójcik-Nowakowski", "Noor Hussain", "Dev Rao"].map {
              Link($0, "/schools/900001/pupils/1")
            }),
          .init(
            time: nil, name: "Check-in", address: "/schools/900001/groups/3", detail: "10 minutes", pupils: []),
        ],
        others: [.init(link: Link("Fine motor skills", "/schools/900001/groups/4"), when: "Tue Thu 13:15")],
        classes: [Link("3A, 29 pupils", "/schools/900001/pupils?class=x")]),
      dates: dateRows, ownFirst: true)
  }

  private static var newSchool: TodayPage {
    TodayPage(
      school: SchoolExamples.newSchool, lede: "Saturday 21 November 2026 · Autumn term 2026, week 11 of 14",
      steps: FirstSteps(
        school: SchoolExamples.newSchool, viewer: SchoolExamples.senco,
        beginnings: .init(hasStaff: true, hasPupils: false, hasGroups: false)
      ).steps,
      stepsLede:
        "What Elmbank Primary School needs for its first costed map. Each step can be left and taken up again.",
      dates: dateRows)
  }

  private static var unlinked: TodayPage {
    TodayPage(
      school: SchoolExamples.school, lede: "Sunday 2 August 2026 · Autumn term 2026 begins on 7 September 2026",
      own: OwnDay(
        title: "Your groups on Monday 7 September",
        note:
          "Your account is not linked to a staff record yet, so Trellis does not know which groups and classes are yours. Ask your SENCO to link it.",
        sessions: [], others: [], classes: []), ownFirst: true)
  }

  private static var calm: TodayPage {
    TodayPage(
      school: SchoolExamples.school, lede: day,
      tiles: [.init("1", "pupil on the roll"), .init("0", "with SEN support"), .init("0", "with an EHC plan")],
      lookAt: [], ways: [Link("School map", "/schools/900001/map")])
  }
}
