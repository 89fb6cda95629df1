import Domain
import SQL
import Store

extension SchoolMaker {
  /// What goes wrong in every school, so that the pages which tell of it have something to tell.
  mutating func makeMistakes() throws {
    let keeper = Groups(viewer, connection)
    guard let term = calendar.term(containing: today) ?? calendar.nextTerm(after: today) ?? calendar.terms.last else {
      return
    }
    let span = Span(term.period.from + 7, term.period.until)!
    let types = Dictionary(try Catalogue(viewer, connection).types().map { ($0.name, $0) }) { first, _ in first }
    guard let social = types["Social skills group"], let number = types["Number catch-up"],
      let paired = types["Paired reading"]
    else { return }
    let assistant = staff.all("Teaching assistant")[0].id
    let here = pupils.filter { $0.status == .support && $0.isHere(on: span.from) && $0.leftOn == nil }
    let few = Array(here.prefix(4))
    let slot = Schedule.Slot(.tuesday, start: ClockTime(minutes: 10 * 60), lesson: "Mathematics")

    // One adult in two rooms at once, and the same pupils booked twice, always out of mathematics.
    for type in [social, number] {
      var new = NewGroup(GroupDetails(type, span: span), schedule: try Schedule(minutes: 30, .on([slot])))
      new.leads = [NewLead(assistant)]
      new.members = few.map { NewMember($0.id) }
      try keeper.add(new)
    }
    // Nobody leads it.
    var alone = NewGroup(GroupDetails(paired, span: span), schedule: try Schedule(minutes: 20, .perWeek(3)))
    alone.members = few.prefix(2).map { NewMember($0.id) }
    try keeper.add(alone)
    // A volunteer has no rate: not priced, and never shown as nothing.
    var volunteer = NewGroup(GroupDetails(paired, span: span), schedule: try Schedule(minutes: 20, .perWeek(2)))
    volunteer.leads = [NewLead(staff.all("Volunteer")[0].id)]
    volunteer.members = here.suffix(2).map { NewMember($0.id) }
    try keeper.add(volunteer)
    // The same provision under a name of its own, spelt otherwise, and nobody in it.
    var twin = GroupDetails(name: "social skills grp", heading: social.heading, span: span)
    twin.strand = .intervention
    try keeper.add(NewGroup(twin, schedule: try Schedule(minutes: 30, .perWeek(1))))
  }
}
