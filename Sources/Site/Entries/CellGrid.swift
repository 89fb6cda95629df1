import Components
import Domain
import Markup

/// Strands across, levels down: a grid of cells, each drawn by what is given for it. On a phone it stands strand by strand.
struct CellGrid: Sendable {
  struct Cell: Sendable {
    let key: String
    /// Strand and level in words, for who does not see where it stands.
    let name: String
    let hue: Hue
    let depth: Int
    let level: String
    let strand: String
    /// What stands in it.
    let content: HTML
    /// How it is filled: `answered`, `nothing`, `silent`, or nothing of these.
    let state: State?
  }

  enum State: String, Sendable { case answered, nothing, silent }

  let caption: String
  let strands: [(name: String, hue: Hue)]
  let levels: [String]
  /// Level by level along the strands.
  let cells: [Cell]

  init(_ caption: String, _ framework: Framework, _ draw: (Domain.Cell) -> (content: HTML, state: State?)) {
    self.caption = caption
    strands = framework.strands.enumerated().map { ($1.name, Hue(position: $0 + 1)) }
    levels = framework.levels.map(\.name)
    cells = framework.cells.map { cell in
      let (content, state) = draw(cell)
      return Cell(
        key: framework.key(of: cell), name: framework.name(of: cell), hue: Hue(position: cell.strand + 1),
        depth: cell.level + 1, level: framework.levels[cell.level].name, strand: framework.strands[cell.strand].name,
        content: content, state: state)
    }
  }

  var html: HTML {
    """
    <table class="cell-grid"><caption>\(caption)</caption><thead><tr><td></td>\(each: strands, head)</tr></thead>\
    <tbody>\(each: levels.indices, row)</tbody></table>
    """
  }

  private func head(_ strand: (name: String, hue: Hue)) -> HTML {
    "<th scope=\"col\" class=\"\(strand.hue.rawValue)\">\(strand.name)</th>"
  }

  private func row(_ level: Int) -> HTML {
    let width = strands.count
    return """
      <tr><th scope="row">\(levels[level])</th>\(each: cells[level * width..<(level + 1) * width], draw)</tr>
      """
  }

  private func draw(_ cell: Cell) -> HTML {
    """
    <td class="\(cell.hue.rawValue) depth-\(cell.depth)\(if: cell.state, { " \($0.rawValue)" })">\
    <span class="cell-strand" aria-hidden="true">\(cell.strand)</span>\(cell.content)</td>
    """
  }
}
