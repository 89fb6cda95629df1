package import Markup

/// A form that changes something: it posts, with the token that proves it came from our own page.
package struct Form: Component {
  /// The name under which the token is posted.
  package static let tokenName = "csrf"

  package let address: Address
  package let token: String
  package let body: HTML
  /// True where a file is sent with it.
  package let isMultipart: Bool
  /// True where leaving with unsaved typing deserves a question.
  package let asksBeforeLeaving: Bool

  package init(
    to address: Address, token: String, isMultipart: Bool = false, asksBeforeLeaving: Bool = false, body: HTML
  ) {
    self.address = address
    self.token = token
    self.isMultipart = isMultipart
    self.asksBeforeLeaving = asksBeforeLeaving
    self.body = body
  }

  package var html: HTML {
    """
    <form method="post" action="\(address)" novalidate\(if: isMultipart, " enctype=\"multipart/form-data\"")\
    \(if: asksBeforeLeaving, " data-dirty")>\(HiddenField(Form.tokenName, token))\(body)</form>
    """
  }
}

/// What a form posts without showing it.
package struct HiddenField: Component {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  package var html: HTML { "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" }
}

/// A form of one button: sign out, end all sessions, take back an invitation.
package struct PostButton: Component {
  package let label: String
  package let address: Address
  package let token: String
  package let style: ButtonStyle
  package let fields: [HiddenField]

  package init(
    _ label: String, to address: Address, token: String, style: ButtonStyle = .quiet, fields: [HiddenField] = []
  ) {
    self.label = label
    self.address = address
    self.token = token
    self.style = style
    self.fields = fields
  }

  package var html: HTML {
    Form(to: address, token: token, body: "\(each: fields, \.html)\(Button(label, style: style))").html
  }
}

/// Asks for a page again with other choices; the choices stand in the address, so that the view can be bookmarked.
/// Never for a search by name: names do not stand in addresses.
package struct FilterBar: Exhibited {
  package let address: Address
  package let label: String
  package let fields: HTML
  package let submit: String
  /// What is done with the result: exports, print. Stands at the end of the bar, outside the form.
  package let actions: HTML

  package init(
    _ label: String, asking address: Address, fields: HTML, submit: String = "Show", actions: HTML = .empty
  ) {
    self.label = label
    self.address = address
    self.fields = fields
    self.submit = submit
    self.actions = actions
  }

  package var html: HTML {
    """
    <div class="filter-bar"><form method="get" action="\(address)" role="search" aria-label="\(label)">\(fields)\
    \(Button(submit, style: .quiet))</form>\(if: !actions.isEmpty, "<div class=\"buttons\">\(actions)</div>")</div>
    """
  }

  package static let name = "Filter bar"
  package static let accessibility = [
    "It is a search landmark with a name of its own.",
    "Nothing happens until the button is pressed; a choice alone never changes the page.",
  ]
  package static let examples = [
    Example(
      "A map's filter",
      FilterBar(
        "Choose what the map shows", asking: "/schools/100001/map",
        fields: """
          \(Select(Field("period", "Period"), [Choice("autumn", "Autumn term 2026"), Choice("year", "Year 2026/27")], selected: "autumn"))\
          \(Select(Field("by", "Across"), [Choice("year", "Year groups"), Choice("stage", "Key stages")], selected: "year"))\
          \(DateInput(Field("as-at", "As it was on"), value: "21 November 2026"))
          """,
        actions:
          "\(LinkButton("Spreadsheet", "/map.xlsx", style: .quiet, isDownload: true))\(LinkButton("PDF for A3", "/map.pdf", style: .quiet, isDownload: true))"
      ))
  ]
}
