package import Domain
import Foundation

/// Reads the boundaries of localities from GeoJSON (RFC 7946), and finds out which locality each is of: by a code or a name
/// among its properties, whatever these are called.
package struct BoundaryReader: Sendable {
  /// By locality: the geometry as GeoJSON text.
  package let boundaries: [ID<Locality>: String]
  /// Names of what the file has and the area has not.
  package let unknown: [String]
  /// Localities that the file has no boundary of.
  package let missing: [Locality]

  /// Refuses more than 20 MB, what is no GeoJSON, and a file in which no locality is found.
  package init(_ bytes: [UInt8], for localities: [Locality]) throws {
    guard bytes.count <= 20 << 20 else {
      throw Refusal.invalid(
        "This file is too large: more than 20 MB. Take boundaries that are generalised for drawing.", field: "file")
    }
    guard let value = try? JSONSerialization.jsonObject(with: Data(bytes)), let object = value as? [String: Any],
      let features = BoundaryReader.features(of: object)
    else {
      throw Refusal.invalid(
        "This is not GeoJSON. Boundaries come as a FeatureCollection whose features are polygons.", field: "file")
    }
    var found: [ID<Locality>: String] = [:]
    var unknown: [String] = []
    for feature in features {
      guard let geometry = feature["geometry"] as? [String: Any], let type = geometry["type"] as? String,
        ["Polygon", "MultiPolygon"].contains(type), let text = BoundaryReader.text(of: geometry)
      else { continue }
      let properties = (feature["properties"] as? [String: Any])?.values.compactMap { $0 as? String } ?? []
      if let locality = BoundaryReader.locality(of: properties, among: localities) {
        found[locality.id] = text
      } else if let name = properties.filter({ !$0.isEmpty }).max(by: { $0.count < $1.count }) {
        unknown.append(name)
      }
    }
    let others = features.compactMap { $0["properties"] as? [String: Any] }.compactMap { properties in
      BoundaryReader.locality(of: properties.values.compactMap { $0 as? String }, among: localities)
    }
    if found.isEmpty, let other = others.first {
      throw Refusal.invalid(
        "“\(other.name)” is in this file, but not as an area: boundaries are polygons, not lines or points.",
        field: "file")
    }
    guard !found.isEmpty else {
      throw Refusal.invalid(
        "No boundary in this file has the name or the code of one of your localities. Enter the localities first.",
        field: "file")
    }
    boundaries = found
    self.unknown = unknown
    missing = localities.filter { found[$0.id] == nil }
  }

  private static func features(of object: [String: Any]) -> [[String: Any]]? {
    switch object["type"] as? String {
    case "FeatureCollection": object["features"] as? [[String: Any]]
    case "Feature": [object]
    default: nil
    }
  }

  private static func locality(of properties: [String], among localities: [Locality]) -> Locality? {
    let folded = Set(properties.map(Folding.fold))
    return localities.first { $0.code.map { properties.contains($0) } ?? false }
      ?? localities.first { folded.contains(Folding.fold($0.name)) }
  }

  /// With five decimals of a degree, about a metre, which is finer than anything that is drawn.
  private static func text(of geometry: [String: Any]) -> String? {
    func rounded(_ value: Any) -> Any? {
      if let number = value as? Double { return abs(number) <= 180 ? (number * 100_000).rounded() / 100_000 : nil }
      guard let list = value as? [Any] else { return nil }
      let parts = list.map(rounded)
      return parts.contains { $0 == nil } ? nil : parts.compactMap(\.self)
    }
    guard let coordinates = geometry["coordinates"].flatMap(rounded), let type = geometry["type"],
      let data = try? JSONSerialization.data(
        withJSONObject: ["type": type, "coordinates": coordinates], options: [.sortedKeys])
    else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}
