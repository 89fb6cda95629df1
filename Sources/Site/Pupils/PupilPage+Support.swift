import Components
import Domain
import Markup

extension PupilPage {
  func supportPart(_ support: PupilSupport) -> HTML {
    let (now, before) = (support.lines.filter(\.isNow), support.lines.filter { !$0.isNow })
    return """
      <section aria-labelledby="support"><h2 id="support">Support now</h2>\
      \(if: now.isEmpty, "<p class=\"soft\">No group or strategy now.</p>", else: table("Groups and strategies now", now, support))\
      \(if: support.total, { cost($0, support) })\
      \(if: !before.isEmpty, Details(
        "Support before (\(before.count))", keep: "support-before",
        body: table("Groups and strategies before", before, support)).html)\
      </section>
      """
  }

  private func table(_ caption: String, _ lines: [PupilSupport.Line], _ support: PupilSupport) -> HTML {
    let hasCosts = lines.contains { $0.cost != nil }
    var columns = ["Provision", "Heading", "When", "With", "Dates"].map { DataTable.Column($0) }
    if hasCosts { columns += [.init("To date", .number), .init("Over \(support.yearName)", .number)] }
    return DataTable(
      caption, showsCaption: false, columns: columns,
      rows: lines.map { line in
        [
          .html("<a href=\"\(line.address)\">\(line.name)</a>"), .text(line.heading), .text(line.when),
          .text(line.with), .text(line.dates),
        ] + (hasCosts ? figures(line.cost) : [])
      }, isList: true
    ).html
  }

  private func figures(_ cost: PupilSupport.Figure?) -> [DataTable.Cell] {
    guard let cost else { return ["", ""] }
    return [.text(cost.toDate), .html("<a href=\"\(cost.working)\">\(cost.year)</a>")]
  }

  private func cost(_ total: PupilSupport.Figure, _ support: PupilSupport) -> HTML {
    """
    \(Tiles([
      Tiles.Tile(total.toDate, "cost to date in \(support.yearName)"),
      Tiles.Tile(total.year, "over the whole of \(support.yearName)", to: total.working),
    ]))\
    \(if: support.usesReferenceRates, "<p class=\"soft\">With reference rates, until finance confirms the school’s own.</p>")
    """
  }
}
