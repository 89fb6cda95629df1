package import Markup

/// What the last act did, or what one has to know here; at the top of the page, once.
package struct NotificationBanner: Exhibited {
  package enum Kind: String, Sendable {
    case success, information, warning
  }

  package let kind: Kind
  package let sentence: String
  package let detail: HTML

  package init(_ kind: Kind, _ sentence: String, detail: HTML = .empty) {
    self.kind = kind
    self.sentence = sentence
    self.detail = detail
  }

  package var html: HTML {
    """
    <div class="banner \(kind.rawValue)" role="\(if: kind == .information, "status", else: "alert")">\
    <p><strong class="unseen">\(if: kind == .success, "Done: ")\(if: kind == .warning, "Warning: ")</strong>\(sentence)</p>\
    \(detail)</div>
    """
  }

  package static let name = "Notification banner"
  package static let accessibility = [
    "It is announced when the page opens. Its kind is in words for those who do not see its colour.",
    "It stays until the next page: nothing that must be read goes away by itself.",
  ]
  package static let examples = [
    Example("Done", NotificationBanner(.success, "Amina Yusuf’s status is SEN support from 3 November 2026.")),
    Example(
      "To know",
      NotificationBanner(
        .information, "These rates are reference rates.",
        detail: "<p>Confirm them, or enter your own, in <a href=\"/schools/100001/rates\">Rates</a>.</p>")),
    Example("Warning", NotificationBanner(.warning, "Three groups have no rate. They are not in the totals.")),
  ]
}

/// A sentence set apart from the text around it.
package struct InsetText: Exhibited {
  package let body: HTML

  package init(_ body: HTML) { self.body = body }

  package var html: HTML { "<div class=\"inset\">\(body)</div>" }

  package static let name = "Inset text"
  package static let accessibility = ["It is plain text; nothing depends on seeing its edge."]
  package static let examples = [
    Example("A rule", InsetText("<p>A pupil shares the cost of a group up to and including their last day.</p>"))
  ]
}

/// What goes wrong if this is overlooked.
package struct WarningText: Exhibited {
  package let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }

  package var html: HTML {
    """
    <p class="warning-text"><span class="sign" aria-hidden="true">!</span><strong><span class="unseen">Warning: </span>\(sentence)</strong></p>
    """
  }

  package static let name = "Warning text"
  package static let accessibility = ["“Warning” is said; the sign is decoration."]
  package static let examples = [
    Example("Before an act", WarningText("The first real import closes the demonstration’s doors for good."))
  ]
}

/// The end of a journey: what is done now, and what comes next.
package struct Confirmation: Exhibited {
  package let title: String
  package let detail: String?
  package let next: HTML

  package init(_ title: String, detail: String? = nil, next: HTML = .empty) {
    self.title = title
    self.detail = detail
    self.next = next
  }

  package var html: HTML {
    """
    <div class="confirmation"><h1>\(title)</h1>\(if: detail, { "<p>\($0)</p>" })</div>\
    \(if: !next.isEmpty, "<h2>What happens next</h2>\(next)")
    """
  }

  package static let name = "Confirmation"
  package static let accessibility = ["Its title is the h1 of the page. It says what was done in the past tense."]
  package static let examples: [Example] = []
}

/// Nothing is here yet: what will be, and how to begin.
package struct EmptyState: Exhibited {
  package let title: String
  package let sentence: String
  package let actions: [HTML]

  package init(_ title: String, _ sentence: String, actions: [HTML] = []) {
    self.title = title
    self.sentence = sentence
    self.actions = actions
  }

  package var html: HTML {
    """
    <div class="empty"><h2>\(title)</h2><p>\(sentence)</p>\(if: !actions.isEmpty, ButtonRow(actions).html)</div>
    """
  }

  package static let name = "Empty state"
  package static let accessibility = [
    "It says whether nothing was entered, nothing was found, or nobody has answered: these are three things."
  ]
  package static let examples = [
    Example(
      "No groups",
      EmptyState(
        "No groups yet", "A group is a provision that runs: who gets it, who leads it, when, and what it costs.",
        actions: [
          LinkButton("Add a group", "/groups/new").html,
          LinkButton("Paste your map", "/groups/paste", style: .quiet).html,
        ])),
    Example("Nothing found", EmptyState("No pupils match", "Nobody in Year 3 has hearing impairment recorded.")),
  ]
}
