package import Markup

/// What a view was narrowed to, each with a way to take it back. The links ask for the same view without it.
package struct FilterChips: Exhibited {
  package struct Chosen: Sendable, Hashable {
    /// “Heading: Literacy”.
    package let words: String
    /// The view without it.
    package let without: Address

    package init(_ words: String, without: Address) {
      self.words = words
      self.without = without
    }
  }

  package let chosen: [Chosen]
  /// The view without any of them.
  package let clear: Address?

  package init(_ chosen: [Chosen], clear: Address?) {
    self.chosen = chosen
    self.clear = clear
  }

  package var html: HTML {
    """
    <div class="chosen"><h2 class="unseen">Only this is shown</h2><ul>\(each: chosen, draw)\
    \(if: clear, { "<li><a class=\"clear\" href=\"\($0)\">Show everything</a></li>" })</ul></div>
    """
  }

  private func draw(_ one: Chosen) -> HTML {
    """
    <li><a href="\(one.without)"><span class="unseen">Take away </span>\(one.words)<span class="cross" aria-hidden="true"></span></a></li>
    """
  }

  package static let name = "Chosen filters"
  package static let accessibility = [
    "It is a list of links; each says what it takes away.", "The cross is drawn, and only repeats the words.",
  ]
  package static let examples = [
    Example(
      "Three",
      FilterChips(
        [
          Chosen("Heading: Literacy", without: "?level=targeted&year=2"),
          Chosen("Level: Targeted", without: "?heading=1&year=2"),
          Chosen("Year 2 alone", without: "?heading=1&level=targeted"),
        ], clear: "?"))
  ]
}
