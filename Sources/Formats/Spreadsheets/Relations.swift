/// Which parts of an Office file a part refers to (ECMA-376 part 2, §9.3).
struct Relations {
  private var all: [(id: String, kind: String, target: String)] = []

  /// Those of the part at `path`; of the file itself for an empty path. None where it has none.
  init(of path: String, in archive: ZipArchive) throws(FormatError) {
    let folder = path.contains("/") ? String(path[...path.lastIndex(of: "/")!]) : ""
    guard let bytes = try archive.read("\(folder)_rels/\(path.dropFirst(folder.count)).rels") else { return }
    var reader = try XMLReader(bytes)
    while true {
      let event = try reader.next()
      if event == .end { return }
      guard event == .open, reader.name == "Relationship", reader.attribute("TargetMode") != "External",
        let id = reader.attribute("Id"), let kind = reader.attribute("Type"), let target = reader.attribute("Target")
      else { continue }
      all.append((id, String(kind.split(separator: "/").last ?? ""), Self.resolved(target, in: folder)))
    }
  }

  func first(kind: String) -> String? { all.first { $0.kind == kind }?.target }

  func target(id: String) -> String? { all.first { $0.id == id }?.target }

  private static func resolved(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var pieces = folder.split(separator: "/")
    for piece in target.split(separator: "/") where piece != "." {
      if piece == ".." { _ = pieces.popLast() } else { pieces.append(piece) }
    }
    return pieces.joined(separator: "/")
  }
}
