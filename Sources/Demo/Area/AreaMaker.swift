import Domain
import SQL
import Store

/// Makes the review of the invented authority: who takes part, two rounds of what they say, and what the coordinator did
/// with it. The two schools are among them, by their SENCOs.
struct AreaMaker {
  /// A member who enters things for an organisation.
  struct Speaker {
    let place: AreaPlaces.Place
    let viewer: AreaViewer
    let participant: ID<Participant>
  }

  static let address = "marlowshire"
  static let domain = "marlowshire.example"
  static let specialisms = ["slcn", "ot", "mental-health"]

  let today: Day
  let connection: any Connection
  let area: ID<Organisation>
  let code: JoinCode
  let coordinator: AreaViewer
  var dice = Dice(600)
  var localities: [Locality] = []
  /// Places of the specialisms by their keys.
  var positions: [String: Int] = [:]
  var speakers: [Speaker] = []

  /// The first round lasted a term, last school year; the second is under way.
  let first: Span
  let second: Span

  init(today: Day, _ connection: any Connection) throws {
    self.today = today
    first = Span(today - 330, today - 270)!
    second = Span(today - 40, today + 30)!
    self.connection = connection
    code = try JoinCode(chosen: "maple-otter-lantern-47")
    let past = PastConnection(connection, daysAgo: today - first.from)
    let new = try NewArea(name: Demo.authority, address: Self.address, isDemonstration: true)
    let area = try Areas.add(new, code: code, today: first.from, past).id
    let (own, day) = (AreaViewer(operatorIn: area), first.from)
    func appoint(_ role: AreaRole, _ name: String) throws -> AreaViewer {
      let account = try Accounts.add(email: "\(role.rawValue)@\(Self.domain)", name: name, past)
      try AreaPeople(own, past).appoint(account, as: role, today: day)
      return AreaViewer(account: account, organisation: area, roles: [role], name: name)
    }
    self.area = area
    coordinator = try appoint(.coordinator, "Rosalind Achebe")
    _ = try appoint(.commissioner, "Martin Trevanion")
  }

  mutating func make() throws {
    try makeProject()
    try makePeople()
    try makeFirstRound()
    try makeSecondRound()
    try makeTidying()
    try makeVoices()
  }

  private mutating func makeProject() throws {
    let past = PastConnection(connection, daysAgo: today - first.from)
    guard let kept = try Areas.withID(area, past) else { return }
    var details = kept.details
    details.title = "Support for children and young people in Marlowshire"
    details.about =
      "We want to know what there is for children who need help with talking, with everyday skills and with their "
      + "wellbeing, and what is missing: from everybody who works with them, in all six localities. What you tell us "
      + "decides what is bought next year."
    details.organiser = "Marlowshire Joint Commissioning"
    details.contact = "Rosalind Achebe, coordinator@\(Self.domain)"
    (details.isListed, details.publishesMap, details.takesSurvey) = (true, true, true)
    try Areas.change(to: details, version: kept.version, by: coordinator, past)

    let parts = AreaParts(area, past)
    try parts.setSpecialisms(offered: Set(Self.specialisms), adding: [], by: coordinator)
    positions = Dictionary(
      uniqueKeysWithValues: try parts.specialisms().map { ($0.specialism.key, $0.position) })
    let lines = AreaPlaces.localities.enumerated().map { AreaParts.LocalityLine(name: $1, code: "MS\(101 + $0)") }
    try parts.setLocalities(lines, by: coordinator)
    localities = try parts.localities()
    try parts.setBoundaries(
      Dictionary(uniqueKeysWithValues: zip(localities.map(\.id), AreaPlaces.boundaries)), by: coordinator)
    let rounds = Rounds(coordinator, past)
    if let round = try rounds.numbered(1) {
      try rounds.change(
        round.id, name: "What there is", from: first.from, until: first.until, version: round.version)
    }
  }
}
