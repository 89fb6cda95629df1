package import Markup

/// Rows and columns of facts. On a phone the rows of a list become cards; where figures are compared down their columns, it
/// stays a table, in a frame that scrolls sideways, its first column held.
///
/// For thousands of rows give `body` drawn by one literal per row; `rows` of cells are for the rest.
package struct DataTable: Exhibited {
  package enum Kind: String, Sendable {
    case text
    /// Right-aligned in tabular numerals, never broken.
    case number
    /// Days and spans of days, never broken.
    case days
  }

  /// How the rows stand by a column, and where to go to have them stand otherwise.
  package struct Sort: Sendable, Hashable {
    package enum Order: String, Sendable {
      case ascending, descending, none
    }

    package let order: Order
    package let address: Address

    package init(_ order: Order, to address: Address) {
      self.order = order
      self.address = address
    }
  }

  package struct Column: Sendable, Hashable {
    package let label: String
    package let kind: Kind
    package let sort: Sort?
    /// True where the label is for screen readers only, such as over a column of buttons.
    package let isUnseen: Bool
    /// True where its cells say by themselves what they are: a card does not repeat the label.
    package let isPlain: Bool

    package init(
      _ label: String, _ kind: Kind = .text, sort: Sort? = nil, isUnseen: Bool = false, isPlain: Bool = false
    ) {
      self.label = label
      self.kind = kind
      self.sort = sort
      self.isUnseen = isUnseen
      self.isPlain = isPlain || isUnseen
    }
  }

  package enum Cell: Sendable, ExpressibleByStringLiteral {
    case text(String)
    case html(HTML)

    package init(stringLiteral text: String) { self = .text(text) }
  }

  package let caption: String
  /// False where a heading over the table says the same.
  package let showsCaption: Bool
  package let columns: [Column]
  package let body: HTML
  package let totals: [Cell]
  /// The id of the table's body, for a `FilterBox`.
  package let id: String?
  /// True where its boxes can be ticked all at once (`SelectAll` in the page's form).
  package let isSelectable: Bool
  /// True for a list of people or things, which a phone shows as cards.
  package let isList: Bool

  /// The first cell of each row is its header.
  package init(
    _ caption: String, showsCaption: Bool = true, columns: [Column], rows: [[Cell]], totals: [Cell] = [],
    id: String? = nil, isSelectable: Bool = false, isList: Bool = false
  ) {
    self.init(
      caption, showsCaption: showsCaption, columns: columns,
      body: HTML.joined(rows.lazy.map { DataTable.row($0, columns, isList: isList) }),
      totals: totals, id: id, isSelectable: isSelectable, isList: isList)
  }

  package init(
    _ caption: String, showsCaption: Bool = true, columns: [Column], body: HTML, totals: [Cell] = [],
    id: String? = nil, isSelectable: Bool = false, isList: Bool = false
  ) {
    self.caption = caption
    self.showsCaption = showsCaption
    self.columns = columns
    self.body = body
    self.totals = totals
    self.id = id
    self.isSelectable = isSelectable
    self.isList = isList
  }

  package var html: HTML {
    TableFrame(
      caption,
      """
      <table\(role("table"))\(if: isSelectable, " data-select-scope")><caption\(if: !showsCaption, " class=\"unseen\"")>\(caption)</caption>\
      <thead\(role("rowgroup"))><tr\(role("row"))>\(each: columns, head)</tr></thead>\
      <tbody\(attribute: "id", id)\(role("rowgroup"))>\(body)</tbody>\
      \(if: !totals.isEmpty, "<tfoot\(role("rowgroup"))>\(DataTable.row(totals, columns, isList: isList))</tfoot>")</table>
      """, isList: isList
    ).html
  }

  /// Browsers forget that cards are a table: so every role of a list is said.
  private func role(_ role: String) -> HTML { DataTable.role(role, isList) }

  private static func role(_ role: String, _ isList: Bool) -> HTML { "\(attribute: "role", isList ? role : nil)" }

  private static func row(_ cells: [Cell], _ columns: [Column], isList: Bool) -> HTML {
    "<tr\(role("row", isList))>\(each: zip(cells, columns).enumerated(), { draw($1.0, $1.1, isHeader: $0 == 0, isList) })</tr>"
  }

  private static func draw(_ cell: Cell, _ column: Column, isHeader: Bool, _ isList: Bool) -> HTML {
    let content: HTML =
      switch cell {
      case .text(let text): "\(text)"
      case .html(let html): html
      }
    if isHeader { return "<th scope=\"row\"\(role("rowheader", isList))>\(content)</th>" }
    let label = isList && !column.isPlain ? column.label : nil
    return """
      <td\(attribute: "class", column.kind == .text ? nil : column.kind.rawValue)\(role("cell", isList))\
      \(attribute: "data-label", label)>\(content)</td>
      """
  }

  private func head(_ column: Column) -> HTML {
    """
    <th scope="col"\(role("columnheader"))\(if: column.kind == .number, " class=\"number\"")\
    \(attribute: "aria-sort", column.sort?.order.rawValue)>\(words(of: column))</th>
    """
  }

  private func words(of column: Column) -> HTML {
    if let sort = column.sort { return "<a class=\"sort\" href=\"\(sort.address)\">\(column.label)</a>" }
    return column.isUnseen ? "<span class=\"unseen\">\(column.label)</span>" : "\(column.label)"
  }
}

