package import Domain
import SQL

extension AreaPeople {
  /// One person; not found where the viewer may not see them.
  package func find(_ account: ID<Account>, on today: Day) throws -> Person {
    guard let person = try all(on: today).first(where: { $0.account == account }) else { throw Refusal.notFound() }
    return person
  }

  /// Makes somebody who takes part the coordinator in the viewer's place.
  package func handOn(to account: ID<Account>, today: Day) throws {
    guard let own = viewer.account, own != account else {
      throw Refusal.conflict("Choose somebody else to hand the project on to.")
    }
    _ = try find(account, on: today)
    try grant(.coordinator, to: account, today: today)
    try end(.coordinator, of: own, today: today)
  }

  /// Whoever contributes for an organisation that has not answered in `round`: to be reminded.
  package func silent(in round: ID<Round>?, on today: Day) throws -> [Person] {
    let answered = Set(
      try Participants(viewer, connection).standings(in: round, on: today).filter(\.hasAnswered).map(\.participant.id))
    return try all(on: today).filter { person in
      person.roles.contains(.contributor) && !(person.participant.map(answered.contains) ?? false)
    }
  }
}
