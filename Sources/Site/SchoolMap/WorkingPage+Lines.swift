import Components
import Domain
import Markup

/// The lines of a figure's working: what was added up, then what there was nothing to add of.
extension WorkingPage {
  static let nothingToCost = "nothing to cost"

  static func lines(_ found: WorkingFound, _ school: School, _ today: Day) -> [CostWorking.Line] {
    let working = found.working
    let leadOn = found.groups.count > 1
    func address(_ group: Group, isMasked: Bool) -> Address? {
      leadOn && !isMasked ? WorkingPage.address(of: group.id, found, school, today) : nil
    }
    let costed = working.lines.sorted { ($0.group.name, $0.source) < ($1.group.name, $1.source) }
    let costedNames = toldApart(costed.map { ("\($0.group.name): \($0.source)", $0.marks) })
    let uncosted = working.uncosted.sorted { ($0.group.name, $0.group.id) < ($1.group.name, $1.group.id) }
    let uncostedNames = toldApart(uncosted.map { ($0.group.name, $0.marks) })
    return zip(costed, costedNames).map { line, name in
      let isKnown = line.line.isPriced || line.part > .zero
      return CostWorking.Line(
        name, working: words(line),
        isKnown ? line.part.words + (line.line.isPriced ? "" : " + not priced") : "not priced", isAside: !isKnown,
        to: address(line.group, isMasked: line.isMasked))
    }
      + zip(uncosted, uncostedNames).map { group, name in
        CostWorking.Line(
          name, working: words(group), amount(group), isAside: true, to: address(group.group, isMasked: group.isMasked))
      }
  }

  /// Names that are each only once in the list: such as are the same get their marks, one after another until they
  /// differ, and at last a number.
  static func toldApart(_ things: [(name: String, marks: [String])]) -> [String] {
    var names = things.map(\.name)
    func repeated() -> [Int] {
      let counts = names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      return names.indices.filter { counts[names[$0]]! > 1 }
    }
    for depth in 0..<(things.map(\.marks.count).max() ?? 0) {
      for index in repeated() where depth < things[index].marks.count {
        names[index] += ", \(things[index].marks[depth])"
      }
    }
    var numbers: [String: Int] = [:]
    for index in repeated() {
      numbers[names[index], default: 0] += 1
      names[index] += " (\(numbers[names[index]]!))"
    }
    return names
  }

  private static func words(_ line: MapWorking.Line) -> String? {
    guard case .adult = line.line.source else {
      return line.isWhole ? nil : "a part of \(line.line.pence?.words ?? "it")"
    }
    let time = unbroken(line.minutes)
    return line.isWhole ? time : "\(time) of \(unbroken(line.line.minutes))"
  }

  /// A time that stays on one line.
  private static func unbroken(_ minutes: Int) -> String {
    StaffTime.words(minutes: minutes).replacing(" ", with: "\u{A0}")
  }

  private static func words(_ group: MapWorking.Uncosted) -> String {
    switch group.reason {
    case .strategy: "a way of working, without sessions"
    case .noSession: "no session in these days"
    case .unled(let day): group.isMasked ? "not told" : "nobody leads it from \(day.words)"
    case .elsewhere: "its cost stands in other columns"
    }
  }

  private static func amount(_ group: MapWorking.Uncosted) -> String {
    if case .unled = group.reason { "not led" } else { nothingToCost }
  }

  /// The working of one of the groups in the figure.
  private static func address(
    of group: ID<Group>, _ found: WorkingFound, _ school: School, _ today: Day
  ) -> Address {
    let base: Address = "\(Way.map(school))/working"
    let address = MapAddress(school: school, question: found.question, today: today).at(base)
      .asking("group", group.text)
    return found.column.map { address.asking("column", $0.key) } ?? address
  }
}
