import Documents
import Domain
import Foundation

/// An area's map with no database: for the gallery, its documents, and the tests of them.
enum AreaMapExamples {
  static let today = Day(2026, 11, 21)!
  static let moment = Date(timeIntervalSince1970: 1_795_253_400)

  static let area = Area(
    id: ID(high: 1, low: 1), name: "Northvale", address: "northvale-speech",
    details: AreaDetails(
      title: "Speech, language and communication in Northvale", organiser: "Northvale Children’s Commissioning",
      contact: "review@northvale.example", publishesMap: true), version: 1)

  static let framework = Framework(
    id: ID(high: 2, low: 1), name: "Five strands, three levels", number: 1, from: Day(2025, 9, 1)!,
    strands: StandardFramework.strands, levels: StandardFramework.threeLevels, version: 1)

  static func round(_ number: Int) -> Round {
    Round(
      id: ID(high: 3, low: UInt64(number)), number: number, name: number == 1 ? "Autumn 2025" : "Autumn 2026",
      framework: framework.id, from: Day(2024 + number, 9, 1)!, until: nil, isClosed: number == 1, version: 1)
  }

  static let harbour = Locality(id: ID(high: 4, low: 1), name: "Harbour", code: "E05000819")
  static let hill = Locality(id: ID(high: 4, low: 2), name: "Hill", code: nil)

  static let basis = AreaMapBasis(
    rounds: [round(1), round(2)],
    specialisms: StandardFramework.specialisms.prefix(3).enumerated().map {
      AreaMapBasis.PlacedSpecialism(position: $0, specialism: $1)
    }, sectors: Sector.usual, localities: [harbour, hill])

  private static let names: [(String, String, Bool)] = [
    ("Northvale Children’s Therapies", "health", true), ("Little Acorns Playgroup", "early-years", true),
    ("Harbour Primary School", "school", true), ("Northvale Parent Carer Forum", "parents", true),
    ("Hill Street Family Hub", "authority", true), ("Talk Together", "voluntary", false),
  ]

  private static func entry(
    _ number: UInt64, _ kind: EntryKind, _ text: String, _ cells: [(Int, Int)], by organisation: Int,
    _ change: (inout EntryDetails) -> Void = { _ in }
  ) -> (entry: Entry, organisation: Int) {
    var details = EntryDetails(kind)
    details.description = text
    details.cells = Cells(cells.map { Cell(strand: $0.0, level: $0.1) })
    details.specialisms = Specialisms([0])
    details.isPublicByAuthor = true
    change(&details)
    let entry = Entry(
      id: ID(high: 5, low: number), round: round(2).id, participant: ID(high: 6, low: UInt64(organisation)),
      account: nil, author: "Tanvi Desai", state: .live, details: details, origin: nil, originKey: nil, mergedInto: nil,
      checkedAt: nil, checkedBy: nil, isPublicByCoordinator: true, createdAt: moment, changedAt: moment, version: 1)
    return (entry, organisation)
  }

  private static let entries: [(entry: Entry, organisation: Int)] = [
    entry(1, .provision, "Talking drop-in at three family hubs, every month, for all parents.", [(0, 0)], by: 0) {
      ($0.title, $0.reach, $0.capacity) = ("Talk at the hub", 480, 600)
      ($0.localities, $0.frequency, $0.place) = ([harbour.id, hill.id], "monthly", "three family hubs")
    },
    entry(2, .provision, "Picture timetables and quiet corners in every room.", [(1, 0), (1, 1)], by: 1) {
      ($0.reach, $0.audience, $0.ageFrom, $0.ageUntil) = (64, "all children", 2, 4)
    },
    entry(3, .provision, "Training days for teaching assistants about vocabulary.", [(2, 0), (2, 1)], by: 0) {
      $0.specialisms = Specialisms([0, 1])
    },
    entry(4, .provision, "Screening of every child in Reception in the first half-term.", [(3, 0)], by: 2) {
      ($0.reach, $0.ageFrom, $0.ageUntil, $0.localities) = (58, 4, 5, [harbour.id])
    },
    entry(5, .provision, "Vocabulary groups of four, twice a week for twelve weeks.", [(4, 1)], by: 2) {
      ($0.title, $0.reach, $0.cost, $0.funder) = ("Word Weavers", 24, Pence(420_000), "the school")
    },
    entry(
      6, .provision, "Individual therapy in school, with a programme for the adults around the child.", [(4, 2)], by: 0
    ) {
      ($0.title, $0.reach, $0.capacity, $0.evidence) = ("Clinic in school", 3, 4, "Therapy outcome measures")
    },
    entry(7, .gap, "Nobody helps families while they wait for an assessment.", [(0, 2), (3, 2)], by: 3) {
      ($0.affected, $0.effect) = (35, "Parents stop asking, and children lose a year.")
      $0.suggestion = "A named person to ring, from the day of the referral."
    },
    entry(8, .gap, "No interpreters at assessments.", [(3, 2)], by: 4) { $0.affected = 20 },
    entry(9, .gap, "No speech sound groups on the hill.", [(4, 1)], by: 1) { $0.localities = [hill.id] },
  ]

