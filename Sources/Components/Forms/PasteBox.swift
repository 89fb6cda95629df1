package import Markup

/// Takes a table from Word, Excel or a web page. With JavaScript the pasted table goes into a second, hidden field as
/// plain markup: `table`, `tr`, `th`, `td` with `colspan` and `rowspan`, and `br` between the lines of a cell. Without it
/// the text area holds what the browser pastes: cells parted by tabs. The server reads either and trusts neither.
package struct PasteBox: Exhibited {
  package let field: Field
  package let value: String
  /// The markup that was pasted before, when the form comes back.
  package let markup: String

  package init(_ field: Field, value: String = "", markup: String = "") {
    self.field = field
    self.value = value
    self.markup = markup
  }

  /// The name under which the table's markup is posted.
  package var markupName: String { "\(field.name)-table" }

  package var html: HTML {
    """
    <div data-paste="\(field.id)">\(TextArea(field, value: value, rows: 8))\
    <input type="hidden" name="\(markupName)" value="\(markup)" data-paste-markup>\
    <p class="soft" role="status" data-paste-note></p></div>
    """
  }

  package static let name = "Paste a table"
  package static let accessibility = [
    "It is an ordinary text area: pasting, typing and dictating all work.",
    "What was understood (“24 rows and 8 columns”) is announced.",
  ]
  package static let examples = [
    Example(
      "A map from Word",
      PasteBox(
        Field(
          "example-paste", "Your map",
          hint: "Select the whole table in Word or Excel, copy it, and paste it here with Ctrl + V.")))
  ]
}

/// A text to take away by one press, such as an invitation's link.
package struct CopyText: Exhibited {
  package let label: String
  package let text: String
  package let id: String

  package init(_ label: String, _ text: String, id: String = "copy-text") {
    self.label = label
    self.text = text
    self.id = id
  }

  package var html: HTML {
    """
    <div class="field"><label for="\(id)">\(label)</label><div class="with-unit">\
    <input type="text" id="\(id)" class="full" readonly value="\(text)">\
    <button type="button" class="button quiet" data-copy="\(id)" hidden>Copy</button></div>\
    <p class="unseen" role="status" data-copied="\(id)"></p></div>
    """
  }

  package static let name = "Text to copy"
  package static let accessibility = ["Copying is announced. Without JavaScript the text can be selected by hand."]
  package static let examples = [
    Example(
      "An invitation",
      CopyText(
        "Link for r.lowe@ashfield.example", "https://trellis.example/invitations/3vJ8mQx1aZ", id: "example-link"))
  ]
}
