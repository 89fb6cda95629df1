package import Markup

/// What a file would do, before it does it: counts first, then each kind of row, with the user's own row numbers.
package struct ImportPreview: Exhibited {
  /// One value that would change.
  package struct Change: Sendable, Hashable {
    package let field: String
    /// Nil where nothing is kept yet.
    package let before: String?
    package let after: String

    package init(_ field: String, from before: String?, to after: String) {
      self.field = field
      self.before = before
      self.after = after
    }
  }

  package struct Row: Sendable {
    /// As the user's spreadsheet counts; nil for what is missing from the file.
    package let number: Int?
    package let title: String
    package let changes: [Change]
    /// Why it is refused or unsure; what is noteworthy.
    package let sentence: String?
    /// The field in which an unsure row is answered, or a missing pupil is ticked as left.
    package let answer: HTML

    package init(
      _ number: Int?, _ title: String, changes: [Change] = [], sentence: String? = nil, answer: HTML = .empty
    ) {
      self.number = number
      self.title = title
      self.changes = changes
      self.sentence = sentence
      self.answer = answer
    }
  }

  package struct Part: Sendable {
    package let status: StatusTag.Status
    /// How many rows; there may be fewer in `rows`.
    package let count: Int
    /// What will be done with them.
    package let sentence: String
    package let rows: [Row]
    /// What a row is here, as a column's header; nil: as in the other parts.
    package let noun: String?
    /// What needs a person's eyes stands open; what does not can be opened.
    package let isOpen: Bool

    package init(
      _ status: StatusTag.Status, count: Int, sentence: String, rows: [Row], noun: String? = nil, isOpen: Bool? = nil
    ) {
      self.status = status
      self.count = count
      self.sentence = sentence
      self.rows = rows
      self.noun = noun
      self.isOpen = isOpen ?? (status != .unchanged && status != .new)
    }
  }

  package let noun: String
  package let parts: [Part]

  /// `noun` is what a row is, as a column's header: “Pupil”.
  package init(_ noun: String, parts: [Part]) {
    self.noun = noun
    self.parts = parts
  }

  package var html: HTML {
    """
    <ul class="counts">\(each: parts, count)</ul>\(each: parts.filter { !$0.rows.isEmpty }, draw)
    """
  }

  private func count(_ part: Part) -> HTML {
    let words: HTML = "<b>\(part.count)</b>\(StatusTag(part.status))"
    guard !part.rows.isEmpty else { return "<li><span>\(words)</span></li>" }
    return "<li><a href=\"\("#preview-\(segment: part.status.rawValue)" as Address)\">\(words)</a></li>"
  }

  private func draw(_ part: Part) -> HTML {
    """
    <details class="more preview" id="preview-\(part.status.rawValue)"\
    \(if: part.isOpen, " open")>\
    <summary>\(part.status.words): \(part.count)</summary><div><p>\(part.sentence)</p>\(table(of: part))</div></details>
    """
  }

  private func table(of part: Part) -> HTML {
    DataTable(
      "\(part.status.words) rows", showsCaption: false,
      columns: [.init(part.noun ?? noun), .init("Row", .number), .init("What happens", isPlain: true)],
      rows: part.rows.map(cells), isList: true
    ).html
  }

  private func cells(_ row: Row) -> [DataTable.Cell] {
    let happens: HTML = "\(if: row.sentence, { "<p>\($0)</p>" })\(each: row.changes, draw)\(row.answer)"
    let number = row.number.map { HTML(text: String($0)) } ?? "<span class=\"soft\">not in the file</span>"
    return [.text(row.title), .html(number), .html(happens)]
  }

  private func draw(_ change: Change) -> HTML {
    """
    <p class="change"><span class="soft">\(change.field)</span> \(if: change.before, { before in
      "<del><span class=\"unseen\">was </span>\(before)</del> <ins><span class=\"unseen\">becomes </span>\(change.after)</ins>"
    })\(if: change.before == nil, "\(change.after)")</p>
    """
  }
}
