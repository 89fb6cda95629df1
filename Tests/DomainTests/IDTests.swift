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

  @Test func `capitals are read, and nothing is read that is no digit`() {
    let text = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"
    let id = ID<Pupil>(text)
    #expect(id?.text == text && ID<Pupil>(text.uppercased()) == id)
    let dashes: Set<Int> = [8, 13, 18, 23]
    for place in 0..<36 {
      for byte in UInt8.min...UInt8.max {
        var bytes = Array(text.utf8)
        bytes[place] = byte
        let isDigit = (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
        let read = bytes.withUnsafeBufferPointer { ID<Pupil>(utf8: $0) }
        #expect((read != nil) == (dashes.contains(place) ? byte == 45 : isDigit), "\(byte) at \(place)")
        let plain = String(decoding: bytes, as: UTF8.self)
        if read != nil { #expect(read?.text == plain.lowercased()) }
      }
    }
    #expect(ID<Pupil>(text + "0") == nil && ID<Pupil>(String(text.dropLast())) == nil && ID<Pupil>("") == nil)
  }
}
