import Markup

/// What people ask who are to take part in an area's review: each has a place on the help page to which pages lead.
enum AreaQuestion: String, CaseIterable, Sendable {
  case gettingIn = "getting-in"
  case cannotRegister = "cannot-register"
  case code
  case commissioning
  case providing
  case notListed = "not-listed"
  case framework
  case strands
  case levels
  case schoolScheme = "school-scheme"
  case schoolAgain = "school-again"

  var words: String {
    switch self {
    case .gettingIn: "I was asked to add what we do. How do I get in?"
    case .cannotRegister: "Why can I not register?"
    case .code: "What is the code?"
    case .commissioning: "I decide what to buy. What do I get from this?"
    case .providing: "I provide a service. What do I get from this?"
    case .notListed: "There is a review in my area, and it is not in the list"
    case .framework: "What is the map drawn on?"
    case .strands: "What are the five strands?"
    case .levels: "What are the levels?"
    case .schoolScheme: "We are a school and add what we provide. Can we use it for a quality scheme as well?"
    case .schoolAgain: "Our school has written it all down already. Must we type it again?"
    }
  }
}

extension Way {
  static let helpOnAreas: Address = "/help/areas"
  /// The answer to one question.
  static func helpOnAreas(_ question: AreaQuestion) -> Address { "\(helpOnAreas)#\(segment: question.rawValue)" }
}
