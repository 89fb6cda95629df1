package import Markup

/// What the grounds of a heat map mean, in words beside each.
package struct HeatLegend: Exhibited {
  /// `Children reached`.
  package let what: String
  /// From the palest: `1 to 50`.
  package let depths: [String]
  /// What a zero and stripes mean; nil in a map that cannot tell.
  package let silence: String?
  package let absence: String?

  package init(_ what: String, depths: [String], silence: String?, absence: String?) {
    self.what = what
    self.depths = depths
    self.silence = silence
    self.absence = absence
  }

  package var html: HTML {
    """
    <div class="heat-legend"><p id="heat-legend-of">\(what)</p><ul aria-labelledby="heat-legend-of">\
    \(each: depths.enumerated(), { "<li><span class=\"ground ink heat-\($0.offset + 1)\" aria-hidden=\"true\"></span>\($0.element)</li>" })\
    \(if: absence, { "<li><span class=\"ground nothing\" aria-hidden=\"true\">0</span>\($0)</li>" })\
    \(if: silence, { "<li><span class=\"ground silent\" aria-hidden=\"true\"></span>\($0)</li>" })</ul></div>
    """
  }

  package static let name = "Legend of a heat map"
  package static let accessibility = ["Each ground stands beside its words."]
  package static let examples = [
    Example(
      "Children reached",
      HeatLegend(
        "Children reached",
        depths: ["1 to 100", "101 to 500", "501 to 1,000", "1,001 to 2,000", "over 2,000"],
        silence: "Nobody has answered", absence: "Somebody says that there is nothing"))
  ]
}
