import Exchange

/// A preview, or what was committed, in words for a terminal: how many of each, then what there is to look at.
struct ImportWords {
  private let result: ImportPreview
  /// What the file is a list of: `Pupils`.
  private let title: String
  private let wantsCommit: Bool
  /// Of each list; the rest is counted.
  private static let most = 50

  init(_ result: ImportPreview, _ title: String, _ wantsCommit: Bool) {
    self.result = result
    self.title = title
    self.wantsCommit = wantsCommit
  }

  var text: String {
    let counts =
      "\(title): \(result.new.count) new, \(result.changed.count) changed, \(result.unchanged.count) unchanged, "
      + "\(result.missing.count) missing from the file, \(result.unsure.count) unsure, "
      + "\(result.refusedRows.count) refused."
    let changed = result.changed.flatMap { item in
      item.changes.map { change in
        "\(item.what): \(change.field) \(change.from ?? "–") → \(change.to ?? "–")"
          + (change.begins.map { " from \($0)" } ?? "")
      }
    }
    var lines = [counts]
    lines += list("New", result.new.map { "\(row($0.row))\($0.what)" })
    lines += list("Changed", changed)
    lines += list("Here, but not in the file", result.missing.map(\.what))
    lines += list("Unsure, and left out", result.unsure.map(unsure))
    lines += list("Refused", result.refused.map { "Row \($0.row), \($0.column): \($0.message)" })
    lines += list("To be looked at", result.warnings.map { "\(row($0.row))\($0.message)" })
    return (lines + [ending]).joined(separator: "\n")
  }

  private var ending: String {
    if result.committed { return "Committed." }
    return wantsCommit ? "Nothing is written." : "Nothing is written yet: this was a preview. Add --commit to write it."
  }

  private func list(_ title: String, _ lines: [String]) -> [String] {
    if lines.isEmpty { return [] }
    let more = lines.count - Self.most
    return ["\(title):"] + lines.prefix(Self.most).map { "  " + $0 } + (more > 0 ? ["  … and \(more) more."] : [])
  }

  /// With those whom it may be, where there are several.
  private func unsure(_ item: UnsureItem) -> String {
    let candidates = item.candidates.count < 2 ? "" : " (\(item.candidates.map(\.what).joined(separator: "; or ")))"
    return "Row \(item.row), \(item.column): \(item.question)\(candidates)"
  }

  private func row(_ number: Int?) -> String { number.map { "Row \($0): " } ?? "" }
}
