import Components
import Domain
import Markup

/// How a figure of the map came about: the lines that were added up, with their total last; for one group, each line's
/// own working; and who was counted.
struct WorkingPage: Page {
  let title: String
  let lede: String
  let trail: [Components.Link]
  let summary: CostWorking
  /// To date, to come, adults' time.
  let facts: [SummaryList.Row]
  let details: [CostWorking]
  /// Everybody who is counted in the figure, each once.
  let pupilCount: Int
  /// Those of them whom the viewer knows, by name.
  let pupils: [Components.Link]
  let hint: String?

  var part: Part? { .map }

  static var examples: [WorkingPage] {
    let trail = [Components.Link("School map", "/schools/900001/map")]
    return [
      WorkingPage(
        title: "How this figure came about", lede: "Literacy · Year 1 · 7 September to 18 December 2026",
        trail: trail,
        summary: CostWorking(
          "What was added up",
          lines: [
            CostWorking.Line(
              "Phonics catch-up: Mrs Lowe (Teaching assistant)", working: "7 h", "£120.40",
              to: "/schools/900001/map/working?group=1"),
            CostWorking.Line("Phonics catch-up: picture cards", "£12.50", to: "/schools/900001/map/working?group=1"),
            CostWorking.Line("Paired reading: Mr Obi (Midday supervisor)", working: "5 h", "not priced", isAside: true),
          ], total: CostWorking.Line("Total", "£132.90 + not priced"),
          notes: ["Only the part of each line that stands in this figure is counted; the rest stands in other columns."]
        ),
        facts: [
          SummaryList.Row(
            "To date, up to 21 November 2026", html: "<a href=\"/schools/900001/map/working\">£92.77</a>"),
          SummaryList.Row("To come", "£40.13"), SummaryList.Row("Adults’ time", "12 h"),
        ], details: [], pupilCount: 3,
        pupils: [
          Components.Link("Amir Khan", "/schools/900001/pupils/1/map"),
          Components.Link("Ella Price", "/schools/900001/pupils/2/map"),
        ],
        hint: WorkingPage.hint),
      WorkingPage(
        title: "How this figure came about", lede: "Narrative group · Year 1 · 7 September to 18 December 2026",
        trail: trail,
        summary: CostWorking(
          "What was added up",
          lines: [CostWorking.Line("Narrative group: Mrs Lowe (Teaching assistant)", working: "4 h 40 min", "£80.27")],
          total: CostWorking.Line("Total", "£80.27")),
        facts: [],
        details: [
          CostWorking(
            "Narrative group: Mrs Lowe (Teaching assistant)", showsCaption: false,
            lines: [
              CostWorking.Line("Sessions of 20 min, 7 September to 18 December 2026", "14 sessions"),
              CostWorking.Line("Rate", "£17.20 an hour"), CostWorking.Line("Time", "4 h 40 min"),
            ], total: CostWorking.Line("Total", "£80.27"))
        ], pupilCount: 4, pupils: [], hint: nil),
      WorkingPage(
        title: "How this figure came about", lede: "Year 6 · 7 September to 18 December 2026", trail: trail,
        summary: CostWorking(
          "What was added up",
          lines: [
            CostWorking.Line(
              "Visual timetable", working: "a way of working, without sessions", "nothing to cost", isAside: true),
            CostWorking.Line(
              "Handwriting", working: "nobody leads it from 7 September 2026", "not led", isAside: true),
          ], total: CostWorking.Line("Total", "not led")),
        facts: [], details: [], pupilCount: 1,
        pupils: [Components.Link("Ella Price", "/schools/900001/pupils/2/map")], hint: nil),
    ]
  }

  static let hint =
    "Rates are shown to finance and the head teacher only. Hours and amounts together hint at pay: please treat them with care."
}

extension WorkingPage {
  var body: HTML {
    """
    \(PageHeader(title, lede: lede, actions: [PrintButton().html]))\(summary)\
    \(if: !facts.isEmpty, SummaryList(facts).html)\
    \(each: details, { "<h2>\($0.caption)</h2>\($0)" })\
    \(if: pupilCount > 0, counted)\
    \(if: hint, { InsetText("<p>\($0) <a href=\"\(Way.helpOnCosts)\">How costs are reckoned</a></p>").html })
    """
  }

  private var counted: HTML {
    """
    <h2>\(pupilCount == 1 ? "1 pupil" : "\(pupilCount) pupils, each counted once")</h2>\
    \(if: !pupils.isEmpty, "<ul class=\"in-line\">\(each: pupils, { "<li>\($0)</li>" })\(if: others, { "<li>\($0)</li>" })</ul>")
    """
  }

  /// Whom the viewer does not know.
  private var others: String? {
    let count = pupilCount - pupils.count
    return count == 0 ? nil : count == 1 ? "and 1 other" : "and \(count) others"
  }
}
