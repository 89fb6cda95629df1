import Domain

/// Makes groups of the cells of a map: what a text means depends on who works and who learns at the school.
struct MapReading {
  let school: GroupSurroundings
  let asking: ImportAsking
  let span: Span
  let staff: StaffMentions
  var warnings: [ImportWarning] = []
  /// What was read as the name of each provision, each once.
  private(set) var names: [ImportName] = []
  private var provisions: [String: MapProvision] = [:]
  private var read: [MapCell.Beside: BesideWords] = [:]

  init(_ school: GroupSurroundings, _ asking: ImportAsking) {
    self.school = school
    self.asking = asking
    let span = Span(asking.days.effective, asking.until) ?? Span(asking.days.effective)!
    self.span = span
    staff = StaffMentions(people: school.staff.filter { $0.span.overlaps(span) })
  }

  mutating func groups(_ cells: [MapCell]) -> [IncomingGroup] { cells.compactMap { group($0) } }

  private mutating func group(_ cell: MapCell) -> IncomingGroup? {
    let provision = provisions[cell.provision] ?? MapProvision(cell.provision, staff)
    provisions[cell.provision] = provision
    let years = cell.years
    let roll = school.roll
    let span = span
    let beside = cell.beside.map { self.words(of: $0) }
    let words = MapCellText(cell.text, staff) { name in roll.hasFit(WrittenName(name), years: years, during: span) }
    if words.isNothing { return nil }
    let name = name(of: cell, provision)
    if name.isEmpty {
      warn(cell, "“\(CellReading.short(CellReading.words(cell.provision)))” names no provision: say what it is called.")
      return nil
    }
    var group = IncomingGroup(row: cell.row, name: name)
    group.heading = cell.section
    group.level = cell.section.flatMap(GroupListReader.level)
    if group.level != nil { group.heading = nil }
    lay(cell, &group)
    let (places, staffOfCell) = people(words, cell)
    group.places = places
    var own = IncomingGroup.Cell(
      key: "\(cell.row)-\(cell.column + 1)", column: cell.heading, years: words.years ?? years)
    own.remarks = words.remarks
    own.isEverybody = words.isEverybody
    mention(words, staffOfCell, provision, beside, &own)
    group.years = places.isEmpty || words.isEverybody ? own.years : []
    group.cell = own
    note(words, provision, beside, &group)
    return group
  }

  /// A column beside says the same of all the cells of its row.
  private mutating func words(of beside: MapCell.Beside) -> BesideWords {
    if let read = read[beside] { return read }
    let words = BesideWords(beside, staff)
    read[beside] = words
    return words
  }

  /// As the user calls it, else as it was read.
  private mutating func name(of cell: MapCell, _ provision: MapProvision) -> String {
    let what = CellReading.words(cell.provision)
    let key = Questions.key("called", what)
    let said = asking.answers[key].map { String(CellReading.words($0).prefix(200)) }
    let name = said.flatMap { $0.isEmpty ? nil : $0 } ?? provision.name
    if !names.contains(where: { $0.key == key }) {
      names.append(ImportName(key: key, row: cell.row, what: what, name: name))
    }
    return name
  }

  /// From the first day of its half-terms to the last.
  private mutating func lay(_ cell: MapCell, _ group: inout IncomingGroup) {
    guard let range = cell.halfTerms else { return }
    let year = school.calendar.year(of: asking.days.effective)
    let halves = school.calendar.halfTerms.filter { $0.term.academicYear == year }
    guard halves.count >= range.upperBound else {
      return warn(
        cell,
        "The school's calendar has no \(MapRole.words(range)) in \(year.words): the groups begin on "
          + "\(asking.days.effective.words).")
    }
    group.from = halves[range.lowerBound - 1].period.from
    group.until = halves[range.upperBound - 1].period.until
  }

  /// The pupils of a cell, with names parted at commas where these part pupils; and staff among them.
  private func people(_ words: MapCellText, _ cell: MapCell) -> (places: [IncomingGroup.Place], staff: [String]) {
    var places: [IncomingGroup.Place] = []
    var people: [String] = []
    for written in words.names {
      let years = written.years ?? words.years ?? cell.years
      for name in parted(written.text) {
        if !school.roll.hasFit(WrittenName(name), years: years, during: span), isStaff(name) {
          people.append(name)
          continue
        }
        var place = IncomingGroup.Place(row: cell.row, column: cell.heading)
        place.name = WrittenName(name)
        place.years = years
        place.isInMap = true
        places.append(place)
      }
    }
    return (places, people)
  }

  /// Both names, or the only one of this first name or surname.
  private func isStaff(_ name: String) -> Bool {
    let words = StaffNames.words(name)
    if words.count == 1 { return staff.isOnly(name) }
    return staff.people.contains { StaffNames.words($0.name) == words }
  }

  /// `Khan, Amir` is one pupil where there is such a pupil; else two names.
  private func parted(_ text: String) -> [String] {
    let pieces = Self.commaPieces(text)
    var names: [String] = []
    var place = 0
    while place < pieces.count {
      if place + 1 < pieces.count, school.roll.isPupil("\(pieces[place]), \(pieces[place + 1])", during: span) {
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
    return pieces.map(MapText.tidied).filter { !$0.isEmpty }
  }

  mutating func warn(_ cell: MapCell, _ message: String) {
    let warning = ImportWarning(row: cell.row, column: cell.heading, message: message)
    if !warnings.contains(where: { $0.row == cell.row && $0.message == message }) { warnings.append(warning) }
  }
}
