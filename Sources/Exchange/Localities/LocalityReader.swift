import Domain
import Formats
import Foundation
package import Store

/// Reads the names of localities, and their codes where there are any, from a list (CSV, Excel, Word) or from boundaries
/// (GeoJSON), as statistical offices and authorities give them out.
package enum LocalityReader {
  /// In the order of the file, each name once. Refuses what is none of these, and what has no name in it, at `list`.
  package static func lines(_ bytes: [UInt8]) throws -> [AreaParts.LocalityLine] {
    let found = bytes.first { !$0.isSpace } == UInt8(ascii: "{") ? boundaries(bytes) : try list(bytes)
    var seen: Set<String> = []
    let lines = found.filter { !$0.name.isEmpty && seen.insert(Folding.fold($0.name)).inserted }
    if lines.isEmpty {
      throw Refusal.invalid("There is no name of a locality in this file.", field: "list")
    }
    return lines
  }

  private static func list(_ bytes: [UInt8]) throws -> [AreaParts.LocalityLine] {
    let table: Table
    do {
      table = try TableFile.table(bytes)
    } catch {
      throw Refusal.invalid(error.sentence, field: "list")
    }
    guard let name = table.headings.firstIndex(where: isName) else {
      // Without headings: names first, then codes.
      return ([table.headings] + table.rows.map(\.cells)).map { cells in
        line(cells.first, cells.count > 1 ? cells[1] : nil)
      }
    }
    let code = table.headings.firstIndex(where: isCode)
    return table.rows.map { row in line(row.cells[name], code.map { row.cells[$0] }) }
  }

  private static func boundaries(_ bytes: [UInt8]) -> [AreaParts.LocalityLine] {
    let object = (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any]
    let features = object?["features"] as? [[String: Any]] ?? []
    return features.compactMap { $0["properties"] as? [String: Any] }.map { properties in
      let keys = properties.keys.sorted()
      func value(_ fits: (String) -> Bool) -> String? { keys.first(where: fits).flatMap { properties[$0] as? String } }
      return line(value(isName), value(isCode))
    }
  }

  private static func line(_ name: String?, _ code: String?) -> AreaParts.LocalityLine {
    let name = (name ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return AreaParts.LocalityLine(name: name, code: code?.trimmingSpaces.nilIfEmpty)
  }

  /// `Ward`, `Locality name`, or as the Office for National Statistics writes it, `WD24NM`.
  private static func isName(_ heading: String) -> Bool {
    let folded = Folding.fold(heading)
    let isWord = ["ward", "locality", "district", "area"].contains(folded)
    return isWord || folded.contains("name") || folded.hasSuffix("nm")
  }

  /// `Code`, `Ward code`, `WD24CD`.
  private static func isCode(_ heading: String) -> Bool {
    let folded = Folding.fold(heading)
    return folded.contains("code") || folded.hasSuffix("cd")
  }
}

extension UInt8 {
  /// Blanks, line ends and the mark of a UTF-8 file.
  fileprivate var isSpace: Bool { self <= 32 || [0xEF, 0xBB, 0xBF].contains(self) }
}
