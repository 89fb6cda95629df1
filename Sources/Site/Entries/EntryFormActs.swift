import Components
import Domain
import Foundation
import Hummingbird
import Markup
import SQL
import Store

/// Adding and changing entries.
enum EntryFormActs {
  /// `GET /areas/{area}/entries/new?kind=gap&specialism=slcn&cell=family-support.universal`
  static func new(_ visit: Visit) async throws -> Response {
    var form = EntryForm(visit.query("kind").flatMap(EntryKind.init(rawValue:)) ?? .provision)
    if let cell = visit.query("cell") { form.cells = [cell] }
    if let specialism = visit.query("specialism") { form.specialisms = [specialism] }
    return visit.page(try await page(form, nil, visit, id: ID.new(at: visit.now)))
  }

  /// `GET /areas/{area}/entries/{entry}/change`
  static func change(_ visit: Visit) async throws -> Response {
    let (viewer, id) = (visit.areaViewer, try visit.id("entry", Entry.self))
    let entry = try await visit.read { try Entries(viewer, $0).find(id) }
    if entry.state == .merged { return visit.redirect(to: Way.entry(id, try visit.thisArea())) }
    return visit.page(try await page(nil, entry, visit, id: id))
  }

  /// `POST /areas/{area}/entries`: a new one, or the draft that was kept while it was typed.
  static func add(_ visit: Visit) async throws -> Response { try await send(visit, nil) }

  /// `POST /areas/{area}/entries/{entry}/change`
  static func save(_ visit: Visit) async throws -> Response {
    let (viewer, id) = (visit.areaViewer, try visit.id("entry", Entry.self))
    return try await send(visit, try await visit.read { try Entries(viewer, $0).find(id) })
  }

  private static func send(_ visit: Visit, _ entry: Entry?) async throws -> Response {
    let form = EntryForm(visit.form)
    let id = entry?.id ?? visit.newID(Entry.self)
    let act = visit.form["act"] ?? "draft"
    if act == "look" { return visit.page(try await page(form, entry, visit, id: id)) }
    return try await visit.answering {
      let sends = act == "send"
      let details = try await checked(form, entry, visit, sends: sends)
      let nudges = try await nudges(details, id, visit, isDraft: !sends)
      if !nudges.isEmpty, visit.form["despite"] != EntryNudge.key(nudges) {
        return visit.page(try await page(form, entry, visit, id: id, nudges: nudges), status: .unprocessableContent)
      }
      let (viewer, today, version) = (visit.areaViewer, visit.today, typedVersion(visit))
      try await visit.write { connection in
        try put(details, id, sends: sends, version: version, today: today, Entries(viewer, connection))
      }
      return visit.redirect(to: Way.entry(id, try visit.thisArea()), saying: sends ? .sent : .drafted)
    } again: {
      try await page(form, entry, visit, id: id, refusals: $0)
    }
  }

  /// `POST /areas/{area}/entries/draft`: keeps what is typed, for the page's script. What holds personal data is not kept
  /// before somebody has pressed a button.
  static func keep(_ visit: Visit) async throws -> Response {
    let form = EntryForm(visit.form)
    guard !form.isBlank, let id = visit.form["id"].flatMap({ ID<Entry>($0) }) else { return told(visit, "", nil) }
    do {
      let details = try await checked(form, nil, visit, sends: false)
      let nudges = try await nudges(details, id, visit, isDraft: true)
      if let nudge = nudges.first, visit.form["despite"] != EntryNudge.key(nudges) {
        return told(visit, "Not kept yet. \(nudge.sentence(details.kind))", nil, status: .unprocessableContent)
      }
      let (viewer, today, typed) = (visit.areaViewer, visit.today, typedVersion(visit))
      let version = try await visit.write { connection in
        let entries = Entries(viewer, connection)
        try put(details, id, sends: false, version: typed, today: today, entries, mustBeDraft: true)
        return try entries.find(id).version
      }
      return told(visit, "Draft kept at \(visit.site.settings.time(of: visit.now)).", version)
    } catch let refusals as Refusals {
      return told(visit, "Not kept yet. \(refusals.all.first?.sentence ?? "")", nil, status: .unprocessableContent)
    } catch let refusal as Refusal {
      return told(visit, "Not kept. \(refusal.sentence)", nil, status: Problems.status(of: refusal.kind))
    }
  }

  private struct Told: Encodable {
    let words: String
    let version: Int?
  }

