import Domain
import Exchange
import Foundation
import SQL
import SQLiteEngine
import Store

extension Bench {
  /// 5,000 rows of a pupil list, read, compared and committed into a school of their own, and the `sqlite3` shell inserting
  /// the same rows into the same tables.
  func importing(_ path: String) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trellis-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let today = today
    var times: [Double] = []
    var floors: [Double] = []
    for round in 0..<3 {
      let file = folder.appending(path: "import-\(round).sqlite").path
      let own = try SQLiteDatabase(path: file) { Date() }
      try await own.migrate(Schema.migrations)
      let school = try await own.write(keeper: "bench") {
        try Schools.add(NewSchool(urn: "700000", name: "Import School", phase: .allThrough), today: today, $0)
      }
      let empty = folder.appending(path: "empty-\(round).sqlite").path
      try Bench.shell(file, ".backup '\(empty)'")
      times.append(try await importList(into: school, of: own))
      await own.close()
      floors.append(try Bench.floor(of: file, into: empty, folder))
    }
    print(
      String(
        format:
          "\nImport of 5,000 rows: %.0f ms; the sqlite3 shell inserting the same rows %.0f ms; ratio %.1f (aim: at most 4); resident %d MB.",
        times.median, floors.median, times.median / floors.median, Bench.memory()))
  }

  /// The same among all the other schools, on a server; its floor is what such an import writes, without reading and
  /// comparing.
  func importingAmongOthers() async throws {
    var times: [Double] = []
    var floors: [Double] = []
    for _ in 0..<3 {
      let school = try await newSchool()
      times.append(try await importList(into: school, of: database.base))
      let other = try await newSchool()
      database.begin(undoing: true)
      _ = try await importList(into: other, of: database)
      let writes = database.end().writes
      let start = ContinuousClock.now
      try await database.replay(writes: writes)
      floors.append(Bench.milliseconds(ContinuousClock.now - start))
    }
    print(
      String(
        format:
          "\nImport of 5,000 rows: %.0f ms; its writes alone %.0f ms; ratio %.1f (aim: at most 4); resident %d MB.",
        times.median, floors.median, times.median / floors.median, Bench.memory()))
  }

  private func newSchool() async throws -> School {
    let today = today
    let urn = String(Int.random(in: 700_000..<799_000))
    let new = try NewSchool(urn: urn, name: "Import School", phase: .allThrough, isDemonstration: true)
    return try await database.base.write(keeper: "bench") { try Schools.add(new, today: today, $0) }
  }

  /// Reads, compares and commits the list of 5,000; how long it took.
  private func importList(into school: School, of database: any Database) async throws -> Double {
    let list = ImportFile(name: "pupils.csv", bytes: Array(Bench.list(5_000).utf8))
    let start = ContinuousClock.now
    let importer = Importer(school, as: Viewer(operatorIn: school.id), today: today, in: database)
    let done = try await importer.preview(.pupils, list).commit(skipRefused: false)
    guard done.new.count == 5_000 else { throw BenchError("the import took \(done.new.count) rows of 5,000") }
    return Bench.milliseconds(ContinuousClock.now - start)
  }

  /// Lets the shell write what the import wrote as INSERTs, and times it running them in one transaction.
  private static func floor(of file: String, into empty: String, _ folder: URL) throws -> Double {
    let script = folder.appending(path: "rows.sql")
    var text = "BEGIN;\n"
    for table in ["pupils", "pupil_statuses", "pupil_needs", "pupil_classes", "contacts"] {
      text += try shell(file, ".mode insert \(table)\nSELECT * FROM \(table);")
    }
    text += try shell(file, ".mode insert history\nSELECT * FROM history WHERE pupil_id IS NOT NULL;")
    text += "COMMIT;\n"
    try Data(text.utf8).write(to: script)
    return try time { try shell(empty, ".read '\(script.path)'") }
  }

  @discardableResult
  private static func shell(_ database: String, _ commands: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    process.arguments = [database]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data((commands + "\n").utf8))
    try input.fileHandleForWriting.close()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw BenchError("the sqlite3 shell failed") }
    return text
  }

  private static func list(_ count: Int) -> String {
    var lines = ["UPN,Legal Surname,Legal Forename,DOB,Year,Reg,SEN Status,SEN Need 1,SEN Need 2,EAL,FSM,Sex"]
    for number in 0..<count {
      let year = number % 12
      let digits = "9994\(String(1_000_000 + number).suffix(7))1"
      let letter = UPN("A\(digits)")?.checkLetter ?? "A"
      let status = number % 17 == 0 ? "EHCP" : number % 6 == 0 ? "SEN Support" : ""
      lines.append(
        "\(letter)\(digits),Surname\(number),Given\(number % 90),\(1 + number % 28)/\(1 + number % 8)/\(2021 - year),"
          + "\(year == 0 ? "R" : String(year)),\(year)A,\(status),\(status.isEmpty ? "" : "SLCN"),,\(number % 5 == 0 ? "Y" : "N"),"
          + "\(number % 4 == 0 ? "Y" : "N"),\(number % 2 == 0 ? "F" : "M")")
    }
    return lines.joined(separator: "\n")
  }
}
