import Markup

extension MapTable {
  package static let name = "School map"
  package static let accessibility = [
    "It is one table: columns have scope=col, provisions scope=row, headings scope=rowgroup; gaps say “none”.",
    "Where its columns do not fit, it scrolls within a named region that takes the focus; its head, first column and total stay in view and cover nothing.",
    "On a phone each provision is a card that names its years; the roles of the table stay, as table, row and cell.",
    "Strand and level stand in words under each title; the tint of a cell only repeats them.",
    "Each figure that has a working is a link to it; names and hours read in the order who, when, by whom, cost.",
    "On paper it is A3 landscape, its head repeated on each page; one year alone is A4.",
  ]
  package static let examples = [
    Example("A term of a primary school", example), Example("One year alone, with a pupil marked", oneYear),
    Example(
      "Nothing yet",
      MapTable(
        "Autumn term 2026", columns: [Column("Year 1"), Column("Year 2")], sections: [], totals: [],
        id: "map-of-nothing")),
  ]

  package static let example = MapTable(
    "Provision by year group, with hours a week and cost, autumn term 2026",
    columns: [
      Column("Reception", note: "58 on roll", to: "?year=r"), Column("Year 1", note: "60 on roll", to: "?year=1"),
      Column("Year 2", note: "59 on roll", to: "?year=2"), Column("Year 3", note: "61 on roll", to: "?year=3"),
      Column("Year 4", note: "60 on roll", to: "?year=4"), Column("Year 5", note: "62 on roll", to: "?year=5"),
      Column("Year 6", note: "60 on roll", to: "?year=6"), Column("Whole school"),
    ],
    sections: [
      Section(
        "Language and communication",
        lines: [narrative, speechSounds, classroom],
        figures: ["£315.20", "£670.80", "£412.80", "–", "£275.20", "–", "–", "£120.00"],
        sums: [Sum("Cost", "£1,794.00", isMain: true), Sum("TA", "6.0 h")]),
      Section(
        "Literacy", lines: [phonics, reading, counselling],
        figures: ["–", "£467.84", "£467.84", "£233.92", "£206.40", "£206.40", "£611.04", "–"],
        sums: [Sum("Cost", "£2,193.44", isMain: true), Sum("TA", "9.4 h"), Sum("Teacher", "1.0 h")]),
    ],
    totals: [
      Total(
        "Pupils", note: "each counted once", figures: ["1", "10", "9", "2", "5", "4", "9", "–"], all: "37"),
      Total(
        "Teaching assistants", note: "hours a week", figures: ["1.2", "4.2", "3.2", "0.9", "1.8", "0.8", "3.3", "0.0"],
        all: "15.4"),
      Total(
        "Teachers", note: "hours a week", figures: ["0.0", "0.0", "0.0", "0.0", "0.0", "0.0", "1.0", "0.0"], all: "1.0"),
      Total(
        "To date", note: "2 September to 21 November",
        figures: ["£247.66", "£894.64", "£691.93", "£183.80", "£378.40", "£162.17", "£480.10", "£94.29"],
        all: "£3,132.99"),
      Total(
        "Cost", note: "2 September to 18 December",
        figures: ["£315.20", "£1,138.64", "£880.64", "£233.92", "£481.60", "£206.40", "£611.04", "£120.00"],
        all: Figure("£3,987.44", working: "/working"), isMain: true),
    ])

  private static let narrative = Line(
    "Narrative group", detail: "30 min · 3 a week · group of 4",
    chip: Chip("Intervention · Targeted", .crimson, depth: 2),
    to: "/provision/1",
    cells: [
      [],
      [
        Run(
          .names(["Amir K", "Ella P", "Jakub W", "Tomi A"].map { Name($0) }), when: "Mon Wed Fri", by: "Mrs Lowe",
          hours: ["TA 1.5 h"], cost: Figure("£412.80", working: "/working"), to: "/groups/1")
      ],
      [
        Run(
          .names(["Beth S", "Imran U", "Noor H"].map { Name($0) }), when: "Tue Wed Thu", by: "Mr Reid",
          hours: ["TA 1.5 h"],
          cost: Figure("£412.80", working: "/working"), to: "/groups/2")
      ], [], [], [], [], [],
    ], sums: [Sum("Cost", "£825.60", isMain: true), Sum("TA", "3.0 h"), Sum("To date", "£648.69")])

  private static let speechSounds = Line(
    "Speech sounds, one to one", detail: "15 min · 4 a week",
    chip: Chip("Intervention · Specialist", .crimson, depth: 3),
    to: "/provision/2",
    cells: [
      [
        Run(
          .names([Name("Oskar N")]), when: "daily", by: "Mrs Lowe", note: "from 14 September", hours: ["TA 1.2 h"],
          cost: Figure("£315.20", working: "/working"), to: "/groups/3")
      ],
      [
        Run(
          .names([Name("Ella P")]), when: "Mon to Thu", by: "Mrs Lowe", note: "ends 12 December", hours: ["TA 1.0 h"],
          cost: Figure("£258.00", working: "/working"), to: "/groups/4")
      ], [], [],
      [
        Run(
          .names([Name("Maximilian-Alexander v. d. H")]), when: "Mon to Thu", by: "Ms Featherstonehaugh",
          hours: ["TA 1.0 h"],
          cost: Figure("£275.20", working: "/working"), to: "/groups/5")
      ], [], [], [],
    ], sums: [Sum("Cost", "£848.40", isMain: true), Sum("TA", "3.0 h"), Sum("To date", "£666.47")])

