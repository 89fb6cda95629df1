import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

extension EntryPage {
  /// `GET /areas/{area}/entries/{entry}`
  static func show(_ visit: Visit) async throws -> Response { visit.page(try await page(visit)) }

  static func page(_ visit: Visit, _ refusals: Refusals = .none) async throws -> EntryPage {
    let id = try visit.id("entry", Entry.self)
    return try await visit.read { connection in
      let entry = try Entries(visit.areaViewer, connection).find(id)
      let here = try EntrySurroundings.find(visit, round: entry.round, connection)
      return try EntryPage(entry, here, visit, refusals, connection)
    }
  }

  private init(
    _ entry: Entry, _ here: EntrySurroundings, _ visit: Visit, _ refusals: Refusals, _ connection: any Connection
  ) throws {
    let (viewer, area, settings, framework) = (here.viewer, here.area, visit.site.settings, here.framework)
    let store = Entries(viewer, connection)
    let isOwn = store.isOwn(entry)
    let tidies = viewer.mayAll(.do, .tidying)
    let version = HiddenField("version", String(entry.version))
    let organisation = try connection.participantName(entry.participant, of: area.id)
    name = entry.details.name
    kicker = "\(entry.details.kind.name) · \(organisation)"
    lede = [
      "Written by \(entry.author), \(settings.words(of: entry.createdAt))",
      entry.origin.map { "from \($0.lowercasedFirst)" },
      here.round.title,
    ].compactMap(\.self).joined(separator: " · ")
    trail = [Link("Entries", Way.entries(area))]
    token = visit.formToken
    tags = Self.tags(entry)
    description = entry.details.description.split(separator: "\n").map(String.init)
    chips = EntryWords.chips(entry.details.cells, framework)
    rows = EntryWords.rows(entry.details, here, framework)
    move = try store.moves(of: entry.id).first { $0.before != $0.after }.map { move in
      OwnDesk.Move(
        name: entry.details.name,
        sentence: "\(move.by) has put this entry into other cells, on \(settings.words(of: move.at)).",
        before: EntryWords.names(move.before, framework), after: EntryWords.names(move.after, framework),
        entry: Way.entry(entry.id, area), seen: Way.seenMove(entry.id, area))
    }
    mergedInto = entry.mergedInto.map { into in
      let other = try? store.find(into)
      let undo = Act(
        label: "Take them apart again", address: Way.unmerge(entry.id, area), fields: [version], style: .quiet)
      return Related(
        name: other?.details.name ?? "an entry of another organisation", note: "", address: Way.entry(into, area),
        undo: tidies && here.isOpen ? undo : nil)
    }
    merged = try store.merged(into: entry.id).map { other in
      Related(
        name: other.details.name, note: other.author, address: Way.entry(other.id, area),
        undo: tidies
          ? Act(
            label: "Take it out again", address: Way.unmerge(other.id, area),
            fields: [HiddenField("version", String(other.version))], style: .quiet) : nil)
    }
    questions = try EntryQuestions(viewer, connection).about(entry.id).map { question in
      Question(
        id: question.id.text, question: question.question,
        asked: "\(question.askedBy), \(settings.words(of: question.askedAt))", answer: question.answer,
        answered: question.answeredAt.map { "\(question.answeredBy ?? ""), \(settings.words(of: $0))" },
        address: Way.answer(question.id, entry.id, area))
    }
    mayAnswer = isOwn
    asking = tidies && entry.state == .live ? Way.askAbout(entry.id, area) : nil
    questionID = visit.form["id"] ?? ID<EntryQuestion>.new(at: visit.now).text
    links = Self.links(entry, here, isOwn: isOwn, tidies: tidies)
    acts = Self.acts(entry, here, version, isOwn: isOwn, tidies: tidies)
    history = try store.history(of: entry.id).map { EntryHistoryWords.item($0, framework, settings) }
    self.refusals = refusals
    if visit.parameter("question") == nil {
      typedQuestion = visit.form.typed("question")
    } else if let asked = visit.parameter("question") {
      typedAnswer = (asked, visit.form.typed("answer"))
    }
  }