  static func map(_ number: Int = 2, isPublic: Bool = false, isEmpty: Bool = false) -> AreaMap {
    var question = AreaMapQuestion(round: number)
    question.isPublic = isPublic
    var tally = AreaMapTally(organisations: names.count, isPublic: isPublic)
    for (entry, organisation) in isEmpty ? [] : number == 1 ? Array(entries.prefix(4)) : entries {
      let details = entry.details
      tally.add(
        AreaMapTally.Fact(
          isGap: details.kind == .gap, cells: details.cells, specialisms: details.specialisms,
          organisation: organisation, reach: details.reach, places: details.capacity, affected: details.affected))
    }
    if !isEmpty, !isPublic { tally.addNothingHere(Cells([Cell(strand: 0, level: 2)]), organisation: 2) }
    let counted = tally.counted()
    return AreaMap(
      area: area, question: question, round: round(number), framework: framework, filter: [], basis: basis,
      tally: counted,
      organisations: isPublic
        ? []
        : names.enumerated().map { index, name in
          AreaMap.Organisation(
            id: ID(high: 6, low: UInt64(index)), name: name.0, sector: name.1, isExpected: name.2,
            hasJoined: index != 5,
            answered: counted.answered[index], nothingHere: counted.nothingHere[index])
        })
  }

  static var comparison: AreaMapComparison { AreaMapComparison(now: map(), then: map(1)) }

  static func entries(_ kind: EntryKind, in cell: Cell? = nil, isPublic: Bool = false) -> [AreaMapEntry] {
    let found = entries.filter { $0.entry.details.kind == kind }.map { entry, organisation in
      var shown = AreaMapEntry(
        entry, organisation: names[organisation].0, sector: names[organisation].1, isPublic: isPublic)
      if kind == .gap { shown.saidBy = [names[organisation].0] }
      return shown
    }
    return (kind == .gap ? AreaReport.ranked(found) : found).filter { cell.map($0.cells.contains) ?? true }
  }

  static var places: [PlaceFigures] {
    func figures(_ locality: Locality) -> AreaMap.Figures {
      var figures = AreaMap.Figures()
      for details in entries.map(\.entry.details) where details.localities.contains(locality.id) {
        if details.kind == .gap { figures.gaps += 1 } else { figures.provision += 1 }
        if let reach = details.reach { (figures.reachSum, figures.reachSaid) = (figures.reachSum + reach, 1) }
      }
      return figures
    }
    func square(_ west: Double) -> String {
      "{\"type\":\"Polygon\",\"coordinates\":[[[\(west),52.0],[\(west + 0.1),52.01],[\(west + 0.1),52.06],[\(west),52.05],[\(west),52.0]]]}"
    }
    return [
      PlaceFigures(locality: harbour, figures: figures(harbour), boundary: square(-1.5)),
      PlaceFigures(locality: hill, figures: figures(hill), boundary: square(-1.4)),
    ]
  }

  static func report(isPublic: Bool = false, isCompared: Bool = false) -> AreaReport {
    AreaReport(
      map: map(isPublic: isPublic), comparison: isCompared ? comparison : nil,
      outcomes: Dictionary(
        uniqueKeysWithValues: StandardFramework.texts(StandardFramework.threeLevels).filter { $0.specialism == "slcn" }
          .compactMap { text in
            framework.cell(strand: text.strand, level: text.level).map { ($0, text.outcome) }
          }), places: places, provision: entries(.provision, isPublic: isPublic),
      gaps: entries(.gap, isPublic: isPublic),
      words: isPublic ? [] : [WordCount(word: "assessment", count: 2), WordCount(word: "families", count: 1)])
  }

  static func printed(isPublic: Bool = false, isCompared: Bool = false) -> PrintedAreaMap {
    PrintedAreaMap(report(isPublic: isPublic, isCompared: isCompared), today: today, moment: moment)
  }
}

extension AreaMapPage {
  static var examples: [AreaMapPage] {
    [
      AreaMapPage(AreaMapExamples.map(), seesAll: true, today: AreaMapExamples.today),
      AreaMapPage(AreaMapExamples.map(isEmpty: true), seesAll: true, today: AreaMapExamples.today),
    ]
  }
}

extension AreaCellPage {
  static var examples: [AreaCellPage] {
    [(4, 1), (3, 2), (1, 2)].map { strand, level in
      let cell = Cell(strand: strand, level: level)
      return AreaCellPage(
        cell, of: AreaMapExamples.map(), outcome: AreaMapExamples.report().outcomes[cell],
        provision: AreaMapExamples.entries(.provision, in: cell), gaps: AreaMapExamples.entries(.gap, in: cell))
    }
  }
}

extension ThenAndNowPage {
  static var examples: [ThenAndNowPage] {
    [ThenAndNowPage(AreaMapExamples.comparison), ThenAndNowPage(alone: AreaMapExamples.map(1))]
  }
}

extension AreaPlacesPage {
  static var examples: [AreaPlacesPage] {
    [
      AreaPlacesPage(AreaMapExamples.map(), AreaMapExamples.places),
      AreaPlacesPage(
        AreaMapExamples.map(),
        AreaMapExamples.places.map { PlaceFigures(locality: $0.locality, figures: $0.figures, boundary: nil) }),
    ]
  }
}

extension AreaGapsPage {
  static var examples: [AreaGapsPage] {
    let empty = AreaReport(
      map: AreaMapExamples.map(isEmpty: true), comparison: nil, outcomes: [:], places: [], provision: [], gaps: [],
      words: [])
    return [AreaMapExamples.report(), empty].map { AreaGapsPage($0, today: AreaMapExamples.today) }
  }
}

extension AreaPublicPage {
  static var examples: [AreaPublicPage] {
    let map = AreaMapExamples.map(isPublic: true)
    return [
      AreaPublicPage(
        map, provision: AreaMapExamples.entries(.provision, isPublic: true),
        gaps: AreaMapExamples.entries(.gap, isPublic: true)),
      AreaPublicPage(AreaMapExamples.map(isPublic: true, isEmpty: true), provision: [], gaps: []),
    ]
  }
}
