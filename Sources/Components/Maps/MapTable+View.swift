package import Markup

// Where a phone shows each line as a card, browsers would forget that the cards are a table: so every role is said.
extension MapTable {
  package var html: HTML {
    """
    <div class="frame map-frame\(fit)" role="region" aria-label="\(caption)" tabindex="0">\
    <table class="map\(if: columns.count == 1, " alone")" id="\(id)" role="table"><caption class="unseen">\(caption)</caption>\
    <colgroup><col class="of-titles">\(each: columns, { _ in "<col>" })<col class="of-totals"></colgroup>\
    <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Provision</th>\(each: columns, draw)\
    <th scope="col" role="columnheader" class="number">Total</th></tr></thead>\
    \(each: sections, draw)<tfoot role="rowgroup">\(each: totals, draw)</tfoot></table></div>\
    \(if: !attached.isEmpty, "<div class=\"attached-lists\"><h2>Lists of pupils</h2>\(each: attached, \.html)</div>")
    """
  }

  /// How wide a window must be for it (see the stylesheet).
  private var fit: HTML { columns.count <= 8 ? " few" : columns.count <= 11 ? " several" : .empty }

  private func draw(_ column: Column) -> HTML {
    """
    <th scope="col" role="columnheader">\(if: column.address, { "<a href=\"\($0)\">\(column.label)</a>" })\
    \(if: column.address == nil, "\(column.label)")\(if: column.note, { "<small>\($0)</small>" })</th>
    """
  }

  private func draw(_ section: Section) -> HTML {
    """
    <tbody role="rowgroup"><tr class="section" role="row"><th scope="rowgroup" role="rowheader">\(section.title)</th>\
    \(each: section.figures.enumerated(), { cell($0.element, $0.offset) })\
    <td class="sums" role="cell">\(each: section.sums, draw)</td></tr>\(each: section.lines, draw)</tbody>
    """
  }

  private func draw(_ line: Line) -> HTML {
    """
    <tr role="row"\(attribute: "class", line.chip.map { "\($0.hue.rawValue) depth-\($0.depth)" })>\
    <th scope="row" role="rowheader"><span class="title">\
    \(if: line.address, { "<a href=\"\($0)\">\(line.title)</a>" })\(if: line.address == nil, "\(line.title)")</span>\
    \(if: line.detail, { "<small>\($0)</small>" })\(if: line.chip, \.html)\(each: line.tags, \.html)</th>\
    \(each: line.cells.enumerated(), { draw($0.element, in: $0.offset) })\
    <td class="sums" role="cell">\(each: line.sums, draw)</td></tr>
    """
  }

  /// A gap says “none” to those who cannot see that nothing is there.
  private func draw(_ runs: [Run], in index: Int) -> HTML {
    runs.isEmpty
      ? "<td class=\"gap\" role=\"cell\"><span class=\"unseen\">none</span></td>"
      : "<td class=\"map-cell\" role=\"cell\"\(label(index))>\(each: runs, draw)</td>"
  }

  /// What a card on a phone calls the cell: its column, which the table's head says elsewhere.
  private func label(_ index: Int) -> HTML {
    "\(attribute: "data-label", columns.indices.contains(index) ? columns[index].label : nil)"
  }

  private func draw(_ run: Run) -> HTML {
    """
    <div class="run">\(draw(run.people))\(when(run))\(if: !run.hours.isEmpty || run.cost != nil, money(run))</div>
    """
  }

  private func draw(_ people: People) -> HTML {
    switch people {
    case .names(let names): "<span class=\"who\">\(list(names))</span>"
    case .list(let words, let names):
      "<details class=\"who\"><summary>\(words)</summary>\(list(names))</details>"
    case .words(let words): "<span class=\"who all\">\(words)</span>"
    }
  }

  private func list(_ names: [Name]) -> HTML {
    "\(each: names.enumerated(), { draw($1, isLast: $0 == names.count - 1) })"
  }

  /// A name is not parted from its initial at the end of a line.
  private func draw(_ name: Name, isLast: Bool) -> HTML {
    let text: HTML = name.isMarked ? "<mark>\(name.text)</mark>" : "\(name.text)"
    let link = name.address.map { "<a href=\"\($0)\">\(text)</a>" } ?? text
    return "<span class=\"name\">\(link)\(if: !isLast, ",")</span>\(if: !isLast, " ")"
  }

  /// How often, by whom, and what is out of the ordinary.
  private func when(_ run: Run) -> HTML {
    let words = [run.when, run.by].compactMap { $0 }
    if words.isEmpty && run.note == nil { return .empty }
    let parts = HTML.joined(words.map { "<span>\($0)</span>" }, by: ", ")
    let how: HTML =
      run.address.map { "<a class=\"when\" href=\"\($0)\">\(parts)</a>" } ?? "<span class=\"when\">\(parts)</span>"
    return """
      <span class="how">\(if: !words.isEmpty, how)\(if: !words.isEmpty && run.note != nil, ", ")\
      \(if: run.note, { "<span class=\"note\">\($0)</span>" })</span>
      """
  }

  private func money(_ run: Run) -> HTML {
    "<span class=\"money\">\(each: run.hours, { "<span>\($0)</span> " })\(if: run.cost, { "<b>\(draw($0))</b>" })</span>"
  }

  private func cell(_ figure: Figure, _ index: Int) -> HTML {
    "<td class=\"number\" role=\"cell\"\(label(index))>\(draw(figure))</td>"
  }

  private func draw(_ figure: Figure) -> HTML {
    figure.working.map { "<a href=\"\($0)\">\(figure.words)</a>" } ?? "\(figure.words)"
  }

  private func draw(_ sum: Sum) -> HTML {
    """
    <span class="sum\(if: sum.isMain, " main")"><span\(if: sum.isMain, " class=\"unseen\"")>\(sum.label)</span> \
    <b>\(draw(sum.figure))</b></span>
    """
  }

  private func draw(_ total: Total) -> HTML {
    """
    <tr role="row"\(if: total.isMain, " class=\"main\"")><th scope="row" role="rowheader">\(total.label)\
    \(if: total.note, { "<small>\($0)</small>" })</th>\
    \(each: total.figures.enumerated(), { cell($0.element, $0.offset) })\
    <td class="number" role="cell" data-label="Total">\(draw(total.all))</td></tr>
    """
  }
}

/// Lists of names that did not fit in the cells, attached to a printed map.
package struct AttachedList: Component {
  package let title: String
  package let names: [String]

  package init(_ title: String, names: [String]) {
    self.title = title
    self.names = names
  }

  package var html: HTML {
    """
    <section class="attached"><h3>\(title)</h3><p>\(names.joined(separator: ", "))</p></section>
    """
  }
}
