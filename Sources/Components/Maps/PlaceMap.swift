package import Markup

/// Places drawn from their boundaries, deeper for more. The table that says the same stands with it.
package struct PlaceMap: Exhibited {
  package struct Shape: Sendable, Hashable {
    package let name: String
    /// `1,240`.
    package let figure: String
    /// The `d` of an SVG path.
    package let path: String
    package let x: Int
    package let y: Int
    /// 0 to 5.
    package let depth: Int

    package init(_ name: String, figure: String, path: String, x: Int, y: Int, depth: Int) {
      self.name = name
      self.figure = figure
      self.path = path
      self.x = x
      self.y = y
      self.depth = depth
    }
  }

  package let title: String
  package let width: Int
  package let height: Int
  package let shapes: [Shape]

  package init(_ title: String, width: Int, height: Int, shapes: [Shape]) {
    self.title = title
    self.width = width
    self.height = height
    self.shapes = shapes
  }

  package var html: HTML {
    """
    <figure class="place-map"><svg viewBox="-8 -8 \(width + 16) \(height + 16)" role="img" aria-labelledby="place-map-title" focusable="false">\
    <title id="place-map-title">\(title). The table says the same.</title>\
    \(each: shapes, { "<path class=\"\($0.depth == 0 ? "heat-0" : "heat-\($0.depth)")\" d=\"\($0.path)\"></path>" })\
    \(each: shapes, label)</svg></figure>
    """
  }

  private func label(_ shape: Shape) -> HTML {
    """
    <text x="\(shape.x)" y="\(shape.y)"><tspan class="place-name" x="\(shape.x)">\(shape.name)</tspan>\
    <tspan x="\(shape.x)" dy="1.2em">\(shape.figure)</tspan></text>
    """
  }

  package static let name = "Map of places"
  package static let accessibility = [
    "It is an image with a title; all that it shows stands in the table beside it.",
    "Each place has its name and figure on it; depth only repeats the figure.",
  ]
  package static let examples = [
    Example(
      "Two wards",
      PlaceMap(
        "Children reached by locality", width: 1000, height: 500,
        shapes: [
          Shape("Harbour", figure: "1,240", path: "M0 0L500 40L480 500L0 480Z", x: 240, y: 250, depth: 4),
          Shape("Hill", figure: "210", path: "M500 40L1000 0L980 460L480 500Z", x: 740, y: 250, depth: 1),
        ]))
  ]
}
