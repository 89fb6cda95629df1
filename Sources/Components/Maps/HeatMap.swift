package import Markup

/// Strands across, levels down; in each cell what there is, deeper for more, and what is missing. Silence is striped,
/// absence is a zero: they are two things.
package struct HeatMap: Exhibited {
  package struct Column: Sendable, Hashable {
    package let name: String
    package let hue: Hue

    package init(_ name: String, _ hue: Hue) {
      self.name = name
      self.hue = hue
    }
  }

  package struct Row: Sendable {
    package let name: String
    package let cells: [Cell]
    package let total: Cell?

    package init(_ name: String, _ cells: [Cell], total: Cell? = nil) {
      self.name = name
      self.cells = cells
      self.total = total
    }
  }

  package struct Cell: Sendable {
    package enum Ground: Sendable, Hashable {
      /// From 1, the palest, to 5.
      case depth(Int)
      /// Nobody provides anything there.
      case none
      /// Nobody has answered.
      case silent
      /// Nobody was asked.
      case notAsked
    }

    /// `41`, `0`, `–`.
    package let figure: String
    /// What the figure is of, for who cannot see where it stands: `provisions`.
    package let unit: String
    package let lines: [String]
    /// What is missing: `6 gaps`.
    package let gaps: String?
    package let ground: Ground
    package let address: Address?

    package init(
      _ figure: String, _ unit: String, lines: [String] = [], gaps: String? = nil, _ ground: Ground = .none,
      to address: Address? = nil
    ) {
      self.figure = figure
      self.unit = unit
      self.lines = lines
      self.gaps = gaps
      self.ground = ground
      self.address = address
    }
  }

  package let caption: String
  package let columns: [Column]
  package let rows: [Row]
  /// One for each column, then of all; empty where there are no sums.
  package let totals: [Cell]

  package init(_ caption: String, columns: [Column], rows: [Row], totals: [Cell] = []) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.totals = totals
  }

  // A phone shows each level as a list of cards; browsers would forget that they are a table, so every role is said.
  package var html: HTML {
    """
    <table class="heat" role="table"><caption>\(caption)</caption>\
    <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader"><span class="unseen">Level</span></th>\
    \(each: columns, head)\(if: hasSums, "<th scope=\"col\" role=\"columnheader\" class=\"heat-sum-head\">All strands</th>")</tr></thead>\
    <tbody role="rowgroup">\(each: rows, draw)</tbody>\
    \(if: !totals.isEmpty, "<tfoot role=\"rowgroup\"><tr role=\"row\"><th scope=\"row\" role=\"rowheader\">All levels</th>\(each: totals.enumerated(), { draw($0.element, $0.offset, isSum: true) })</tr></tfoot>")</table>
    """
  }

  private var hasSums: Bool { rows.contains { $0.total != nil } }

  private func head(_ column: Column) -> HTML {
    "<th scope=\"col\" role=\"columnheader\" class=\"strand \(column.hue.rawValue)\">\(column.name)</th>"
  }

  private func draw(_ row: Row) -> HTML {
    """
    <tr role="row"><th scope="row" role="rowheader">\(row.name)</th>\
    \(each: row.cells.enumerated(), { draw($0.element, $0.offset, isSum: false) })\
    \(if: row.total, { draw($0, columns.count, isSum: true) })</tr>
    """
  }

  private func draw(_ cell: Cell, _ index: Int, isSum: Bool) -> HTML {
    let column = columns.indices.contains(index) ? columns[index] : nil
    let face: HTML = "<b>\(cell.figure)</b> <span class=\"unit\">\(cell.unit)</span>"
    return """
      <td role="cell" class="\(column?.hue.rawValue ?? "ink")\(ground(cell, isSum: isSum))">\
      <span class="of-strand" aria-hidden="true">\(column?.name ?? "All strands")</span>\
      \(if: cell.address, { "<a href=\"\($0)\">\(face)</a>" }, else: "<span class=\"face\">\(face)</span>")\
      \(each: cell.lines, { "<span class=\"line\">\($0)</span>" })\
      \(if: cell.gaps, { "<span class=\"line gaps\">\($0)</span>" })</td>
      """
  }

  private func ground(_ cell: Cell, isSum: Bool) -> HTML {
    if isSum { return " heat-sum" }
    return switch cell.ground {
    case .none: " nothing"
    case .silent: " silent"
    case .notAsked: " not-asked"
    case .depth(let depth): " heat-\(min(max(depth, 1), 5))"
    }
  }
}

