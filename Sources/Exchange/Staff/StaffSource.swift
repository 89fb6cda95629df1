import Domain
import SQL
import Store

/// A file of staff, to be compared with those whom the school keeps.
struct StaffSource: ImportSource {
  let file: StaffFile

  func compare(_ asking: ImportAsking, _ connection: any Connection) throws -> ImportPlan {
    let staff = Staff(asking.viewer, connection)
    let rates = Rates(asking.viewer, connection)
    let mayRates = asking.viewer.mayAll(.do, .rates)
    let kept = KeptStaff(
      members: try staff.list(), roles: try staff.roles(), roleRates: mayRates ? try rates.roleRates() : [:],
      pay: mayRates ? try rates.pay() : [:], mayRates: mayRates)
    let comparison = StaffComparison(file, with: kept, asking.days, answers: asking.answers)
    return ImportPlan(preview: comparison.preview, versions: comparison.versions) { _, connection in
      try StaffWriting(comparison, asking.viewer, connection).write()
    }
  }
}

/// Writes what a comparison says, by the acts that pages use too.
private struct StaffWriting {
  let comparison: StaffComparison
  let staff: Staff
  let rates: Rates

  init(_ comparison: StaffComparison, _ viewer: Viewer, _ connection: any Connection) {
    self.comparison = comparison
    staff = Staff(viewer, connection)
    rates = Rates(viewer, connection)
  }

  func write() throws {
    for name in comparison.newRoles {
      let role = try staff.addRole(name, PayRole.Kind(roleNamed: name))
      if let work = RoleNames.work(like: name) { try rates.putReferenceRates(of: role, like: work) }
    }
    let roles = Dictionary(try staff.roles().map { (Folding.fold($0.name), $0.id) }) { first, _ in first }
    for act in comparison.acts {
      switch act {
      case .add(let incoming, let role, let from):
        let id = try staff.add(
          StaffDetails(
            name: incoming.name!, weeklyMinutes: incoming.weeklyMinutes, weeks: incoming.weeks,
            span: Span(from, incoming.until)!), as: roles[Folding.fold(role)]!)
        for rate in incoming.rates { try pay(id, rate, from: comparison.from(rate, firstSince: from)) }
      case .change(let member, let incoming, let changesRow, let pay):
        if changesRow {
          let span = Span(incoming.from ?? member.span.from, incoming.until ?? member.span.until)!
          try staff.correct(
            member.id,
            StaffDetails(
              name: member.name, weeklyMinutes: incoming.weeklyMinutes ?? member.weeklyMinutes,
              weeks: incoming.weeks ?? member.weeks, span: span), version: member.version)
        }
        if let role = incoming.role.flatMap({ roles[Folding.fold($0)] }),
          let from = comparison.roleFrom(member, incoming), role != member.roles.on(from)
        {
          try staff.changeRole(member.id, to: role, from: from)
        }
        for (rate, day) in pay { try self.pay(member.id, rate, from: day) }
      case .setRoleRate(let stated, let role, let from):
        try rates.setRate(
          of: roles[Folding.fold(role)]!, to: stated.rate, from: from, source: stated.source ?? "Imported")
      }
    }
  }

  private func pay(_ id: ID<StaffMember>, _ stated: StatedRate, from: Day) throws {
    guard comparison.kept.mayRates else { return }
    try rates.setPay(of: id, to: stated.rate, from: from, source: stated.source ?? "Imported")
  }
}
