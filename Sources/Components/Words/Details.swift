package import Markup

/// More of the same, for those who want it.
package struct Details: Exhibited {
  package let summary: String
  package let body: HTML
  package let isOpen: Bool
  /// Under which name the browser remembers, for this visit, whether it was open. Never a person's name.
  package let keep: String?

  package init(_ summary: String, isOpen: Bool = false, keep: String? = nil, body: HTML) {
    self.summary = summary
    self.body = body
    self.isOpen = isOpen
    self.keep = keep
  }

  package var html: HTML {
    """
    <details class="more"\(attribute: "data-keep", keep)\(if: isOpen, " open")><summary>\(summary)</summary>\
    <div>\(body)</div></details>
    """
  }

  package static let name = "Details"
  package static let accessibility = [
    "It is the browser's own details; what one must know never hides in it.",
    "The summary says what opens, not “More”.",
  ]
  package static let examples = [
    Example(
      "Help",
      Details(
        "How a group’s cost is shared",
        body: "<p>Among the pupils who are in it on the day, by weight; whole pence, and nothing is lost.</p>"))
  ]
}

/// Facts about one thing: what is known, and where it can be changed.
package struct SummaryList: Exhibited {
  package struct Row: Sendable {
    package let key: String
    package let value: HTML
    package let action: Link?
    /// True where the value is a `Details`: while it is closed, paper leaves the row out.
    package let isFolded: Bool

    package init(_ key: String, _ value: String, action: Link? = nil) {
      self.init(key, html: HTML(text: value), action: action)
    }

    package init(_ key: String, html value: HTML, action: Link? = nil, isFolded: Bool = false) {
      self.key = key
      self.value = value
      self.action = action
      self.isFolded = isFolded
    }
  }

  package let rows: [Row]

  package init(_ rows: [Row]) { self.rows = rows }

  package var html: HTML { "<dl class=\"summary\">\(each: rows, draw)</dl>" }

  private func draw(_ row: Row) -> HTML {
    """
    <div\(if: row.isFolded, " class=\"folded\"")><dt>\(row.key)</dt><dd>\(row.value)</dd>\(if: row.action, { act($0, row.key) })</div>
    """
  }

  private func act(_ link: Link, _ key: String) -> HTML {
    "<dd class=\"act\"><a href=\"\(link.address)\">\(link.label)<span class=\"unseen\"> \(key)</span></a></dd>"
  }

  package static let name = "Summary list"
  package static let accessibility = ["Each link says what it changes (“Change status”), though only “Change” is seen."]
  package static let examples = [
    Example(
      "A pupil",
      SummaryList([
        Row("Year and class", "Year 3, 3A", action: Link("Change", "/pupils/1/class")),
        Row("Status", html: StatusTag(.senSupport).html, action: Link("Change", "/pupils/1/status")),
        Row("Needs", "1. Speech, language and communication; 2. Specific learning difficulty"),
      ]))
  ]
}

/// What happened when, the latest first: statuses, changes, sign-offs.
package struct Timeline: Exhibited {
  package struct Item: Sendable {
    package let when: String
    package let what: HTML
    package let detail: String?

    package init(_ when: String, _ what: HTML, detail: String? = nil) {
      self.when = when
      self.what = what
      self.detail = detail
    }
  }

  package let items: [Item]

  package init(_ items: [Item]) { self.items = items }

  package var html: HTML { "<ol class=\"timeline\">\(each: items, draw)</ol>" }

  private func draw(_ item: Item) -> HTML {
    """
    <li><p class="when">\(item.when)</p><div>\(item.what)\(if: item.detail, { "<p class=\"soft\">\($0)</p>" })</div></li>
    """
  }

  package static let name = "Timeline"
  package static let accessibility = ["It is an ordered list; each item begins with its day in words."]
  package static let examples = [
    Example(
      "A pupil’s status",
      Timeline([
        Item("From 3 November 2026", StatusTag(.senSupport).html, detail: "Entered by Priya Nair on 5 November 2026"),
        Item("2 September 2025 to 2 November 2026", StatusTag(.watch).html),
      ]))
  ]
}
