package import Markup

/// The page around every page: skip link, who and where we are, navigation, breadcrumbs, banner, main part, footer.
/// The main part brings its own `h1` (`PageHeader`).
package struct PageShell: Exhibited {
  /// Where the visitor is: an organisation and its parts.
  package struct Place: Sendable, Hashable {
    package let name: String
    package let home: Address
    package let sections: [Link]

    package init(_ name: String, home: Address, sections: [Link]) {
      self.name = name
      self.home = home
      self.sections = sections
    }
  }

  /// Who is signed in, as whom.
  package struct Visitor: Sendable, Hashable {
    package let name: String
    /// In which role here, in words (“SENCO”).
    package let role: String
    package let account: Address
    package let signOut: Address
    /// Other schools and roles of the same account; the switcher is shown when there are any.
    package let elsewhere: [Link]

    package init(name: String, role: String, account: Address, signOut: Address, elsewhere: [Link] = []) {
      self.name = name
      self.role = role
      self.account = account
      self.signOut = signOut
      self.elsewhere = elsewhere
    }
  }

  /// The program's own files, by the addresses under which the site serves them.
  package struct Assets: Sendable, Hashable {
    package let stylesheet: Address
    package let script: Address
    package let icon: Address

    package init(
      stylesheet: Address = "/assets/trellis.css", script: Address = "/assets/trellis.js",
      icon: Address = "/assets/icon.svg"
    ) {
      self.stylesheet = stylesheet
      self.script = script
      self.icon = icon
    }
  }

  /// How wide the main part grows. Prose and forms are read best narrow; tables want the whole window; getting in (sign
  /// in, invitation, second factor) is one card in the middle.
  package enum Width: String, Sendable {
    case narrow, wide, door
  }

  /// The words of the browser's tab; the place and the program are added.
  package let title: String
  package let main: HTML
  package let place: Place?
  package let visitor: Visitor?
  /// The form token of the session, for signing out.
  package let token: String
  package let breadcrumbs: [Link]
  /// What the last act did (`NotificationBanner`).
  package let banner: HTML
  /// One line above all, such as that this is a demonstration.
  package let ribbon: String?
  package let footer: [Link]
  package let width: Width
  /// True where the form on this page was refused; the title says so first.
  package let hasErrors: Bool
  /// What a print adds at its end: the date, the filter, who printed it.
  package let printNote: String?
  /// After how many seconds the page asks for itself again without JavaScript, while something is under way.
  package let refreshes: Int?
  package let assets: Assets

  package init(
    title: String, place: Place? = nil, visitor: Visitor? = nil, token: String = "", breadcrumbs: [Link] = [],
    banner: HTML = .empty, ribbon: String? = nil, footer: [Link] = [], width: Width = .wide, hasErrors: Bool = false,
    printNote: String? = nil, refreshes: Int? = nil, assets: Assets = Assets(), main: HTML
  ) {
    self.title = title
    self.main = main
    self.place = place
    self.visitor = visitor
    self.token = token
    self.breadcrumbs = breadcrumbs
    self.banner = banner
    self.ribbon = ribbon
    self.footer = footer
    self.width = width
    self.hasErrors = hasErrors
    self.printNote = printNote
    self.refreshes = refreshes
    self.assets = assets
  }

  package var html: HTML {
    """
    <!doctype html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(if: hasErrors, "Error: ")\(title)\(if: place, { " – \($0.name)" }) – Trellis</title>
    <link rel="stylesheet" href="\(assets.stylesheet)">
    <link rel="icon" href="\(assets.icon)" type="image/svg+xml">
    <script type="module" src="\(assets.script)"></script>\
    \(if: refreshes, { "<noscript><meta http-equiv=\"refresh\" content=\"\($0)\"></noscript>" })
    </head>
    <body>
    <a class="skip" href="#main">Skip to the main part</a>
    \(top)
    <div class="page \(width.rawValue)">
    \(if: !breadcrumbs.isEmpty, Breadcrumbs(breadcrumbs).html)
    \(banner)
    <main id="main" tabindex="-1">
    \(main)
    </main>
    </div>
    \(foot)
    </body>
    </html>

    """
  }

  package static let name = "Page shell"
  package static let accessibility = [
    "The skip link is the first thing that takes the focus, and is seen when it does.",
    "The page is in landmarks: banner, navigation with names, main, contentinfo. One h1, in main.",
    "The part of the program that is open is marked with aria-current and a bar, not with colour alone.",
    "On a phone the navigation takes two lines, and nothing is hidden behind a button.",
  ]
  /// A shell is a whole document, so the gallery itself is its example.
  package static let examples: [Example] = []
}
