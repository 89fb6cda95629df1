import Components
import Domain
import Markup

extension MapTableWords {
  /// The rows at the foot: people, time, money; each figure opens its working.
  var totals: [MapTable.Total] {
    var rows = [
      row("Pupils", note: "each counted once", working: working, MapWords.pupils),
      row("Teaching assistants", working: working) { MapWords.time($0.assistantMinutes, $0) },
      row("Teachers", working: working) { MapWords.time($0.teacherMinutes, $0) },
    ]
    if map.total.otherMinutes > 0 {
      rows.append(row("Others", working: working) { MapWords.time($0.otherMinutes, $0) })
    }
    guard sight.showsCosts else { return rows }
    if map.question.isDivided {
      rows.append(
        row("To date", note: "up to \(map.question.asAt.words)", working: workingToDate) {
          MapWords.money($0.toDate, $0)
        })
      rows.append(row("To come", working: working) { MapWords.money($0.toCome, $0) })
    }
    let label = map.question.isDivided ? "Planned for the period" : "Cost of the period"
    rows.append(
      MapTable.Total(
        label, figures: map.totals.enumerated().map { figure($1, Scope(column: map.columns[$0])) },
        all: figure(map.total, Scope()), isMain: true))
    return rows
  }

  private func row(
    _ label: String, note: String? = nil, working: (Scope) -> Address?, _ words: (SchoolMap.Figures) -> String
  ) -> MapTable.Total {
    func figure(_ figures: SchoolMap.Figures, _ scope: Scope) -> MapTable.Figure {
      let words = words(figures)
      return words == MapWords.nothing || words == "0"
        ? MapTable.Figure(stringLiteral: MapWords.nothing)
        : MapTable.Figure(words, working: figures.isWithheld ? nil : working(scope))
    }
    return MapTable.Total(
      label, note: note, figures: map.totals.enumerated().map { figure($1, Scope(column: map.columns[$0])) },
      all: figure(map.total, Scope()))
  }

  // MARK: Workings

  /// What a figure is the sum of, within the map: all of it, or what stands under a heading, on a line, in a group, in a
  /// column.
  struct Scope {
    var heading: ID<Heading>?
    var line: ID<Group>?
    var group: ID<Group>?
    var column: SchoolMap.Column?

    func narrowed(to group: ID<Group>) -> Scope { Scope(group: group, column: column) }
    func narrowed(toLineOf group: ID<Group>) -> Scope { Scope(line: group, column: column) }
  }

  /// Where the figure's working is; nil where workings are not for the viewer.
  func working(_ scope: Scope) -> Address? { sight.opensWorkings ? address(scope, workings, map.question) : nil }

  /// The part to date is the same sum over a period that ends on the as-at day.
  func workingToDate(_ scope: Scope) -> Address? {
    guard sight.opensWorkings, let workingsToDate, let passed = map.question.toDate else { return nil }
    return address(scope, workingsToDate, passed)
  }

  static func workings(_ question: MapQuestion, _ school: School) -> Address {
    MapAddress(school: school, question: question).at("\(Way.map(school))/working")
  }

  /// `whole` is the working of all that `question` asks for.
  private func address(_ scope: Scope, _ whole: Address, _ question: MapQuestion) -> Address {
    var address = whole
    if let heading = scope.heading {
      var question = question
      question.headings = [heading]
      address = MapTableWords.workings(question, map.school)
    }
    if let line = scope.line { address = address.asking("line", line.text) }
    if let group = scope.group { address = address.asking("group", group.text) }
    if let column = scope.column { address = address.asking("column", column.key) }
    return address
  }
}

extension MapQuestion {
  /// The same over the days that have passed; nil where to date is not told apart.
  var toDate: MapQuestion? {
    guard isDivided, let passed = Period(period.from, asAt) else { return nil }
    var question = self
    question.days = .period(passed, asAt: asAt)
    return question
  }
}
