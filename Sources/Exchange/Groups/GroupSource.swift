import Domain
import SQL
import Store

/// A list of groups, to be compared with those that run.
struct GroupSource: ImportSource {
  let file: GroupFile

  func compare(_ asking: ImportAsking, _ connection: any Connection) throws -> ImportPlan {
    let school = try GroupSurroundings(asking, connection)
    var planning = GroupPlanning(asking, school, columns: file.columns)
    planning.takeRefused(file.refused)
    planning.namesNotTaken = file.namesNotTaken
    planning.warnings = file.warnings
    if file.groups.contains(where: { $0.from == nil }) {
      planning.warnings.append(
        ImportWarning(
          message: "Some groups have no first day in the file: they are taken to begin on "
            + "\(asking.days.effective.words)."))
    }
    let planned = planning.plan(file.groups)
    return GroupWriting.plan(planned, planning, asking)
  }
}

/// Writes what a comparison says, by the acts that pages use too.
struct GroupWriting {
  let viewer: Viewer
  let connection: any Connection

  /// The whole plan of an import of groups or of a map.
  static func plan(_ planned: [PlannedGroup], _ planning: GroupPlanning, _ asking: ImportAsking) -> ImportPlan {
    let comparison = GroupComparison(
      planned, with: planning.school, asking.days, columns: planning.columns, notTaken: planning.namesNotTaken)
    var preview = comparison.preview
    preview.unsure = planning.questions.asked
    preview.matches = planning.matches
    preview.refused = (planning.refused + preview.refused).sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    preview.warnings = planning.warnings + newHeadings(comparison.acts) + preview.warnings
    preview.names = planning.names
    return ImportPlan(preview: preview, versions: comparison.versions, questions: planning.questions.posed) {
      _, connection in
      try GroupWriting(viewer: asking.viewer, connection: connection).write(comparison.acts)
    }
  }

  private static func newHeadings(_ acts: [GroupAct]) -> [ImportWarning] {
    var seen: Set<String> = []
    return acts.compactMap { act in
      guard case .add(let group) = act, let name = group.newHeading, seen.insert(Folding.fold(name)).inserted
      else { return nil }
      return ImportWarning(
        row: group.row, message: "The heading “\(name)” is new, and would be added to the catalogue.")
    }
  }

  private func write(_ acts: [GroupAct]) throws {
    let catalogue = Catalogue(viewer, connection)
    var added: [String: ID<Heading>] = [:]
    for act in acts {
      switch act {
      case .add(let planned):
        var details = planned.details
        if let name = planned.newHeading {
          let folded = Folding.fold(name)
          let id = try added[folded] ?? catalogue.addHeading(name)
          added[folded] = id
          details.heading = id
        }
        var new = NewGroup(details, schedule: planned.schedule)
        new.leads = planned.leads
        new.items = planned.incoming.items.map(\.item)
        new.members = planned.members.map(\.member)
        try Groups(viewer, connection).add(new)
      case .change(let difference): try write(difference)
      }
    }
  }

  private func write(_ change: GroupDifference) throws {
    let groups = Groups(viewer, connection)
    let id = change.kept.group.id
    func version() throws -> Int { try groups.group(id).version }
    if let details = change.details { try groups.correct(id, to: details, version: version()) }
    if let until = change.until {
      if let old = change.kept.group.span.until, until > old {
        try groups.extend(id, until: until, version: version())
      } else {
        try groups.end(id, on: until, version: version())
      }
    }
    if let (schedule, day) = change.schedule {
      try groups.changeSchedule(id, from: day, to: schedule, version: version())
    }
    for lead in change.leads { try groups.addLead(lead, to: id) }
    if let day = change.sharesFrom {
      for lead in change.shares { try groups.changeLead(lead.id, from: day, share: lead.share, version: version()) }
    }
    for place in change.places {
      try groups.correctMember(
        place.id, span: place.span, stream: place.stream, weight: place.weight, version: version())
    }
    for member in change.members {
      try groups.addMembers(
        [member.pupil], to: id, from: member.span?.from ?? change.planned.details.span.from, until: member.span?.until,
        stream: member.stream)
    }
    for item in change.items { try groups.addItem(item, to: id) }
  }
}
