import Components
import Domain
import Exchange
import Markup
import Store

/// What an empty school needs for its first map: what each step is for, how long it takes, whether it is done. Everybody is
/// shown the steps that they can take.
struct FirstSteps {
  let school: School
  let viewer: Viewer
  let beginnings: SchoolOverview.Beginnings

  var steps: [Steps.Step] {
    let mine = all.filter(\.isMine)
    let next = mine.firstIndex { !$0.isDone }
    return mine.enumerated().map { place, step in
      Steps.Step(
        step.title, purpose: step.purpose, time: step.time,
        status: step.isDone ? .done : step.isCalendar ? .pleaseCheck : .notStarted, to: step.address,
        isNext: place == next)
    }
  }

  private struct Step {
    let title: String
    let purpose: String
    let time: String
    let isDone: Bool
    let isMine: Bool
    let address: Address
    var isCalendar = false
  }

  private var all: [Step] {
    let keepsRates = viewer.may(.do, .rates)
    let bringsMaps = ImportKind.map.isOpen(to: viewer)
    return [
      Step(
        title: "Check the calendar",
        purpose: "Terms, holidays and training days decide how many sessions there are, and so what they cost.",
        time: "about 2 minutes", isDone: school.calendarChecked, isMine: viewer.may(.do, .school),
        address: Way.settings(school), isCalendar: true),
      Step(
        title: keepsRates ? "Staff and rates" : "Staff",
        purpose: keepsRates
          ? "Who leads groups, and what an hour of each role costs. Reference rates are there to begin with."
          : "Who leads groups, and in which role. Reference rates price their hours until finance enters the school’s own.",
        time: "about 10 minutes, or 2 from a file", isDone: beginnings.hasStaff, isMine: viewer.may(.do, .staff),
        address: Way.part(.staff, school)),
      Step(
        title: "Pupils",
        purpose: "A list from your own system, as a CSV or transfer file. Nothing is written before you have seen it.",
        time: "about 5 minutes", isDone: beginnings.hasPupils,
        isMine: viewer.may(.do, .imports) && viewer.may(.do, .pupils), address: Way.pupilImport(school)),
      Step(
        title: "Groups",
        purpose: bringsMaps
          ? "Paste the provision map that you keep in Word or Excel, and look at what it becomes. Groups can be added one by one too."
          : "Add what is provided, group by group: who gets it, who leads it, and when.",
        time: "about 15 minutes", isDone: beginnings.hasGroups, isMine: viewer.mayAll(.do, .groups),
        address: bringsMaps && !beginnings.hasGroups ? Way.mapImport(school) : Way.groups(school)),
      Step(
        title: "The map", purpose: "Provision down, year groups across, with hours and cost: on screen and on paper.",
        time: "there at once", isDone: beginnings.isComplete, isMine: viewer.mayAll(.see, .map),
        address: Way.map(school)),
    ]
  }
}
