import Domain
import Store

extension StaffComparison {
  mutating func note(_ role: String) {
    guard kept.role(role) == nil, !newRoles.contains(where: { Folding.fold($0) == Folding.fold(role) }) else { return }
    newRoles.append(role)
    preview.warnings.append(
      ImportWarning(
        message: "The role “\(role)” is new here. Its hours are counted with: "
          + "\(PayRole.Kind(roleNamed: role).name.lowercased()). \(firstPrice(of: role))"))
  }

  private func firstPrice(of role: String) -> String {
    let folded = Folding.fold(role)
    if file.staff.contains(where: { $0.name == nil && $0.role.map(Folding.fold) == folded }) {
      return "The file says its rate."
    }
    guard let work = RoleNames.work(like: role) else {
      return "It has no rate yet: until it has one, what it does is “not priced”."
    }
    return "Until it has a rate of its own, it is priced at the reference rate of: \(work.name.lowercased())."
  }

  mutating func warnOfAssumedDays() {
    guard kept.members.isEmpty, file.staff.contains(where: { $0.name != nil && $0.from == nil }) else { return }
    preview.warnings.append(
      ImportWarning(
        message:
          "The file does not say since when these people work here. This is the first list, so they are taken to be "
          + "here since \(assumedFrom.words)."))
  }

  /// The map prices a role by its holders' pay only where there are three or more, so that no division gives one away.
  mutating func warnOfFewHolders() {
    guard kept.mayRates else { return }
    var holders: [String: Int] = [:]
    for (member, rates) in kept.pay where rates.contains(where: { $0.span.contains(days.known) }) {
      let role = kept.members.first { $0.id == member }.flatMap { member in self.role(of: member) }
      if let role { holders[Folding.fold(role.name), default: 0] += 1 }
    }
    var names: [String: String] = [:]
    for act in acts {
      switch act {
      case .add(let staff, let role, _) where !staff.rates.isEmpty:
        holders[Folding.fold(role), default: 0] += 1
        names[Folding.fold(role)] = role
      case .change(let member, let staff, _, let pay) where !pay.isEmpty:
        let role = staff.role ?? self.role(of: member)?.name ?? ""
        if kept.pay[member.id] == nil { holders[Folding.fold(role), default: 0] += 1 }
        names[Folding.fold(role)] = role
      default: break
      }
    }
    for (folded, name) in names.sorted(by: { $0.key < $1.key }) where holders[folded, default: 0] < 3 {
      let count = holders[folded, default: 0]
      preview.warnings.append(
        ImportWarning(
          message:
            "\(count) \(count == 1 ? "person has" : "people have") a rate as “\(name)”. Until three have, maps are "
            + "priced at the role's own rate, so that nobody's pay can be worked out from them."))
    }
  }
}
