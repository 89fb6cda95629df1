extension Framework {
  /// Letters that stand for strands in short names, as services commonly write them: `FS1`, `ID3`.
  private static let letters = [
    "family-support": "FS", "environment": "E", "workforce": "W", "identification": "ID", "intervention": "IN",
  ]

  /// `FS1`: the strand's letters and the number of the level.
  package func short(of cell: Cell) -> String {
    let strand = strands[cell.strand]
    return (Self.letters[strand.key] ?? String(strand.name.prefix(3)).uppercased()) + String(cell.level + 1)
  }

  /// A cell as a file names it: `Family support Universal`, `Universal family support`, `FS1`; nil where it is none of these.
  package func cell(named typed: String) -> Cell? {
    let folded = Folding.fold(typed)
    let joined = folded.replacing(" ", with: "")
    for cell in cells {
      let (strand, level) = (Folding.fold(strands[cell.strand].name), Folding.fold(levels[cell.level].name))
      if folded == "\(strand) \(level)" || folded == "\(level) \(strand)" || joined == short(of: cell).lowercased() {
        return cell
      }
      let (strandKey, levelKey) = (Folding.fold(strands[cell.strand].key), Folding.fold(levels[cell.level].key))
      if folded == "\(strandKey) \(levelKey)" { return cell }
    }
    return nil
  }

  /// Opaque, for addresses and forms: `family-support.universal`.
  package func key(of cell: Cell) -> String { "\(strands[cell.strand].key).\(levels[cell.level].key)" }

  package func cell(keyed key: String) -> Cell? {
    let parts = key.split(separator: ".", maxSplits: 1)
    return parts.count == 2 ? cell(strand: String(parts[0]), level: String(parts[1])) : nil
  }
}