  private static let classroom = Line(
    "Communication-friendly classroom", detail: "whole class", chip: Chip("Environment · Universal", .green, depth: 1),
    to: "/provision/3",
    cells: [
      [Run(.words("all of Reception"))], [Run(.words("all of Year 1"))], [], [], [], [], [],
      [Run(.words("Symbols and signs"), note: "bought on 9 September", cost: "£120.00")],
    ], sums: [Sum("Cost", "£120.00", isMain: true), Sum("To date", "£94.29")])

  private static let phonics = Line(
    "Phonics catch-up", detail: "20 min · 5 a week · group of 6",
    chip: Chip("Intervention · Targeted", .crimson, depth: 2),
    to: "/provision/4",
    cells: [
      [],
      [
        Run(
          .list("7 pupils", ["Amir K", "Dev R", "Ella P", "Hana M", "Ioan B", "Lily F", "Sami A"].map { Name($0) }),
          when: "daily", by: "Miss Ito", hours: ["TA 1.7 h"], cost: Figure("£467.84", working: "/working"),
          to: "/groups/6")
      ],
      [
        Run(
          .list("6 pupils", ["Beth S", "Cai T", "Gwen P", "Kofi O", "Rory M", "Zara Q"].map { Name($0) }),
          when: "daily",
          by: "Miss Ito", hours: ["TA 1.7 h"], cost: Figure("£467.84", working: "/working"), to: "/groups/7")
      ],
      [
        Run(
          .names(["Dev R", "Lily F"].map { Name($0) }), when: "daily", by: "Miss Ito", note: "from 3 November",
          hours: ["TA 0.9 h"], cost: Figure("£233.92", working: "/working"), to: "/groups/8")
      ], [], [], [], [],
    ], sums: [Sum("Cost", "£1,169.60", isMain: true), Sum("TA", "4.3 h"), Sum("To date", "£918.97")])

  private static let reading = Line(
    "Paired reading", detail: "15 min · 3 a week", chip: Chip("Family support · Universal", .plum, depth: 1),
    tags: [StatusTag(.referenceRate)], to: "/provision/5",
    cells: [
      [], [], [], [],
      [
        Run(
          .names(["Ava L", "Bilal Y", "Cerys J", "Danny W"].map { Name($0) }), when: "Mon Wed Fri", by: "Mr Obi",
          hours: ["TA 0.8 h"], cost: Figure("£206.40", working: "/working"), to: "/groups/9")
      ],
      [
        Run(
          .names(["Erin G", "Farid S", "Grace O", "Hugo D"].map { Name($0) }), when: "Mon Wed Fri", by: "Mr Obi",
          hours: ["TA 0.8 h"], cost: Figure("£206.40", working: "/working"), to: "/groups/10")
      ],
      [
        Run(
          .names(["Isla T", "Jonah K", "Keira B"].map { Name($0) }), when: "Tue Thu", by: "Mr Obi", hours: ["TA 0.5 h"],
          cost: Figure("£137.60", working: "/working"), to: "/groups/11"),
        Run(
          .names(["Leo V", "Mina R"].map { Name($0) }), when: "Wed", by: "Mrs Adeyemi", note: "teacher",
          hours: ["TA 1.0 h"],
          cost: Figure("£473.44", working: "/working"), to: "/groups/12"),
      ], [],
    ],
    sums: [
      Sum("Cost", "£1,023.84", isMain: true), Sum("TA", "2.1 h"), Sum("Teacher", "1.0 h"), Sum("To date", "£804.57"),
    ])

  private static let counselling = Line(
    "Confidential provision", tags: [StatusTag(.confidential), StatusTag(.notPriced)],
    cells: [[], [], [], [], [], [], [Run(.words("fewer than 5 pupils"), hours: ["TA 3.0 h"], cost: "not priced")], []],
    sums: [Sum("Cost", "not priced", isMain: true), Sum("TA", "3.0 h")])

  private static let oneYear = MapTable(
    "Year 1, autumn term 2026", columns: [Column("Year 1", note: "60 on roll")],
    sections: [
      Section(
        "Language and communication",
        lines: [
          Line(
            "Narrative group", detail: "30 min · 3 a week · group of 4",
            chip: Chip("Intervention · Targeted", .crimson, depth: 2),
            cells: [
              [
                Run(
                  .names([Name("Amir K"), Name("Ella P", isMarked: true), Name("Jakub W"), Name("Tomi A")]),
                  when: "Mon Wed Fri", by: "Mrs Lowe", hours: ["TA 1.5 h"], cost: "£412.80")
              ]
            ], sums: [Sum("Cost", "£412.80", isMain: true), Sum("TA", "1.5 h")])
        ], figures: ["£412.80"], sums: [Sum("Cost", "£412.80", isMain: true)])
    ], totals: [Total("Cost", figures: ["£412.80"], all: "£412.80", isMain: true)], id: "map-of-one-year")
}
