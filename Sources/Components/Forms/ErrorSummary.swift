package import Markup

/// Stands first on a page whose form was refused: every sentence, each leading to its field.
package struct ErrorSummary: Exhibited {
  package struct Item: Sendable, Hashable {
    package let sentence: String
    /// The id of the field (`Field.id`), or nil where the sentence is about the form as a whole.
    package let field: String?

    package init(_ sentence: String, field: String? = nil) {
      self.sentence = sentence
      self.field = field
    }
  }

  package let items: [Item]

  package init(_ items: [Item]) { self.items = items }

  /// Nothing where nothing is wrong.
  package var html: HTML {
    guard !items.isEmpty else { return .empty }
    return """
      <div class="error-summary" role="alert" tabindex="-1" data-focus>\
      <h2>There is a problem</h2><ul>\(each: items, draw)</ul></div>
      """
  }

  private func draw(_ item: Item) -> HTML {
    guard let field = item.field else { return "<li>\(item.sentence)</li>" }
    return "<li><a href=\"\("#\(segment: field)" as Address)\">\(item.sentence)</a></li>"
  }

  package static let name = "Error summary"
  package static let accessibility = [
    "It MUST stand before the form, MUST be announced, and takes the focus when the page opens.",
    "Each sentence MUST be the same as at its field, and lead to it.",
    "The page answers with status 422, and its title begins with “Error: ”.",
  ]
  package static let examples = [
    Example(
      "Two fields",
      ErrorSummary([
        Item("Enter the pupil’s surname.", field: "example-surname"),
        Item("The birth date must be a day such as 2 September 2017.", field: "example-born"),
      ])),
    Example(
      "The form as a whole",
      ErrorSummary([Item("Mrs Lowe changed this group at 10:42. Both versions are below; choose what to keep.")])),
  ]
}
