import Components
import Domain
import Markup
import Store

/// A rate from a day on, as it is typed.
struct RateForm: Sendable {
  var rate = ""
  var basis = "hour"
  var weeks = "38"
  var hours = "1265"
  var from = ""
  var source = ""

  init() {}

  init(_ sent: SentForm) {
    rate = sent.typed("rate")
    basis = sent.typed("basis")
    weeks = sent.typed("weeks")
    hours = sent.typed("hours")
    from = sent.typed("from")
    source = sent["source"] ?? ""
  }

  /// What was typed, or everything that cannot be taken.
  func read(today: Day) throws -> (rate: Rate, day: Day, source: String) {
    var refusals = Refusals()
    let units: Int? =
      switch basis {
      case "weekly-hour": RateForm.number(weeks)
      case "annual-hour": RateForm.number(hours)
      default: 0
      }
    var found: Rate?
    if let basis = RateBasis(code: basis, units: units ?? 0) {
      found = refusals.taking { () throws(Refusal) in try Rate(typed: rate, basis).checkedAsWork() }
    } else {
      refusals.add("Choose what the rate is for.", field: "basis")
    }
    let day = refusals.day(from, at: "from", "the first day")
    if let day { refusals.taking { () throws(Refusal) in try Rate.check(from: day, today: today) } }
    if source.count > 500 {
      refusals.add("Shorten where the figure comes from to 500 characters.", field: "source")
    }
    try refusals.throwIfAny()
    guard let found, let day else { throw refusals }
    return (found, day, source)
  }

  func fields(_ refusals: Refusals) -> HTML {
    """
    \(MoneyInput(Field("rate", "Rate in pounds", hint: "Such as 17.20. Up to four decimal places.", error: refusals["rate"]), value: rate))\
    \(Radios(Field("basis", "What it is for", error: refusals["basis"]), RateForm.bases, selected: basis))\
    <div class="side-by-side">\
    \(NumberInput(Field("weeks", "Weeks of the year", hint: "For a weekly hour.", error: refusals["weeks"]), value: weeks, unit: "weeks"))\
    \(NumberInput(Field("hours", "Hours of the year", hint: "For a year’s amount.", error: refusals["hours"]), value: hours, unit: "hours"))</div>\
    \(DateInput(
      Field(
        "from", "From", hint: "\(DateInput.hint). An award that was agreed later counts from the day it was made for.",
        error: refusals["from"]), value: from))\
    \(TextInput(
      Field("source", "Where the figure comes from", hint: "Payroll, a pay scale, an invoice …", error: refusals["source"], isOptional: true),
      value: source, width: .full))
    """
  }

  private static let bases = [
    Choice("hour", "An hour"), Choice("minute", "A minute"),
    Choice(
      "weekly-hour", "A weekly hour",
      hint: "One hour in each week of a year of so many weeks, as authorities price support."),
    Choice("annual-hour", "A year’s hours", hint: "A year’s amount for so many hours, such as a teacher’s 1,265."),
  ]

  private static func number(_ text: String) -> Int? { Int(text.filter { !$0.isWhitespace && $0 != "," }) }
}
