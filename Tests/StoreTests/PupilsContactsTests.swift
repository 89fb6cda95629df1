import Domain
import SQL
import Store
import TestSupport
import Testing

@Suite struct PupilsContactsTests {
  private let school = SampleSchool.ashfieldPrimary
  private var amina: ID<Pupil> { SamplePupil.amina.id(in: school) }

  @Test(arguments: Engine.all)
  func `contacts are added, changed and removed, each with its line`(engine: Engine) async throws {
    let clock = TestClock()
    let database = try await sampleDatabase(engine, clock: clock)
    let (viewer, amina) = (school.viewer(.office), amina)
    let aunt = ContactDetails(
      name: "Nadia Yusuf", relationship: "Aunt", priority: 2, email: "nadia@home.example", phone: "01632 960 002")
    let id = try await database.write(keeper: school.id.text) { try Contacts(viewer, $0).add(aunt, to: amina) }
    var changed = aunt
    changed.phone = nil
    changed.priority = 1
    let after = changed
    clock.advance(by: 60)
    try await database.write(keeper: school.id.text) { try Contacts(viewer, $0).change(id, to: after, version: 1) }
    await #expect(throws: Refusal.self) {
      try await database.write(keeper: school.id.text) { try Contacts(viewer, $0).change(id, to: aunt, version: 1) }
    }
    let contacts = try await database.read { try Contacts(viewer, $0).of(amina) }
    #expect(contacts.map(\.details).contains(after) && contacts.count == 2)
    clock.advance(by: 60)
    try await database.write(keeper: school.id.text) { try Contacts(viewer, $0).remove(id) }
    #expect(try await database.read { try Contacts(viewer, $0).of([amina])[amina]?.count } == 1)
    let senco = school.viewer(.senco)
    let lines = try await database.read { try History(senco, $0).lines(noun: "contact") }
    #expect(lines.map(\.act) == ["removed", "changed", "added"])
    #expect(lines[0].before["name"] == "Nadia Yusuf" && lines[1].before["phone"] == "01632 960 002")
  }

  @Test func `each mistake is told at its field`() {
    let wrong = ContactDetails(name: " ", relationship: "", priority: 0, email: "nobody", phone: "12")
    do {
      try wrong.refuseUnlessSound()
      Issue.record("taken")
    } catch {
      #expect(
        (error as? Refusals)?.all.compactMap(\.field) == ["name", "relationship", "priority", "email", "phone"])
    }
  }
}