/// The frame in which a wide table scrolls; it can be reached and scrolled by keyboard.
package struct TableFrame: Component {
  package let label: String
  package let table: HTML
  /// Whether a phone shows the rows as cards.
  package let isList: Bool

  package init(_ label: String, _ table: HTML, isList: Bool = false) {
    self.label = label
    self.table = table
    self.isList = isList
  }

  package var html: HTML {
    // A section around it may bear the same name; two landmarks may not.
    "<div class=\"frame\(if: isList, " list")\" role=\"region\" aria-label=\"\(label) (table)\" tabindex=\"0\">\(table)</div>"
  }
}

extension DataTable {
  package static let name = "Data table"
  package static let accessibility = [
    "It MUST have a caption, and real headers with their scope; the first cell of a row is its header.",
    "On a phone the rows of a list are cards that name their columns; the roles of the table stay, as table, row and cell.",
    "Its frame is a region with a name that takes the focus, so that it scrolls by keyboard.",
    "Numbers are right-aligned in tabular numerals with their unit in the header; an empty cell says why it is empty.",
    "On paper its headers are repeated on each page, and rows are not broken.",
  ]
  package static let examples = [
    Example(
      "Pupils",
      DataTable(
        "Pupils in Year 3",
        columns: [
          Column("Pupil", sort: Sort(.ascending, to: "?sort=pupil")),
          Column("Class", sort: Sort(.none, to: "?sort=class")),
          Column("Status"), Column("Needs"), Column("Hours a week", .number), Column("Cost to date", .number),
        ],
        rows: [
          [
            .html("<a href=\"/pupils/1\">\("Amina Yusuf")</a>"), "3A", .html(StatusTag(.senSupport).html),
            "Speech, language and communication", "3.5", "£412.80",
          ],
          [
            .html("<a href=\"/pupils/2\">\("Jakub Wójcik-Nowakowski")</a>"), "3B", .html(StatusTag(.ehcPlan).html),
            "Autistic spectrum disorder; moderate learning difficulty", "12.0", "£3,204.15",
          ],
          [
            .html("<a href=\"/pupils/3\">\("Tom O’Hara")</a>"), "3B", .html(StatusTag(.watch).html), "—", "0.0",
            "£0.00",
          ],
        ], totals: ["Three pupils", "", "", "", "15.5", "£3,616.95"])),
    Example(
      "A list",
      DataTable(
        "Groups that meet on Mondays",
        columns: [Column("Group"), Column("When", isPlain: true), Column("Who leads"), Column("Pupils", .number)],
        rows: [
          [.html("<a href=\"/groups/1\">\("Narrative group")</a>"), "Mon Wed, 20 min", "Mrs Lowe", "4"],
          [.html("<a href=\"/groups/2\">\("Paired reading")</a>"), "Mon, 15 min", "Mr Reid, Mrs Wójcik", "12"],
        ], isList: true)),
    Example("No rows", DataTable("Sessions this week", columns: [Column("Day"), Column("Group")], rows: [])),
  ]
}
