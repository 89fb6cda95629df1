import Components
import Domain
import Exchange
import Markup
import Store

/// Pages about entries with ordinary words in them, then odd cases.
enum EntryExamples {
  private static let area: Address = "/areas/northvale-speech"
  private static let framework = Framework(
    id: ID(high: 0x7000, low: 0x8000_0000_0000_0000), name: "Five strands, three levels", number: 1,
    from: Day(2026, 9, 1)!,
    strands: StandardFramework.strands, levels: StandardFramework.threeLevels, version: 1)
  private static let texts = StandardFramework.texts(StandardFramework.threeLevels).filter { $0.specialism == "slcn" }

  private static func text(_ cell: Domain.Cell) -> CellText? {
    texts.first { framework.cell(strand: $0.strand, level: $0.level) == cell }
  }

  static var forms: [EntryFormPage] {
    var typed = EntryForm(.provision)
    typed.description = "Monthly “Time to talk” drop-in at three family hubs, open to all parents of under-fives."
    typed.cells = ["family-support.universal"]
    let draft = form(EntryForm(.gap), title: "Add a gap")
    var nudged = form(typed, title: "Add provision")
    nudged.nudges = [.noAudience, .personalData([.init(.childsName, "Ella"), .init(.telephone, "01632 960 123")])]
    var refused = form(typed, title: "Change this entry")
    refused.refusals = Refusals([
      .invalid("Tick every cell that it serves: one at least.", field: "cells"),
      .invalid("“many” is not a whole number.", field: "reach"),
    ])
    var conflict = form(typed, title: "Change this entry")
    conflict.refusals = Refusals([.conflict("Somebody has changed this entry since you opened this page.")])
    conflict.compared = [Compared("What happens", now: "Weekly drop-in.", typed: typed.description)]
    return [draft, nudged, refused, conflict]
  }

  private static func form(_ form: EntryForm, title: String) -> EntryFormPage {
    EntryFormPage(
      title: title, lede: "Round 2: Autumn 2026 · for Northvale Children’s Therapies",
      trail: [Link("Entries", "/areas/northvale-speech/entries")], address: "/areas/northvale-speech/entries",
      token: "token",
      cancel: area, form: form,
      grid: CellGrid("Strands and levels: tick every cell that it serves", framework) { cell in
        let key = framework.key(of: cell)
        return (
          """
          <span class="option"><input type="checkbox" name="cells" id="cell-\(key)" value="\(key)"\(if: form.cells.contains(key), " checked")>\
          <label for="cell-\(key)"><b>\(framework.levels[cell.level].name)</b><span class="outcome">\(text(cell)?.outcome ?? "")</span></label></span>
          """, form.cells.contains(key) ? .answered : nil
        )
      },
      helps: [
        EntryFormPage.Help(
          key: "family-support.universal", name: "Family support, Universal",
          outcome: "Every family can find clear and friendly information.",
          help: "What any parent can use without being referred.",
          examples: ["Monthly drop-in at three family hubs; about 40 families a month."],
          questions: ["Could a parent who has never heard of us find this?"], isOpen: true)
      ], specialism: "Speech, language and communication",
      specialisms: [Choice("slcn", "Speech, language and communication"), Choice("ot", "Occupational therapy")],
      localities: [Choice("1", "Harbour"), Choice("2", "Hill")], newID: "1",
      drafts: "/areas/northvale-speech/entries/draft")
  }

