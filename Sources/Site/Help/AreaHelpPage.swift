import Components
import Domain
import Markup

/// Questions and answers on mapping an area. Every question has an id (`AreaQuestion`).
struct AreaHelpPage: Page {
  let contact: String

  var title: String { "Help on mapping an area" }
  var trail: [Components.Link] { [Link("Help", Way.help)] }

  static var examples: [AreaHelpPage] { [AreaHelpPage(contact: "Ask the help desk of Westmere, 01632 960 100.")] }

  var body: HTML {
    """
    \(PageHeader(title, lede: "Joining a review, adding what you do, and what the strands and levels mean."))\
    <nav aria-label="Questions"><ul>\(each: AreaQuestion.allCases, { "<li><a href=\"\("#\(segment: $0.rawValue)" as Address)\">\($0.words)</a></li>" })\
    <li><a href="#contact">Whom can I ask?</a></li></ul></nav>\
    <div class="questions"><h2>Getting in</h2>\(part([.gettingIn, .cannotRegister, .code, .notListed]))\
    <h2>What it is for</h2>\(part([.commissioning, .providing]))\
    <h2>The map</h2>\(part([.framework, .strands, .levels]))\
    <h2>Schools</h2>\(part([.schoolScheme, .schoolAgain]))\
    <section aria-labelledby="contact"><h3 id="contact">Whom can I ask?</h3>\
    <p>About a review, its code and its dates: whoever organises it. They stand on the review’s own page.</p>\(WhomToAsk(contact))</section></div>
    """
  }

  private func part(_ questions: [AreaQuestion]) -> HTML {
    """
    \(each: questions, { "<section aria-labelledby=\"\($0.rawValue)\"><h3 id=\"\($0.rawValue)\">\($0.words)</h3>\(answer($0))</section>" })
    """
  }

  private func answer(_ question: AreaQuestion) -> HTML {
    switch question {
    case .gettingIn: AreaHelpPage.gettingIn
    case .cannotRegister: AreaHelpPage.cannotRegister
    case .code: AreaHelpPage.code
    case .commissioning: AreaHelpPage.commissioning
    case .providing: AreaHelpPage.providing
    case .notListed: AreaHelpPage.notListed
    case .framework: AreaHelpPage.framework
    case .strands: AreaHelpPage.strands
    case .levels: AreaHelpPage.levels
    case .schoolScheme: AreaHelpPage.schoolScheme
    case .schoolAgain: AreaHelpPage.schoolAgain
    }
  }
}
