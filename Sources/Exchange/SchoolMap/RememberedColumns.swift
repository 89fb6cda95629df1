import Domain
import Formats

/// What a school has said of the columns of its map, to be taken again where the same headings stand over them.
enum RememberedColumns {
  /// By the keys under which they are remembered, what the user says now: each column by its heading, one without a heading
  /// by all of the headings.
  static func kept(_ said: [String: String], _ columns: [PreparedImport.Column]) -> [String: String] {
    let keys = keys(columns.map(\.heading))
    return Dictionary(
      MapRole.said(said).compactMap { column, role in keys.indices.contains(column) ? (keys[column], role.key) : nil }
    ) { first, _ in first }
  }

  /// By column, what is remembered of it.
  static func roles(_ remembered: [String: String], _ headings: [String]) -> [Int: MapRole] {
    var roles: [Int: MapRole] = [:]
    for (column, key) in keys(headings).enumerated() {
      if let role = remembered[key].flatMap(MapRole.init(key:)) { roles[column] = role }
    }
    return roles
  }

  private static func keys(_ headings: [String]) -> [String] {
    let folded = headings.map(Folding.fold)
    var seen: [String: Int] = [:]
    return headings.enumerated().map { column, heading in
      if heading == Grid.letters(ofColumn: column) { return "\(heading) of \(folded.joined(separator: "|"))" }
      seen[folded[column], default: 0] += 1
      let count = seen[folded[column]]!
      return count == 1 ? "over \(folded[column])" : "over \(folded[column]) (\(count))"
    }
  }
}
