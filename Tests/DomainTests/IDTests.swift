import Domain
import Foundation
import Testing

@Suite struct IDTests {
  @Test func `ids of one moment keep the order in which they were made`() {
    let moment = Date(timeIntervalSince1970: 1_795_000_000)
    let ids = (0..<10_000).map { _ in ID<Pupil>.new(at: moment) }
    #expect(ids == ids.sorted() && Set(ids).count == ids.count)
    #expect(ids.map(\.text) == ids.map(\.text).sorted())
  }

  @Test func `an id is a UUID of version 7 that begins with its moment and reads back`() throws {
    let id = ID<Pupil>.new(at: Date(timeIntervalSince1970: 1_795_000_000))
    let uuid = try #require(UUID(uuidString: id.text))
    #expect(uuid.uuid.6 >> 4 == 7 && uuid.uuid.8 >> 6 == 0b10)
    #expect(id.high >> 16 == 1_795_000_000_000)
    #expect(ID<Pupil>(id.text) == id)
  }
}
