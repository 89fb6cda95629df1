import Components
import Domain
import Hummingbird
import Markup
import Store

/// A form that changes one group: typed texts in, one act of the store out, or refusals that say which field. `thing` is the
/// id of the lead, place or item that the address names, where it names one.
protocol GroupForm: Sendable {
  /// As it stands now.
  init(_ opened: OpenedGroup, thing: String?) throws
  /// As it was typed.
  init(_ sent: SentForm)

  static var part: GroupPart { get }
  /// Whether it puts right what was written of a lead or a place, rather than changing it from a day on.
  static var isCorrection: Bool { get }
  var done: Done { get }
  var button: String { get }
  func title(_ opened: OpenedGroup, thing: String?) throws -> String
  func lede(_ opened: OpenedGroup, thing: String?) -> String?
  func fields(_ opened: OpenedGroup, _ refusals: Refusals) -> HTML
  /// What stands under the form: ways to take something back, or to put it right.
  func under(_ opened: OpenedGroup, thing: String?, token: String) -> HTML
  /// What is now and what was typed, for when somebody else was quicker.
  func compared(_ opened: OpenedGroup, thing: String?) throws -> [Compared]
  /// Reads what was typed and does it; the group to look at next.
  func perform(on opened: OpenedGroup, thing: String?, version: Int, _ groups: Groups) throws -> ID<Group>
}

extension GroupForm {
  static var isCorrection: Bool { false }
  var done: Done { .changed }
  var button: String { "Save" }
  func lede(_ opened: OpenedGroup, thing: String?) -> String? { nil }
  func under(_ opened: OpenedGroup, thing: String?, token: String) -> HTML { .empty }

  static func address(_ opened: OpenedGroup, thing: String?) -> Address {
    guard let thing else { return Way.group(opened.id, part, opened.school) }
    let address = Way.group(opened.id, part, thing, opened.school)
    return isCorrection ? Way.correction(address) : address
  }
}

/// The two routes of every such form.
enum GroupActs {
  /// `GET …/groups/{group}/schedule`, and so on.
  static func show<Form: GroupForm>(_: Form.Type) -> Handler {
    { visit in
      let (id, thing) = (try visit.id("group", Group.self), visit.parameter("thing"))
      let opened = try await visit.read { try OpenedGroup.find(id, visit, $0) }
      guard opened.mayChange else { throw Refusal.refused() }
      return visit.page(try page(Form(opened, thing: thing), opened, thing: thing, token: visit.formToken))
    }
  }

  /// `POST …/groups/{group}/schedule`, and so on.
  static func send<Form: GroupForm>(_: Form.Type) -> Handler {
    { visit in
      let (id, thing) = (try visit.id("group", Group.self), visit.parameter("thing"))
      let typed = Form(visit.form)
      let version = visit.form["version"].flatMap { Int($0) } ?? 0
      return try await visit.answering {
        let next = try await visit.write { connection in
          let opened = try OpenedGroup.find(id, visit, connection)
          return try typed.perform(on: opened, thing: thing, version: version, Groups(visit.viewer, connection))
        }
        return visit.redirect(to: Way.group(next, visit.here), saying: typed.done)
      } again: { refusals in
        let opened = try await visit.read { try OpenedGroup.find(id, visit, $0) }
        return try page(
          typed, opened, thing: thing, token: visit.formToken, version: version, refusals: refusals)
      }
    }
  }

  /// `version`: the one that the form showed. Refused for a conflict, it carries the one that stands there now, so that
  /// sending it again is an answer.
  static func page<Form: GroupForm>(
    _ form: Form, _ opened: OpenedGroup, thing: String?, token: String, version: Int? = nil,
    refusals: Refusals = .none
  ) throws -> FormPage {
    let isConflict = refusals.isConflict
    return FormPage(
      title: try form.title(opened, thing: thing), kicker: opened.group.details.name,
      lede: form.lede(opened, thing: thing), trail: OpenedGroup.trail(opened), part: .groups,
      address: Form.address(opened, thing: thing), token: token,
      version: isConflict ? opened.group.version : version ?? opened.group.version,
      fields: form.fields(opened, refusals), button: form.button, cancel: Way.group(opened.id, opened.school),
      refusals: refusals, compared: isConflict ? try form.compared(opened, thing: thing) : [],
      under: form.under(opened, thing: thing, token: token))
  }

  /// `POST …/groups/{group}/places/{thing}/removal`, and so on: as if it had never been, but for history.
  static func remove(_ part: GroupPart) -> Handler {
    { visit in
      let (id, thing) = (try visit.id("group", Group.self), visit.parameter("thing") ?? "")
      let version = visit.form["version"].flatMap { Int($0) } ?? 0
      try await visit.write { connection in
        let opened = try OpenedGroup.find(id, visit, connection)
        let groups = Groups(visit.viewer, connection)
        switch part {
        case .leads: try groups.removeLead(try opened.lead(thingID(thing)).lead.id, version: version)
        case .places: try groups.removeMember(try opened.place(thingID(thing)).place.id, version: version)
        default: try groups.removeItem(try opened.item(thingID(thing)).id, version: version)
        }
      }
      return visit.redirect(to: Way.group(id, visit.here), saying: .removed)
    }
  }

  /// `POST …/groups/{group}/removal`: the group was made by mistake.
  static func removeGroup(_ visit: Visit) async throws -> Response {
    let id = try visit.id("group", Group.self)
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    try await visit.write { try Groups(visit.viewer, $0).remove(id, version: version) }
    return visit.redirect(to: Way.groups(visit.here), saying: .removed)
  }

  static func thingID<Noun>(_ thing: String?, _ noun: Noun.Type = Noun.self) throws -> ID<Noun> {
    guard let id = thing.flatMap({ ID<Noun>($0) }) else { throw Refusal.notFound() }
    return id
  }

  /// Takes back what was never meant.
  static func neverTrue(_ opened: OpenedGroup, _ part: GroupPart, _ thing: String?, token: String) -> HTML {
    guard let thing else { return .empty }
    let address: Address = "\(Way.group(opened.id, part, thing, opened.school))/removal"
    return Details(
      "It was never true",
      body: """
        <p>Then it goes, with its cost. The history keeps what stood here.</p>\
        \(PostButton("Remove it", to: address, token: token, style: .danger, fields: [HiddenField("version", String(opened.group.version))]))
        """
    ).html
  }
}
