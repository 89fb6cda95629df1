import SQL
import Testing

@Suite struct SQLTextTests {
  @Test func `a value is bound and a fragment is spliced`() {
    let (school, name) = ("s1", "Robert'); DROP TABLE pupils;--")
    let condition: SQL = "school = \(school)"
    let sql: SQL = "SELECT id FROM pupils WHERE \(condition) AND name = \(name) AND year = \(4)"
    let (text, values) = sql.rendered(.dollarNumber)
    #expect(text == "SELECT id FROM pupils WHERE school = $1 AND name = $2 AND year = $3")
    #expect(values == [.text(school), .text(name), .integer(4)])
    #expect(sql.rendered(.questionMark).text == "SELECT id FROM pupils WHERE school = ? AND name = ? AND year = ?")
  }

  @Test func `nil is a bound null`() {
    let until: String? = nil
    let sql: SQL = "UPDATE groups SET until = \(until)"
    #expect(sql.rendered(.questionMark).text == "UPDATE groups SET until = ?")
    #expect(sql.rendered(.questionMark).values == [.null])
  }

  @Test func `a list binds each of its values, and no values are in nothing`() {
    #expect(("id IN (\(SQL.list(["a", "b"])))" as SQL).rendered(.dollarNumber).text == "id IN ($1, $2)")
    #expect(("id IN (\(SQL.list([String]())))" as SQL).rendered(.dollarNumber).text == "id IN (NULL)")
  }

  @Test func `pieces are joined and added`() {
    let pieces: [SQL] = ["a = \(1)", "b = \(2)"]
    let sql = "WHERE " + SQL.joined(pieces, by: " AND ")
    #expect(sql.rendered(.dollarNumber).text == "WHERE a = $1 AND b = $2")
    #expect(sql.rendered(.dollarNumber).values == [.integer(1), .integer(2)])
    #expect(SQL.joined([]).isEmpty)
  }
}
