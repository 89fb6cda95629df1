import Components
import Domain
import Markup

/// What Trellis is, who sees what, and what its figures mean. Parts have anchors, so that pages can lead to them.
struct HelpPage: Page {
  let contact: String

  var title: String { "Help" }

  static var examples: [HelpPage] { [HelpPage(contact: "Ask the help desk of Westmere, 01632 960 100.")] }

  var body: HTML {
    """
    \(PageHeader(title, lede: "What Trellis is for, who sees what, and what its figures mean."))\
    <nav aria-label="On this page"><ul class="columns">\(each: parts, { "<li><a href=\"\("#\(segment: $0.id)" as Address)\">\($0.title)</a></li>" })</ul></nav>\
    \(each: parts, { "<section aria-labelledby=\"\($0.id)\"><h2 id=\"\($0.id)\">\($0.title)</h2>\($0.body)</section>" })
    """
  }

  private struct Section {
    let id: String
    let title: String
    let body: HTML
  }

  private var parts: [Section] {
    [
      Section(id: "trellis", title: "What Trellis is", body: HelpPage.trellis),
      Section(id: "signing-in", title: "Signing in", body: HelpPage.signingIn),
      Section(id: "roles", title: "Who sees what", body: HelpPage.roles),
      Section(id: "dates", title: "Dates", body: HelpPage.dates),
      Section(id: "costs", title: "Costs and rates", body: HelpPage.costs),
      Section(id: "names", title: "Names and small numbers", body: HelpPage.names),
      Section(id: "strategy", title: "The inclusion strategy", body: HelpPage.strategy),
      Section(id: "areas", title: "Mapping an area", body: HelpPage.areas),
      Section(id: "contact", title: "Whom to ask", body: WhomToAsk(contact).html),
    ]
  }

  private static let trellis: HTML = """
    <p>Trellis keeps which support each child with additional needs gets, from whom, how often, since when, and what it \
    costs. From that it draws the school’s map: provision down the side, year groups across, hours and costs in every \
    cell.</p>\
    <p>One entry feeds every view. A <strong>group</strong> is a provision that runs: it has pupils, an adult who leads \
    it, times, and dates. A <strong>strategy</strong> is an adjustment in class and has no minutes. The \
    <strong>catalogue</strong> holds what the school could provide.</p>
    """

  private static let signingIn: HTML = """
    <p>You sign in with your e-mail address and a password. Passwords have at least 12 characters; three or four words \
    that do not belong together are good, and there is no need to change them from time to time.</p>\
    <p>Whoever sees pupils’ names also gives a code from an app on their phone. Ten printed codes help when the phone is \
    lost; each works once. A session ends after an hour without use and after twelve hours. What you were typing then is \
    kept for two hours, for you alone.</p>\
    <p>If your password is forgotten, a colleague who manages members can make you a link for a new one.</p>
    """

  private static var roles: HTML {
    """
    <p>An account can have several roles, in several schools, each with its dates. Nobody can give a role that reaches \
    further than their own.</p>\
    \(DataTable("What each role is for", columns: [DataTable.Column("Role"), DataTable.Column("What it is for")], rows: Role.allCases.map { [.text($0.name), .text(SignInWords.sees($0))] }))
    """
  }

  private static let dates: HTML = """
    <p>Support changes, so everything has a first day and a last day, and both count. <strong>Change</strong> something \
    from a day, and what was true before stays true of the time before. <strong>Correct</strong> something, and it was \
    never otherwise; the old value stays in the history. A map of a past day shows what is known today about that \
    day.</p>
    """

  private static let costs: HTML = """
    <p>A group costs the adult’s time and what was bought for it. Time is minutes, times sessions held (closures and \
    holidays are left out), times an hourly rate. The cost is shared among the pupils who are in the group on the day. \
    Every figure opens its working.</p>\
    <p>A new school is costed with <strong>reference rates</strong>, marked as such, until it enters its own. Rates of \
    pay are seen by finance and the head teacher only. Others see hours and amounts without rates; an amount divided by \
    its hours still hints at what somebody is paid, so treat workings as you would treat pay.</p>
    """

  private static var areas: HTML {
    """
    <p>An area reviews its support with everybody who provides it: each says what they do and what is missing, on five strands \
    and three or four levels.</p>\
    <ul>\(each: [AreaQuestion.gettingIn, .cannotRegister, .code, .strands, .levels], { "<li><a href=\"\(Way.helpOnAreas($0))\">\($0.words)</a></li>" })</ul>\
    <p><a href="\(Way.helpOnAreas)">All questions on mapping an area</a></p>
    """
  }

  private static let strategy: HTML = """
    <p>Mainstream schools in England that receive the Inclusive Mainstream Fund publish an inclusion strategy with budgeted \
    costs by 31 December 2026. In Trellis it is drawn from the school’s map: an <strong>activity</strong> stands on groups \
    that run, and costs what they cost, or is written in with a cost of its own. Costs are told by school year (September to \
    August) and by financial year (April to March).</p>\
    <p>Every activity has a <strong>layer</strong>, as a group has a level: universal for all, targeted for some, targeted \
    plus with a specialist’s advice, specialist for one child. The page of the strategy lists what is still missing. When \
    nothing is, and the governors have approved it, it is published at an address of its own for the school’s website, and \
    kept exactly as it was. What the map says afterwards changes nothing there; the page says what would differ.</p>\
    <p>Nobody outside is told what an activity for fewer than five pupils costs. The layout is the school’s own and not an \
    official template.</p>
    """

  private static let names: HTML = """
    <p>Initials are names, too. A map can show full names, first names with an initial, or counts only. Governors always \
    see counts; where fewer than five pupils are meant it says “fewer than 5”, and their cost is withheld. Confidential \
    provision, such as counselling, shows neither its title nor its pupils but to those who may see it.</p>\
    <p>Every opening of a pupil’s record, every export and every print leaves a line of history.</p>
    """
}
