import Domain
import SQL
import Store

/// A map that a school keeps as a table, to become groups.
struct MapSource: ImportSource {
  let map: MapTable

  func compare(_ asking: ImportAsking, _ connection: any Connection) throws -> ImportPlan {
    let school = try GroupSurroundings(asking, connection)
    var planning = GroupPlanning(asking, school)
    planning.warnings = map.warnings
    let planned = planning.plan(map.cells.map { Self.settled($0, school, asking) })
    return GroupWriting.plan(planned, planning, asking)
  }

  /// With names parted at commas where these part pupils, and staff among the names taken for staff.
  private static func settled(
    _ group: IncomingGroup, _ school: GroupSurroundings, _ asking: ImportAsking
  ) -> IncomingGroup {
    var group = group
    let span = Span(asking.days.effective, asking.until) ?? Span(asking.days.effective)!
    var places: [IncomingGroup.Place] = []
    var staff: [String] = []
    for place in group.places {
      for name in parted(place.name?.text ?? "", school.roll, span) {
        let people = StaffNames.find(name, in: school.staff, \.name)
        let isStaff = people.contains { StaffNames.words($0.name) == StaffNames.words(name) && name.contains(" ") }
        if isStaff, !isPupil(name, school.roll, span) {
          staff.append(name)
          continue
        }
        var single = place
        single.name = WrittenName(name)
        places.append(single)
      }
    }
    group.places = places
    if places.isEmpty, let cell = group.cell { group.years = cell.years }
    if !staff.isEmpty {
      group.cell?.leads.insert(IncomingGroup.Mention(value: staff, source: "in the cell"), at: 0)
    }
    return group
  }

  /// `Khan, Amir` is one pupil where there is such a pupil; else two names.
  private static func parted(_ text: String, _ roll: RollNames, _ span: Span) -> [String] {
    let pieces = commaPieces(text)
    var names: [String] = []
    var place = 0
    while place < pieces.count {
      if place + 1 < pieces.count, isPupil("\(pieces[place]), \(pieces[place + 1])", roll, span) {
        names.append("\(pieces[place]), \(pieces[place + 1])")
        place += 2
      } else {
        names.append(pieces[place])
        place += 1
      }
    }
    return names
  }

  /// Parted at commas outside brackets, and at strokes between names.
  private static func commaPieces(_ text: String) -> [String] {
    var pieces = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0, character == "," || character == "/" {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces.map(StaffMention.tidied).filter { !$0.isEmpty }
  }

  private static func isPupil(_ name: String, _ roll: RollNames, _ span: Span) -> Bool {
    let written = WrittenName(name)
    guard written.words.count > 1 else { return false }
    return roll.entries.contains { entry in
      entry.isHere(during: span)
        && entry.forenames.contains { "\($0) \(entry.surname)" == written.words.joined(separator: " ") }
    }
  }
}
