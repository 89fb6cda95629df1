import Components
import Domain
import Hummingbird
import Markup
import Store

/// Who looked at a pupil's record and who changed what.
enum PupilHistory {
  static func isOpen(to viewer: Viewer) -> Bool { viewer.may(.see, .history) || viewer.mayAll(.see, .needs) }

  /// `GET …/pupils/{pupil}/history`
  static func show(_ visit: Visit) async throws -> Response {
    let id = try visit.id("pupil", Pupil.self)
    let viewer = visit.viewer
    guard isOpen(to: viewer) else { throw Refusal.refused() }
    let (pupil, lines) = try await visit.read { connection in
      (try Pupils(viewer, connection).find(id), try History(viewer, connection).lines(about: id, most: 500))
    }
    guard let pupil else { throw Refusal.notFound() }
    return visit.page(
      PupilHistoryPage(
        pupil: pupil, school: visit.here, lines: lines.map { PupilHistoryPage.Line($0, visit.site.settings) }))
  }
}

/// The latest first.
struct PupilHistoryPage: Page {
  struct Line: Sendable, Hashable {
    let when: String
    let who: String
    let what: String
    /// `class: 3A since 2025-09-01 → 3B from 2026-11-02`.
    let changes: [Change]

    struct Change: Sendable, Hashable {
      let field: String
      let before: String?
      let after: String?
    }
  }

  let pupil: Pupil
  let school: School
  let lines: [Line]

  var title: String { "History" }
  var trail: [Components.Link] { PupilPage.trail(school, pupil) }
  var part: Part? { .pupils }
  var isWide: Bool { true }
  var printNote: String? { "\(school.name). Confidential." }

  var body: HTML {
    """
    \(PageHeader(title, kicker: pupil.fullName, lede: "Who looked, and who changed what; the latest first", actions: [PrintButton().html]))\
    \(if: lines.isEmpty, "<p class=\"soft\">Nothing has been written down yet.</p>", else: table)
    """
  }

  private var table: HTML {
    DataTable(
      "History", showsCaption: false, columns: [.init("When"), .init("Who"), .init("What"), .init("Before and after")],
      rows: lines.map { line in
        [.text(line.when), .text(line.who), .text(line.what), .html(HTML.joined(line.changes.map(draw), by: "<br>"))]
      }, isList: true
    ).html
  }

  private func draw(_ change: Line.Change) -> HTML {
    switch (change.before, change.after) {
    case (let before?, let after?): "\(change.field): \(before) → \(after)"
    case (nil, let after?): "\(change.field): \(after)"
    case (let before?, nil): "\(change.field): \(before), now nothing"
    case (nil, nil): .empty
    }
  }

  static var examples: [PupilHistoryPage] {
    [
      PupilHistoryPage(
        pupil: PupilExamples.amina, school: PupilExamples.school,
        lines: [
          Line(when: "21 November 2026, 09:30", who: "Peter Hale", what: "Opened the record", changes: []),
          Line(
            when: "2 November 2026, 16:04", who: "Ruth Lowe", what: "Changed the pupil",
            changes: [.init(field: "Class", before: "3A from 2026-09-01", after: "3B from 2026-11-02")]),
          Line(
            when: "4 September 2023, 08:12", who: "Operator (command line)", what: "Added the pupil",
            changes: [
              .init(field: "Forename", before: nil, after: "Amina"),
              .init(field: "Surname", before: nil, after: "Yusuf"),
            ]),
        ]), PupilHistoryPage(pupil: PupilExamples.left, school: PupilExamples.school, lines: []),
    ]
  }
}

extension PupilHistoryPage.Line {
  init(_ line: HistoryLine, _ settings: SiteSettings) {
    when = settings.words(of: line.at)
    who = line.actor
    what = PupilHistoryPage.words(line.act, line.noun)
    let fields = Set(line.before.keys).union(line.after.keys).sorted()
    changes = fields.compactMap { field in
      let before = line.before[field].flatMap { PupilHistoryPage.words($0, of: field) }
      let after = line.after[field].flatMap { PupilHistoryPage.words($0, of: field) }
      return before == nil && after == nil ? nil : Change(field: field.capitalisedFirst, before: before, after: after)
    }
  }
}

extension PupilHistoryPage {
  /// `Changed the pupil`, `Opened the record`.
  static func words(_ act: String, _ noun: String) -> String {
    switch (act, noun) {
    case ("opened", "pupil"): "Opened the record"
    case ("left", "pupil"): "Marked as leaving"
    case ("took back leaving", "pupil"): "Took the leaving back"
    case ("came back", "pupil"): "Came back"
    case (_, "place"): "\(act.capitalisedFirst) a place in a group"
    case ("opened to a moderator", _): "Opened to a moderator"
    default: "\(act.capitalisedFirst) the \(noun)"
    }
  }

  /// A value as it is said: days in words; a UPN is shown behind its row only, and an id says nothing to anybody.
  static func words(_ value: String, of field: String) -> String? {
    if field == "UPN" { return "(a UPN)" }
    if ID<Pupil>(value) != nil { return nil }
    return value.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let bare = word.hasSuffix(";") ? word.dropLast() : word
      return Day(iso: bare).map { $0.words + (word.hasSuffix(";") ? ";" : "") } ?? String(word)
    }.joined(separator: " ")
  }
}
