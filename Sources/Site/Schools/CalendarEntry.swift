import Domain
import Markup
import Store

/// What a calendar is written in: terms, and closures in them.
protocol CalendarEntry: Sendable {
  /// `term`.
  static var noun: String { get }
  /// What follows from taking one out.
  static var removal: String { get }
  static func form(_ entry: Self) -> CalendarForm
  static func read(_ form: CalendarForm) throws -> Self
  /// What stood there when the form was drawn; nil for something new.
  static func shown(_ form: CalendarForm) -> Self?
  static func fields(_ form: CalendarForm, _ refusals: Refusals) -> HTML
  /// Where it stands; nil for a new one.
  static func address(_ id: ID<Self>?, _ school: School) -> Address
  static func kept(_ id: ID<Self>, _ calendars: SchoolCalendars) throws -> Self?
  static func put(_ entry: Self, id: ID<Self>?, newID: ID<Self>, shown: Self?, _ calendars: SchoolCalendars) throws
  static func remove(_ id: ID<Self>, _ calendars: SchoolCalendars) throws
}

extension Term: CalendarEntry {
  static let noun = "term"
  static let removal =
    "Its sessions are counted no more, and costs that hang on them change, those of the past too. Weeks and half-terms go with it; closures stay."

  static func form(_ term: Term) -> CalendarForm { CalendarForm(term) }
  static func read(_ form: CalendarForm) throws -> Term { try form.term() }
  static func shown(_ form: CalendarForm) -> Term? { form.shownTerm }
  static func fields(_ form: CalendarForm, _ refusals: Refusals) -> HTML { form.termFields(refusals) }
  static func address(_ id: ID<Term>?, _ school: School) -> Address {
    id.map { Way.term($0, school) } ?? Way.newTerm(school)
  }
  static func kept(_ id: ID<Term>, _ calendars: SchoolCalendars) throws -> Term? {
    try calendars.terms().first { $0.id == id }?.term
  }
  static func put(
    _ term: Term, id: ID<Term>?, newID: ID<Term>, shown: Term?, _ calendars: SchoolCalendars
  ) throws {
    try calendars.put(term, id: id, newID: id == nil ? newID : nil, shown: shown)
  }
  static func remove(_ id: ID<Term>, _ calendars: SchoolCalendars) throws { try calendars.remove(id) }
}

extension Closure: CalendarEntry {
  static let noun = "closure"
  static let removal =
    "The school is then open on these days, and sessions of the days are counted and costed, past ones too."

  static func form(_ closure: Closure) -> CalendarForm { CalendarForm(closure.name, closure.period) }
  static func read(_ form: CalendarForm) throws -> Closure { try form.closure() }
  static func shown(_ form: CalendarForm) -> Closure? { form.shownClosure }
  static func fields(_ form: CalendarForm, _ refusals: Refusals) -> HTML { form.closureFields(refusals) }
  static func address(_ id: ID<Closure>?, _ school: School) -> Address {
    id.map { Way.closure($0, school) } ?? Way.newClosure(school)
  }
  static func kept(_ id: ID<Closure>, _ calendars: SchoolCalendars) throws -> Closure? {
    try calendars.closures().first { $0.id == id }?.closure
  }
  static func put(
    _ closure: Closure, id: ID<Closure>?, newID: ID<Closure>, shown: Closure?, _ calendars: SchoolCalendars
  ) throws {
    try calendars.put(closure, id: id, newID: id == nil ? newID : nil, shown: shown)
  }
  static func remove(_ id: ID<Closure>, _ calendars: SchoolCalendars) throws { try calendars.remove(id) }
}
