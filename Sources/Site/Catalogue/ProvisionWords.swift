import Components
import Domain
import Markup

/// How provision is said on pages: strand and level as a chip, the area of need in words.
enum ProvisionWords {
  /// `Intervention · Targeted` in the strand's hue, deeper for a higher level; nothing where neither is said.
  static func chip(_ strand: Strand?, _ level: String?) -> HTML {
    let level = level.flatMap(Level.keyed)
    let words = [strand?.name, level?.name].compactMap { $0 }.joined(separator: " · ")
    guard !words.isEmpty else { return .empty }
    let position = strand.flatMap { Strand.allCases.firstIndex(of: $0) } ?? 1
    let levels = level.map { Level.three.contains($0) } ?? true ? Level.three : Level.four
    let depth = level.flatMap { levels.firstIndex(of: $0) } ?? 0
    return Chip(words, Hue(position: position + 1), depth: depth + 1, of: levels.count).html
  }

  static func area(_ code: String?) -> String { code.flatMap(AreaOfNeed.named)?.name ?? "Any area of need" }

  static let strands = [Choice("", "Not said")] + Strand.allCases.map { Choice($0.rawValue, $0.name) }
  static let levels = [Choice("", "Not said")] + Level.four.map { Choice($0.key, $0.name) }
  static let areas = [Choice("", "Any area of need")] + AreaOfNeed.all.map { Choice($0.code, $0.name) }

  /// Fields that say what kind of provision it is, in a row.
  static func kindFields(strand: String, level: String, area: String, _ refusals: Refusals) -> HTML {
    """
    <div class="side-by-side">\
    \(Select(Field("strand", "Strand", error: refusals["strand"]), strands, selected: strand))\
    \(Select(Field("level", "Level", error: refusals["level"]), levels, selected: level))\
    \(Select(Field("area", "Area of need", error: refusals["area"]), areas, selected: area))</div>
    """
  }
}