  static var desks: [AreaDeskPage] {
    let grid = CellGrid("Your answers", framework) { cell in
      let state: CellGrid.State = cell.level == 0 ? .answered : cell.strand == 1 ? .nothing : .silent
      let words = state == .answered ? "2 entries" : state == .nothing ? "Nothing here" : "Not answered yet"
      return (
        "<a href=\"\(area)\"><span class=\"level-name\">\(framework.levels[cell.level].name)</span><span>\(words)</span></a>",
        state
      )
    }
    let own = OwnDesk(
      organisation: "Northvale Children’s Therapies",
      tiles: [
        Tiles.Tile("9", "provision on the map"), Tiles.Tile("3", "gaps on the map"),
        Tiles.Tile("8 of 15", "cells answered"),
      ],
      canAdd: true, provision: area, gap: area, entries: area,
      questions: [
        OwnDesk.Question(
          about: "Talking drop-in", question: "Is it held in the holidays too?", asked: "Maya Ellis, 20 November 2026",
          address: area)
      ],
      moves: [
        OwnDesk.Move(
          name: "Talking drop-in", sentence: "Maya Ellis has put an entry of yours into other cells.",
          before: "Intervention, Universal", after: "Family support, Universal", entry: area, seen: area)
      ],
      drafts: [
        OwnDesk.Draft(
          id: "1", name: "Training for nursery staff", kind: "Provision", lacks: "Tick every cell that it serves.",
          address: area)
      ],
      sendDrafts: area, earlier: ("In Round 1 you had 7 entries that are not in this round yet.", area),
      importing: area,
      tabs: [Link("Speech and language: 8 of 15", area, isCurrent: true), Link("Occupational therapy: 0 of 15", area)],
      grid: grid,
      chosen: OwnDesk.Chosen(
        key: "family-support.universal", specialism: "slcn", chip: Chip("Family support · Universal", .plum),
        help: forms[0].helps.first, entries: [("Talking drop-in", EntryWords.tag(.provision), area)], provision: area,
        gap: area, saysNothing: nil, mayBeNothing: true, nothing: area, something: area, isOpen: true))
    let sector = WholeDesk.Sector(
      name: "Schools", entries: area, organisations: 40, joined: 31, answered: 26, expected: 40, silent: 14)
    let whole = WholeDesk(
      tiles: [
        Tiles.Tile("412", "provision", to: area), Tiles.Tile("97", "gaps", to: area),
        Tiles.Tile("43 of 60", "organisations have answered"),
      ],
      sectors: [sector], totals: sector, questions: own.questions, importing: area, entries: area, people: area)
    func desk(_ notice: AreaDeskPage.Notice?, _ own: OwnDesk?, _ all: WholeDesk?) -> AreaDeskPage {
      AreaDeskPage(
        heading: "Speech, language and communication in Northvale",
        round: "Round 2: Autumn 2026 · entries are taken until 31 March 2027",
        token: "token", notice: notice, own: own, all: all)
    }
    return [
      desk(nil, own, nil), desk(nil, nil, whole),
      desk(
        .init(title: "Nothing can be entered yet", sentence: "The coordinator has still to open a round."), nil, nil),
    ]
  }

  static var entries: [EntryPage] {
    func entry(_ asking: Address?, mayAnswer: Bool) -> EntryPage {
      EntryPage(
        name: "Talking drop-in", kicker: "Provision · Northvale Children’s Therapies",
        lede: "Written by Tanvi Desai, 12 October 2026, 09:30 · Round 2", trail: [Link("Entries", area)],
        token: "token",
        tags: [EntryWords.tag(.provision), EntryWords.tag(.live)], description: ["Every month at three family hubs."],
        chips: EntryWords.chips(Cells([Domain.Cell(strand: 0, level: 0)]), framework),
        rows: [("Who it is for", "All parents of under-fives"), ("Children reached a year", "480")],
        move: desks[0].own?.moves.first,
        mergedInto: nil,
        merged: [EntryPage.Related(name: "Drop-in for parents", note: "Lucy Marlow", address: area, undo: nil)],
        questions: [
          EntryPage.Question(
            id: "1", question: "Is it held in the holidays too?", asked: "Maya Ellis", answer: nil, answered: nil,
            address: area)
        ], mayAnswer: mayAnswer, asking: asking, questionID: "1", links: [Link("Change it", area)],
        acts: [EntryPage.Act(label: "Withdraw it from the map", address: area, fields: [], style: .danger)],
        history: [Components.Timeline.Item("12 October 2026, 09:30", "Added by Tanvi Desai")])
    }
    return [entry(nil, mayAnswer: true), entry(area, mayAnswer: false)]
  }

