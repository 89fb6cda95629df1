import Domain
import Store
import TestSupport
import Testing

@Suite struct GroupsAddingTests {
  @Test(arguments: Engine.all)
  func `a group is added with everything that belongs to it, and read back`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let id = try await world.write { groups in
      var new = try world.phonicsGroup()
      new.items = [NewItem("Sound cards", cost: 1250)]
      new.details.place = "  Library "
      return try groups.add(new)
    }
    let whole = try await world.read { try $0.whole(id) }
    #expect(whole.group.name == "Phonics catch-up")
    #expect(whole.group.details.place == "Library")
    #expect(whole.heading == "Literacy")
    #expect(whole.type == "Phonics catch-up")
    #expect(whole.schedules == [DatedSchedule(GroupsWorld.term, try world.days())])
    #expect(whole.leads.map(\.name) == ["Mrs Jo Lowe"])
    #expect(whole.leads.map(\.lead.span) == [GroupsWorld.term])
    #expect(whole.items.map(\.cost) == [1250])
    #expect(whole.places.map(\.fullName) == ["Bilal Anwar", "Ada Marlow", "Chen Wu"])
    #expect(whole.places.allSatisfy { $0.place.span == GroupsWorld.term && $0.stream?.kind == .sen })
    #expect(whole.hiddenPlaces == 0)
  }

  @Test(arguments: Engine.all)
  func `every pattern of sessions is kept as it was said`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let patterns: [Schedule.Pattern] = [
      .on([
        .init(.monday, .a, start: ClockTime(13, 15), lesson: "History"), .init(.thursday, .b), .init(.thursday, .a),
      ]), .perWeek(3), .perFortnight(5), .perHalfTerm(2), .once(Day(2026, 10, 1)), .once(nil),
    ]
    for pattern in patterns {
      let schedule = try Schedule(minutes: 45, pattern)
      let id = try await world.write { groups in
        try groups.add(NewGroup(GroupDetails(world.phonics, span: GroupsWorld.term), schedule: schedule))
      }
      let kept = try #require(try await world.read { try $0.whole(id) }.schedules.first).schedule
      #expect(kept.minutes == 45)
      #expect(Set(kept.slots ?? []) == Set(schedule.slots ?? []))
      #expect(kept.words == schedule.words)
    }
  }

  @Test(arguments: Engine.all)
  func `a place lasts as long as the group runs and the pupil is on the roll`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let id = try await world.write { groups in
      var new = try world.phonicsGroup()
      new.members = [NewMember(world.dora), NewMember(world.emil)]
      new.leads = [NewLead(world.reyes)]
      return try groups.add(new)
    }
    let whole = try await world.read { try $0.whole(id) }
    #expect(whole.places.map(\.place.span.from) == [Day(2026, 9, 7), Day(2026, 10, 5)])
    #expect(whole.places.map(\.place.span.until) == [Day(2026, 10, 23), Day(2026, 12, 18)])
    #expect(whole.leads.map(\.lead.span.until) == [Day(2026, 10, 30)])
  }

  @Test(arguments: Engine.all)
  func `what would lie outside is refused with a sentence`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    func refusal(_ change: @escaping @Sendable (inout NewGroup) throws -> Void) async throws -> String {
      do {
        try await world.write { groups in
          var new = try world.phonicsGroup()
          try change(&new)
          try groups.add(new)
        }
        return "taken"
      } catch let refusal as Refusal {
        return refusal.sentence
      }
    }
    #expect(
      try await refusal { $0.members = [NewMember(world.emil, span: Span(Day(2026, 11, 2)!)!)] }
        == "Emil Hart is not here then: 2 September 2024 to 23 October 2026.")
    #expect(
      try await refusal { $0.members = [NewMember(world.ada, span: Span(Day(2026, 9, 1)!)!)] }
        == "The group does not run on 1 September 2026: it runs 7 September to 18 December 2026.")
    #expect(
      try await refusal { $0.members = [NewMember(world.ada, span: Span(Day(2026, 9, 8)!, Day(2027, 1, 8)!)!)] }
        == "The group ends on 18 December 2026.")
    #expect(
      try await refusal { $0.members.append(NewMember(world.ada)) }
        == "Ada Marlow has a place in this group in these days already.")
    #expect(
      try await refusal { $0.leads.append(NewLead(world.lowe)) }
        == "Mrs Jo Lowe leads this group in these days already.")
    #expect(
      try await refusal { $0.leads = [NewLead(world.reyes, span: GroupsWorld.term)] }
        == "Mr Luis Reyes is here until 30 October 2026.")
    #expect(try await refusal { $0.details.name = " " } == "Give the provision a name.")
    #expect(
      try await refusal { $0.members = [NewMember(ID(high: 1, low: 1))] }
        == "One of these pupils is not on this school's roll.")
    #expect(
      try await refusal { $0.schedule = try Schedule(minutes: 20, .once(Day(2027, 1, 5)!)) }
        == "5 January 2027 lies outside the group's dates: 7 September to 18 December 2026.")
    #expect(
      try await refusal {
        $0.schedule = try Schedule(minutes: 20, .on([.init(.monday), .init(.tuesday), .init(.monday)]))
      } == "The same day and time stand there twice.")
    #expect(try await world.read { try $0.list(.during(Period(Day(2026, 1, 1)!, Day(2027, 12, 31)!)!)) }.isEmpty)
  }

  @Test(arguments: Engine.all)
  func `a strategy has years and no sessions`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let id = try await world.write { groups in
      var details = GroupDetails(
        name: "Visual timetable", heading: world.literacy.id, span: Span(Day(2026, 9, 7)!)!)
      details.years = [YearGroup(2), YearGroup(1), YearGroup(2)]
      return try groups.add(NewGroup(details))
    }
    let whole = try await world.read { try $0.whole(id) }
    #expect(whole.group.details.years == [YearGroup(1), YearGroup(2)])
    #expect(whole.schedules.isEmpty)
    await #expect(throws: Refusal.self) {
      try await world.write {
        try $0.changeSchedule(id, from: Day(2026, 10, 1)!, to: try world.days(), version: 1)
      }
    }
  }
}
