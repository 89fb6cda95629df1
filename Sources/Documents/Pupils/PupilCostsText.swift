package import Domain

/// One pupil's costs to be read in a terminal: each group, each line with its working, the total last.
package enum PupilCostsText {
  package static func text(_ costs: PupilCosts, school: School) -> String {
    var lines = [
      "\(costs.pupil.fullName), \(school.name)",
      "\(costs.question.period.words), to date up to \(costs.question.asAt.words)", "",
    ]
    for provided in costs.groups {
      let details = [
        provided.when, provided.who.joined(separator: ", "), provided.places.map(\.words).joined(separator: ", "),
        "group of \(provided.sharers)",
      ]
      lines.append("\(provided.group.name) (\(provided.heading))")
      lines.append("  " + details.filter { !$0.isEmpty }.joined(separator: "; "))
      for line in provided.lines { lines += working(line, of: costs.pupil) }
      if let day = provided.unledFrom { lines.append("  Nobody leads it from \(day.words) on: not led") }
      lines.append("")
    }
    if costs.groups.isEmpty { lines += ["Nothing was provided in these days.", ""] }
    let total = costs.total
    lines.append("Total: \(words(total)); to date \(total.toDate.words), to come \(total.toCome.words)")
    if costs.usesReferenceRates {
      lines.append("Priced with reference rates that the school has not confirmed yet.")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func working(_ line: PupilCosts.Line, of pupil: MapPupil) -> [String] {
    let working = line.line.working(
      title: line.source, showsRates: true,
      part: (name: "\(pupil.calledName)’s part", contains: { $0.pupil == pupil.id }))
    return ["  \(working.title)"]
      + working.lines.map { "    \($0.label): \($0.figure.words)" }
      + ["    \(working.total.label): \(words(line.figures)), \(StaffTime.words(minutes: line.figures.minutes))"]
  }

  private static func words(_ figures: PupilCosts.Figures) -> String {
    figures.projected.words(lacking: figures.unpriced, unled: figures.unled)
  }
}
