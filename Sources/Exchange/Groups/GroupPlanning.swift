import Domain
import Store

/// Finds what the groups of a file name: headings, types of the catalogue, staff, pupils. What could be more than one thing
/// is asked; what is not there is refused, in a list, or asked, in a map.
struct GroupPlanning {
  let asking: ImportAsking
  let school: GroupSurroundings
  let columns: [GroupField: String]
  var questions: Questions
  private(set) var refused: [RefusedCell] = []
  private var refusedRows: Set<Int> = []
  var warnings: [ImportWarning] = []
  /// Folded names of groups of the file that cannot be taken, or not yet.
  var namesNotTaken: Set<String> = []
  /// Of a map: what was matched to the catalogue by likeness, each once.
  var matches: [ImportMatch] = []
  /// Of a map: what its provisions are called.
  var names: [ImportName] = []

  init(_ asking: ImportAsking, _ school: GroupSurroundings, columns: [GroupField: String] = [:]) {
    self.asking = asking
    self.school = school
    self.columns = columns
    questions = Questions(asking.answers)
  }

  /// What reading the file has refused already.
  mutating func takeRefused(_ cells: [RefusedCell]) {
    refused += cells
    refusedRows.formUnion(cells.map(\.row))
  }

  /// Those that can be taken now; the names of the others are noted, since they are in the file all the same.
  mutating func plan(_ groups: [IncomingGroup]) -> [PlannedGroup] {
    groups.compactMap { group in
      let planned = plan(group)
      if planned == nil || planned?.isWithoutItsPupils == true { namesNotTaken.insert(Folding.fold(group.name)) }
      return planned
    }
  }

  /// Nil where the group cannot be taken, or not yet.
  private mutating func plan(_ incoming: IncomingGroup) -> PlannedGroup? {
    let row = incoming.rows[0]
    let from = incoming.from ?? asking.days.effective
    guard let span = Span(from, incoming.until ?? asking.until) else {
      refuse(row, .until, "The group would end before it begins, on \(from.words).")
      return nil
    }
    guard case .some(let type) = type(of: incoming) else { return nil }
    guard let heading = heading(of: incoming, type) else { return nil }
    var details =
      type.map { GroupDetails($0, span: span) }
      ?? GroupDetails(name: incoming.name, heading: heading.id, span: span)
    details.heading = heading.id
    details.place = incoming.place
    details.note = incoming.note
    details.strand = incoming.strand ?? details.strand
    details.level = incoming.level ?? details.level
    details.area = incoming.area ?? details.area
    details.years = incoming.years
    details.isConfidential = incoming.isConfidential ?? details.isConfidential
    if details.isConfidential, !asking.viewer.mayAll(.do, .confidential) {
      refuse(row, .confidential, "Your role may not keep confidential provision.")
      return nil
    }
    var planned = PlannedGroup(
      incoming: incoming, details: details, newHeading: heading.isNew ? heading.name : nil, heading: heading.name,
      type: type?.name, row: row)
    offer(type, &planned)
    guard takeSchedule(&planned), takeLeads(&planned) else { return nil }
    takeMembers(&planned)
    planned.isWithoutItsPupils =
      !incoming.places.isEmpty && planned.members.isEmpty && incoming.cell?.isEverybody != true
    if let cell = incoming.cell { sayNobody(planned, cell) }
    planned.row = planned.members.first?.said.row ?? incoming.rows.first { !refusedRows.contains($0) } ?? row
    return planned
  }

  mutating func refuse(_ row: Int, _ field: GroupField, _ message: String) {
    refuse(row, columns[field] ?? field.title, message)
  }

  mutating func refuse(_ row: Int, _ column: String, _ message: String) {
    if refusedRows.contains(row), refused.contains(where: { $0.row == row && $0.column == column }) { return }
    refusedRows.insert(row)
    refused.append(RefusedCell(row: row, column: column, message: message))
  }

  /// False where the row cannot be taken.
  private mutating func takeSchedule(_ planned: inout PlannedGroup) -> Bool {
    var dosage = planned.incoming.dosage
    if let cell = planned.incoming.cell {
      guard let text = asking.answers["schedule-\(cell.key)"] else { return true }
      dosage = DosageReading(text).dosage
      if dosage.isEmpty {
        refuse(planned.row, cell.column, "“\(CellReading.short(text))” does not say how long and how often.")
        return false
      }
    }
    do {
      planned.schedule = try dosage.schedule()
      return true
    } catch {
      refuse(
        planned.row, planned.incoming.cell?.column ?? columns[.minutes] ?? GroupField.minutes.title, error.sentence)
      return false
    }
  }

  private mutating func takeLeads(_ planned: inout PlannedGroup) -> Bool {
    var wanted = planned.incoming.leads
    var column = columns[.leads] ?? GroupField.leads.title
    if let cell = planned.incoming.cell {
      column = cell.column
      wanted = (asking.answers["leads-\(cell.key)"] ?? "").split(whereSeparator: { ",;&\n".contains($0) }).map {
        IncomingGroup.Lead(name: CellReading.words(String($0)), share: nil)
      }
    }
    var isWhole = true
    for lead in wanted where !lead.name.isEmpty {
      let isInMap = planned.incoming.cell != nil
      switch find(lead.name, row: planned.row, column: column, planned.details.span, isInMap: isInMap) {
      case .found(let member):
        if planned.leads.contains(where: { $0.staff == member.id }) { continue }
        planned.leads.append(NewLead(member.id, share: lead.share ?? .whole))
        if lead.share != nil { planned.saidShares.insert(member.id) }
      case .left: continue
      case .open: isWhole = false
      }
    }
    return isWhole
  }

  private enum FoundStaff {
    case found(StaffMember)
    /// Left out, as the user said.
    case left
    /// Refused, or still to be asked.
    case open
  }

  /// In a list a name that nobody has refuses the row; in a map it is asked about.
  private mutating func find(
    _ name: String, row: Int, column: String, _ span: Span, isInMap: Bool
  ) -> FoundStaff {
    let people = school.staff.filter { $0.span.overlaps(span) }
    let found = isInMap ? StaffMentions(people: people).find(name) : StaffNames.find(name, in: people, \.name)
    if found.count == 1 { return .found(found[0]) }
    if found.isEmpty, !isInMap || people.isEmpty {
      refuse(
        row, column,
        "Nobody called “\(CellReading.short(name))” works here in these days. Import staff first, or correct the name.")
      return .open
    }
    let candidates = found.isEmpty ? people : found
    let answer = questions.answer(
      Questions.key("lead", name), row: row, column: column, what: name,
      found.isEmpty
        ? "Nobody called “\(CellReading.short(name))” works here in these days. Who is it?"
        : "“\(name)” could be \(found.count) people. Who is it?",
      candidates.map { UnsureItem.Candidate(id: $0.id.text, what: $0.name) })
    if answer == "skip" { return .left }
    return candidates.first { $0.id.text == answer }.map(FoundStaff.found) ?? .open
  }
}
