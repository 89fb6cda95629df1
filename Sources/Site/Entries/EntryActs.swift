import Components
import Domain
import Hummingbird
import Markup
import SQL
import Store

/// What is done with entries as they stand.
enum EntryActs {
  /// `POST /areas/{area}/entries/{entry}/withdrawal`
  static func withdraw(_ visit: Visit) async throws -> Response {
    try await act(visit, .taken) { try $0.withdraw($1, version: $2, today: visit.today) }
  }

  /// `POST /areas/{area}/entries/{entry}/restoration`
  static func restore(_ visit: Visit) async throws -> Response {
    try await act(visit, .restored) { try $0.restore($1, version: $2, today: visit.today) }
  }

  /// `POST /areas/{area}/entries/{entry}/unmerging`
  static func unmerge(_ visit: Visit) async throws -> Response {
    try await act(visit, .unmerged) { try $0.unmerge($1, version: $2) }
  }

  /// `POST /areas/{area}/entries/{entry}/seen`
  static func seeMove(_ visit: Visit) async throws -> Response {
    try await act(visit, .seen) { entries, id, _ in try entries.seeMove(of: id) }
  }

  /// Does it, or shows the entry as it stands now with the sentence why not.
  private static func act(
    _ visit: Visit, _ done: Done, _ work: @escaping @Sendable (Entries, ID<Entry>, Int) throws -> Void
  ) async throws -> Response {
    let (area, viewer, id) = (try visit.thisArea(), visit.areaViewer, try visit.id("entry", Entry.self))
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    return try await visit.answering {
      try await visit.write { try work(Entries(viewer, $0), id, version) }
      return visit.redirect(to: Way.entry(id, area), saying: done)
    } again: {
      try await EntryPage.page(visit, $0)
    }
  }

  /// `POST /areas/{area}/entries/marks`: several at once.
  static func mark(_ visit: Visit) async throws -> Response {
    let (area, viewer) = (try visit.thisArea(), visit.areaViewer)
    let ids = Set(visit.form.all("entry").prefix(500).compactMap { ID<Entry>($0) })
    let act = visit.form["act"] ?? ""
    return try await visit.answering {
      if ids.isEmpty { throw Refusal.invalid("Tick the entries first.") }
      if act == "merge" {
        if ids.count < 2 { throw Refusal.invalid("Tick two entries or more that tell of the same thing.") }
        let address = ids.sorted().prefix(10).reduce(Way.mergeEntries(area)) { $0.asking("entry", $1.text) }
        return visit.redirect(to: address)
      }
      try await visit.write { connection in
        let entries = Entries(viewer, connection)
        switch act {
        case "check": try entries.mark(ids, checked: true)
        case "uncheck": try entries.mark(ids, checked: false)
        case "agree": try entries.agree(ids, toPublic: true)
        case "keep": try entries.agree(ids, toPublic: false)
        default: throw Refusal.invalid("Choose what to do with them.")
        }
      }
      let one = visit.form["back"] == "entry" ? ids.first : nil
      return visit.redirect(to: one.map { Way.entry($0, area) } ?? Way.entries(area), saying: .marked)
    } again: {
      try await EntriesPage.page(visit, $0)
    }
  }

  /// `POST /areas/{area}/entries/{entry}/questions`: it waits on the author's desk; where mail is set up, they are written
  /// to. The message holds none of the entry's words.
  static func ask(_ visit: Visit) async throws -> Response {
    let (area, viewer, id) = (try visit.thisArea(), visit.areaViewer, try visit.id("entry", Entry.self))
    let (question, questionID) = (visit.form.typed("question"), visit.newID(EntryQuestion.self))
    return try await visit.answering {
      let addressee = try await visit.write {
        try EntryQuestions(viewer, $0).ask(question, about: id, id: questionID)
      }
      if let addressee {
        visit.post(
          .question(project: area.details.title, from: viewer.name, link: visit.link(Way.entry(id, area))),
          to: addressee.email)
      }
      return visit.redirect(to: Way.entry(id, area), saying: .asked)
    } again: {
      try await EntryPage.page(visit, $0)
    }
  }

  /// `POST /areas/{area}/entries/{entry}/questions/{question}/answer`
  static func answer(_ visit: Visit) async throws -> Response {
    let (area, viewer, id) = (try visit.thisArea(), visit.areaViewer, try visit.id("entry", Entry.self))
    let (question, answer) = (try visit.id("question", EntryQuestion.self), visit.form.typed("answer"))
    return try await visit.answering {
      try await visit.write { try EntryQuestions(viewer, $0).answer(question, about: id, with: answer) }
      return visit.redirect(to: Way.entry(id, area), saying: .answered)
    } again: {
      try await EntryPage.page(visit, $0)
    }
  }

  /// `POST /areas/{area}/entries/drafts`: those ticked go on the map, as far as they are whole.
  static func sendDrafts(_ visit: Visit) async throws -> Response {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    let ids = Set(visit.form.all("entry").prefix(2000).compactMap { ID<Entry>($0) })
    return try await visit.answering {
      if ids.isEmpty { throw Refusal.invalid("Tick the drafts first.") }
      try await visit.write { connection in
        let entries = Entries(viewer, connection)
        guard let round = try entries.currentRound(on: today) else { throw Refusal.conflict("There is no round yet.") }
        _ = try entries.sendWholeDrafts(in: round, only: ids, today: today)
      }
      return visit.redirect(to: Way.areaDesk(area.address), saying: .draftsSent)
    } again: {
      try await AreaDeskPage.page(visit, $0)
    }
  }
}
