import Components
import Domain
import Markup

extension SettingsPage {
  var body: HTML {
    """
    \(refusals.summary)\
    \(PageHeader(title, actions: actions))\
    <section aria-labelledby="about"><h2 id="about">The school</h2>\(SummaryList(about))</section>\
    <section aria-labelledby="calendar"><h2 id="calendar">Calendar</h2>\
    <p>Sessions are counted on these days: a group that meets on Tuesdays costs as many Tuesdays as the school is open.</p>\
    \(if: !school.calendarChecked, check)\
    \(if: mayChange, calendarButtons)\
    \(if: years.isEmpty, "<p>No terms have been entered.</p>")\
    \(each: years.filter(\.isOpen), openYear)\
    \(if: years.contains { !$0.isOpen }, "<h3>Earlier years</h3>")\
    \(each: years.filter { !$0.isOpen }, { Details($0.name, body: tables($0)).html })</section>
    """
  }

  private var actions: [HTML] {
    members.map { [LinkButton("Accounts and roles", $0, style: .quiet).html] } ?? []
  }

  private var about: [SummaryList.Row] {
    let change = mayChange ? Link("Change", Way.schoolDetails(school)) : nil
    return [
      .init("Name", school.name, action: change), .init("URN", school.urn),
      .init(
        "LAESTAB", school.laestab.map { "\($0.prefix(3))/\($0.dropFirst(3))" } ?? "Not entered", action: change),
      .init("Phase", school.phase.name, action: change),
      .init("Local authority", school.authority ?? "Not entered", action: change),
      .init("Year groups", html: stages, action: change),
    ]
  }

  private var stages: HTML {
    let stages = Dictionary(grouping: school.years, by: \.stage).sorted { $0.key < $1.key }
    return HTML.joined(
      stages.map { stage, years in
        "\(stage.name): \(years.sorted().map(\.name).joined(separator: ", "))"
      }, by: "<br>")
  }

  private var check: HTML {
    let act: HTML =
      mayChange
      ? PostButton("I have checked it", to: Way.calendarChecked(school), token: token, style: .main).html
      : "<p>The SENCO or the school’s administrator can correct it.</p>"
    return """
      <div class="inset"><p>\(StatusTag(.pleaseCheck)) This is the calendar that Trellis began with: three terms of 38 whole \
      weeks, without your own training days. Compare it with your term dates, change what is different, and add your \
      closures.</p>\(act)</div>
      """
  }

  private var calendarButtons: HTML {
    ButtonRow(
      [
        LinkButton("Add a closure", Way.newClosure(school), style: .quiet).html,
        LinkButton("Add a term", Way.newTerm(school), style: .quiet).html,
      ]
        + yearsToAdd.map { year in
          PostButton(
            "Add the usual terms of \(year.words)", to: Way.calendarYears(school), token: token,
            fields: [HiddenField("year", String(year.start))]
          ).html
        }
    ).html
  }

  private func openYear(_ year: CalendarYear) -> HTML { "<h3>\(year.name)</h3>\(tables(year))" }

  private func tables(_ year: CalendarYear) -> HTML {
    """
    \(if: !year.terms.isEmpty, terms(year))\
    \(each: year.notes, { "<p class=\"soft\">\($0)</p>" })\
    \(if: !year.closures.isEmpty, closures(year))
    """
  }

  private func terms(_ year: CalendarYear) -> HTML {
    DataTable(
      "Terms of \(year.name)",
      columns: [
        .init("Term"), .init("First and last day", .days), .init("Half-terms", .days), .init("Weeks"),
        .init("School days", .number),
      ],
      rows: year.terms.map { term in
        [
          link(term.name, term.address), .text(term.days),
          .html("\(each: term.halves, { "<div>\($0)</div>" })"), .text(term.weeks), .text(String(term.openDays)),
        ]
      },
      totals: ["The year", "", "", .text(year.weeks), .text(String(year.days))], isList: true
    ).html
  }

  private func closures(_ year: CalendarYear) -> HTML {
    DataTable(
      "Closures of \(year.name)",
      columns: [.init("Closure"), .init("Days", .days), .init("School days that it takes out", .number)],
      rows: year.closures.map { [link($0.name, $0.address), .text($0.days), .text(String($0.daysLost))] },
      isList: true
    ).html
  }

  private func link(_ name: String, _ address: Address) -> DataTable.Cell {
    mayChange ? .html("<a href=\"\(address)\">\(name)</a>") : .text(name)
  }
}