  private static func told(
    _ visit: Visit, _ words: String, _ version: Int?, status: HTTPResponse.Status = .ok
  ) -> Response {
    let bytes = (try? JSONEncoder().encode(Told(words: words, version: version))) ?? Data("{}".utf8)
    return Response(
      status: status, headers: [.contentType: "application/json"], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// Adds, or changes what is kept under this id. A new form that is sent twice is taken once.
  private static func put(
    _ details: EntryDetails, _ id: ID<Entry>, sends: Bool, version: Int?, today: Day, _ entries: Entries,
    mustBeDraft: Bool = false
  ) throws {
    guard let kept = try? entries.find(id) else {
      guard let round = try entries.currentRound(on: today) else {
        throw Refusal.conflict("This project has no round yet.")
      }
      try entries.add(details, to: round, isDraft: !sends, id: id, today: today)
      return
    }
    if mustBeDraft, kept.state != .draft {
      throw Refusal.conflict("This entry is on the map already; press the button to change it.")
    }
    // Without a version the form was new: what is kept came from it.
    guard let version else {
      if kept.details == (try? details.checked(forSending: sends)), !sends || kept.state == .live { return }
      throw Refusal.conflict("This draft has been kept from another window since. Look at both.")
    }
    try entries.change(id, to: details, sends: sends, version: version, today: today)
  }

  private static func typedVersion(_ visit: Visit) -> Int? { visit.form["version"].flatMap { Int($0) } }

  private static func checked(
    _ form: EntryForm, _ entry: Entry?, _ visit: Visit, sends: Bool
  ) async throws -> EntryDetails {
    let here = try await visit.read { try EntrySurroundings.find(visit, round: entry?.round, $0) }
    let details = try form.details(here, here.framework, over: entry?.details)
    return try details.checked(forSending: sends || (entry.map { $0.state != .draft } ?? false))
  }

  private static func nudges(
    _ details: EntryDetails, _ id: ID<Entry>, _ visit: Visit, isDraft: Bool
  ) async throws -> [EntryNudge] {
    let (viewer, today) = (visit.areaViewer, visit.today)
    let others = try await visit.read { connection -> [EntryDetails] in
      let entries = Entries(viewer, connection)
      let old = try? entries.find(id)
      guard !isDraft, let round = try old?.round ?? entries.currentRound(on: today) else { return [] }
      return try entries.others(than: id, in: round)
    }
    return details.nudges(others: others, isDraft: isDraft)
  }

  /// The form as it stands, or as it was typed. After a conflict it carries the version that stands there now.
  private static func page(
    _ typed: EntryForm?, _ entry: Entry?, _ visit: Visit, id: ID<Entry>, nudges: [EntryNudge] = [],
    refusals: Refusals = .none
  ) async throws -> EntryFormPage {
    let viewer = visit.areaViewer
    return try await visit.read { connection in
      let here = try EntrySurroundings.find(visit, round: entry?.round, connection)
      let entries = Entries(viewer, connection)
      // A draft that was kept while a new entry was typed.
      let now = try? entries.find(id)
      let form = typed ?? entry.map { EntryForm($0.details, here, here.framework) } ?? EntryForm(.provision)
      let specialism =
        (here.specialisms.first { form.specialisms.contains($0.specialism.key) } ?? here.specialisms.first)?.specialism
      let texts = try specialism.map { try Frameworks(viewer, connection).texts(here.framework, of: $0) } ?? [:]
      let address = entry == nil ? Way.entries(here.area) : Way.changeEntry(id, here.area)
      let cancel = entry == nil ? Way.areaDesk(here.area.address) : Way.entry(id, here.area)
      let noun = form.kind == .gap ? "a gap" : "provision"
      var page = EntryFormPage(
        form, here, here.framework, texts: texts, specialism: specialism, opened: visit.query("cell"),
        title: entry == nil ? "Add \(noun)" : "Change this entry",
        trail: [Link("Entries", Way.entries(here.area))]
          + (entry.map { [Link($0.details.name, Way.entry($0.id, here.area))] } ?? []),
        address: address, token: visit.formToken, cancel: cancel)
      page.newID = entry == nil ? id.text : nil
      page.nudges = nudges
      page.refusals = refusals
      page.version = refusals.isConflict ? now?.version : typedVersion(visit) ?? entry?.version
      if (entry?.state ?? .draft) == .draft { page.drafts = Way.keepDraft(here.area) }
      if page.drafts != nil, entry != nil { page.newID = id.text }
      if refusals.isConflict, let now { page.compared = compared(now, form, here) }
      return page
    }
  }

  private static func compared(_ now: Entry, _ form: EntryForm, _ here: EntrySurroundings) -> [Compared] {
    guard let typed = try? form.details(here, here.framework, over: now.details) else { return [] }
    let (left, right) = (
      Dictionary(EntryWords.rows(now.details, here, here.framework)) { first, _ in first },
      Dictionary(EntryWords.rows(typed, here, here.framework)) { first, _ in first }
    )
    let cells = Compared(
      "Cells", now: EntryWords.names(now.details.cells, here.framework),
      typed: EntryWords.names(typed.cells, here.framework))
    let texts = [
      Compared("Where it stands", now: now.state.name, typed: "On the map"),
      Compared("Title", now: now.details.title, typed: typed.title),
      Compared("What happens", now: now.details.description, typed: typed.description), cells,
    ]
    return Compared.different(
      texts
        + Set(left.keys).union(right.keys).sorted().map { Compared($0, now: left[$0] ?? "", typed: right[$0] ?? "") })
  }
}
