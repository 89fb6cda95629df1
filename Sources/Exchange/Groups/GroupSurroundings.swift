import Domain
import SQL
import Store

/// Everything of a school that a file of groups can name.
struct GroupSurroundings {
  let headings: [Heading]
  let types: [ProvisionType]
  let streams: [FundingStream]
  let staff: [StaffMember]
  let roles: [PayRole]
  let calendar: SchoolCalendar
  let roll: RollNames
  let kept: [KeptGroup]
  /// By the folded name, the places of the groups in `kept`.
  let keptByName: [String: [Int]]

  init(_ asking: ImportAsking, _ connection: any Connection) throws {
    let catalogue = Catalogue(asking.viewer, connection)
    headings = try catalogue.headings()
    types = try catalogue.types()
    streams = try catalogue.streams()
    staff = try Staff(asking.viewer, connection).list()
    roles = asking.viewer.may(.see, .staff) ? try Staff(asking.viewer, connection).roles() : []
    calendar = try SchoolCalendars.load(asking.school.id, connection)
    roll = RollNames(try Pupils(asking.viewer, connection).kept(), on: asking.days.known)
    kept = try Groups(asking.viewer, connection).kept()
    keptByName = Dictionary(grouping: kept.indices) { [kept] in Folding.fold(kept[$0].group.name) }
  }

  func name(of staff: ID<StaffMember>) -> String { self.staff.first { $0.id == staff }?.name ?? "" }
  func stream(named name: String) -> FundingStream? {
    let folded = Folding.fold(name)
    if let stream = streams.first(where: { Folding.fold($0.name) == folded }) { return stream }
    let ofKind = streams.filter { Folding.fold($0.kind.rawValue) == folded || Self.words[$0.kind]!.contains(folded) }
    return ofKind.count == 1 ? ofKind[0] : nil
  }

  private static let words: [FundingStream.Kind: Set<String>] = [
    .sen: ["sen", "send", "notional sen", "sen budget"], .eal: ["eal", "emag"],
    .pupilPremium: ["pp", "pupil premium", "ppg"],
    .topUp: ["top up", "topup", "high needs", "ehcp", "element 3"], .other: ["other"],
  ]
}

/// A group whose every name has been found, ready to be compared with those that are kept.
struct PlannedGroup {
  let incoming: IncomingGroup
  var details: GroupDetails
  /// A heading that the school has not yet, by its name.
  var newHeading: String?
  let heading: String
  /// The name of the type that it runs.
  var type: String?
  var schedule: Schedule?
  var leads: [NewLead] = []
  /// Those of the leads whose share the file says.
  var saidShares: Set<ID<StaffMember>> = []
  var members: [Member] = []
  var offers: [ImportOffer] = []
  /// The first of its rows that can be taken.
  var row: Int
  /// Whether none of the pupils whom the file names for it can be taken: then it is not added.
  var isWithoutItsPupils = false

  struct Member {
    let member: NewMember
    let name: String
    /// As the file has it, where that is not the whole name.
    let written: String?
    /// What the file says of the place itself.
    let said: IncomingGroup.Place
  }
}

/// Questions that a file raises, each asked once, with their answers.
struct Questions {
  let answers: [String: String]
  /// Those that are still open.
  private(set) var asked: [UnsureItem] = []
  /// All of them, in the order in which they came up: an answer stays in view with its question.
  private(set) var posed: [UnsureItem] = []

  init(_ answers: [String: String]) { self.answers = answers }

  /// The answer to a question; nil where it is still to be given.
  mutating func answer(
    _ key: String, row: Int, column: String, what: String, _ question: String, _ candidates: [UnsureItem.Candidate],
    mayBeNew: Bool = false
  ) -> String? {
    let item = UnsureItem(
      key: key, row: row, column: column, what: what, question: question, candidates: candidates, mayBeNew: mayBeNew)
    if !posed.contains(where: { $0.key == key }) { posed.append(item) }
    let possible = candidates.map(\.id) + ["skip"] + (mayBeNew ? ["new"] : [])
    if let answer = answers[key], possible.contains(answer) { return answer }
    if !asked.contains(where: { $0.key == key }) { asked.append(item) }
    return nil
  }

  /// The same words give the same key wherever they stand, so that they are asked about once.
  static func key(_ kind: String, _ words: String...) -> String {
    ([kind] + words.map { Folding.fold($0).replacing(" ", with: "-") }.filter { !$0.isEmpty }).joined(separator: "-")
  }
}
