package import Markup

/// One of many, in a list that opens. For up to about six, `Radios` are quicker.
package struct Select: Exhibited {
  /// Choices under a heading of their own.
  package struct Group: Sendable, Hashable {
    package let label: String?
    package let choices: [Choice]

    package init(_ label: String?, _ choices: [Choice]) {
      self.label = label
      self.choices = choices
    }
  }

  package let field: Field
  package let groups: [Group]
  package let selected: String?

  package init(_ field: Field, _ choices: [Choice], selected: String? = nil) {
    self.init(field, groups: [Group(nil, choices)], selected: selected)
  }

  package init(_ field: Field, groups: [Group], selected: String? = nil) {
    self.field = field
    self.groups = groups
    self.selected = selected
  }

  package var html: HTML {
    field.labelling("<select\(field.attributes)>\(each: groups, draw)</select>")
  }

  private func draw(_ group: Group) -> HTML {
    guard let label = group.label else { return "\(each: group.choices, draw)" }
    return "<optgroup label=\"\(label)\">\(each: group.choices, draw)</optgroup>"
  }

  private func draw(_ choice: Choice) -> HTML {
    """
    <option value="\(choice.value)"\(if: choice.value == selected, " selected")>\(choice.label)</option>
    """
  }

  package static let name = "Select"
  package static let accessibility = [
    "It is the browser's own list, so that every keyboard, phone and reader knows it.",
    "Where nothing is chosen yet, the first choice says so in words.",
  ]
  package static let examples = [
    Example(
      "Years",
      Select(
        Field("example-year", "Year group"),
        [Choice("", "Choose a year group"), Choice("r", "Reception"), Choice("1", "Year 1")])),
    Example(
      "In groups, with an error",
      Select(
        Field("example-type", "Provision", error: "Choose a provision, or describe one of your own."),
        groups: [
          Group("Literacy", [Choice("a", "Phonics catch-up"), Choice("b", "Paired reading")]),
          Group("Language and communication", [Choice("c", "Narrative group")]),
        ], selected: "c")),
  ]
}
