import Components
import Domain
import Hummingbird
import Markup
import Store

/// A project's own page at its own address: what it is, who organises it, how to take part. For anybody.
struct AreaFrontPage: Page {
  /// Who looks at it, and so what comes next.
  enum Next: Sendable {
    /// Nobody is signed in: to register, or to sign in first.
    case stranger(register: Address, signIn: Address)
    /// An account that does not take part here.
    case account(join: Address)
    /// Takes part already.
    case member(desk: Address)
  }

  let area: String
  let heading: String
  let about: [String]
  let dates: String
  /// Why nobody can join today; nil where they can.
  let closed: String?
  let organiser: String
  let contact: String
  let terms: Address?
  /// Where parents and young people answer; nil where there is no survey.
  var survey: Address?
  /// What there is, for anybody; nil where the project does not publish its map.
  var publicMap: Address?
  let way: Next

  var title: String { heading }

  var body: HTML {
    """
    \(PageHeader(heading, kicker: area, lede: dates))\(each: about, { "<p>\($0)</p>" })\(next)\(if: survey != nil || publicMap != nil, forFamilies)\
    <h2>Who organises it</h2><p>\(organiser)\(if: !contact.isEmpty, ": \(contact)"). They have the code that you need to join, \
    and share it with everybody who is to take part. <a href="\(Way.helpOnAreas(.code))">What the code is</a></p>\
    \(if: terms, { "<p><a href=\"\($0)\">Terms of use</a></p>" })
    """
  }

  private var forFamilies: HTML {
    """
    <h2>For parents, carers and young people</h2>\
    \(if: publicMap, { "<p>Read what help there is, where and for whom.</p>\(ButtonRow([LinkButton("See what there is", $0, style: .quiet).html]))" })\
    \(if: survey, { "<p>Say what works, what gets in the way and what you wish for. You need no code and no account, and nobody asks for your name.</p>\(ButtonRow([LinkButton("Answer the survey", $0, style: .quiet).html]))" })
    """
  }

  private var next: HTML {
    if case .member(let desk) = way {
      return "\(if: closed, { InsetText("<p>\($0)</p>").html })\(LinkButton("Go on with your entries", desk))"
    }
    if let closed { return InsetText("<p>\(closed)</p>").html }
    return """
      <h2>Take part</h2><p>Schools, settings, services, voluntary groups and parents’ groups say what they provide for \
      children and young people, and what is missing. It takes a few minutes to begin. You need:</p>\
      <ul><li>the project’s code, from whoever organises it;</li><li>your e-mail address;</li>\
      <li>the name of your school, service or group.</li></ul>\(buttons)
      """
  }

  private var buttons: HTML {
    switch way {
    case .stranger(let register, let signIn):
      return """
        \(ButtonRow([LinkButton("Register with the code", register).html, LinkButton("Sign in", signIn, style: .quiet).html]))\
        <p class="soft">Sign in if you have used Trellis before, here or for another area: then the code alone is enough. \
        <a href="\(Way.helpOnAreas(.gettingIn))">How to get in, step by step</a></p>
        """
    case .account(let join): return LinkButton("Join with the code", join).html
    case .member(let desk): return LinkButton("Go on with your entries", desk).html
    }
  }

  static func show(_ visit: Visit) async throws -> Response {
    let area = try visit.thisArea()
    let details = area.details
    let hasTerms = try await visit.read { try TermsOfUse(area.visitor, $0).current() } != nil
    return visit.page(
      AreaFrontPage(
        area: area.name, heading: details.title,
        about: details.about.split(separator: "\n").map(String.init), dates: AreaWords.dates(details),
        closed: CodeWords.closed(area, on: visit.today),
        organiser: details.organiser.isEmpty ? area.name : details.organiser, contact: details.contact,
        terms: hasTerms ? Way.terms(area) : nil, survey: details.takesSurvey ? Way.survey(area) : nil,
        publicMap: details.publishesMap ? Way.publicMap(area) : nil,
        way: way(visit, area)))
  }

  private static func way(_ visit: Visit, _ area: Area) -> Next {
    guard let session = visit.session else {
      return .stranger(register: Way.register(area), signIn: Way.signIn(then: Way.join(area)))
    }
    return session.areaViewer(in: area.id) == nil
      ? .account(join: Way.join(area)) : .member(desk: Way.areaDesk(area.address))
  }

  static var examples: [AreaFrontPage] {
    func page(_ way: Next, closed: String? = nil) -> AreaFrontPage {
      AreaFrontPage(
        area: "Northvale", heading: "Speech, language and communication in Northvale",
        about: ["We want to know what support there is for children’s talking and understanding, and what is missing."],
        dates: "Open from 1 September 2026 to 31 March 2027", closed: closed,
        organiser: "Northvale Children’s Commissioning", contact: "review@northvale.example",
        terms: "/areas/northvale-speech/terms", survey: SurveyExamples.here,
        publicMap: "/areas/northvale-speech/public", way: way)
    }
    let stranger = Next.stranger(register: "/areas/northvale-speech/register", signIn: "/sign-in")
    return [
      page(stranger), page(.account(join: "/areas/northvale-speech/join")),
      page(.member(desk: "/areas/northvale-speech/desk")),
      page(
        stranger,
        closed: "This project closed on 31 March 2027, and nobody can join it any more. Ask Northvale Children’s "
          + "Commissioning whether it opens again."),
    ]
  }
}

enum AreaWords {
  /// `Open from 1 September 2026 to 31 March 2027`.
  static func dates(_ details: AreaDetails) -> String {
    switch (details.opensOn, details.closesOn) {
    case (nil, nil): "Open; no closing day is set"
    case (let from?, nil): "Open from \(from.words)"
    case (nil, let until?): "Open until \(until.words)"
    case (let from?, let until?): "Open from \(from.words) to \(until.words)"
    }
  }
}
