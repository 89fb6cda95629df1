package import Markup

extension PageShell {
  /// The bar with the program, the organisation and the visitor; under it the parts of the organisation.
  var top: HTML {
    """
    <header class="top">\(if: ribbon, { "<p class=\"ribbon\">\($0)</p>" })\
    <div class="bar"><a class="brand" href="/">\(Trademark())Trellis</a>\
    \(if: place, { "<a class=\"place\" href=\"\($0.home)\">\($0.name)</a>" })\
    \(if: visitor, who)</div>\
    \(if: place, sections)</header>
    """
  }

  var foot: HTML {
    """
    <footer class="foot"><div class="bar">\(if: printNote, { "<p class=\"print-note\">\($0)</p>" })\
    <p>Trellis. Support for every child, mapped.</p>\
    \(if: !footer.isEmpty, "<nav aria-label=\"About\"><ul>\(each: footer, item)</ul></nav>")</div></footer>
    """
  }

  private func who(_ visitor: Visitor) -> HTML {
    """
    <div class="who-bar">\(if: !visitor.elsewhere.isEmpty, switcher(visitor))\
    <a class="visitor" href="\(visitor.account)"><span>\(visitor.name)</span> <span class="role">\(visitor.role)</span></a>\
    \(PostButton("Sign out", to: visitor.signOut, token: token))</div>
    """
  }

  private func switcher(_ visitor: Visitor) -> HTML {
    """
    <details class="switcher"><summary>\(if: place == nil, "Go to a school", else: "Switch")</summary>\
    <div><p>\(if: place == nil, "Your schools and roles", else: "Your other schools and roles")</p>\
    <ul>\(each: visitor.elsewhere, item)</ul></div></details>
    """
  }

  private func sections(_ place: Place) -> HTML {
    guard !place.sections.isEmpty else { return .empty }
    return """
      <nav class="sections" aria-label="\(place.name)"><ul>\(each: place.sections, item)</ul></nav>
      """
  }

  private func item(_ link: Link) -> HTML { "<li>\(link)</li>" }
}

/// Five hues on a lattice: five strands that hold each other up.
struct Trademark: Component {
  var html: HTML {
    """
    <svg class="trademark" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><g fill="none" stroke-width="2.4" \
    stroke-linecap="round"><path class="stroke-ink" d="M2 10 10 18M2 2 18 18M10 2 18 10"/>\
    <path class="stroke-plum" d="M2 6 6 2"/><path class="stroke-green" d="M2 12 12 2"/>\
    <path class="stroke-ochre" d="M2 18 18 2"/><path class="stroke-blue" d="M8 18 18 8"/>\
    <path class="stroke-crimson" d="M14 18 18 14"/></g></svg>
    """
  }
}

/// The way down to this page, from the organisation; the page itself is not in it.
package struct Breadcrumbs: Exhibited {
  package let links: [Link]
  package let label: String

  package init(_ links: [Link], label: String = "Breadcrumbs") {
    self.links = links
    self.label = label
  }

  package var html: HTML {
    "<nav class=\"breadcrumbs\" aria-label=\"\(label)\"><ol>\(each: links, { "<li>\($0)</li>" })</ol></nav>"
  }

  package static let name = "Breadcrumbs"
  package static let accessibility = [
    "It is an ordered list in a navigation landmark; the arrows between are drawn by the stylesheet."
  ]
  package static let examples = [
    Example(
      "Two steps",
      Breadcrumbs(
        [Link("Ashfield Primary School", "/schools/100001"), Link("Pupils", "/schools/100001/pupils")],
        label: "Example of breadcrumbs"))
  ]
}

/// The head of a page: its one `h1`, what and when it is about, and what can be done with it as a whole.
package struct PageHeader: Exhibited {
  package let title: String
  /// What stands over the title: the kind of thing that the title names.
  package let kicker: String?
  /// Where and when we are (“Autumn term 2026 · as it is today”).
  package let lede: String?
  package let actions: [HTML]

  package init(_ title: String, kicker: String? = nil, lede: String? = nil, actions: [HTML] = []) {
    self.title = title
    self.kicker = kicker
    self.lede = lede
    self.actions = actions
  }

  package var html: HTML {
    """
    <div class="page-header"><div>\(if: kicker, { "<p class=\"kicker\">\($0)</p>" })<h1>\(title)</h1>\
    \(if: lede, { "<p class=\"lede\">\($0)</p>" })</div>\(if: !actions.isEmpty, ButtonRow(actions).html)</div>
    """
  }

  package static let name = "Page header"
  package static let accessibility = ["One on each page. The kicker is a line of text and no heading."]
  package static let examples: [Example] = []
}
