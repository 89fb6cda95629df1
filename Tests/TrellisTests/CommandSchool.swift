import Foundation
import TestSupport

/// A school that is made and filled by commands alone, in an academic year of 38 whole weeks: 2026/27.
struct CommandSchool {
  let database: String
  let folder: URL
  private let program = Program()

  init(_ engine: Engine) async throws {
    database = try await freshDatabaseAddress(engine)
    folder = FileManager.default.temporaryDirectory.appending(path: "trellis-school-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try expect(run("school", "add", "--urn", "123456", "--name", "Oak Primary School", "--phase", "primary"))
    try expect(bring("calendar", Self.calendar))
  }

  /// 14 weeks, 11 and 13.
  static let calendar = """
    Name,From,Until,Kind
    Autumn term,2026-09-07,2026-12-18,term
    Autumn half-term,2026-10-26,2026-10-30,closure
    Spring term,2027-01-04,2027-03-26,term
    Spring half-term,2027-02-15,2027-02-19,closure
    Summer term,2027-04-12,2027-07-16,term
    Summer half-term,2027-05-31,2027-06-04,closure

    """

  /// Permanent pupil numbers with their right check letters.
  static func upn(_ number: Int) -> String {
    let digits = String(801_200_001_000 + number)
    let sum = zip(digits, 2...).reduce(0) { $0 + $1.0.wholeNumberValue! * $1.1 }
    return String(Array("ABCDEFGHJKLMNPQRTUVWXYZ")[sum % 23]) + digits
  }

  static func pupils(_ count: Int) -> String {
    (1...count).reduce(into: "UPN,Surname,Forename,DOB,Year,SEN,Need,Joined\n") { text, number in
      text += "\(upn(number)),Able\(number),Kit,14/03/2019,3,K,SLCN,01/09/2022\n"
    }
  }

  static func assistants(_ rate: String, _ basis: String) -> String {
    ["Ann Ash", "Bea Birch", "Cy Cole"].reduce(into: "Name,Role,From,Rate,Basis,Rate from\n") { text, name in
      text += "\(name),Teaching assistant,2024-09-01,\(rate),\(basis),2025-09-01\n"
    }
  }

  func run(_ arguments: String...) throws -> Program.Answer {
    try program.run(arguments + ["--database", database])
  }

  /// Imports a text and commits it.
  @discardableResult
  func bring(_ kind: String, _ text: String, _ more: String...) throws -> Program.Answer {
    let file = folder.appending(path: "\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: file)
    return try program.run(
      ["import", kind, "--school", "123456", file.path, "--commit", "--json", "--database", database] + more)
  }

  /// The school's figures for 2026/27, as of `day`.
  func total(asAt day: String = "2026-09-01") throws -> [String: Int] {
    try figures(json("map", "--format", "json", "--from", "2026-09-01", "--until", "2027-08-31", "--as-at", day))
  }

  func costs(_ number: Int, asAt day: String = "2026-09-01") throws -> [String: Int] {
    try figures(
      json(
        "costs", "--pupil", Self.upn(number), "--format", "json", "--from", "2026-09-01", "--until", "2027-08-31",
        "--as-at", day))
  }

  func json(_ command: String, _ arguments: String...) throws -> [String: Any] {
    let answer = try program.run([command, "--school", "123456"] + arguments + ["--database", database])
    try expect(answer)
    return try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any] ?? [:]
  }

  private func figures(_ object: [String: Any]) -> [String: Int] {
    (object["total"] as? [String: Any] ?? [:]).compactMapValues { $0 as? Int }
  }

  private func expect(_ answer: Program.Answer) throws {
    if answer.status != 0 { throw CommandFailed(sentence: answer.errors) }
  }

  struct CommandFailed: Error { let sentence: String }
}
