package import Markup

/// How much a button matters on its page. One `.main` a page is enough.
package enum ButtonStyle: String, Sendable, CaseIterable {
  case main, quiet, danger
}

/// Sends the form that it stands in. `name` and `value` tell the server which of several buttons was pressed.
package struct Button: Exhibited {
  package let label: String
  package let style: ButtonStyle
  package let name: String?
  package let value: String?
  /// Where the form goes instead, if this button sends it.
  package let address: Address?

  package init(
    _ label: String, style: ButtonStyle = .main, name: String? = nil, value: String? = nil, to address: Address? = nil
  ) {
    self.label = label
    self.style = style
    self.name = name
    self.value = value
    self.address = address
  }

  package var html: HTML {
    """
    <button type="submit" class="button \(style.rawValue)"\(attribute: "name", name)\(attribute: "value", value)\
    \(attribute: "formaction", address)>\(label)</button>
    """
  }

  package static let name = "Button"
  package static let accessibility = [
    "The words say what happens (“Save pupil”), not “Submit” or “OK”.",
    "It is at least 44 pixels high, and its focus is visible in light, dark and forced colours.",
    "A button is never disabled: pressed too early, it answers with a sentence.",
    "What destroys has words of its own and a page that asks again; red alone says nothing.",
  ]
  package static let examples = [
    Example(
      "A row of buttons", ButtonRow([Button("Save pupil").html, LinkButton("Cancel", "/pupils", style: .quiet).html])),
    Example("Danger", Button("End this group", style: .danger, name: "act", value: "end")),
    Example(
      "Very long words",
      Button("Commit the 412 rows that can be imported and leave the 3 refused rows out", style: .quiet)),
  ]
}

/// A link that looks like a button, for the way on where nothing is sent.
package struct LinkButton: Component {
  package let label: String
  package let address: Address
  package let style: ButtonStyle
  /// True where a file is answered and not a page.
  package let isDownload: Bool

  package init(_ label: String, _ address: Address, style: ButtonStyle = .main, isDownload: Bool = false) {
    self.label = label
    self.address = address
    self.style = style
    self.isDownload = isDownload
  }

  package var html: HTML {
    """
    <a class="button \(style.rawValue)" href="\(address)"\(if: isDownload, " download")>\(label)</a>
    """
  }
}

/// Buttons and links that belong together, in one wrapping row.
package struct ButtonRow: Component {
  package let parts: [HTML]

  package init(_ parts: [HTML]) { self.parts = parts }

  package var html: HTML { "<div class=\"buttons\">\(each: parts, { $0 })</div>" }
}

/// Prints the page. Without JavaScript it is not there; the browser's own menu is.
package struct PrintButton: Component {
  package let label: String

  package init(_ label: String = "Print this page") { self.label = label }

  package var html: HTML {
    "<button type=\"button\" class=\"button quiet\" data-print hidden>\(label)</button>"
  }
}
