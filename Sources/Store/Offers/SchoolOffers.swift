package import Domain
package import SQL

/// A school's own map beside an area in which it takes part: what it could offer, what it has offered, and the acts. It
/// asks two viewers, one of the school and one of the area, who are the same account: neither opens anything of the other.
package struct SchoolOffers {
  let school: School
  let viewer: Viewer
  let areaViewer: AreaViewer
  let connection: any Connection

  /// Refuses where the account does not take part in the area for this very school.
  package init(
    _ school: School, as viewer: Viewer, in areaViewer: AreaViewer, _ connection: any Connection
  ) throws {
    try viewer.must(.do, .groups)
    guard viewer.mayAll(.do, .groups), viewer.mayAll(.see, .map), viewer.account != nil,
      viewer.account == areaViewer.account
    else { throw Refusal.refused() }
    self.school = school
    self.viewer = viewer
    self.areaViewer = areaViewer
    self.connection = connection
    guard let participant = try participant(), participant.urn == school.urn else { throw Refusal.notFound() }
  }

  /// Where something of the school's stands with the area.
  package struct Proposal: Sendable, Hashable {
    package enum State: Sendable, Hashable {
      /// Not offered yet in this round.
      case new
      /// Offered, and still the same.
      case same(Entry)
      /// Offered, and the map has changed since: it can be refreshed.
      case changed(Entry)
      /// It was refreshed in this round already, or the coordinator told it together with another.
      case waits(Entry)
    }

    package let offer: SchoolOffer
    package let entry: EntryDetails
    package let state: State
  }

  package struct Left: Sendable, Hashable {
    package let type: ProvisionType
    package let obstacle: SchoolOffer.Obstacle
  }

  package struct Table: Sendable {
    package let round: Round
    package let framework: Framework
    package let proposals: [Proposal]
    /// What runs and is not offered, with the reason.
    package let left: [Left]
  }

  /// Everything of the catalogue that runs in the academic year of `today`.
  package func table(today: Day) throws -> Table {
    guard let round = try Rounds(areaViewer, connection).current(on: today) else {
      throw Refusal.conflict("The area has no round yet.")
    }
    let framework = try Frameworks(areaViewer, connection).find(round.framework)
    let offered = try offeredEntries(in: round.id)
    let figures = try figures(today: today)
    var proposals: [Proposal] = []
    var left: [Left] = []
    for type in try Catalogue(viewer, connection).types() {
      guard let figure = figures[type.id] else { continue }
      switch SchoolOffer.made(
        of: type, pupils: figure.pupils, staffMinutes: figure.staffMinutes, in: framework)
      {
      case .success(let offer):
        proposals.append(try proposal(offer, in: framework, offered[type.id.text]))
      case .failure(let reason): left.append(Left(type: type, obstacle: reason.obstacle))
      }
    }
    return Table(round: round, framework: framework, proposals: proposals, left: left)
  }

  /// Offers, or refreshes, what is chosen by the ids of its types. Only what the table proposes now, and each at most once
  /// a round after it was first offered. Its origin is kept with every entry.
  package func offer(_ chosen: Set<ID<ProvisionType>>, today: Day) throws -> Int {
    let table = try table(today: today)
    let entries = Entries(areaViewer, connection)
    try entries.mustTakeEntries(table.round.id, today)
    var count = 0
    for proposal in table.proposals where chosen.contains(proposal.offer.type.id) {
      let type = proposal.offer.type.id
      switch proposal.state {
      case .new:
        try entries.add(
          proposal.entry, to: table.round.id, isDraft: false, today: today, origin: SchoolOffers.origin,
          originKey: originKey(type.text))
      case .changed(let kept):
        try entries.refresh(kept, to: proposal.entry, today: today)
      case .same, .waits: continue
      }
      count += 1
      try connection.record(
        "offered", "provision type", type.text, by: viewer, after: ["to": areaViewer.organisation.text])
    }
    return count
  }

  package static let origin = "The school’s own map"

  /// The school is named, so that two schools' types never meet.
  private func originKey(_ type: String) -> String { "\(school.urn) \(type)" }

  private func proposal(_ offer: SchoolOffer, in framework: Framework, _ kept: OfferedEntry?) throws -> Proposal {
    let parts = AreaParts(areaViewer.organisation, connection)
    let specialisms = try parts.specialisms().map { (position: $0.position, key: $0.specialism.key) }
    var entry = offer.entry(
      in: framework, specialisms: specialisms, ages: school.years, locality: try participant()?.locality)
    guard let kept else { return Proposal(offer: offer, entry: entry, state: .new) }
    // What people wrote into it themselves stays.
    entry.isPublicByAuthor = kept.entry.details.isPublicByAuthor
    entry.evidence = kept.entry.details.evidence
    entry.place = kept.entry.details.place
    entry.cost = kept.entry.details.cost
    entry.funder = kept.entry.details.funder
    entry.capacity = kept.entry.details.capacity
    // Where it stands on the map, the coordinator may have moved it.
    entry.cells = kept.entry.details.cells
    let isSame = entry == kept.entry.details
    let state: Proposal.State =
      switch kept.entry.state {
      // It stands for itself no more.
      case .merged: .waits(kept.entry)
      // It comes back as a refresh, or one could make version after version.
      case .withdrawn: kept.wasRefreshed ? .waits(kept.entry) : .changed(kept.entry)
      default: isSame ? .same(kept.entry) : kept.wasRefreshed ? .waits(kept.entry) : .changed(kept.entry)
      }
    return Proposal(offer: offer, entry: entry, state: state)
  }

  private func participant() throws -> Participant? {
    guard let id = areaViewer.participant else { return nil }
    return try Participants.joinable(id, in: areaViewer.organisation, connection)
  }

  /// Totals of the academic year by type, from the one value that every form of the school's map is drawn from.
  private func figures(today: Day) throws -> [ID<ProvisionType>: (pupils: Int, staffMinutes: Int)] {
    let year = AcademicYear(containing: today).period
    let map = try SchoolMaps(viewer, connection).map(MapQuestion(.period(year, asAt: today)), of: school)
    var figures: [ID<ProvisionType>: (pupils: Int, staffMinutes: Int)] = [:]
    for line in map.sections.flatMap(\.lines) where !line.isConfidential && !line.isHidden {
      if let type = line.type { figures[type] = (line.total.pupils, line.total.staffMinutes) }
    }
    return figures
  }
}

