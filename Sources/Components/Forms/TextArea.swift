package import Markup

/// Several lines of text.
package struct TextArea: Exhibited {
  package let field: Field
  package let value: String
  package let rows: Int
  /// Most characters taken, or nil.
  package let limit: Int?

  package init(_ field: Field, value: String = "", rows: Int = 5, limit: Int? = nil) {
    self.field = field
    self.value = value
    self.rows = rows
    self.limit = limit
  }

  /// The line end after the tag is swallowed by browsers, so that a first empty line of the text survives.
  package var html: HTML {
    field.labelling(
      """
      <textarea class="full"\(field.attributes) rows="\(rows)"\(attribute: "maxlength", limit.map(String.init))>
      \(value)</textarea>
      """)
  }

  package static let name = "Text area"
  package static let accessibility = [
    "It is as high as what is usually written, and can be made higher.",
    "A limit is said in the hint, not only enforced.",
  ]
  package static let examples = [
    Example(
      "Plain", TextArea(Field("example-note", "Note", hint: "Up to 2,000 characters.", isOptional: true), limit: 2000)),
    Example(
      "Markup in the text",
      TextArea(
        Field("example-odd-note", "Evaluation"), value: "\nReads with </textarea> & without <b>prompts</b>.", rows: 3)),
  ]
}

/// A file to send.
package struct FileInput: Exhibited {
  package let field: Field
  /// What the browser offers first, such as `.csv,.xlsx`. The server looks at the file itself.
  package let accepts: String?

  package init(_ field: Field, accepts: String? = nil) {
    self.field = field
    self.accepts = accepts
  }

  package var html: HTML {
    field.labelling("<input type=\"file\"\(field.attributes)\(attribute: "accept", accepts)>")
  }

  package static let name = "File upload"
  package static let accessibility = [
    "It is the browser's own control; dropping a file on it works where the browser lets it.",
    "The hint says what kinds of file, and how big.",
  ]
  package static let examples = [
    Example(
      "A pupil list",
      FileInput(Field("example-file", "Pupil list", hint: "A CSV or CTF file, up to 20 MB."), accepts: ".csv,.xml,.txt")
    ),
    Example(
      "Refused",
      FileInput(
        Field(
          "example-file-2", "Pupil list",
          error: "This is a spreadsheet with its name changed to .csv. Save it as CSV and send it again."))),
  ]
}

/// The code of an authenticator app or of an e-mail.
package struct CodeInput: Exhibited {
  package let field: Field
  package let digits: Int

  package init(_ field: Field, digits: Int = 6) {
    self.field = field
    self.digits = digits
  }

  /// What was typed before is not shown again: a code works once.
  package var html: HTML {
    field.labelling(
      """
      <input type="text" inputmode="numeric" autocomplete="one-time-code" class="code one-time"\(field.attributes) \
      maxlength="\(digits * 2)" spellcheck="false">
      """)
  }

  package static let name = "One-time code"
  package static let accessibility = [
    "It can be pasted and filled in by the browser (WCAG 2.2, 3.3.8); blanks in it are ignored.",
    "It is one field, not six.",
  ]
  package static let examples = [
    Example("Six digits", CodeInput(Field("example-code", "Code", hint: "The six digits that your app shows now."))),
    Example(
      "Wrong",
      CodeInput(Field("example-code-2", "Code", error: "This code has been used or is too old. Wait for the next one."))
    ),
  ]
}

/// Fields under one question or heading.
package struct Fieldset: Exhibited {
  package let legend: String
  package let hint: String?
  package let body: HTML
  /// True where the legend is the question of the whole page or of a part of it, and is set larger.
  package let isHeading: Bool

  package init(_ legend: String, hint: String? = nil, isHeading: Bool = false, body: HTML) {
    self.legend = legend
    self.hint = hint
    self.isHeading = isHeading
    self.body = body
  }

  package var html: HTML {
    """
    <fieldset class="part\(if: isHeading, " heading")"><legend>\(legend)</legend>\
    \(if: hint, { "<p class=\"hint\">\($0)</p>" })\(body)</fieldset>
    """
  }

  package static let name = "Fieldset"
  package static let accessibility = [
    "Fields that make sense only together have a legend that says what they are about."
  ]
  package static let examples = [
    Example(
      "When",
      Fieldset(
        "When it runs", hint: "Both days count.", isHeading: true,
        body: """
          <div class="side-by-side">\(DateInput(Field("example-first", "First day"), value: "7 September 2026"))\
          \(DateInput(Field("example-last", "Last day", isOptional: true)))</div>
          """))
  ]
}
