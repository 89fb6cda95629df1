package import Domain

extension SchoolMaps {
  /// Leaves a line of history: who took the map of which days out of the program, in which form, cut by what.
  package func recordExport(of map: SchoolMap, as form: String) throws {
    var after = ["period": map.question.period.words, "form": form]
    // A filter by pupil is an id in history, not a name.
    let filter = map.filter.filter { $0.label != "Pupil" }.map(\.words)
    if !filter.isEmpty { after["filter"] = filter.joined(separator: "; ") }
    let alone = map.question.pupils.count == 1 ? map.question.pupils.first : nil
    try connection.record("exported", "map", map.school.id.text, by: viewer, pupil: alone, after: after)
  }

  /// The same for one pupil's costs.
  package func recordExport(of costs: PupilCosts, as form: String) throws {
    try connection.record(
      "exported", "pupil", costs.pupil.id.text, by: viewer, pupil: costs.pupil.id,
      after: ["period": costs.question.period.words, "form": form])
  }
}
