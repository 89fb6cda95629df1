package import Markup

/// A line of text.
package struct TextInput: Exhibited {
  /// What is typed; it decides the keyboard of a phone and what a browser fills in.
  package enum Kind: String, Sendable {
    case text, email, password, search, tel, url
  }

  package let field: Field
  package let value: String
  package let kind: Kind
  package let width: FieldWidth
  /// As HTML names it: `email`, `current-password`, `new-password`, `username`, `off` …
  package let autocomplete: String?
  /// Most characters taken, or nil.
  package let limit: Int?

  package init(
    _ field: Field, value: String = "", kind: Kind = .text, width: FieldWidth = .medium, autocomplete: String? = nil,
    limit: Int? = nil
  ) {
    self.field = field
    self.value = value
    self.kind = kind
    self.width = width
    self.autocomplete = autocomplete
    self.limit = limit
  }

  package var html: HTML {
    field.labelling(
      """
      <input type="\(kind.rawValue)" class="\(width.rawValue)"\(field.attributes) value="\(value)"\
      \(attribute: "autocomplete", autocomplete)\(attribute: "maxlength", limit.map(String.init))\
      \(if: kind != .text && kind != .search, " spellcheck=\"false\" autocapitalize=\"none\"")>
      """)
  }

  package static let name = "Text input"
  package static let accessibility = [
    "The label stands above and is tied to the input; a placeholder is no label, and there is none.",
    "Hint and error are tied to the input, so that they are read with it.",
    "What was typed is still there when the form comes back.",
  ]
  package static let examples = [
    Example("Plain", TextInput(Field("example-forename", "First name"), value: "Amina")),
    Example(
      "Hint and error",
      TextInput(
        Field(
          "example-surname", "Surname", hint: "As the school’s own system writes it.",
          error: "Enter the pupil’s surname."))),
    Example("Optional", TextInput(Field("example-known", "Known as", isOptional: true), width: .short)),
    Example(
      "E-mail",
      TextInput(
        Field("example-email", "E-mail address"), value: "r.lowe@ashfield.example", kind: .email,
        autocomplete: "username")),
    Example(
      "Markup in the value",
      TextInput(Field("example-odd", "Title"), value: "\"><b>Reading & <i>more</i>", width: .full)),
  ]
}

/// A number with its unit: minutes, sessions, pupils. Digits by a text field, since number fields lose what they do not
/// understand and change when scrolled over.
package struct NumberInput: Exhibited {
  package let field: Field
  package let value: String
  package let unit: String?

  package init(_ field: Field, value: String = "", unit: String? = nil) {
    self.field = field
    self.value = value
    self.unit = unit
  }

  package var html: HTML {
    field.labelling(
      """
      <div class="with-unit"><input type="text" inputmode="decimal" class="code number"\(field.attributes) value="\(value)" \
      autocomplete="off">\(if: unit, { "<span class=\"unit\">\($0)</span>" })</div>
      """)
  }

  package static let name = "Number input"
  package static let accessibility = [
    "The unit is in the label or the hint too wherever the number makes no sense without it.",
    "A phone shows its keyboard of digits.",
  ]
  package static let examples = [
    Example(
      "With its unit", NumberInput(Field("example-minutes", "Minutes in a session"), value: "30", unit: "minutes")),
    Example(
      "Wrong",
      NumberInput(
        Field("example-size", "Usual group size", error: "The group size must be a whole number, such as 4."),
        value: "four", unit: "pupils")),
  ]
}

/// An amount in pounds and pence.
package struct MoneyInput: Exhibited {
  package let field: Field
  package let value: String
  /// What the amount is for, such as “an hour”.
  package let per: String?

  package init(_ field: Field, value: String = "", per: String? = nil) {
    self.field = field
    self.value = value
    self.per = per
  }

  package var html: HTML {
    field.labelling(
      """
      <div class="with-unit"><span class="unit" aria-hidden="true">£</span><input type="text" inputmode="decimal" \
      class="short number"\(field.attributes) value="\(value)" autocomplete="off">\
      \(if: per, { "<span class=\"unit\">\($0)</span>" })</div>
      """)
  }

  package static let name = "Money input"
  package static let accessibility = [
    "The pound sign is decoration: the label says that pounds are meant.",
    "“1,250”, “1250.5” and “£1,250.50” are all understood.",
  ]
  package static let examples = [
    Example(
      "A rate",
      MoneyInput(Field("example-rate", "Rate in pounds", hint: "For example 17.20"), value: "17.20", per: "an hour"))
  ]
}

/// A day, typed the way people write it, day first. One field: three make pasting and correcting slow.
package struct DateInput: Exhibited {
  package let field: Field
  package let value: String

  package init(_ field: Field, value: String = "") {
    self.field = field
    self.value = value
  }

  package var html: HTML {
    field.labelling(
      """
      <input type="text" class="short"\(field.attributes) value="\(value)" autocomplete="off" spellcheck="false">
      """)
  }

  /// The hint to give where a day may be unfamiliar ground.
  package static let hint = "Day first, for example 2 September 2026 or 2/9/2026"

  package static let name = "Date input"
  package static let accessibility = [
    "It is one text field: days can be pasted, read out and corrected.",
    "“2 September 2026”, “2 Sep 26”, “2/9/2026” and “2026-09-02” are all understood; the answer is shown in words.",
  ]
  package static let examples = [
    Example("Plain", DateInput(Field("example-from", "First day", hint: hint), value: "2 September 2026")),
    Example(
      "Wrong",
      DateInput(
        Field("example-born", "Birth date", error: "The birth date must be a day such as 2 September 2017."),
        value: "31/2/2017")),
  ]
}
