import Domain
import SQL
import Store
import TestSupport
import Testing

@Suite struct GroupsChangingTests {
  @Test(arguments: Engine.all)
  func `a changed timetable leaves what was before, a corrected one does not`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let (first, second, third) = (try world.days(20), try world.days(30), try world.days(25, [.tuesday]))
    let id = try await world.write { groups in
      let id = try groups.add(try world.phonicsGroup())
      try groups.changeSchedule(id, from: Day(2026, 11, 2)!, to: second, version: 1)
      return id
    }
    var schedules = try await world.read { try $0.whole(id) }.schedules
    #expect(
      schedules == [
        DatedSchedule(Span(Day(2026, 9, 7)!, Day(2026, 11, 1)!)!, first),
        DatedSchedule(Span(Day(2026, 11, 2)!, Day(2026, 12, 18)!)!, second),
      ])
    try await world.write { groups in
      let version = try groups.group(id).version
      try groups.correctSchedule(id, on: Day(2026, 9, 30)!, to: third, version: version)
    }
    schedules = try await world.read { try $0.whole(id) }.schedules
    #expect(schedules.map(\.schedule) == [third, second])
    let history = try await world.read { try $0.history(of: id) }
    #expect(history.contains { $0.act == "corrected" && $0.before["when"] == first.words })
  }

  @Test(arguments: Engine.all)
  func `ending a group ends what is open and forgets what was to come`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let last = Day(2026, 11, 20)!
    let id = try await world.write { groups in
      let id = try groups.add(try world.phonicsGroup())
      try groups.addMembers([world.dora], to: id, from: Day(2026, 12, 1)!)
      try groups.addLead(NewLead(world.okafor, span: Span(Day(2026, 10, 5)!)!), to: id)
      try groups.endMember(
        try groups.whole(id).places.first { $0.forename == "Chen" }!.place.id, on: Day(2026, 10, 9)!)
      try groups.end(id, on: last, version: try groups.group(id).version)
      return id
    }
    let whole = try await world.read { try $0.whole(id) }
    #expect(whole.group.span.until == last)
    #expect(whole.places.map(\.forename) == ["Bilal", "Ada", "Chen"])
    #expect(whole.places.map(\.place.span.until) == [last, last, Day(2026, 10, 9)])
    #expect(whole.leads.allSatisfy { $0.lead.span.until == last })
    #expect(whole.schedules.map(\.span.until) == [last])
  }

  @Test(arguments: Engine.all)
  func `extending a group carries on what ended with it, as far as people are here`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let id = try await world.write { groups in
      var new = try world.phonicsGroup()
      new.members.append(NewMember(world.emil))
      let id = try groups.add(new)
      try groups.extend(id, until: Day(2027, 2, 12)!, version: 1)
      return id
    }
    let whole = try await world.read { try $0.whole(id) }
    #expect(whole.group.span.until == Day(2027, 2, 12))
    #expect(whole.places.first { $0.forename == "Ada" }?.place.span.until == Day(2027, 2, 12))
    #expect(whole.places.first { $0.forename == "Emil" }?.place.span.until == Day(2026, 10, 23))
    #expect(whole.schedules.first?.span.until == Day(2027, 2, 12))
    await #expect(throws: Refusal.self) {
      try await world.write { try $0.extend(id, until: Day(2026, 12, 18)!, version: 2) }
    }
  }

  @Test(arguments: Engine.all)
  func `corrected dates move what began and ended with the group`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let id = try await world.write { groups in
      let id = try groups.add(try world.phonicsGroup())
      var details = try groups.group(id).details
      details.span = Span(Day(2026, 9, 14)!, Day(2026, 12, 11)!)!
      details.name = "Phonics, red group"
      try groups.correct(id, to: details, version: 1)
      return id
    }
    let whole = try await world.read { try $0.whole(id) }
    let span = Span(Day(2026, 9, 14)!, Day(2026, 12, 11)!)!
    #expect(whole.group.name == "Phonics, red group")
    #expect(whole.places.allSatisfy { $0.place.span == span })
    #expect(whole.leads.allSatisfy { $0.lead.span == span })
    #expect(whole.schedules.map(\.span) == [span])
    try await world.write {
      try $0.endMember(whole.places[0].place.id, on: Day(2026, 10, 2)!)
    }
    await #expect(throws: Refusal.self) {
      try await world.write { groups in
        var details = try groups.group(id).details
        details.span = Span(Day(2026, 10, 5)!, Day(2026, 12, 11)!)!
        try groups.correct(id, to: details, version: try groups.group(id).version)
      }
    }
  }

  @Test(arguments: Engine.all)
  func `an older version is a conflict`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let id = try await world.write { groups in
      let id = try groups.add(try world.phonicsGroup())
      try groups.addMembers([world.dora], to: id, from: Day(2026, 9, 7)!)
      return id
    }
    do {
      try await world.write { try $0.end(id, on: Day(2026, 11, 20)!, version: 1) }
      Issue.record("taken")
    } catch let refusal as Refusal {
      #expect(refusal.kind == .conflict)
    }
  }

  @Test(arguments: Engine.all)
  func `a copy to the next term takes who is still here`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let copy = try await world.write { groups in
      var new = try world.phonicsGroup()
      new.members.append(NewMember(world.emil))
      new.leads.append(NewLead(world.reyes, share: try TimeShare(1, 2)))
      new.items = [NewItem("Cards", cost: 900)]
      let id = try groups.add(new)
      let next = try groups.nextTerm(after: try groups.group(id), today: GroupsWorld.today)!
      return try groups.copy(id, to: Span(next.period.from, next.period.until)!)
    }
    let whole = try await world.read { try $0.whole(copy) }
    #expect(whole.group.span.from > GroupsWorld.term.until!)
    #expect(whole.places.map(\.forename) == ["Bilal", "Ada", "Chen"])
    #expect(whole.leads.map(\.name) == ["Mrs Jo Lowe"])
    #expect(whole.items.isEmpty)
    #expect(whole.schedules.map(\.schedule) == [try world.days()])
  }

  @Test(arguments: Engine.all)
  func `a lead's share changes from a day on`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let id = try await world.write { groups in
      let id = try groups.add(try world.phonicsGroup())
      let lead = try groups.whole(id).leads[0].lead.id
      try groups.changeLead(lead, from: Day(2026, 11, 2)!, share: try TimeShare(1, 2), version: 1)
      return id
    }
    let leads = try await world.read { try $0.whole(id) }.leads.map(\.lead)
    #expect(leads.map(\.share) == [.whole, try TimeShare(1, 2)])
    #expect(leads.map(\.span.until) == [Day(2026, 11, 1), Day(2026, 12, 18)])
  }

  @Test(arguments: Engine.all)
  func `a place is corrected in its dates, stream and weight`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let id = try await world.write { try $0.add(try world.phonicsGroup()) }
    let place = try await world.read { try $0.whole(id) }.places[0].place
    let span = Span(Day(2026, 9, 21)!, Day(2026, 11, 27)!)!
    try await world.write {
      try $0.correctMember(place.id, span: span, stream: world.streams[3].id, weight: 2, version: 1)
    }
    let corrected = try await world.read { try $0.whole(id) }.places[0]
    #expect(corrected.place.span == span)
    #expect(corrected.place.weight == 2)
    #expect(corrected.stream?.kind == .eal)
    try await world.write { try $0.removeMember(place.id, version: 2) }
    #expect(try await world.read { try $0.whole(id) }.places.count == 2)
  }

  @Test(arguments: Engine.all)
  func `a leaver's places and leads end on the last day`(engine: Engine) async throws {
    let world = try await GroupsWorld.make(engine)
    let last = Day(2026, 10, 16)!
    let id = try await world.write { try $0.add(try world.phonicsGroup()) }
    try await world.database.write(keeper: world.organisation.text) { connection in
      try Pupils(world.senco, connection).leave(world.ada, on: last)
      let staff = Staff(world.senco, connection)
      let lowe = try staff.find(world.lowe)!
      try staff.correct(
        world.lowe, StaffDetails(name: lowe.name, span: Span(lowe.span.from, last)!), version: 1)
    }
    let whole = try await world.read { try $0.whole(id) }
    #expect(whole.places.first { $0.forename == "Ada" }?.place.span.until == last)
    #expect(whole.leads.map(\.lead.span.until) == [last])
  }
}
