package import Markup

extension MapTable {
  package var html: HTML {
    """
    <div class="frame map-frame\(fit)" role="region" aria-label="\(caption)" tabindex="0">\
    <table class="map\(if: columns.count == 1, " alone")" id="\(id)"><caption>\(caption)</caption><thead><tr>\
    <th scope="col">Provision</th>\(each: columns, draw)<th scope="col" class="number">Total</th></tr></thead>\
    \(each: sections, draw)<tfoot>\(each: totals, draw)</tfoot></table></div>
    """
  }

  /// How wide a window must be for it (see the stylesheet).
  private var fit: HTML { columns.count <= 8 ? " few" : columns.count <= 11 ? " several" : .empty }

  private func draw(_ column: Column) -> HTML {
    """
    <th scope="col">\(if: column.address, { "<a href=\"\($0)\">\(column.label)</a>" })\
    \(if: column.address == nil, "\(column.label)")\(if: column.note, { "<small>\($0)</small>" })</th>
    """
  }

  private func draw(_ section: Section) -> HTML {
    """
    <tbody><tr class="section"><th scope="rowgroup">\(section.title)</th>\(each: section.figures, cell)\
    <td class="sums">\(each: section.sums, draw)</td></tr>\(each: section.lines, draw)</tbody>
    """
  }

  private func draw(_ line: Line) -> HTML {
    """
    <tr\(attribute: "class", line.chip.map { "\($0.hue.rawValue) depth-\($0.depth)" })><th scope="row"><span class="title">\
    \(if: line.address, { "<a href=\"\($0)\">\(line.title)</a>" })\(if: line.address == nil, "\(line.title)")</span>\
    \(if: line.detail, { "<small>\($0)</small>" })\(if: line.chip, \.html)\(each: line.tags, \.html)</th>\
    \(each: line.cells, draw)<td class="sums">\(each: line.sums, draw)</td></tr>
    """
  }

  /// A gap says “none” to those who cannot see that nothing is there.
  private func draw(_ runs: [Run]) -> HTML {
    runs.isEmpty
      ? "<td class=\"gap\"><span class=\"unseen\">none</span></td>" : "<td class=\"map-cell\">\(each: runs, draw)</td>"
  }

  private func draw(_ run: Run) -> HTML {
    """
    <div class="run">\(draw(run.people))\(when(run))\(if: run.note, { "<span class=\"note\">\($0)</span>" })\
    \(if: run.hours != nil || run.cost != nil, money(run))</div>
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

  private func when(_ run: Run) -> HTML {
    let words = [run.when, run.by].compactMap { $0 }
    guard !words.isEmpty else { return .empty }
    let parts = HTML.joined(words.map { "<span>\($0)</span>" }, by: ", ")
    return run.address.map { "<a class=\"when\" href=\"\($0)\">\(parts)</a>" } ?? "<span class=\"when\">\(parts)</span>"
  }

  private func money(_ run: Run) -> HTML {
    "<span class=\"money\"><span>\(run.hours ?? "")</span>\(if: run.cost, { "<b>\(draw($0))</b>" })</span>"
  }

  private func cell(_ figure: Figure) -> HTML { "<td class=\"number\">\(draw(figure))</td>" }

  private func draw(_ figure: Figure) -> HTML {
    figure.working.map { "<a href=\"\($0)\">\(figure.words)</a>" } ?? "\(figure.words)"
  }

  private func draw(_ sum: Sum) -> HTML {
    """
    <span class="sum\(if: sum.isMain, " main")"><span>\(sum.label)</span> <b>\(draw(sum.figure))</b></span>
    """
  }

  private func draw(_ total: Total) -> HTML {
    """
    <tr\(if: total.isMain, " class=\"main\"")><th scope="row">\(total.label)\(if: total.note, { "<small>\($0)</small>" })</th>\
    \(each: total.figures, cell)<td class="number">\(draw(total.all))</td></tr>
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
    <section class="attached"><h3>\(title)</h3><ul>\(each: names, { "<li>\($0)</li>" })</ul></section>
    """
  }
}
