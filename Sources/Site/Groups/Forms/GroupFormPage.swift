import Components
import Domain
import Markup

/// A form about a group. After a refusal it says why, and everything typed is still there; after somebody else was quicker
/// it shows both values.
struct GroupFormPage: Page {
  let title: String
  let kicker: String
  var lede: String?
  let trail: [Components.Link]
  let address: Address
  let token: String
  let version: Int
  let fields: HTML
  let button: String
  let cancel: Address
  var refusals = Refusals.none
  var compared: [Compared] = []
  var under: HTML = .empty

  var part: Part? { .groups }
  var hasErrors: Bool { !refusals.isEmpty }

  static func trail(_ opened: OpenedGroup) -> [Components.Link] {
    [
      Link(opened.school.name, Way.school(opened.school)), Link("Groups", Way.groups(opened.school)),
      Link(opened.group.details.name, Way.group(opened.id, opened.school)),
    ]
  }

  var body: HTML {
    """
    \(refusals.summary)\(PageHeader(title, kicker: kicker, lede: lede))\(Compared.table(compared))\
    \(Form(
      to: address, token: token, asksBeforeLeaving: true,
      body: "\(HiddenField("version", String(version)))\(fields)\(buttons)"))\
    \(under)
    """
  }

  private var buttons: HTML {
    ButtonRow([
      Button(compared.isEmpty ? button : "Save mine all the same").html,
      LinkButton(compared.isEmpty ? "Cancel" : "Keep what stands there now", cancel, style: .quiet).html,
    ]).html
  }
}

/// Days as forms have them.
enum DayFields {
  /// From and until, side by side.
  static func span(
    _ from: String, _ until: String, _ refusals: Refusals, hint: String? = nil, isOpen: Bool = true
  ) -> HTML {
    """
    <div class="side-by-side">\
    \(DateInput(Field("from", "First day", hint: hint, error: refusals["from"]), value: from))\
    \(DateInput(
      Field(
        "until", "Last day", hint: isOpen ? "Empty: as long as it goes on." : nil, error: refusals["until"],
        isOptional: isOpen), value: until))</div>
    """
  }
}
