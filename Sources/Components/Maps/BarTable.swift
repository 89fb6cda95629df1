package import Markup

/// Numbers beside each other as bars, each with its number: a table whose bars are drawn by the server.
package struct BarTable: Exhibited {
  package struct Row: Sendable {
    package let label: String
    package let hue: Hue?
    package let bars: [Bar]

    package init(_ label: String, _ hue: Hue? = nil, bars: [Bar]) {
      self.label = label
      self.hue = hue
      self.bars = bars
    }
  }

  package struct Bar: Sendable, Hashable {
    /// `3,900`, `not said`.
    package let words: String
    package let number: Int

    package init(_ words: String, _ number: Int) {
      self.words = words
      self.number = number
    }
  }

  package let caption: String
  package let label: String
  package let measures: [String]
  package let rows: [Row]

  package init(_ caption: String, label: String, measures: [String], rows: [Row]) {
    self.caption = caption
    self.label = label
    self.measures = measures
    self.rows = rows
  }

  package var html: HTML {
    TableFrame(
      caption,
      """
      <table class="bar-table"><caption>\(caption)</caption><thead><tr><th scope="col">\(label)</th>\
      \(each: measures, { "<th scope=\"col\">\($0)</th>" })</tr></thead><tbody>\(each: rows, draw)</tbody></table>
      """
    ).html
  }

  private func draw(_ row: Row) -> HTML {
    """
    <tr><th scope="row">\(if: row.hue, { "<span class=\"swatch \($0.rawValue)\" aria-hidden=\"true\"></span> " })\(row.label)</th>\
    \(each: row.bars.enumerated(), { draw($0.element, $0.offset, row.hue) })</tr>
    """
  }

  /// A bar's length is its part of the longest in its column.
  private func draw(_ bar: Bar, _ index: Int, _ hue: Hue?) -> HTML {
    let most = max(1, rows.compactMap { $0.bars.indices.contains(index) ? $0.bars[index].number : nil }.max() ?? 1)
    let length = bar.number <= 0 ? 0 : max(1, bar.number * 100 / most)
    return """
      <td class="\(hue?.rawValue ?? "ink")"><span class="bar-number">\(bar.words)</span>\
      <svg class="bar-drawn" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
      <rect class="bar-room" width="100" height="8"></rect><rect class="bar-of" width="\(length)" height="8"></rect></svg></td>
      """
  }

  package static let name = "Bars"
  package static let accessibility = [
    "It is a table of numbers; the bars repeat them and are hidden from readers.",
    "Bars of one column can be compared, bars of two cannot: each column begins anew.",
  ]
  package static let examples = [
    Example(
      "Strands compared",
      BarTable(
        "Strands compared", label: "Strand", measures: ["Provision", "Gaps", "Children reached"],
        rows: [
          Row("Family support", .plum, bars: [Bar("44", 44), Bar("22", 22), Bar("3,960", 3960)]),
          Row("Workforce", .ochre, bars: [Bar("22", 22), Bar("21", 21), Bar("not said", 0)]),
        ]))
  ]
}
