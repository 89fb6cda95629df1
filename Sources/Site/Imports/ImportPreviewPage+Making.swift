import Components
import Domain
import Exchange
import Markup
import Store

extension ImportPreviewPage {
  init(
    _ kept: KeptImport, _ kind: ImportKind, _ shown: ShownImport, _ visit: Visit, _ refusals: Refusals
  ) async throws {
    let preview = shown.preview
    let answers = ImportAnswers(kept: kept.saying.answers)
    let isOpen = try await visit.wouldCloseDemonstration()
    let parts = ImportParts(kind, shown, answers, refusals)
    let general = preview.warnings.filter { $0.row == nil && $0 != Importer.doorsWillClose }
    self.init(
      address: Way.kept(kept.id, visit.here), token: visit.formToken, back: Way.imports(visit.here),
      lede: Self.lede(kept, kind), columns: ImportColumns(kept, kind, shown, visit, refusals),
      warnings: general.map(\.message), notes: Self.notes(preview), matches: Self.matches(shown),
      names: Self.names(preview), namesWereRead: preview.names.contains { $0.name != $0.what },
      table: Components.ImportPreview(kind.noun, parts: parts.all),
      asking: Self.asking(kind, shown, answers, parts), nothing: Self.nothing(shown, kind),
      closesDemonstration: isOpen, refusals: refusals)
  }

  private static func lede(_ kept: KeptImport, _ kind: ImportKind) -> String {
    let rows = (kind == .map ? "cell" : "row") + (kept.rowsInAll == 1 ? "" : "s")
    return "\(kept.fileName) · \(kept.rowsInAll) \(rows) read · nothing is written yet"
  }

  private static func notes(_ preview: Exchange.ImportPreview) -> [Note] {
    preview.warnings.filter { $0.row != nil }.prefix(ImportParts.most).map {
      Note(row: $0.row, column: $0.column ?? "The row", sentence: $0.message)
    }
  }

  /// What is asked anyway stands among the questions.
  private static func matches(_ shown: ShownImport) -> [Match] {
    let asked = Set(shown.questions.map(\.key))
    return shown.preview.matches.filter { !asked.contains($0.key) }.enumerated().map { place, match in
      let isHeading = match.key.hasPrefix("heading")
      let new = Choice("new", isHeading ? "A new heading" : "None of these: a new provision")
      return Match(
        field: Field(ImportAnswers.field(match.key), "“\(match.what)” is", id: "match-\(place + 1)"),
        choices: (match.mayBeNew ? [new] : []) + match.candidates.map { Choice($0.id, $0.what) }, taken: match.taken)
    }
  }

  private static func names(_ preview: Exchange.ImportPreview) -> [Name] {
    preview.names.enumerated().map { place, name in
      Name(
        field: Field(ImportAnswers.field(name.key), "“\(name.what)” is called", id: "name-\(place + 1)"),
        name: name.name)
    }
  }

  private static func asking(
    _ kind: ImportKind, _ shown: ShownImport, _ answers: ImportAnswers, _ parts: ImportParts
  ) -> Asking {
    let preview = shown.preview
    var asking = Asking()
    asking.refused = preview.refusedRows.count
    asking.skipsRefused = answers.skipsRefused
    asking.missing = kind == .pupils ? preview.missing.count : 0
    asking.mayAllHaveLeft = !ImportParts.isPart(preview)
    asking.allLeft = answers.allLeft
    asking.leftOn = answers.leftOn
    asking.offers = parts.openOffers
    asking.canBeShownAgain =
      !shown.questions.isEmpty || !preview.matches.isEmpty || !preview.names.isEmpty || parts.offers > 0
    let writes = [(preview.new.count, "new"), (preview.changed.count, "changed")].filter { $0.0 > 0 }
    if !writes.isEmpty {
      asking.button = "Import " + writes.map { "\($0.0) \($0.1)" }.joined(separator: " and ")
    } else if !shown.questions.isEmpty || asking.missing > 0 {
      asking.button = "Import it"
    }
    return asking
  }

  private static func nothing(_ shown: ShownImport, _ kind: ImportKind) -> String? {
    let preview = shown.preview
    guard preview.isEmpty, shown.questions.isEmpty else { return nil }
    if !preview.refused.isEmpty, preview.unchanged.isEmpty {
      return "Nothing of this file can be taken as it is. Below stands why; correct the file, and choose it again."
    }
    let all = preview.refused.isEmpty ? "Everything in this file is here already" : "All else is here already"
    return kind == .pupils && !preview.missing.isEmpty
      ? "\(all). Nothing would change, unless you say who left." : "\(all): there is nothing to change."
  }
}

/// The rows of a preview, as they are drawn.
struct ImportParts {
  /// At most so many rows of a kind are drawn where nothing is asked of them; their number is always told.
  static let most = 300

  private typealias Row = Components.ImportPreview.Row
  let all: [Components.ImportPreview.Part]
  /// How many things the file mentions and the user may take; how many of them are not taken.
  let offers: Int
  let openOffers: Int

