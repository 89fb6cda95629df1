package import Markup

/// The five hues of the strands, in their order; the same on chips, maps, charts and paper.
package enum Hue: String, Sendable, CaseIterable {
  case plum, green, ochre, blue, crimson

  /// The hue of the strand at this position, counted from 1; a framework with more begins again.
  package init(position: Int) {
    let all = Hue.allCases
    self = all[max(0, position - 1) % all.count]
  }
}

/// A strand and a level as words, with the strand's hue, deeper for a higher level.
package struct Chip: Exhibited {
  package let words: String
  package let hue: Hue
  /// 1 for the first level, 4 at most.
  package let depth: Int
  /// How many levels the framework has; the chip shows as many bars.
  package let depths: Int

  package init(_ words: String, _ hue: Hue, depth: Int = 1, of depths: Int = 3) {
    self.words = words
    self.hue = hue
    self.depth = min(max(depth, 1), 4)
    self.depths = min(max(depths, 1), 4)
  }

  package var html: HTML {
    """
    <span class="chip \(hue.rawValue)"><span class="bars depth-\(depth) of-\(depths)" aria-hidden="true"></span>\(words)</span>
    """
  }

  package static let name = "Chip of strand and level"
  package static let accessibility = [
    "Strand and level are always in words beside the colour; the bars are decoration.",
    "Each hue has 4.5 : 1 as text on its own ground, in light and dark.",
  ]
  package static let examples = [
    Example(
      "Three levels",
      "<p class=\"tags\">\(Chip("Family support · Universal", .plum, depth: 1)) \(Chip("Environment · Targeted", .green, depth: 2)) \(Chip("Workforce · Specialist", .ochre, depth: 3)) \(Chip("Identification · Universal", .blue, depth: 1)) \(Chip("Intervention · Targeted", .crimson, depth: 2))</p>"
    ),
    Example("Four levels", Chip("Intervention · Targeted Plus", .crimson, depth: 3, of: 4)),
  ]
}
