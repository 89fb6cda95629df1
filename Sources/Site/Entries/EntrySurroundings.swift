import Components
import Domain
import Markup
import SQL
import Store

/// What every page about entries needs to know of its area: the round, the framework, the lists.
struct EntrySurroundings: Sendable {
  let area: Area
  let viewer: AreaViewer
  let round: Round
  /// Oldest first.
  let rounds: [Round]
  let framework: Framework
  let frameworks: [Framework]
  let specialisms: [AreaParts.OwnSpecialism]
  let localities: [Locality]
  let sectors: [Sector]
  /// The organisation that the viewer works for.
  let own: Participant?
  /// Whether entries are taken today.
  let isOpen: Bool

  /// Of the round that takes entries now, or of `round`. Refuses an area that has none yet.
  static func find(_ visit: Visit, round id: ID<Round>? = nil, _ connection: any Connection) throws -> EntrySurroundings
  {
    let (area, viewer) = (try visit.thisArea(), visit.areaViewer)
    let rounds = Rounds(viewer, connection)
    guard let round = try id.map(rounds.find) ?? rounds.current(on: visit.today) else {
      throw Refusal.notFound("This project has no round yet. Ask the coordinator to open one.")
    }
    let frameworks = try Frameworks(viewer, connection).all()
    guard let framework = frameworks.first(where: { $0.id == round.framework }) else { throw Refusal.notFound() }
    let parts = AreaParts(area.id, connection)
    return EntrySurroundings(
      area: area, viewer: viewer, round: round, rounds: try rounds.all(), framework: framework, frameworks: frameworks,
      specialisms: try parts.specialisms(), localities: try parts.localities(), sectors: try parts.sectors(),
      own: try viewer.participant.map(Participants(viewer, connection).find),
      isOpen: round.takesEntries(on: visit.today))
  }

  /// That of the entry's own round.
  func framework(of entry: Entry) -> Framework {
    let id = rounds.first { $0.id == entry.round }?.framework
    return frameworks.first { $0.id == id } ?? framework
  }

  func names(_ specialisms: Specialisms) -> String {
    self.specialisms.filter { specialisms.contains($0.position) }.map(\.specialism.name).joined(separator: ", ")
  }

  func names(_ localities: Set<ID<Locality>>) -> String {
    self.localities.filter { localities.contains($0.id) }.map(\.name).joined(separator: ", ")
  }
}

/// How entries are said on pages.
enum EntryWords {
  static func chip(_ cell: Cell, _ framework: Framework) -> Chip {
    guard framework.strands.indices.contains(cell.strand), framework.levels.indices.contains(cell.level) else {
      return Chip("A cell that is gone", .plum)
    }
    return Chip(
      "\(framework.strands[cell.strand].name) · \(framework.levels[cell.level].name)", Hue(position: cell.strand + 1),
      depth: cell.level + 1, of: framework.levels.count)
  }

  static func chips(_ cells: Cells, _ framework: Framework) -> HTML {
    "<p class=\"tags\">\(each: cells.all, { "\(chip($0, framework)) " })</p>"
  }

  static func names(_ cells: Cells, _ framework: Framework) -> String {
    cells.all.filter { framework.cells.contains($0) }.map(framework.name(of:)).joined(separator: "; ")
  }

  static func tag(_ kind: EntryKind) -> StatusTag { StatusTag(kind.name, tone: kind == .gap ? .notice : .accent) }

  static func tag(_ state: Entry.State) -> StatusTag {
    let tone: Tone =
      switch state {
      case .live: .good
      case .draft: .notice
      case .withdrawn, .merged: .plain
      }
    return StatusTag(state.name, tone: tone)
  }

  /// `from 3 to 5 years`, `from 11 years`.
  static func ages(_ details: EntryDetails) -> String? {
    switch (details.ageFrom, details.ageUntil) {
    case (nil, nil): nil
    case (let from?, nil): "from \(from) years"
    case (nil, let until?): "up to \(until) years"
    case (let from?, let until?): from == until ? "\(from) years" : "\(from) to \(until) years"
    }
  }

  /// Everything that is said of an entry, in the order of the form.
  static func rows(_ details: EntryDetails, _ here: EntrySurroundings, _ framework: Framework) -> [(String, String)] {
    let all: [(String, String?)] = [
      ("What it is about", here.names(details.specialisms)), ("Who it is for", details.audience),
      ("Ages", ages(details)), ("Localities", here.names(details.localities)), ("Where", details.place),
      ("How often", details.frequency), ("Children reached a year", details.reach.map { $0.grouped }),
      ("Places a year", details.capacity.map { $0.grouped }), ("Cost a year", details.cost?.words),
      ("Who pays", details.funder), ("How one knows that it helps", details.evidence),
      ("What comes of the gap", details.effect), ("Children affected", details.affected.map { $0.grouped }),
      ("What would help", details.suggestion),
    ]
    return all.compactMap { label, value in value.flatMap(\.nilIfEmpty).map { (label, $0) } }
  }
}
