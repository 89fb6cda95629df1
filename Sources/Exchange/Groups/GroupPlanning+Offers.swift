import Domain

extension GroupPlanning {
  /// What a map mentions beside names is offered, the nearest mention first; the catalogue's usual dosage comes last.
  mutating func offer(_ type: ProvisionType?, _ planned: inout PlannedGroup) {
    guard let cell = planned.incoming.cell else { return }
    var dosages = cell.dosages
    if let type, let minutes = type.details.minutes, let sessions = type.details.sessionsPerWeek {
      dosages.append(
        IncomingGroup.Mention(
          value: Dosage(minutes: minutes, sessions: sessions, per: .week), source: "usual for \(type.name)"))
    }
    if var first = dosages.first {
      // "30 mins" in the cell and "3 x week" beside the provision belong together.
      for other in dosages.dropFirst() {
        let filled = first.value.filled(with: other.value)
        if filled != first.value {
          first = IncomingGroup.Mention(value: filled, source: "\(first.source), \(other.source)")
        }
      }
      if (try? first.value.schedule()) != nil {
        planned.offers.append(
          ImportOffer(key: "schedule-\(cell.key)", what: first.value.words, source: first.source))
      } else {
        let missing = first.value.minutes == nil ? "how long a session lasts" : "how often"
        warn(
          planned.row, cell.column,
          "The table says “\(first.value.words)” of \(planned.details.name), and not \(missing): say it on the group's page."
        )
        keep(first.value.words, &planned)
      }
    }
    if let leads = cell.leads.first {
      let names = leads.value.map { name in
        let found = StaffMentions(people: school.staff.filter { $0.span.overlaps(planned.details.span) }).find(name)
        return found.count == 1 ? found[0].name : name
      }
      planned.offers.append(
        ImportOffer(key: "leads-\(cell.key)", what: names.joined(separator: ", "), source: leads.source))
    }
    for remark in cell.remarks { warn(planned.row, cell.column, remark) }
  }

  /// What cannot be offered is kept in words.
  private func keep(_ words: String, _ planned: inout PlannedGroup) {
    let lines = planned.details.note?.split(separator: "\n").map(String.init) ?? []
    if !lines.contains(words) { planned.details.note = (lines + [words]).joined(separator: "\n") }
  }
}
