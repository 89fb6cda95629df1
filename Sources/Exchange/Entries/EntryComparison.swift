import Domain
import SQL
import Store

/// A file's entries beside what the area keeps: what is new, what would change, what is unsure.
struct EntryComparison {
  /// What would be done, in words and as the act.
  struct Plan {
    var preview = ImportPreview()
    var versions: [Int] = []
    let write: (any Connection) throws -> Void

    var fingerprint: String {
      var fingerprint = Fingerprint(of: preview)
      for version in versions { fingerprint.add(version) }
      return fingerprint.text
    }
  }

  private enum Target {
    case kept(Participant)
    case new(name: String, sector: String)
  }

  private let viewer: AreaViewer
  private let round: Round
  private let today: Day
  private let here: EntrySurroundings
  private let answers: [String: String]
  private let participants: [Participant]
  private var preview = ImportPreview()
  private var file: EntryFile

  static func plan(
    _ file: EntryFile, _ here: EntrySurroundings, _ viewer: AreaViewer, round: Round, today: Day,
    answers: [String: String], _ connection: any Connection
  ) throws -> Plan {
    var comparison = EntryComparison(
      file, here, viewer, round, today, answers, try Participants(viewer, connection).all())
    return try comparison.plan(connection)
  }

  private init(
    _ file: EntryFile, _ here: EntrySurroundings, _ viewer: AreaViewer, _ round: Round, _ today: Day,
    _ answers: [String: String], _ participants: [Participant]
  ) {
    (self.file, self.here, self.viewer, self.round, self.today) = (file, here, viewer, round, today)
    (self.answers, self.participants) = (answers, participants)
  }

  private mutating func plan(_ connection: any Connection) throws -> Plan {
    preview.refused = file.refused
    preview.warnings = file.warnings
    let entries = Entries(viewer, connection)
    let targets = file.entries.map { ($0, target(of: $0)) }
    let known = targets.compactMap { if case .kept(let one)? = $0.1 { one.id } else { nil } }
    let kept = try entries.kept(of: Set(known), in: round.id)
    let byParticipant = Dictionary(grouping: kept, by: \.participant)
    var added: [(EntryDetails, Target)] = []
    var changed: [(EntryDetails, Entry)] = []
    var versions: [Int] = []
    var told: [String: Int] = [:]
    for (incoming, target) in targets {
      guard let target else { continue }
      let name = Self.name(target)
      let key = "\(Folding.fold(name)) \(incoming.details.kind) \(Self.sameness(incoming.details))"
      if let first = told[key] {
        refuse(incoming, .description, "Rows \(first) and \(incoming.row) say the same. Take one out.")
        continue
      }
      told[key] = incoming.row
      let what = "\(incoming.details.name) (\(incoming.details.kind.name), \(name))"
      var old: Entry?
      if case .kept(let one) = target {
        old = byParticipant[one.id]?.first {
          Self.sameness($0.details) == Self.sameness(incoming.details)
            && $0.details.kind == incoming.details.kind
        }
      }
      guard let old else {
        preview.new.append(ImportItem(row: incoming.row, what: what, changes: words(incoming.details)))
        added.append((incoming.details, target))
        continue
      }
      versions.append(old.version)
      let changes = changes(old.details, incoming.details)
      let item = ImportItem(row: incoming.row, id: old.id.text, what: what, changes: changes)
      if changes.isEmpty, old.state == .live {
        preview.unchanged.append(item)
      } else if entries.mayRewrite(old) {
        preview.changed.append(item)
        changed.append((merged(old.details, incoming.details), old))
      } else {
        refuse(
          incoming, .description,
          "This is on the map already, in words of \(old.author). Their words are theirs: ask them to change it.")
      }
    }
    let (viewer, round, today) = (viewer, round.id, today)
    return Plan(preview: preview, versions: versions) { connection in
      let entries = Entries(viewer, connection)
      let participants = Participants(viewer, connection)
      var made: [String: ID<Participant>] = [:]
      for (details, target) in added {
        switch target {
        case .kept(let one): try entries.takeIn(details, of: one.id, in: round, today: today)
        case .new(let name, let sector):
          let folded = ParticipantName.fold(name)
          let id = try made[folded] ?? participants.add(name: name, sector: sector, isExpected: false, isAnother: true)
          made[folded] = id
          try entries.takeIn(details, of: id, in: round, today: today)
        }
      }
      for (details, old) in changed { try entries.takeIn(details, over: old, today: today) }
    }
  }

