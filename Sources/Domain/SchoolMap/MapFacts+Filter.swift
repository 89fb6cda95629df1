extension MapFacts {
  /// What a question is cut by, in words. Without names asked for, pupils are only counted.
  func words(of question: MapQuestion) -> [SchoolMap.Filter] {
    var filters: [SchoolMap.Filter] = []
    func add(_ label: String, _ values: [String]) {
      if !values.isEmpty { filters.append(SchoolMap.Filter(label: label, values: values)) }
    }
    add("Heading", headings.filter { question.headings.contains($0.id) }.map(\.name))
    add("Area of need", AreaOfNeed.all.filter { question.areas.contains($0.code) }.map(\.name))
    add("Strand", Strand.allCases.filter { question.strands.contains($0) }.map(\.name))
    add("Level", Level.four.filter { question.levels.contains($0.key) }.map(\.name))
    add("Funding", streams.filter { question.streams.contains($0.id) }.map(\.name))
    add("Member of staff", question.staff.compactMap { staff[$0] }.sorted())
    if question.names == .counts {
      let count = question.pupils.count
      add("Pupil", count == 0 ? [] : [count == 1 ? "one pupil" : "\(count) pupils"])
    } else {
      let chosen = question.pupils.compactMap { pupils[$0] }
      add("Pupil", chosen.map { question.names == .short ? $0.shortName : $0.fullName }.sorted())
    }
    add("Year", question.onlyYear.map { [$0.name] } ?? [])
    return filters
  }
}
