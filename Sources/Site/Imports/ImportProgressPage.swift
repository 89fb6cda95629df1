import Components
import Domain
import Exchange
import Markup
import Store

/// How far a large file is read. It asks for itself again until the preview is ready.
struct ImportProgressPage: Page {
  /// What the page's script is told.
  struct Told: Encodable {
    let done: Int
    let total: Int
    let words: String
    let next: String?
  }

  let fileName: String
  let words: String
  let done: Int
  let total: Int
  let address: Address

  let title = "Reading your file"
  var part: Part? { .imports }
  var refreshes: Int? { 2 }

  var body: HTML {
    """
    \(PageHeader(title, lede: "\(fileName) · nothing is written yet"))\
    \(ProgressBar("How far the file is read", words: words, done: done, of: total, poll: "\(address)/progress"))\
    <p>This page goes on by itself. You may leave it: the file waits for you under “Import”.</p>\
    <p><a href="\(address)">Look again</a></p>
    """
  }

  static var examples: [ImportProgressPage] {
    [(0, 0), (1200, 5000), (5000, 5000)].map { done, total in
      ImportProgressPage(
        fileName: "pupils.csv", words: words(done, total), done: done, total: total,
        address: "/schools/900001/imports/1")
    }
  }
}

extension ImportProgressPage {
  init(_ kept: KeptImport, _ visit: Visit) {
    self.init(
      fileName: kept.fileName, words: Self.words(kept.rowsRead, kept.rowsInAll), done: kept.rowsRead,
      total: kept.rowsInAll, address: Way.kept(kept.id, visit.here))
  }

  private static func words(_ done: Int, _ total: Int) -> String {
    if total == 0 { return "Opening the file" }
    // Rows are told in five hundreds.
    if done + 500 > total { return "Comparing \(total.grouped) rows with what the school keeps" }
    return "Reading row \(done.grouped) of \(total.grouped)"
  }
}

extension Int {
  /// `1,200`, as it is read here.
  fileprivate var grouped: String {
    let digits = Array(String(self))
    return String(
      digits.enumerated().flatMap { place, digit in
        place > 0 && (digits.count - place) % 3 == 0 ? [",", digit] : [digit]
      })
  }
}