extension SchoolOffers {
  private struct OfferedEntry {
    let entry: Entry
    let wasRefreshed: Bool
  }

  /// This school's entries of the round by the ids of their types.
  private func offeredEntries(in round: ID<Round>) throws -> [String: OfferedEntry] {
    let entries = Entries(areaViewer, connection)
    var refreshed: Set<ID<Entry>> = []
    try connection.each(
      """
      SELECT id FROM entries WHERE organisation_id = \(areaViewer.organisation) AND round_id = \(round)
        AND origin = \(SchoolOffers.origin) AND origin_refreshed_at IS NOT NULL
      """
    ) { refreshed.insert($0.id(0)) }
    let own = try entries.load(
      "e.round_id = \(round) AND e.origin = \(SchoolOffers.origin)")
    let pairs = own.compactMap { entry -> (String, OfferedEntry)? in
      guard let key = entry.originKey, key.hasPrefix(school.urn + " ") else { return nil }
      return (
        String(key.dropFirst(school.urn.count + 1)),
        OfferedEntry(entry: entry, wasRefreshed: refreshed.contains(entry.id))
      )
    }
    // Of several, what was refreshed decides.
    return Dictionary(pairs) { first, second in second.wasRefreshed ? second : first }
  }
}

extension Entries {
  /// Puts the figures of the school's map into an entry that came from it, and notes that this was done.
  func refresh(_ entry: Entry, to details: EntryDetails, today: Day) throws {
    try change(entry.id, to: details, sends: true, version: entry.version, today: today)
    try connection.run(
      """
      UPDATE entries SET origin_refreshed_at = \(connection.now)
      WHERE organisation_id = \(organisation) AND id = \(entry.id)
      """)
  }
}