extension HTML.Interpolation {
  /// `body` of the value, or else another part.
  fileprivate mutating func appendInterpolation<Value>(
    if value: Value?, _ body: (Value) -> HTML, else other: @autoclosure () -> HTML
  ) {
    appendInterpolation(value.map(body) ?? other())
  }
}

extension HeatMap {
  package static let name = "Heat map"
  package static let accessibility = [
    "It is one table: strands have scope=col, levels scope=row; every figure has its unit in words.",
    "Depth only repeats the number of children or entries that the cell says; stripes only repeat “nobody has answered”, dots “not asked”.",
    "On a phone each level is a list of cards that name their strands; the roles of the table stay.",
    "Ink has 4.5 : 1 on the deepest ground, in light and dark.",
  ]
  package static let examples = [Example("An area’s map", example), Example("Nothing yet", empty)]

  private static let columns = [
    Column("Family support", .plum), Column("Environment", .green), Column("Workforce", .ochre),
    Column("Identification", .blue), Column("Intervention", .crimson),
  ]

  package static let example = HeatMap(
    "Provision and gaps by strand and level. Deeper colour: more children reached.", columns: columns,
    rows: [
      Row(
        "Universal",
        [
          Cell("41", "provisions", lines: ["reach 3,900 children"], gaps: "6 gaps", .depth(4), to: "/cells/1"),
          Cell("63", "provisions", lines: ["reach 8,200 children"], gaps: "3 gaps", .depth(5), to: "/cells/2"),
          Cell(
            "22", "provisions", lines: ["how many children, nobody says"], gaps: "11 gaps", .depth(1), to: "/cells/3"),
          Cell("37", "provisions", lines: ["reach 5,100 children"], gaps: "9 gaps", .depth(5), to: "/cells/4"),
          Cell("48", "provisions", lines: ["reach 4,700 children"], gaps: "2 gaps", .depth(4), to: "/cells/5"),
        ], total: Cell("181", "provisions", lines: ["reach 16,200 children"], gaps: "28 gaps")),
      Row(
        "Specialist",
        [
          Cell("4", "provisions", lines: ["reach 60 children"], gaps: "17 gaps", .depth(1), to: "/cells/6"),
          Cell("–", "", lines: ["nobody has answered"], .silent, to: "/cells/7"),
          Cell("0", "provisions", lines: ["nothing here, say 3"], gaps: "12 gaps", .none, to: "/cells/8"),
          Cell("11", "provisions", lines: ["reach 220 children"], gaps: "10 gaps", .depth(2), to: "/cells/9"),
          Cell("14", "provisions", lines: ["reach 380 children"], gaps: "16 gaps", .depth(2), to: "/cells/10"),
        ], total: Cell("29", "provisions", lines: ["reach 660 children"], gaps: "51 gaps")),
    ],
    totals: [
      Cell("44", "provisions", gaps: "22 gaps"), Cell("63", "provisions", gaps: "3 gaps"),
      Cell("22", "provisions", gaps: "21 gaps"), Cell("45", "provisions", gaps: "18 gaps"),
      Cell("60", "provisions", gaps: "17 gaps"), Cell("198", "provisions", gaps: "74 gaps"),
    ])

  private static let empty = HeatMap(
    "Nobody has answered yet", columns: columns,
    rows: [
      Row("Universal", columns.map { _ in Cell("–", "", lines: ["nobody has answered"], .silent) })
    ])
}