  private static func tags(_ entry: Entry) -> [StatusTag] {
    var tags = [EntryWords.tag(entry.details.kind), EntryWords.tag(entry.state)]
    if entry.state == .live {
      tags.append(
        entry.checkedAt == nil
          ? StatusTag("Not checked yet", tone: .plain) : StatusTag("Checked by \(entry.checkedBy ?? "")", tone: .good))
      switch (entry.details.isPublicByAuthor, entry.isPublicByCoordinator) {
      case (true, true): tags.append(StatusTag("Public", tone: .good))
      case (true, false): tags.append(StatusTag("Public once the coordinator agrees", tone: .notice))
      case (false, true): tags.append(StatusTag("Public once its author agrees", tone: .notice))
      case (false, false): break
      }
    }
    return tags
  }

  private static func links(
    _ entry: Entry, _ here: EntrySurroundings, isOwn: Bool, tidies: Bool
  ) -> [Components.Link] {
    var links: [Components.Link] = []
    if isOwn, here.isOpen, entry.state != .merged {
      links.append(
        Link(entry.state == .draft ? "Go on with this draft" : "Change it", Way.changeEntry(entry.id, here.area)))
      links.append(Link("Add another", Way.newEntry(entry.details.kind, here.area)))
    }
    if tidies, entry.state == .live, !here.round.isClosed {
      links.append(Link("Move it to other cells", Way.moveEntry(entry.id, here.area)))
    }
    return links
  }

  private static func acts(
    _ entry: Entry, _ here: EntrySurroundings, _ version: HiddenField, isOwn: Bool, tidies: Bool
  ) -> [Act] {
    var acts: [Act] = []
    if tidies, entry.state == .live {
      let one = HiddenField("entry", entry.id.text)
      func mark(_ label: String, _ act: String) -> Act {
        Act(
          label: label, address: Way.markEntries(here.area),
          fields: [one, HiddenField("act", act), HiddenField("back", "entry")],
          style: .quiet)
      }
      acts.append(entry.checkedAt == nil ? mark("Mark as checked", "check") : mark("Mark as not checked", "uncheck"))
      acts.append(
        entry.isPublicByCoordinator
          ? mark("Keep from the public", "keep") : mark("Agree to show it to the public", "agree"))
    }
    guard isOwn, here.isOpen else { return acts }
    switch entry.state {
    case .live, .draft:
      acts.append(
        Act(
          label: entry.state == .draft ? "Put this draft away" : "Withdraw it from the map",
          address: Way.withdrawal(entry.id, here.area), fields: [version], style: .danger))
    case .withdrawn:
      acts.append(
        Act(label: "Put it back", address: Way.restoration(entry.id, here.area), fields: [version], style: .main))
    case .merged: break
    }
    return acts
  }
}

/// History of entries in words: cells get their names.
enum EntryHistoryWords {
  static func item(_ line: HistoryLine, _ framework: Framework, _ settings: SiteSettings) -> Components.Timeline.Item {
    let changes = Set(line.before.keys).union(line.after.keys).sorted().compactMap { key -> String? in
      let (old, new) = (
        line.before[key].map { value(key, $0, framework) }, line.after[key].map { value(key, $0, framework) }
      )
      switch (old, new) {
      case (let old?, let new?): return old == new ? nil : "\(key): “\(old)” became “\(new)”"
      case (let old?, nil): return "\(key) was “\(old)”"
      case (nil, let new?): return "\(key): \(new)"
      case (nil, nil): return nil
      }
    }
    return Components.Timeline.Item(
      settings.words(of: line.at), HTML(text: "\(line.act.uppercasedFirst) by \(line.actor)"),
      detail: changes.joined(separator: "; ").nilIfEmpty)
  }

  private static func value(_ key: String, _ text: String, _ framework: Framework) -> String {
    guard key == "cells" else { return text }
    let cells = text.split(separator: ",").compactMap { part -> Domain.Cell? in
      let numbers = part.split(separator: ".").compactMap { Int($0.filter(\.isNumber)) }
      return numbers.count == 2 ? Domain.Cell(strand: numbers[0] - 1, level: numbers[1] - 1) : nil
    }
    return cells.filter { framework.cells.contains($0) }.map(framework.name(of:)).joined(separator: "; ")
  }
}

extension String {
  var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
