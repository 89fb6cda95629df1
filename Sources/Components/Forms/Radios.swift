package import Markup

/// One of a few, all in view.
package struct Radios: Exhibited {
  package let field: Field
  package let choices: [Choice]
  package let selected: String?
  /// True where the choices are short and few enough to stand side by side.
  package let isInline: Bool

  package init(_ field: Field, _ choices: [Choice], selected: String? = nil, isInline: Bool = false) {
    self.field = field
    self.choices = choices
    self.selected = selected
    self.isInline = isInline
  }

  package var html: HTML {
    field.grouping(
      """
      <div class="options\(if: isInline, " inline")">\(each: choices.enumerated(), draw)</div>
      """)
  }

  private func draw(_ place: Int, _ choice: Choice) -> HTML {
    Option(kind: "radio", field: field, place: place, choice: choice, isChosen: choice.value == selected).html
  }

  package static let name = "Radios"
  package static let accessibility = [
    "The question is the legend of a fieldset; the error is tied to it.",
    "The error summary leads to the first choice.",
    "The words beside a choice can be pressed too: the target is at least 44 pixels high.",
  ]
  package static let examples = [
    Example(
      "With hints",
      Radios(
        Field("example-names", "Names on the map"),
        [
          Choice("full", "Full names"), Choice("first", "First name and initial", hint: "Initials are names, too."),
          Choice("counts", "Counts only"),
        ], selected: "first")),
    Example(
      "Side by side, wrong",
      Radios(
        Field("example-watch", "On the watch list?", error: "Choose yes or no."),
        [Choice("yes", "Yes"), Choice("no", "No")], isInline: true)),
  ]
}

/// Any of several.
package struct Checkboxes: Exhibited {
  package let field: Field
  package let choices: [Choice]
  package let selected: Set<String>
  /// The words of the box that ticks them all, such as “All of Year 3”. Only with JavaScript.
  package let all: String?
  package let isInline: Bool

  package init(
    _ field: Field, _ choices: [Choice], selected: Set<String> = [], all: String? = nil, isInline: Bool = false
  ) {
    self.field = field
    self.choices = choices
    self.selected = selected
    self.all = all
    self.isInline = isInline
  }

  package var html: HTML {
    field.grouping(
      """
      <div class="options\(if: isInline, " inline")"\(if: all != nil, " data-select-scope")>\
      \(if: all, { SelectAll($0).html })\(each: choices.enumerated(), draw)</div>
      """)
  }

  private func draw(_ place: Int, _ choice: Choice) -> HTML {
    Option(kind: "checkbox", field: field, place: place, choice: choice, isChosen: selected.contains(choice.value)).html
  }

  package static let name = "Checkboxes"
  package static let accessibility = [
    "The question is the legend of a fieldset; the error is tied to it.",
    "“All” says what all means, and shows a dash when some are ticked.",
  ]
  package static let examples = [
    Example(
      "With all",
      Checkboxes(
        Field("example-pupils", "Pupils", hint: "Those in Year 3 who need this."),
        [Choice("1", "Amir Khan"), Choice("2", "Ella Price"), Choice("3", "Jakub Wójcik")], selected: ["2"],
        all: "All of Year 3")),
    Example(
      "Days side by side",
      Checkboxes(
        Field("example-days", "Days"),
        [Choice("1", "Mon"), Choice("2", "Tue"), Choice("3", "Wed"), Choice("4", "Thu"), Choice("5", "Fri")],
        selected: ["1", "3"], isInline: true)),
  ]
}

/// A single box: yes or not.
package struct Checkbox: Component {
  package let field: Field
  package let value: String
  package let isChosen: Bool

  package init(_ field: Field, value: String = "yes", isChosen: Bool = false) {
    self.field = field
    self.value = value
    self.isChosen = isChosen
  }

  package var html: HTML {
    """
    <div class="field\(if: field.error != nil, " wrong")">\
    \(if: field.error, { "<p class=\"error\" id=\"\(field.id)-error\"><span class=\"unseen\">Error: </span>\($0)</p>" })\
    <div class="option"><input type="checkbox"\(field.attributes) value="\(value)"\(if: isChosen, " checked")>\
    <label for="\(field.id)">\(field.label)\
    \(if: field.hint, { "<span class=\"hint\" id=\"\(field.id)-hint\">\($0)</span>" })</label></div></div>
    """
  }
}

/// Ticks every box in the nearest `data-select-scope` (a fieldset or a table). Shown by JavaScript only.
package struct SelectAll: Component {
  package let label: String

  package init(_ label: String) { self.label = label }

  package var html: HTML {
    """
    <div class="option all" hidden><label><input type="checkbox" data-select-all> \(label)</label></div>
    """
  }
}

/// One radio button or box with its words.
struct Option: Component {
  let kind: String
  let field: Field
  let place: Int
  let choice: Choice
  let isChosen: Bool

  /// The first one has the field's own id, so that the error summary lands on it.
  private var id: String { place == 0 ? field.id : "\(field.id)-\(place + 1)" }

  var html: HTML {
    """
    <div class="option"><input type="\(kind)" id="\(id)" name="\(field.name)" value="\(choice.value)"\
    \(attribute: "aria-describedby", choice.hint.map { _ in "\(id)-note" })\(if: isChosen, " checked")>\
    <label for="\(id)">\(choice.label)\(if: choice.hint, { "<span class=\"hint\" id=\"\(id)-note\">\($0)</span>" })</label></div>
    """
  }
}
