import Components
import Domain
import Exchange
import Markup
import Store

/// What can be imported, and what waits for its commit.
struct ImportsPage: Page {
  /// A way on, with what it is for.
  struct Choosing: Sendable {
    let link: Components.Link
    let hint: String
  }

  let ways: [Choosing]
  /// Files that were read and not imported yet, with when.
  let waiting: [Choosing]
  let closesDemonstration: Bool
  let refusals: Refusals

  let title = "Import"
  var part: Part? { .imports }
  var hasErrors: Bool { !refusals.isEmpty }
  var width: PageShell.Width { .wide }

  var body: HTML {
    """
    \(refusals.summary)\
    \(PageHeader(title, lede: "Choose what you have. You see what would be done before anything is written."))\
    \(if: closesDemonstration, WarningText(ImportWords.closing).html)\
    \(if: !waiting.isEmpty, "<section aria-labelledby=\"waiting\"><h2 id=\"waiting\">Waiting for you</h2>\(list(waiting))</section>")\
    <section aria-labelledby="kinds"><h2 id="kinds" tabindex="-1">What do you want to import?</h2>\(list(ways))</section>
    """
  }

  private func list(_ ways: [Choosing]) -> HTML {
    "<ul class=\"big-links\">\(each: ways, { "<li>\($0.link)<p class=\"soft\">\($0.hint)</p></li>" })</ul>"
  }

  static var examples: [ImportsPage] {
    let ways = ImportKind.inOrder.map {
      Choosing(link: Link($0.heading, "/schools/900001/imports/new"), hint: $0.hint)
    }
    let waiting = Choosing(
      link: Link("pupils.csv", "/schools/900001/imports/1"),
      hint: "Pupils, read 21 November 2026, 09:30. Nothing is written yet.")
    return [
      ImportsPage(ways: ways, waiting: [], closesDemonstration: true, refusals: .none),
      ImportsPage(ways: ways, waiting: [waiting], closesDemonstration: false, refusals: .none),
    ]
  }
}

extension ImportsPage {
  init(_ visit: Visit, _ refusals: Refusals = .none) async throws {
    let (school, viewer) = (visit.here, visit.viewer)
    let (kept, isOpen) = try await visit.read {
      (try Imports(viewer, $0).waiting(), try Demonstration.isOpen($0))
    }
    self.init(
      ways: ImportKind.inOrder.filter { $0.isOpen(to: viewer) }.map {
        Choosing(link: Link($0.heading, Way.newImport($0, school)), hint: $0.hint)
      },
      waiting: kept.map { each in
        Choosing(
          link: Link(each.fileName, Way.kept(each.id, school)),
          hint:
            "\(ImportKind(rawValue: each.kind)?.title ?? ""), chosen \(visit.site.settings.words(of: each.createdAt)). "
            + "Nothing is written yet.")
      },
      closesDemonstration: isOpen, refusals: refusals)
  }
}

extension ImportKind {
  /// As a new school needs them.
  static let inOrder: [ImportKind] = [.pupils, .map, .staff, .groups, .calendar]

  func isOpen(to viewer: Viewer) -> Bool { viewer.may(.do, .imports) && (try? refuseUnlessAllowed(viewer)) != nil }
}

enum ImportWords {
  static let closing =
    "This is a demonstration so far: anybody can come in by one click. The first file that you import closes these "
    + "doors for good, and signs out everybody who came in by them. Looking at what a file would do closes nothing."
}
