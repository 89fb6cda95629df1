package import Markup

/// How a figure came about: facts in, labelled lines out, total last. Page, PDF and spreadsheet print the same lines.
package struct CostWorking: Exhibited {
  package struct Line: Sendable, Hashable {
    package let label: String
    /// The arithmetic in words and figures, or nil.
    package let working: String?
    package let amount: String
    /// True for a line that is not in the total, such as “not priced”.
    package let isAside: Bool
    /// Where the line's own working is.
    package let address: Address?

    package init(
      _ label: String, working: String? = nil, _ amount: String, isAside: Bool = false, to address: Address? = nil
    ) {
      self.address = address
      self.label = label
      self.working = working
      self.amount = amount
      self.isAside = isAside
    }
  }

  package let caption: String
  /// False where a heading over the table says the same.
  package let showsCaption: Bool
  package let lines: [Line]
  package let total: Line
  /// The policy and its source, and what was rounded.
  package let notes: [String]

  package init(_ caption: String, showsCaption: Bool = true, lines: [Line], total: Line, notes: [String] = []) {
    self.caption = caption
    self.showsCaption = showsCaption
    self.lines = lines
    self.total = total
    self.notes = notes
  }

  package var html: HTML {
    """
    \(TableFrame(caption, table, isList: true))\
    \(if: !notes.isEmpty, "<ul class=\"notes\">\(each: notes, { "<li>\($0)</li>" })</ul>")
    """
  }

  private var table: HTML {
    """
    <table class="working" role="table"><caption\(if: !showsCaption, " class=\"unseen\"")>\(caption)</caption>\
    <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">What</th>\
    \(if: hasWorkings, "<th scope=\"col\" role=\"columnheader\">Working</th>")\
    <th scope="col" class="number" role="columnheader">Amount</th></tr></thead>\
    <tbody role="rowgroup">\(each: lines, draw)</tbody><tfoot role="rowgroup">\(draw(total))</tfoot></table>
    """
  }

  /// Whether any line says more than its amount.
  private var hasWorkings: Bool { (lines + [total]).contains { $0.working != nil } }

  private func draw(_ line: Line) -> HTML {
    """
    <tr\(if: line.isAside, " class=\"aside\"") role="row"><th scope="row" role="rowheader">\
    \(if: line.address, { "<a href=\"\($0)\">\(line.label)</a>" })\(if: line.address == nil, "\(line.label)")</th>\
    \(if: hasWorkings, "<td class=\"code\" role=\"cell\" data-label=\"Working\">\(if: line.working, { "\($0)" })</td>")\
    <td class="number" role="cell" data-label="Amount">\(line.amount)</td></tr>
    """
  }

  package static let name = "Working of a cost"
  package static let accessibility = [
    "The arithmetic is written with × and ÷, which screen readers say.", "The total is the last row.",
  ]
  package static let examples = [
    Example(
      "A group of four",
      CostWorking(
        "Narrative group, autumn term 2026",
        lines: [
          Line("Mrs Lowe, teaching assistant", working: "14 sessions × 20 min ÷ 60 × £17.20", "£80.27"),
          Line("Amir K", working: "14 sessions, shared by 4, then by 3", "£23.42"),
          Line("Beth S", working: "14 sessions", "£23.41"), Line("Cai T", working: "14 sessions", "£23.41"),
          Line("Dev R", working: "7 sessions, until 16 October", "£10.03"),
          Line("Mr Reid, teacher", working: "has no rate", "not priced", isAside: true),
        ], total: Line("Total", "£80.27"),
        notes: [
          "True cost, policy of 1 September 2026.",
          "Reference rate of a teaching assistant, from 1 April 2026; please confirm.",
        ]))
  ]
}