  static var lists: [EntriesPage] {
    func list(_ rows: [EntriesPage.Row], isOfAll: Bool) -> EntriesPage {
      EntriesPage(
        isOfAll: isOfAll, lede: "Round 2: Autumn 2026", address: area, token: "token",
        actions: [Link("Add provision", area)],
        filters: [
          EntriesPage.Filter(
            name: "kind", label: "Kind", choices: [Choice("", "Provision and gaps"), Choice("gap", "Gap")], chosen: "")
        ],
        age: "", carried: [], search: area, words: "", rows: rows, count: rows.count, first: 0,
        pages: rows.isEmpty ? [] : [("The next page", 2)], marks: isOfAll ? area : nil, merging: area)
    }
    let row = EntriesPage.Row(
      id: "1", name: "Talking drop-in", address: area, kind: EntryWords.tag(.provision), state: EntryWords.tag(.live),
      organisation: "Northvale Children’s Therapies", cells: "Family support, Universal", number: "480",
      marks: "not checked")
    return [list([row], isOfAll: true), list([row], isOfAll: false), list([], isOfAll: true), list([], isOfAll: false)]
  }

  static var moves: [MoveEntryPage] {
    [
      MoveEntryPage(
        name: "Talking drop-in", description: "Every month at three family hubs.", trail: [Link("Entries", area)],
        address: area,
        token: "token", version: 1,
        grid: MoveEntryPage.grid(framework, ["family-support.universal"], ["family-support.universal"]),
        cancel: area)
    ]
  }

  static var merges: [MergeEntriesPage] {
    func candidate(_ id: String, _ name: String) -> MergeEntriesPage.Candidate {
      MergeEntriesPage.Candidate(
        id: id, version: 1, name: name, organisation: "Northvale Children’s Therapies", state: "On the map",
        values: ["What it says": "Every month at three family hubs.", "Cells": "Family support, Universal"],
        address: area)
    }
    let both = [candidate("1", "Talking drop-in"), candidate("2", "Drop-in for parents")]
    return [
      MergeEntriesPage(candidates: both, address: area, token: "token", cancel: area),
      MergeEntriesPage(
        candidates: both, address: area, token: "token", cancel: area,
        refusals: Refusals([
          Refusal(.conflict, "“Talking drop-in” has been changed or merged since you opened this page.", field: "into")
        ])),
    ]
  }

  static var previews: [EntryImportPreviewPage] {
    var preview = Exchange.ImportPreview()
    preview.new = [
      ImportItem(
        row: 2, what: "Talking drop-in (Provision, Northvale Children’s Therapies)",
        changes: [FieldChange("Cells", to: "Family support, Universal")])
    ]
    preview.refused = [RefusedCell(row: 3, column: "Cells", message: "“Family” is no cell.")]
    let question = UnsureItem(
      key: "organisation-therapies", row: 4, column: "Organisation", what: "Northvale Therapies",
      question: "“Northvale Therapies” is like an organisation that is here already. Is it the same?",
      candidates: [.init(id: "1", what: "Northvale Children’s Therapies")], mayBeNew: true)
    func page(_ preview: Exchange.ImportPreview?, counts: String?) -> EntryImportPreviewPage {
      EntryImportPreviewPage(
        fileName: "entries.csv", lede: "3 rows read", address: area, back: area, token: "token",
        fields: EntryFields.all.map { Choice($0.key, $0.title) },
        columns: [.init(heading: "What happens", examples: "Drop-in · Training", chosen: "description")],
        preview: preview,
        questions: preview == nil ? [] : [question], answers: [:], fingerprint: "0", skipsRefused: false,
        closesDemonstration: false, counts: counts)
    }
    return [page(preview, counts: nil), page(nil, counts: nil), page(nil, counts: "12 new, 1 refused")]
  }
}
