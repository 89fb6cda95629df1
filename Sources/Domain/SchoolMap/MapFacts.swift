/// Everything that a map is drawn from, as the Store reads it in sets for one viewer. What the viewer may not know is not
/// in them: `pupils` has those alone whom the viewer knows, and confidential provision may be masked. The parts of a cost
/// are divided among all sharers all the same, so that every viewer's figures agree.
package struct MapFacts: Sendable {
  package let school: School
  package let headings: [Heading]
  package let groups: [MapGroup]
  package let pupils: [ID<Pupil>: MapPupil]
  package let staff: [ID<StaffMember>: String]
  package let roles: [ID<PayRole>: PayRole]
  package let items: [ID<GroupItem>: String]
  package let streams: [FundingStream]
  package let calendar: SchoolCalendar
  package let rates: RateBook

  package init(
    school: School, headings: [Heading], groups: [MapGroup], pupils: [ID<Pupil>: MapPupil],
    staff: [ID<StaffMember>: String], roles: [ID<PayRole>: PayRole], items: [ID<GroupItem>: String],
    streams: [FundingStream], calendar: SchoolCalendar, rates: RateBook
  ) {
    self.school = school
    self.headings = headings
    self.groups = groups
    self.pupils = pupils
    self.staff = staff
    self.roles = roles
    self.items = items
    self.streams = streams
    self.calendar = calendar
    self.rates = rates
  }

  /// The same with a pupil who may be in no group.
  package func adding(_ pupil: MapPupil) -> MapFacts {
    MapFacts(
      school: school, headings: headings, groups: groups,
      pupils: pupils.merging([pupil.id: pupil]) { first, _ in first },
      staff: staff, roles: roles, items: items, streams: streams, calendar: calendar, rates: rates)
  }
}

/// A group with what costing needs of it.
package struct MapGroup: Sendable {
  package let group: Group
  package let facts: GroupFacts
  /// Confidential, and not for this viewer: `Group.masked`, and neither when nor by whom nor for whom is told.
  package let isMasked: Bool

  package init(group: Group, facts: GroupFacts, isMasked: Bool = false) {
    self.group = group
    self.facts = facts
    self.isMasked = isMasked
  }
}

/// As much of a pupil as a map shows.
package struct MapPupil: Hashable, Sendable {
  package let id: ID<Pupil>
  package let surname: String
  package let calledName: String
  package let taught: TaughtYears

  package init(id: ID<Pupil>, surname: String, calledName: String, taught: TaughtYears) {
    self.id = id
    self.surname = surname
    self.calledName = calledName
    self.taught = taught
  }

  package init(_ pupil: Pupil) {
    self.init(
      id: pupil.id, surname: pupil.surname, calledName: pupil.preferredForename ?? pupil.forename,
      taught: pupil.taught)
  }

  package var fullName: String { "\(calledName) \(surname)" }
  package var shortName: String { "\(calledName) \(surname.prefix(1))" }
  package func year(on day: Day) -> YearGroup { taught.year(on: day) }
}
