import Formats
import Testing

struct `A grid` {
  @Test func `can have the text of merged cells in all their places`() {
    let grid = Grid(
      rows: [
        TableRow(number: 1, cells: ["Literacy", "Y1"]), TableRow(number: 3, cells: ["", "Y2", "x"]),
        TableRow(number: 4, cells: ["Maths", "Y3"]),
      ],
      merges: [
        .init(row: 1, column: 0, rowCount: 3, columnCount: 1), .init(row: 4, column: 1, rowCount: 1, columnCount: 3),
      ])
    #expect(
      grid.filled.rows.map(\.cells) == [["Literacy", "Y1"], ["Literacy", "Y2", "x"], ["Maths", "Y3", "Y3", "Y3"]])
    #expect(grid.columnCount == 3)
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")])
  func `names its columns as a spreadsheet does`(column: Int, letters: String) {
    #expect(Grid.letters(ofColumn: column) == letters)
  }
}
