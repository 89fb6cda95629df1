import Components
import Domain
import Exchange
import Markup
import Store

/// What a file did, and where to go on.
struct ImportDonePage: Page {
  let fileName: String
  let counts: String
  let next: [Components.Link]
  /// Whether the demonstration's doors were closed by it.
  let isSignedOut: Bool
  /// Whether somebody has just tried it a second time.
  let isAgain: Bool

  let title = "Brought in"
  var part: Part? { .imports }

  var body: HTML {
    """
    \(Confirmation(title, detail: "\(fileName): \(counts).", next: "<ul class=\"big-links\">\(each: next, { "<li>\($0)</li>" })</ul>"))\
    \(if: isAgain, InsetText("<p>It had been brought in already: nothing was written a second time.</p>").html)\
    \(if: isSignedOut, InsetText("<p>The demonstration’s one-click doors are closed now, and you are signed out. Sign in with an account of your own; whoever runs Trellis makes the first one with <code>trellis account add</code>.</p>").html)
    """
  }

  static var examples: [ImportDonePage] {
    [
      ImportDonePage(
        fileName: "pupils.csv", counts: "12 new, 3 changed, 400 unchanged",
        next: [
          Components.Link("See the pupils", "/schools/900001/pupils"),
          Components.Link("Bring another file in", "/schools/900001/imports"),
        ], isSignedOut: false, isAgain: true),
      ImportDonePage(
        fileName: "pupils.csv", counts: "1 new", next: [Components.Link("Sign in", "/sign-in")], isSignedOut: true,
        isAgain: false),
    ]
  }
}

extension ImportDonePage {
  init(_ kept: KeptImport, _ kind: ImportKind, _ visit: Visit, isAgain: Bool = false) {
    let school = visit.here
    let isSignedOut = visit.session?.isDemonstration == true
    let seen: Components.Link =
      switch kind {
      case .pupils: Link("See the pupils", Way.pupils(school))
      case .staff: Link("See the staff", Way.part(.staff, school))
      case .groups, .map: Link("See the groups", Way.groups(school))
      case .calendar: Link("See the calendar", Way.settings(school))
      }
    var next = [seen]
    if visit.viewer.may(.see, .map) { next.append(Link("See the map and its costs", Way.map(school))) }
    next.append(Link("Bring another file in", Way.imports(school)))
    self.init(
      fileName: kept.fileName, counts: kept.counts ?? "nothing",
      next: isSignedOut ? [Link("Sign in", Way.signIn)] : next, isSignedOut: isSignedOut, isAgain: isAgain)
  }
}

/// A preview that is not here any more.
struct ImportGonePage: Page {
  let sentence: String
  let again: Address

  let title = "This file is not here any more"
  var part: Part? { .imports }

  var body: HTML {
    """
    \(PageHeader(title))<p class="lede">\(sentence)</p>\(LinkButton("Choose the file again", again))
    """
  }

  static var examples: [ImportGonePage] { [ImportGonePage(again: "/schools/900001/imports")] }

  init(sentence: String? = nil, again: Address) {
    self.sentence =
      sentence
      ?? "A file waits for a day at the most, and only for the person who chose it; or it was given up. Nothing of it was "
      + "written."
    self.again = again
  }
}
