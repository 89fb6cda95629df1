import Components
import Domain
import Markup
import Store

/// Something bought for the group: a new item, or the correction of one.
struct ItemForm: GroupForm {
  var fields = ItemFields()

  static let part = GroupPart.items
  var done: Done { .saved }
  var button: String { "Save this item" }

  init(_ opened: OpenedGroup, thing: String?) throws {
    if thing != nil { fields = ItemFields(try opened.item(GroupActs.thingID(thing))) }
  }

  init(_ sent: SentForm) { fields = ItemFields(sent) }

  func title(_ opened: OpenedGroup, thing: String?) -> String { thing == nil ? "Add an item" : "Correct this item" }
  func lede(_ opened: OpenedGroup, thing: String?) -> String? {
    "Its cost falls on its day, or on the group’s first session after it."
  }

  func fields(_ opened: OpenedGroup, _ refusals: Refusals) -> HTML { fields.html(refusals) }

  func under(_ opened: OpenedGroup, thing: String?, token: String) -> HTML {
    GroupActs.neverTrue(opened, .items, thing, token: token)
  }

  func compared(_ opened: OpenedGroup, thing: String?) throws -> [Compared] {
    guard thing != nil else {
      let now = opened.whole.items.map { "\($0.name), \($0.cost.words)" }.joined(separator: "; ")
      return [Compared("Bought for it", now: now.nilIfEmpty ?? "nothing", typed: "\(fields.name), \(fields.cost)")]
    }
    let now = try opened.item(GroupActs.thingID(thing))
    return [
      Compared("Item", now: now.name, typed: fields.name),
      Compared("Cost", now: now.cost.words, typed: fields.cost),
      Compared("Day", now: now.day?.words ?? "first session", typed: fields.day),
    ]
  }

  func perform(on opened: OpenedGroup, thing: String?, version: Int, _ groups: Groups) throws -> ID<Group> {
    var refusals = Refusals()
    let item = fields.item(&refusals)
    guard let item, refusals.isEmpty else {
      if refusals.isEmpty { refusals.add("Say what was bought.", field: "item") }
      throw refusals
    }
    if thing == nil {
      try groups.addItem(item, to: opened.id, version: version)
    } else {
      try groups.correctItem(try opened.item(GroupActs.thingID(thing)).id, to: item, version: version)
    }
    return opened.id
  }
}

/// An item as it is typed.
struct ItemFields: Sendable, Hashable {
  var name = ""
  var cost = ""
  var day = ""
  /// Behind the fields' names, where a form has several: `-2`.
  var suffix = ""

  init(suffix: String = "") { self.suffix = suffix }

  init(_ item: GroupItem) {
    name = item.name
    cost = item.cost.decimalText
    day = item.day?.words ?? ""
  }

  init(_ sent: SentForm, suffix: String = "") {
    name = sent.typed("item\(suffix)")
    cost = sent.typed("cost\(suffix)")
    day = sent.typed("item-day\(suffix)")
    self.suffix = suffix
  }

  /// Nil where nothing was typed, or something was refused.
  func item(_ refusals: inout Refusals) -> NewItem? {
    let (name, cost) = (name.trimmingSpaces, cost.trimmingSpaces)
    if name.isEmpty, cost.isEmpty { return nil }
    let before = refusals.all.count
    if name.isEmpty { refusals.add("Say what was bought.", field: "item\(suffix)") }
    let pence = Pence(typed: cost)
    if pence == nil { refusals.add("The cost must be an amount in pounds, such as 12.50.", field: "cost\(suffix)") }
    let day = refusals.dayOrNone(day, at: "item-day\(suffix)", "the day on which it was bought")
    guard let pence, refusals.all.count == before else { return nil }
    return NewItem(name, cost: pence, day: day)
  }

  func html(_ refusals: Refusals) -> HTML {
    """
    <div class="side-by-side">\
    \(TextInput(Field("item\(suffix)", "Item", error: refusals["item\(suffix)"]), value: name, limit: 200))\
    \(MoneyInput(Field("cost\(suffix)", "Cost in pounds", error: refusals["cost\(suffix)"]), value: cost))\
    \(DateInput(Field("item-day\(suffix)", "Bought on", error: refusals["item-day\(suffix)"], isOptional: true), value: day))</div>
    """
  }
}