  init(_ kind: ImportKind, _ shown: ShownImport, _ answers: ImportAnswers, _ refusals: Refusals) {
    let preview = shown.preview
    let offered = (preview.new + preview.changed).flatMap(\.offers)
    offers = offered.count
    openOffers = offered.count { answers.answers[$0.key] != $0.what }
    var numbers = 0
    func items(_ items: [ImportItem], isNew: Bool = false) -> [Row] {
      let drawn = offered.isEmpty ? Array(items.prefix(Self.most)) : items
      return drawn.map { item in
        let boxes = item.offers.map { offer in
          numbers += 1
          return Self.box(offer, numbers, answers)
        }
        return Row(
          item.row, item.what,
          changes: item.changes.map { .init($0.field, from: isNew ? nil : $0.from ?? "–", to: Self.words($0)) },
          answer: HTML.joined(boxes))
      }
    }
    let questions = shown.questions.enumerated().map { place, item in
      Row(item.row, item.what, sentence: item.question, answer: Self.question(item, place + 1, answers))
    }
    let refused = preview.refused.prefix(Self.most).map { Row($0.row, $0.column, sentence: $0.message) }
    let missing = preview.missing.enumerated().map { place, item in
      Row(item.row, item.what, answer: kind == .pupils ? Self.left(item, place + 1, answers, refusals) : .empty)
    }
    let parts: [Components.ImportPreview.Part] = [
      .init(
        .unsure, count: questions.count,
        sentence: "Trellis does not guess. Answer what you can; what has no answer is left out.", rows: questions,
        noun: "In your file"),
      .init(
        .refused, count: preview.refusedRows.count,
        sentence: "These rows cannot be taken as they are." + Self.more(preview.refused.count), rows: refused,
        noun: "Column"),
      .init(
        .new, count: preview.new.count, sentence: "They will be added." + Self.more(preview.new.count, offered.isEmpty),
        rows: items(preview.new, isNew: true), isOpen: !offered.isEmpty),
      .init(
        .changed, count: preview.changed.count,
        sentence: "They will be changed, field by field." + Self.more(preview.changed.count, offered.isEmpty),
        rows: items(preview.changed)),
      .init(
        .missing, count: preview.missing.count,
        sentence: kind == .pupils
          ? "They are on the roll here and not in the file. Nothing is done with them unless you say that they left."
            + (Self.isPart(preview) ? " They are more than the file has: it seems to be of a part of the school." : "")
          : "They are kept here and not in the file. Nothing is done with them.", rows: missing,
        isOpen: kind == .pupils && preview.missing.count <= 40),
      .init(.unchanged, count: preview.unchanged.count, sentence: "Nothing is done with them.", rows: []),
    ]
    all = parts.filter { $0.count > 0 }
  }

  /// Whether more are missing than the file has.
  static func isPart(_ preview: Exchange.ImportPreview) -> Bool {
    preview.missing.count > preview.new.count + preview.changed.count + preview.unchanged.count
  }

  private static func more(_ count: Int, _ isLimited: Bool = true) -> String {
    isLimited && count > most ? " The first \(most) of \(count) are listed." : ""
  }

  /// With the day from which it holds.
  private static func words(_ change: FieldChange) -> String {
    let value = change.to.map { Day(iso: $0)?.words ?? $0 } ?? "nothing"
    return change.begins.flatMap { Day(iso: $0) }.map { "\(value), from \($0.words)" } ?? value
  }

  private static func box(_ offer: ImportOffer, _ number: Int, _ answers: ImportAnswers) -> HTML {
    let label = offer.key.hasPrefix("leads") ? "Led by \(offer.what)" : offer.what
    return Checkbox(
      Field(ImportAnswers.field(offer.key), label, hint: offer.source, id: "offer-\(number)"), value: offer.what,
      isChosen: answers.answers[offer.key] == offer.what
    ).html
  }

  private static func left(
    _ item: ImportItem, _ number: Int, _ answers: ImportAnswers, _ refusals: Refusals
  ) -> HTML {
    guard let id = item.id else { return .empty }
    let box = Checkbox(Field("left", "Has left", id: "left-\(number)"), value: id, isChosen: answers.left.contains(id))
    let name = ImportAnswers.lastDayField(id)
    let day = Field(
      name, "Last day, if not the one given below", hint: "Such as 17 July 2026.", error: refusals[name],
      isOptional: true)
    return "\(box)\(DateInput(day, value: answers.ownLastDays[id] ?? ""))"
  }

  private static func question(_ item: UnsureItem, _ number: Int, _ answers: ImportAnswers) -> HTML {
    var choices = [Choice("", "No answer yet: leave it out")]
    choices += item.candidates.map { Choice($0.id, $0.what) }
    if item.mayBeNew { choices.append(Choice("new", newWords(item.key))) }
    choices.append(Choice("skip", skipWords(item.key)))
    return Select(
      Field(ImportAnswers.field(item.key), "“\(item.what)” is", id: "answer-\(number)"), choices,
      selected: answers.answers[item.key] ?? ""
    ).html
  }

  private static func newWords(_ key: String) -> String {
    if key.hasPrefix("type") { return "None of these: a new provision" }
    return key.hasPrefix("heading") ? "A new heading" : "Somebody new"
  }

  private static func skipWords(_ key: String) -> String {
    key.hasPrefix("type") || key.hasPrefix("heading") ? "Leave these rows out" : "Nobody: leave it out"
  }
}
