/// A provision that runs, for these pupils, from a day until a day. Without minutes it is a *strategy*: an adjustment in
/// class, a way of working.
package struct Group: Hashable, Sendable {
  package let id: ID<Group>
  /// The type it runs; nil for one that is free of the catalogue.
  package let type: ID<ProvisionType>?
  package let heading: ID<Heading>
  /// The line of the map that it stands on: runs of one type, or of one free name, share it.
  package let name: String
  package let span: Span
  package let place: String?
  package let note: String?
  package let strand: Strand?
  package let level: String?
  package let area: String?
  package let isConfidential: Bool
  /// The years that it stands in where it has no pupils: "all of Year 1". Empty: the whole school.
  package let years: [YearGroup]
  package let version: Int

  package init(
    id: ID<Group>, type: ID<ProvisionType>?, heading: ID<Heading>, name: String, span: Span, place: String?,
    note: String?,
    strand: Strand?, level: String?, area: String?, isConfidential: Bool, years: [YearGroup], version: Int
  ) {
    self.id = id
    self.type = type
    self.heading = heading
    self.name = name
    self.span = span
    self.place = place
    self.note = note
    self.strand = strand
    self.level = level
    self.area = area
    self.isConfidential = isConfidential
    self.years = years
    self.version = version
  }
}

/// That an adult leads a group, with a share of their time.
package struct GroupLead: Hashable, Sendable {
  package let id: ID<GroupLead>
  package let group: ID<Group>
  package let staff: ID<StaffMember>
  package let span: Span
  /// The share of the adult's time in a session: `shareTop` of `shareBottom`, 1 of 1 for all of it.
  package let shareTop: Int
  package let shareBottom: Int

  package init(id: ID<GroupLead>, group: ID<Group>, staff: ID<StaffMember>, span: Span, shareTop: Int, shareBottom: Int)
  {
    self.id = id
    self.group = group
    self.staff = staff
    self.span = span
    self.shareTop = shareTop
    self.shareBottom = shareBottom
  }
}

/// Something bought for a group.
package struct GroupItem: Hashable, Sendable {
  package let id: ID<GroupItem>
  package let group: ID<Group>
  package let name: String
  package let pence: Int
  /// The day on which its cost falls; nil: the group's first day.
  package let day: Day?

  package init(id: ID<GroupItem>, group: ID<Group>, name: String, pence: Int, day: Day?) {
    self.id = id
    self.group = group
    self.name = name
    self.pence = pence
    self.day = day
  }
}

/// A pupil's place in a group, with its own dates, weight and funding.
package struct GroupMember: Hashable, Sendable {
  package let id: ID<GroupMember>
  package let group: ID<Group>
  package let pupil: ID<Pupil>
  package let span: Span
  package let weight: Int
  package let stream: ID<FundingStream>?

  package init(
    id: ID<GroupMember>, group: ID<Group>, pupil: ID<Pupil>, span: Span, weight: Int, stream: ID<FundingStream>?
  ) {
    self.id = id
    self.group = group
    self.pupil = pupil
    self.span = span
    self.weight = weight
    self.stream = stream
  }
}
