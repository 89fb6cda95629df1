/// A provision that runs, for these pupils, from a day until a day. Without a schedule it is a *strategy*: an adjustment
/// in class, a way of working.
@dynamicMemberLookup
package struct Group: Hashable, Sendable {
  package let id: ID<Group>
  package let details: GroupDetails
  package let version: Int

  package init(id: ID<Group>, details: GroupDetails, version: Int) {
    self.id = id
    self.details = details
    self.version = version
  }

  package subscript<Value>(dynamicMember detail: KeyPath<GroupDetails, Value>) -> Value { details[keyPath: detail] }

  /// What stands instead of the title of a confidential provision for those who may not know it.
  package static let confidentialName = "Confidential provision"

  /// The same group as those see it who may not know what it is: when, under which heading, and nothing more.
  package var masked: Group {
    var details = GroupDetails(name: Group.confidentialName, heading: details.heading, span: details.span)
    details.isConfidential = true
    details.years = self.details.years
    return Group(id: id, details: details, version: version)
  }
}

/// What is said of a group as a whole.
package struct GroupDetails: Hashable, Sendable {
  /// The line of the map that it stands on: runs of one type, or of one free name, share it.
  package var name: String
  package var heading: ID<Heading>
  package var span: Span
  /// The type it runs; nil for one that is free of the catalogue.
  package var type: ID<ProvisionType>?
  package var place: String?
  package var note: String?
  package var strand: Strand?
  /// A level's key.
  package var level: String?
  /// An area of need's code.
  package var area: String?
  package var isConfidential = false
  /// The years that it stands in where it has no pupils: "all of Year 1". Empty: the whole school.
  package var years: [YearGroup] = []

  package init(name: String, heading: ID<Heading>, span: Span) {
    self.name = name
    self.heading = heading
    self.span = span
  }

  /// A run of a type of the catalogue, with what the type says of itself.
  package init(_ type: ProvisionType, span: Span) {
    self.init(name: type.name, heading: type.heading, span: span)
    self.type = type.id
    strand = type.details.strand
    level = type.details.level
    area = type.details.area
    isConfidential = type.details.isConfidential
  }

  /// Refuses what is no group: no name or too long a one, a level or an area that nobody knows. Texts are trimmed, years
  /// put in order.
  package func checked() throws(Refusal) -> GroupDetails {
    var checked = self
    checked.name = name.trimmingSpaces
    guard !checked.name.isEmpty else { throw .invalid("Give the provision a name.", field: "name") }
    guard checked.name.count <= 200 else {
      throw .invalid("A provision's name has at most 200 characters.", field: "name")
    }
    guard level.map({ Level.keyed($0) != nil }) ?? true else {
      throw .invalid("Choose one of the levels.", field: "level")
    }
    guard area.map({ AreaOfNeed.named($0) != nil }) ?? true else {
      throw .invalid("Choose one of the areas of need.", field: "area")
    }
    checked.place = place?.trimmingSpaces.nilIfEmpty
    checked.note = note?.trimmingSpaces.nilIfEmpty
    guard (checked.place?.count ?? 0) <= 200 else {
      throw .invalid("A place has at most 200 characters.", field: "place")
    }
    guard (checked.note?.count ?? 0) <= 5000 else {
      throw .invalid("A note has at most 5,000 characters.", field: "note")
    }
    checked.years = Set(years).sorted()
    return checked
  }
}

/// That an adult leads a group, with a share of their time while it meets.
package struct GroupLead: Hashable, Sendable {
  package let id: ID<GroupLead>
  package let group: ID<Group>
  package let staff: ID<StaffMember>
  package let span: Span
  package let share: TimeShare

  package init(id: ID<GroupLead>, group: ID<Group>, staff: ID<StaffMember>, span: Span, share: TimeShare) {
    self.id = id
    self.group = group
    self.staff = staff
    self.span = span
    self.share = share
  }
}

/// Something bought for a group.
package struct GroupItem: Hashable, Sendable {
  package let id: ID<GroupItem>
  package let group: ID<Group>
  package let name: String
  package let cost: Pence
  /// The day on which its cost falls, or the group's first session after; nil: its first session of all.
  package let day: Day?

  package init(id: ID<GroupItem>, group: ID<Group>, name: String, cost: Pence, day: Day?) {
    self.id = id
    self.group = group
    self.name = name
    self.cost = cost
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