  /// Whose the entry is; nil where that is refused or unsure.
  private mutating func target(of incoming: IncomingEntry) -> Target? {
    let takesAll = viewer.mayAll(.do, .tidying)
    guard let name = incoming.organisation else {
      if let own = participants.first(where: { $0.id == viewer.participant }) { return .kept(own) }
      refuse(incoming, .organisation, "Say whose it is: the file gives no organisation.")
      return nil
    }
    let folded = ParticipantName.fold(name)
    if let same = participants.first(where: { ParticipantName.fold($0.name) == folded }) { return .kept(same) }
    guard takesAll else {
      refuse(
        incoming, .organisation,
        "“\(CellReading.short(name))” is not your own organisation. You can bring in your own entries only.")
      return nil
    }
    let alike = participants.filter { ParticipantName.areAlike($0.name, name) }
    let key = "organisation-\(folded.replacing(" ", with: "-"))"
    if !alike.isEmpty, answers[key] != "new" {
      if let chosen = alike.first(where: { $0.id.text == answers[key] }) { return .kept(chosen) }
      if answers[key] == "skip" { return nil }
      if !preview.unsure.contains(where: { $0.key == key }) {
        preview.unsure.append(
          UnsureItem(
            key: key, row: incoming.row, column: file.column(.organisation), what: name,
            question: "“\(name)” is like an organisation that is here already. Is it the same?",
            candidates: alike.prefix(5).map { UnsureItem.Candidate(id: $0.id.text, what: $0.name) }, mayBeNew: true))
      }
      return nil
    }
    guard let sector = incoming.sector else {
      refuse(
        incoming, .sector,
        "“\(CellReading.short(name))” is new here. Give its sector, or write its name as it is known here.")
      return nil
    }
    return .new(name: name, sector: sector)
  }

  private mutating func refuse(_ incoming: IncomingEntry, _ field: EntryField, _ message: String) {
    preview.refused.append(RefusedCell(row: incoming.row, column: file.column(field), message: message))
  }

  /// By what an entry is known again: its title, or else its text.
  private static func sameness(_ details: EntryDetails) -> String {
    Folding.fold(details.title.isEmpty ? details.description : details.title)
  }

  private static func name(_ target: Target) -> String {
    switch target {
    case .kept(let one): one.name
    case .new(let name, _): name
    }
  }

  /// A column that the file has not, or a blank cell, changes nothing.
  private func merged(_ old: EntryDetails, _ new: EntryDetails) -> EntryDetails {
    var details = new
    for text: WritableKeyPath<EntryDetails, String> in [
      \.title, \.audience, \.place, \.frequency, \.funder, \.evidence, \.effect, \.suggestion,
    ] where new[keyPath: text].isEmpty { details[keyPath: text] = old[keyPath: text] }
    for number: WritableKeyPath<EntryDetails, Int?> in [\.ageFrom, \.ageUntil, \.reach, \.capacity, \.affected]
    where new[keyPath: number] == nil { details[keyPath: number] = old[keyPath: number] }
    if new.cost == nil { details.cost = old.cost }
    if new.localities.isEmpty { details.localities = old.localities }
    if file.columns[.isPublic] == nil { details.isPublicByAuthor = old.isPublicByAuthor }
    return details
  }

  private func changes(_ old: EntryDetails, _ new: EntryDetails) -> [FieldChange] {
    let (before, after) = (texts(old), texts(merged(old, new)))
    return zip(before, after).compactMap { was, now in
      was.1 == now.1 ? nil : FieldChange(was.0, from: was.1, to: now.1)
    }
  }

  private func words(_ details: EntryDetails) -> [FieldChange] {
    texts(details).compactMap { name, value in
      value.flatMap { ["Title", "What happens"].contains(name) ? nil : FieldChange(name, to: $0) }
    }
  }

  private func texts(_ details: EntryDetails) -> [(String, String?)] {
    let cells = details.cells.all.map(here.framework.name(of:)).joined(separator: "; ")
    let specialisms = here.specialisms.filter { details.specialisms.contains($0.position) }.map(\.specialism.name)
    let places = here.localities.filter { details.localities.contains($0.id) }.map(\.name)
    let all: [(EntryField, String?)] = [
      (.title, details.title), (.description, details.description), (.cells, cells),
      (.specialisms, specialisms.joined(separator: "; ")), (.audience, details.audience),
      (.ageFrom, details.ageFrom.map(String.init)), (.ageUntil, details.ageUntil.map(String.init)),
      (.localities, places.joined(separator: "; ")), (.place, details.place), (.frequency, details.frequency),
      (.reach, details.reach.map(String.init)), (.capacity, details.capacity.map(String.init)),
      (.cost, details.cost?.words), (.funder, details.funder), (.evidence, details.evidence), (.effect, details.effect),
      (.affected, details.affected.map(String.init)), (.suggestion, details.suggestion),
      (.isPublic, details.isPublicByAuthor ? "yes" : nil),
    ]
    return all.map { ($0.title, $1?.nilIfEmpty) }
  }
}
