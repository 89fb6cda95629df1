import Domain
import Foundation
import SQL
import Store

/// A large area, made once: 2,000 organisations with 40,000 entries in one round, a quarter of them gaps, and 4,000 times
/// “nothing here”.
struct LargeArea {
  static let address = "bench-area"
  static let coordinator = "coordinator@bench.example"
  static let code = "maple-otter-lantern-47"
  static let organisations = 2_000
  static let entries = 40_000
  let today: Day

  func isMade(_ database: any Database) async throws -> Bool {
    try await database.read { try Areas.withAddress(LargeArea.address, $0) != nil }
  }

  func make(_ database: any Database) async throws {
    let (today, numbers) = (today, Numbers())
    let keeper = "bench area"
    let area = try await database.write(keeper: keeper) { connection in
      let new = try NewArea(name: "Bench", address: LargeArea.address, isDemonstration: true)
      return try Areas.add(new, code: JoinCode(chosen: LargeArea.code), today: today - 60, connection).id
    }
    let own = AreaViewer(operatorIn: area)
    let (account, round, people) = try await database.write(keeper: keeper) { connection in
      let account = try Accounts.add(email: LargeArea.coordinator, name: "Bench coordinator", connection)
      try AreaPeople(own, connection).appoint(account, as: .coordinator, today: today - 60)
      let parts = AreaParts(area, connection)
      try parts.setLocalities((1...12).map { .init(name: "Ward \($0)", code: nil) }, by: own)
      let wards = try parts.localities().map(\.id)
      let sectors = try parts.sectors().map(\.key)
      let keeper = Participants(own, connection)
      let people = try (0..<LargeArea.organisations).map { number in
        try keeper.add(
          name: LargeArea.organisation(number), sector: number % 3 == 0 ? "school" : sectors[number % sectors.count],
          locality: wards[number % wards.count], isExpected: number % 4 != 0, isAnother: true)
      }
      return (account, try Rounds(own, connection).numbered(1)!, people)
    }
    let wards = try await database.read { try AreaParts(area, $0).localities().map(\.id) }
    for start in stride(from: 0, to: LargeArea.entries, by: 2_000) {
      try await database.write(keeper: keeper) { connection in
        let entries = Entries(own, connection)
        for number in start..<start + 2_000 {
          // Every tenth organisation is silent; the first ones speak most.
          let speaker = min(numbers.below(people.count), numbers.below(people.count))
          let participant = people[speaker % 10 == 9 ? 0 : speaker]
          try entries.takeIn(numbers.entry(number, wards), of: participant, in: round.id, today: today)
        }
      }
      if start % 10_000 == 0 { print("  \(start) entries") }
    }
    try await database.write(keeper: keeper) { connection in
      for number in 0..<4_000 {
        let speaker = AreaViewer(
          account: account, organisation: area, roles: [.contributor], participant: people[number % people.count],
          isConfirmed: true, name: "Bench")
        let cell = Cell(strand: numbers.below(5), level: numbers.below(3))
        // Refused where the organisation has provision there, before anything is written.
        do {
          try NothingHere(speaker, connection).say(cell, specialism: numbers.below(5), in: round.id, today: today)
        } catch is Refusal {}
      }
    }
    try await database.write(keeper: keeper) { try Maintenance.analyse($0) }
  }

  static func organisation(_ number: Int) -> String { "Organisation number \(number)" }
}

/// The same chance every time (a linear congruential generator: Knuth, MMIX).
final class Numbers: @unchecked Sendable {
  private var state: UInt64 = 40_000

  func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  /// Words as people write them: few come up often, many seldom.
  func sentence(_ length: Int) -> String {
    let syllables = ["ba", "ke", "li", "mo", "ru", "ta", "ve", "sho", "pre", "gan", "dol", "fin", "mar", "nes", "tow"]
    return (0..<length).map { _ in
      let rank = min(below(3_000), below(3_000), below(3_000))
      return syllables[rank % 15] + syllables[rank / 15 % 15] + syllables[rank / 225 % 15]
    }.joined(separator: " ")
  }

  func entry(_ number: Int, _ wards: [ID<Locality>]) -> EntryDetails {
    let isGap = number % 4 == 3
    var entry = EntryDetails(isGap ? .gap : .provision)
    entry.title = sentence(4)
    entry.description = sentence(24)
    for _ in 0...below(3) { entry.cells.insert(Cell(strand: below(5), level: below(3))) }
    for _ in 0...below(2) { entry.specialisms.insert(below(5)) }
    entry.audience = sentence(5)
    let age = below(18)
    if below(3) > 0 { (entry.ageFrom, entry.ageUntil) = (age, age + below(7)) }
    for _ in 0...below(2) { entry.localities.insert(wards[below(wards.count)]) }
    if below(4) > 0 { entry.reach = below(400) }
    if below(2) > 0 { entry.capacity = below(500) }
    if isGap { (entry.affected, entry.effect) = (below(300), sentence(8)) }
    entry.isPublicByAuthor = below(2) > 0
    return entry
  }
}
