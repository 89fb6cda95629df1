import Foundation

/// Boundaries as they are drawn: GeoJSON geometries (RFC 7946: degrees, longitude first), laid flat and fitted into a box.
package struct DrawnBoundaries: Sendable {
  package struct Shape: Sendable {
    /// As the `d` of an SVG path.
    package let path: String
    /// The middle of its largest ring, for a label.
    package let x: Int
    package let y: Int
  }

  package let width: Int
  package let height: Int
  /// In the order of what was given; nil where a text is no polygon.
  package let shapes: [Shape?]

  /// Fits what can be drawn into a box that is `width` wide and at most as high. Nil where nothing can.
  package init?(_ texts: [String?], width: Int = 1000) {
    let polygons = texts.map { $0.map(Self.rings) ?? [] }
    let points = polygons.joined().joined()
    guard let first = points.first else { return nil }
    var (west, east, south, north) = (first.x, first.x, first.y, first.y)
    for point in points {
      (west, east) = (min(west, point.x), max(east, point.x))
      (south, north) = (min(south, point.y), max(north, point.y))
    }
    // Degrees of longitude are shorter away from the equator.
    let squeeze = max(0.05, cos((south + north) / 2 * .pi / 180))
    let spanX = max((east - west) * squeeze, 1e-6)
    let spanY = max(north - south, 1e-6)
    let scale = Double(width) / max(spanX, spanY)
    self.width = max(1, Int((spanX * scale).rounded(.up)))
    height = max(1, Int((spanY * scale).rounded(.up)))
    shapes = polygons.map { rings in
      Self.shape(
        rings.map { ring in ring.map { (x: ($0.x - west) * squeeze * scale, y: (north - $0.y) * scale) } })
    }
  }

  private typealias Point = (x: Double, y: Double)

  private static func shape(_ rings: [[Point]]) -> Shape? {
    let drawn = rings.map(thinned).filter { $0.count >= 3 }
    guard let largest = drawn.max(by: { abs(area($0)) < abs(area($1)) }) else { return nil }
    let path = drawn.map { ring in
      "M" + ring.map { "\(Int($0.x.rounded())) \(Int($0.y.rounded()))" }.joined(separator: "L") + "Z"
    }.joined()
    let middle = middle(largest)
    return Shape(path: path, x: Int(middle.x.rounded()), y: Int(middle.y.rounded()))
  }

  /// Without points that are nearer than a unit and a half to the one before.
  private static func thinned(_ ring: [Point]) -> [Point] {
    var kept: [Point] = []
    for point in ring {
      if let last = kept.last, abs(last.x - point.x) + abs(last.y - point.y) < 1.5 { continue }
      kept.append(point)
    }
    return kept
  }

  private static func area(_ ring: [Point]) -> Double {
    zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } / 2
  }

  private static func middle(_ ring: [Point]) -> Point {
    let area = area(ring)
    guard abs(area) > 1e-9 else { return ring[0] }
    var (x, y) = (0.0, 0.0)
    for (one, next) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      let part = one.x * next.y - next.x * one.y
      x += (one.x + next.x) * part
      y += (one.y + next.y) * part
    }
    return (x / (6 * area), y / (6 * area))
  }

  /// The rings of a Polygon or MultiPolygon, or of a Feature around one; none for anything else.
  private static func rings(_ text: String) -> [[Point]] {
    guard let json = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else { return [] }
    let geometry = json["geometry"] as? [String: Any] ?? json
    switch geometry["type"] as? String {
    case "Polygon": return points(geometry["coordinates"])
    case "MultiPolygon": return (geometry["coordinates"] as? [Any] ?? []).flatMap { points($0) }
    default: return []
    }
  }

  private static func points(_ rings: Any?) -> [[Point]] {
    (rings as? [Any] ?? []).map { ring in
      (ring as? [Any] ?? []).compactMap { position in
        guard let numbers = position as? [Double], numbers.count >= 2, abs(numbers[0]) <= 180, abs(numbers[1]) <= 90
        else { return nil }
        return (numbers[0], numbers[1])
      }
    }
  }
}
