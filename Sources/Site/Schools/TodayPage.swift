import Components
import Domain
import Markup

/// A school's first page: what there is to do today, for whoever opens it. An empty school shows its first steps.
struct TodayPage: Page {
  let school: School
  /// The day, and where in the term it lies.
  let lede: String
  var steps: [Steps.Step] = []
  var stepsLede = ""
  /// The viewer's own groups; nil for who leads none by role.
  var own: OwnDay?
  var tiles: [Tiles.Tile] = []
  /// Nil where nothing is watched over for this viewer; empty where all is well.
  var lookAt: [LookAt]?
  var dates: [SummaryList.Row] = []
  /// The ways on that matter to this viewer.
  var ways: [Components.Link] = []
  /// True for who comes for their own groups: these stand first.
  var ownFirst = false

  var title: String { "Today" }
  var part: Part? { .today }
  var isWide: Bool { true }

  /// Something that somebody should look at, with what it is about.
  struct LookAt: Sendable {
    let sentence: String
    let items: [Components.Link]
    let way: Components.Link?

    init(_ sentence: String, _ items: [Components.Link] = [], way: Components.Link? = nil) {
      self.sentence = sentence
      self.items = items
      self.way = way
    }
  }

  /// A day of one adult.
  struct OwnDay: Sendable {
    /// `Your groups today`, `Your groups on Monday 23 November`.
    let title: String
    /// Why there is nothing, or why it is another day.
    let note: String?
    let sessions: [SessionList.Session]
    /// Groups that do not meet on the day.
    let others: [Other]
    let classes: [Components.Link]

    struct Other: Sendable {
      let link: Components.Link
      let when: String
    }
  }
}

extension TodayPage {
  var body: HTML {
    """
    \(PageHeader(title, lede: lede, actions: ways.map { LinkButton($0.label, $0.address, style: .quiet).html }))\
    \(if: !steps.isEmpty, firstSteps)\
    \(if: ownFirst, ownPart)\
    \(if: !tiles.isEmpty, Tiles(tiles).html)\
    \(if: lookAt, thingsToLookAt)\
    \(if: !ownFirst, ownPart)\
    \(if: !dates.isEmpty, "<section aria-labelledby=\"dates\"><h2 id=\"dates\">Dates</h2>\(SummaryList(dates))</section>")
    """
  }

  private var firstSteps: HTML {
    """
    <section aria-labelledby="steps"><h2 id="steps">First steps</h2><p>\(stepsLede)</p>\(Steps(steps))</section>
    """
  }

  private func thingsToLookAt(_ things: [LookAt]) -> HTML {
    """
    <section aria-labelledby="look"><h2 id="look">To look at</h2>\
    \(if: things.isEmpty, "<p>Nothing at the moment.</p>", else: "<ul class=\"look-at\">\(each: things, draw)</ul>")</section>
    """
  }

  private func draw(_ thing: LookAt) -> HTML {
    """
    <li><p>\(thing.sentence)\(if: thing.way, { " \($0)" })</p>\(if: !thing.items.isEmpty, items(thing.items))</li>
    """
  }

  /// A handful in a line; more behind a summary.
  private func items(_ links: [Components.Link]) -> HTML {
    let list: HTML = "<ul class=\"in-line\">\(each: links, { "<li>\($0)</li>" })</ul>"
    return links.count > 6 ? Details("Which \(links.count)", body: list).html : list
  }

  private var ownPart: HTML {
    guard let own else { return .empty }
    return """
      <section aria-labelledby="own"><h2 id="own">\(own.title)</h2>\
      \(if: own.note, { "<p>\($0)</p>" })\(if: !own.sessions.isEmpty, SessionList(own.sessions).html)\
      \(if: !own.others.isEmpty, others(own.others))\
      \(if: !own.classes.isEmpty, classes(own.classes))</section>
      """
  }

  private func others(_ others: [OwnDay.Other]) -> HTML {
    """
    <h3>Your other groups</h3><ul class="big-links">\(each: others, { "<li>\($0.link) <span class=\"soft\">\($0.when)</span></li>" })</ul>
    """
  }

  private func classes(_ classes: [Components.Link]) -> HTML {
    """
    <h3>Your classes</h3><ul class="big-links">\(each: classes, { "<li>\($0)</li>" })</ul>
    """
  }
}

/// One adult's sessions of a day, in order: made for a thumb.
struct SessionList: Component {
  struct Session: Sendable, Hashable {
    /// `09:30`; nil where nobody said.
    let time: String?
    let name: String
    let address: Address
    /// `20 minutes · Library · taken from English`.
    let detail: String
    let pupils: [Components.Link]
  }

  let sessions: [Session]

  init(_ sessions: [Session]) { self.sessions = sessions }

  var html: HTML { "<ol class=\"sessions\">\(each: sessions, draw)</ol>" }

  private func draw(_ session: Session) -> HTML {
    """
    <li><p class="time">\(session.time ?? "Any time")</p><div><h3><a href="\(session.address)">\(session.name)</a></h3>\
    <p class="soft">\(session.detail)</p>\
    \(if: session.pupils.isEmpty, "<p class=\"soft\">Nobody is in it today.</p>", else: "<ul class=\"in-line\">\(each: session.pupils, { "<li>\($0)</li>" })</ul>")\
    </div></li>
    """
  }
}
