import Foundation
import SQL
import TestSupport
import Testing

@Suite struct ValueTests {
  private let table = [
    Migration(
      1, "one column of each type",
      "CREATE TABLE kept (id BIGINT PRIMARY KEY, number BIGINT, flag BOOLEAN, words TEXT, bytes BYTEA)")
  ]

  @Test(arguments: Engine.all)
  func `numbers come back as they went`(engine: Engine) async throws {
    let numbers = [0, 1, -1, 42, Int.max, Int.min, 5_000_000_000]
    let database = try await freshDatabase(engine, migrations: table)
    try await database.write(keeper: "a") { connection in
      for (id, number) in numbers.enumerated() {
        try connection.run("INSERT INTO kept (id, number) VALUES (\(id), \(number))")
      }
    }
    #expect(try await database.read { try $0.rows("SELECT number FROM kept ORDER BY id") { $0.int(0) } } == numbers)
  }

  @Test(arguments: Engine.all)
  func `booleans are booleans, in columns and in conditions`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: table)
    try await database.write(keeper: "a") { connection in
      try connection.run(
        "INSERT INTO kept (id, flag) VALUES (1, \(true)), (2, \(false)), (3, \(nil as Bool?)), (4, TRUE)")
    }
    try await database.read { connection in
      let flags = try connection.rows("SELECT flag FROM kept ORDER BY id") { $0.boolOrNil(0) }
      #expect(flags == [true, false, nil, true])
      #expect(try connection.rows("SELECT id FROM kept WHERE flag ORDER BY id") { $0.int(0) } == [1, 4])
      #expect(try connection.rows("SELECT id FROM kept WHERE flag = \(false)") { $0.int(0) } == [2])
      #expect(try connection.first("SELECT count(*) > 3 FROM kept") { $0.bool(0) } == true)
    }
  }

  @Test(arguments: Engine.all)
  func `text comes back as it went, whatever is in it`(engine: Engine) async throws {
    let texts = [
      "", " ", "Zoë O’Brien-Łuczak", "محمد", "李小龍", "👩🏽‍🏫 e\u{301}", "a'b\"c\\d;--", "?$1%s", "line\nline\ttab", "\\x41",
      String(repeating: "provision ", count: 20_000),
    ]
    let database = try await freshDatabase(engine, migrations: table)
    try await database.write(keeper: "a") { connection in
      for (id, text) in texts.enumerated() {
        try connection.run("INSERT INTO kept (id, words) VALUES (\(id), \(text))")
      }
    }
    try await database.read { connection in
      #expect(try connection.rows("SELECT words FROM kept ORDER BY id") { $0.text(0) } == texts)
      let sizes = try connection.rows("SELECT words FROM kept ORDER BY id") { $0.withUTF8(0) { $0.count } }
      #expect(sizes == texts.map(\.utf8.count))
      #expect(try connection.first("SELECT id FROM kept WHERE words = \(texts[6])") { $0.int(0) } == 6)
    }
  }

  @Test(arguments: Engine.all)
  func `bytes come back as they went`(engine: Engine) async throws {
    let values: [[UInt8]] = [[], [0], Array(0...255), Array(repeating: 0xff, count: 100_000)]
    let database = try await freshDatabase(engine, migrations: table)
    try await database.write(keeper: "a") { connection in
      for (id, bytes) in values.enumerated() {
        try connection.run("INSERT INTO kept (id, bytes) VALUES (\(id), \(bytes))")
      }
    }
    #expect(try await database.read { try $0.rows("SELECT bytes FROM kept ORDER BY id") { $0.bytes(0) } } == values)
  }

  @Test(arguments: Engine.all)
  func `null is nil for every reader`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: table)
    try await database.write(keeper: "a") { connection in
      let nothing: String? = nil
      try connection.run(
        """
        INSERT INTO kept (id, number, flag, words, bytes)
        VALUES (1, \(nil as Int?), \(nil as Bool?), \(nothing), \(nil as [UInt8]?))
        """)
      let row = try connection.first("SELECT number, flag, words, bytes FROM kept") {
        $0.intOrNil(0) == nil && $0.boolOrNil(1) == nil && $0.textOrNil(2) == nil && $0.bytesOrNil(3) == nil
          && $0.momentOrNil(2) == nil && $0.isNull(0)
      }
      #expect(row == true)
      #expect(
        try connection.first("SELECT id FROM kept WHERE words IS NOT DISTINCT FROM \(nothing)") { $0.int(0) } == 1)
    }
  }

  @Test(arguments: Engine.all)
  func `the moment of a transaction is one, and equal to itself when read back`(engine: Engine) async throws {
    let clock = TestClock()
    clock.now = Date(timeIntervalSince1970: 1_795_253_400.123_456)
    let database = try await freshDatabase(engine, migrations: table, clock: clock)
    let written = try await database.write(keeper: "a") { connection in
      let first = connection.now
      clock.advance(days: 1)
      #expect(connection.now == first)
      try connection.run("INSERT INTO kept (id, words) VALUES (1, \(connection.now))")
      return first
    }
    let (kept, now) = try await database.read { connection in
      (try connection.first("SELECT words FROM kept") { $0.moment(0) }, connection.now)
    }
    #expect(kept == written)
    #expect(now == written + 86_400)
  }

  @Test(arguments: Engine.all)
  func `text with a NUL in it is refused, not cut short`(engine: Engine) async throws {
    let database = try await freshDatabase(engine, migrations: table)
    await #expect(throws: DatabaseError.self) {
      try await database.write(keeper: "a") { try $0.run("INSERT INTO kept (id, words) VALUES (1, \("ab\0cd"))") }
    }
  }

  @Test(arguments: Engine.all)
  func `what looks like SQL stays a value`(engine: Engine) async throws {
    let name = "Robert'); DROP TABLE kept; --"
    let database = try await freshDatabase(engine, migrations: table)
    try await database.write(keeper: "a'; DROP TABLE kept; --") { connection in
      try connection.run("INSERT INTO kept (id, words) VALUES (1, \(name))")
      #expect(try connection.count("SELECT count(*) FROM kept WHERE words IN (\(SQL.list([name, "?"])))") == 1)
      #expect(try connection.count("SELECT count(*) FROM kept WHERE words IN (\(SQL.list([String]())))") == 0)
    }
    #expect(try await database.read { try $0.first("SELECT words FROM kept") { $0.text(0) } } == name)
  }
}
