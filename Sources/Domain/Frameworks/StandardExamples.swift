/// Good entries of each specialism's own, to show what is meant. Every place in them is invented.
enum StandardExamples {
  /// The example of a cell; nil for a specialism that an area made itself.
  static func of(_ specialism: String, _ strand: String, _ level: String) -> String? {
    all[specialism]?["\(strand) \(level)"]
  }

  private static let all = [
    "slcn": speechAndLanguage, "ot": occupationalTherapy, "pt": physiotherapy, "send": widerSEND,
    "mental-health": mentalHealth,
  ]
}
