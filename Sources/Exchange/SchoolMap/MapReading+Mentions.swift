import Domain

/// What another column of a row says.
struct BesideWords: Sendable {
  let source: String
  var dosage = Dosage()
  var leads: [String] = []
  var roles: [String] = []
  var notes: [String] = []

  init(_ beside: MapCell.Beside, _ staff: StaffMentions) {
    source = "under “\(beside.heading)”"
    if beside.role == .note {
      notes = [CellReading.words(beside.text)]
      return
    }
    let reading = DosageReading(beside.text)
    let isStaff = beside.role == .staff
    let taken = staff.taken(from: reading.text, in: isStaff ? .staff : .provision)
    // Where times and staff stand together, a word alone is somebody only where it is known.
    let first = isStaff ? [] : MapText.pieces(taken.rest).prefix(1).filter { staff.isOnly($0) }
    (dosage, leads, roles, notes) = (reading.dosage, first + taken.names, taken.roles, reading.unplaced)
  }
}

extension MapReading {
  /// What a cell, then its row's own columns, then its provision mention.
  func mention(
    _ words: MapCellText, _ staffOfCell: [String], _ provision: MapProvision,
    _ beside: [BesideWords], _ own: inout IncomingGroup.Cell
  ) {
    var roles: [(words: [String], source: String)] = []
    func mention(_ dosage: Dosage, _ leads: [String], _ kinds: [String], _ source: String) {
      if !dosage.isEmpty { own.dosages.append(IncomingGroup.Mention(value: dosage, source: source)) }
      if !leads.isEmpty { own.leads.append(IncomingGroup.Mention(value: leads, source: source)) }
      if !kinds.isEmpty { roles.append((kinds, source)) }
    }
    mention(words.dosage, words.leads + staffOfCell, words.roles, "in the cell")
    for words in beside { mention(words.dosage, words.leads, words.roles, words.source) }
    mention(provision.dosage, provision.leads, provision.roles, "beside the provision")
    if own.leads.isEmpty { own.leads = onlyHolders(roles) }
    own.roles = own.leads.isEmpty ? roles.first?.words ?? [] : []
  }

  /// Where one member of staff alone has the role that the map mentions.
  private func onlyHolders(_ roles: [(words: [String], source: String)]) -> [IncomingGroup.Mention<[String]>] {
    roles.compactMap { kinds, source in
      let holders = kinds.compactMap { kind -> String? in
        guard let work = RoleNames.meaning(kind) ?? RoleNames.work(like: kind) else { return nil }
        let holding = staff.people.filter { person in
          let role = school.roles.first { $0.id == person.roles.on(span.from) }
          return role.flatMap { RoleNames.work(like: $0.name) } == work
        }
        return holding.count == 1 ? holding[0].name : nil
      }
      guard holders.count == kinds.count else { return nil }
      return IncomingGroup.Mention(
        value: holders, source: "“\(kinds.joined(separator: ", "))” \(source): there is one here")
    }
  }

  /// Everything else that the table says is kept in words.
  func note(
    _ words: MapCellText, _ provision: MapProvision, _ beside: [BesideWords], _ group: inout IncomingGroup
  ) {
    var lines = words.notes + beside.flatMap(\.notes)
    lines += provision.notes
    if let roles = group.cell?.roles, !roles.isEmpty { lines.append("Staff: \(roles.joined(separator: ", "))") }
    var kept: [String] = []
    for line in lines where !line.isEmpty && !kept.contains(line) { kept.append(line) }
    group.note = kept.isEmpty ? nil : kept.joined(separator: "\n")
  }
}
