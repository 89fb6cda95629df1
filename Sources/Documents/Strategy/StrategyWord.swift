import Formats

/// A strategy as an office document, to be edited: the words of the paper, in its order.
struct StrategyWord {
  private let paper: StrategyPaper

  init(_ paper: StrategyPaper) { self.paper = paper }

  var document: WordDocument {
    WordDocument(
      title: paper.title, author: paper.school, isLandscape: false,
      blocks: cover + ownText + principles + money + activities + reviews + notes)
  }

  private var cover: [WordDocument.Block] {
    var blocks: [WordDocument.Block] = [
      .heading(1, paper.title), .paragraph(paper.school), said(paper.cover, head: ["Strategy", paper.days]),
    ]
    if let note = paper.coverNote { blocks.append(.paragraph(note)) }
    return blocks + [.note(paper.layoutNote), .note("Made \(paper.made), \(paper.audience)."), .pageBreak]
  }

  private var ownText: [WordDocument.Block] {
    var blocks: [WordDocument.Block] = []
    if !paper.approach.isEmpty {
      blocks.append(.heading(2, "Our approach"))
      blocks += paper.approach.map { .paragraph($0) }
    }
    if paper.needs.isEmpty, paper.cohort == nil { return blocks }
    blocks.append(.heading(2, "What pupils need"))
    blocks += paper.needs.map { .paragraph($0) }
    if let cohort = paper.cohort { blocks.append(table(cohort, nameWidth: 6)) }
    if let note = paper.cohortNote { blocks.append(.note(note)) }
    return blocks
  }

  private var principles: [WordDocument.Block] {
    if paper.principles.isEmpty { return [] }
    return [.heading(2, "Principles")]
      + paper.principles.flatMap { principle -> [WordDocument.Block] in
        [.item(principle.text)] + (principle.source.isEmpty ? [] : [.note(principle.source)])
      }
  }

  private var money: [WordDocument.Block] {
    var blocks: [WordDocument.Block] = []
    if let funding = paper.funding {
      blocks += [.heading(2, "Money"), self.funding(funding)]
    }
    if paper.budgets.isEmpty { return blocks }
    blocks.append(.heading(2, "Budget"))
    for budget in paper.budgets {
      blocks += [.heading(3, budget.name), table(budget, head: "Activity", nameWidth: 2)]
    }
    return blocks
  }

  private func funding(_ funding: StrategyPaper.Funding) -> WordDocument.Block {
    let rows = funding.sources.flatMap { source -> [[WordDocument.Cell]] in
      [("there", source.available), ("planned", source.planned)].map { kind, figures -> [WordDocument.Cell] in
        [WordDocument.Cell(source.name, isBold: true), WordDocument.Cell(kind)]
          + figures.map { WordDocument.Cell($0, isNumber: true) }
      }
    }
    return .table(
      WordDocument.Table(
        head: ["Money from", ""] + funding.years, widths: [4, 2] + funding.years.map { _ in 3 }, rows: rows))
  }

  private var activities: [WordDocument.Block] {
    if paper.activities.isEmpty { return [] }
    return [.heading(2, "Activities")]
      + paper.activities.flatMap { activity -> [WordDocument.Block] in
        var blocks: [WordDocument.Block] = [.heading(3, activity.name)]
        let marks = [activity.layer.map { "Layer: \($0)" }, activity.mark].compactMap(\.self)
        if !marks.isEmpty { blocks.append(.note(marks.joined(separator: " · "))) }
        if !activity.facts.isEmpty { blocks.append(said(activity.facts, head: ["About", "What is planned"])) }
        if let costs = activity.costs { blocks.append(table(costs, nameWidth: 2)) }
        return blocks + [.paragraph(activity.costsNote)]
      }
  }

  private var reviews: [WordDocument.Block] {
    if paper.reviews.isEmpty { return [] }
    return [.heading(2, "Reviews")]
      + paper.reviews.flatMap { review -> [WordDocument.Block] in
        var blocks: [WordDocument.Block] = [.heading(3, "\(review.year), reviewed on \(review.day)")]
        blocks += review.changed.map { .paragraph($0) }
        if review.activities.isEmpty { return blocks }
        let rows = review.activities.map { one -> [WordDocument.Cell] in
          [
            WordDocument.Cell(one.name, isBold: true), WordDocument.Cell(one.budgeted, isNumber: true),
            WordDocument.Cell(one.spent, isNumber: true), WordDocument.Cell(one.impact.joined(separator: "\n")),
            WordDocument.Cell(one.decision),
          ]
        }
        return blocks + [
          .table(
            WordDocument.Table(
              head: ["Activity", "Planned", "Spent", "What came of it", "Decision"], widths: [4, 3, 3, 6, 2],
              rows: rows))
        ]
      }
  }

  private var notes: [WordDocument.Block] {
    if paper.notes.isEmpty { return [] }
    return [.heading(2, "Notes")] + paper.notes.map { .item($0) }
  }

  private func said(_ facts: [StrategyPaper.Fact], head: [String]) -> WordDocument.Block {
    let rows = facts.map { fact -> [WordDocument.Cell] in
      [WordDocument.Cell(fact.label, isBold: true), WordDocument.Cell(fact.paragraphs.joined(separator: "\n"))]
    }
    return .table(WordDocument.Table(head: head, widths: [1, 3], rows: rows))
  }

  /// `nameWidth` is that of the names, in widths of a number.
  private func table(_ table: StrategyPaper.Table, head: String? = nil, nameWidth: Int) -> WordDocument.Block {
    func row(_ row: StrategyPaper.Row, isBold: Bool) -> [WordDocument.Cell] {
      [WordDocument.Cell(row.name, isBold: isBold)]
        + row.figures.map { WordDocument.Cell($0, isNumber: true, isBold: isBold) }
    }
    let total = table.total.map { [row($0, isBold: true)] } ?? []
    return .table(
      WordDocument.Table(
        head: [head ?? table.name] + table.columns, widths: [nameWidth] + table.columns.map { _ in 1 },
        rows: table.rows.map { row($0, isBold: false) } + total))
  }
}
