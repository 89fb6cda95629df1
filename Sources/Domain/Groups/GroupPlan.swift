/// A group as it is first written down, with everything that belongs to it, so that it is added in one act.
package struct NewGroup: Sendable {
  package var details: GroupDetails
  /// Nil for a strategy.
  package var schedule: Schedule?
  package var leads: [NewLead] = []
  package var items: [NewItem] = []
  package var members: [NewMember] = []

  package init(_ details: GroupDetails, schedule: Schedule? = nil) {
    self.details = details
    self.schedule = schedule
  }
}

/// An adult to lead a group. Without dates of its own it lasts as long as the group does and the adult works here.
package struct NewLead: Hashable, Sendable {
  package var staff: ID<StaffMember>
  package var span: Span?
  package var share: TimeShare

  package init(_ staff: ID<StaffMember>, share: TimeShare = .whole, span: Span? = nil) {
    self.staff = staff
    self.share = share
    self.span = span
  }
}

package struct NewItem: Hashable, Sendable {
  package var name: String
  package var cost: Pence
  package var day: Day?

  package init(_ name: String, cost: Pence, day: Day? = nil) {
    self.name = name
    self.cost = cost
    self.day = day
  }

  /// Refuses an item without a name, or one that costs less than nothing or more than ten million pounds.
  package func checked() throws(Refusal) -> NewItem {
    let name = name.trimmingSpaces
    guard !name.isEmpty, name.count <= 200 else {
      throw .invalid("Say what the item is, in at most 200 characters.", field: "item")
    }
    guard (0...1_000_000_000).contains(cost.count) else {
      throw .invalid("An item's cost is an amount in pounds, as 12.50.", field: "cost")
    }
    return NewItem(name, cost: cost, day: day)
  }
}

/// A pupil to have a place in a group. Without dates of its own it lasts as long as the group does and the pupil is on
/// the roll.
package struct NewMember: Hashable, Sendable {
  package var pupil: ID<Pupil>
  package var span: Span?
  package var weight: Int
  package var stream: ID<FundingStream>?

  package init(_ pupil: ID<Pupil>, stream: ID<FundingStream>? = nil, weight: Int = 1, span: Span? = nil) {
    self.pupil = pupil
    self.stream = stream
    self.weight = weight
    self.span = span
  }
}
