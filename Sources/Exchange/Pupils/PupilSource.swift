import Domain
import SQL
import Store

/// A file of pupils, to be compared with the roll.
struct PupilSource: ImportSource {
  let file: PupilFile

  func compare(_ asking: ImportAsking, _ connection: any Connection) throws -> ImportPlan {
    let roll = Pupils(asking.viewer, connection)
    var file = file
    let hidden = file.withhold(asking.viewer)
    let comparison = PupilComparison(
      file, with: try roll.kept(), in: asking.school, asking.days, answers: asking.answers
    ) { connection.newID() }
    var preview = comparison.preview
    preview.warnings = hidden + preview.warnings
    return ImportPlan(preview: preview, versions: comparison.versions) { leavers, connection in
      var intake = comparison.intake
      intake.leavers = leavers.sorted { $0.key < $1.key }.map { PupilIntake.Leaver($0.key, lastDay: $0.value) }
      try Pupils(asking.viewer, connection).take(intake)
    }
  }
}

extension PupilFile {
  /// Without what the viewer may not change; says what was left out.
  mutating func withhold(_ viewer: Viewer) -> [ImportWarning] {
    var warnings: [ImportWarning] = []
    let saysNeeds = pupils.contains {
      !$0.statuses.isEmpty || $0.needs != nil || $0.saidFlags.contains(.watch)
    }
    if saysNeeds, !viewer.mayAll(.do, .needs) {
      warnings.append(
        ImportWarning(message: "Your role may not change SEN status and needs, so these columns are left out."))
      for place in pupils.indices {
        pupils[place].statuses = []
        pupils[place].needs = nil
        pupils[place].saidFlags.remove(.watch)
        pupils[place].flags.remove(.watch)
      }
    }
    if !viewer.mayAll(.do, .contacts), pupils.contains(where: { !$0.contacts.isEmpty }) {
      warnings.append(ImportWarning(message: "Your role may not change contacts, so they are left out."))
      for place in pupils.indices { pupils[place].contacts = [] }
    }
    return warnings
  }
}
