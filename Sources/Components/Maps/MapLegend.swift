package import Markup

/// What the hues, bars and words of a map mean: one line in sight, the rest opens.
package struct MapLegend: Exhibited {
  package let strands: [(name: String, hue: Hue)]
  package let levels: [String]
  /// Words of the map and what they mean.
  package let terms: [(word: String, meaning: String)]

  package init(
    strands: [(name: String, hue: Hue)], levels: [String], terms: [(word: String, meaning: String)]
  ) {
    self.strands = strands
    self.levels = levels
    self.terms = terms
  }

  package var html: HTML {
    """
    <div class="legend"><ul aria-label="Strands and levels">\(each: strands, draw)\
    \(each: levels.enumerated(), { draw($0.element, depth: $0.offset + 1) })</ul>\
    \(if: !terms.isEmpty, Details("How to read this map", keep: "map-legend", body: "<dl class=\"summary\">\(each: terms, { "<div><dt>\($0.word)</dt><dd>\($0.meaning)</dd></div>" })</dl>").html)</div>
    """
  }

  private func draw(_ strand: (name: String, hue: Hue)) -> HTML {
    "<li><span class=\"swatch \(strand.hue.rawValue)\" aria-hidden=\"true\"></span>\(strand.name)</li>"
  }

  private func draw(_ level: String, depth: Int) -> HTML {
    """
    <li class="level"><span class="bars depth-\(depth) of-\(levels.count)" aria-hidden="true"></span>\(level)</li>
    """
  }

  package static let name = "Legend of a map"
  package static let accessibility = [
    "Each hue and each bar stands beside its word; on the map itself the words stand again.",
    "Short words of the map are written out.",
  ]
  package static let examples = [
    Example(
      "A school’s map",
      MapLegend(
        strands: [
          ("Family support", .plum), ("Environment", .green), ("Workforce", .ochre), ("Identification", .blue),
          ("Intervention", .crimson),
        ], levels: ["Universal", "Targeted", "Specialist"],
        terms: [
          ("TA", "Time of teaching assistants over these days."),
          ("not priced", "Nobody has said what it costs. It is never counted as nothing."),
        ]))
  ]
}
