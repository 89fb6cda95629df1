import Foundation
import TestSupport
import Testing

@Suite struct ImportCommandTests {
  private func object(_ answer: Program.Answer) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
  }

  private let badRow = "UPN,Surname,Forename,DOB\n,Able,Kit,14/03/2019\n,Bull,Jo,yesterday\n"

  @Test(arguments: Engine.all) func `a file with a bad row is taken without it, or not at all`(engine: Engine)
    async throws
  {
    let school = try await CommandSchool(engine)
    let refused = try school.bring("pupils", badRow)
    #expect(refused.status == 1)
    #expect(
      refused.errors
        == "Nothing was imported: row 3, “DOB”, cannot be taken as it is; correct the file, or go on without "
        + "what was refused.\n")
    let told = try object(refused)
    #expect(told["committed"] as? Bool == false)
    #expect((told["refused"] as? [[String: Any]])?.first?["row"] as? Int == 3)
    let taken = try school.bring("pupils", badRow, "--skip-refused")
    #expect(taken.status == 0 && taken.errors.isEmpty)
    #expect(try object(taken)["committed"] as? Bool == true)
    let again = try object(try school.bring("pupils", badRow, "--skip-refused"))
    #expect((again["new"] as? [Any])?.isEmpty == true && (again["unchanged"] as? [Any])?.count == 1)
  }

  @Test(arguments: Engine.all) func `lists that are brought in at the same time all arrive`(engine: Engine) async throws
  {
    let school = try await CommandSchool(engine)
    let lists = (0..<6).map { list in
      (1...20).reduce(into: "Surname,Forename,DOB\n") { text, number in
        text += "Able\(list * 20 + number),Kit,14/03/2019\n"
      }
    }
    let answers = try await withThrowingTaskGroup(of: Program.Answer.self) { group in
      for list in lists { group.addTask { try school.bring("pupils", list) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.allSatisfy { $0.status == 0 }, "\(answers.map(\.errors))")
    let all = try object(try school.bring("pupils", lists.joined().replacing("\nSurname,Forename,DOB", with: "")))
    #expect((all["unchanged"] as? [Any])?.count == 120)
  }

  @Test func `what cannot be read is said in one sentence`() async throws {
    let school = try await CommandSchool(.sqlite)
    for (path, words) in [
      (school.folder.path, "is a folder"), ("/dev/null", "is empty"), ("/nowhere/at/all.csv", "There is no file"),
    ] {
      let answer = try school.run("import", "pupils", "--school", "123456", path)
      #expect(answer.status == 1 && answer.output.isEmpty)
      #expect(answer.errors.contains(words) && answer.errors.split(separator: "\n").count == 1, "\(answer.errors)")
    }
    let mapped = try school.bring("pupils", badRow, "--map", "sheep=DOB")
    #expect(mapped.status == 2 && mapped.errors.contains("There is no field “sheep”"))
    let heading = try school.bring("pupils", badRow, "--map", "birth-date=Born")
    #expect(heading.status == 1 && heading.errors.contains("The file has no column “Born”"))
    let day = try school.bring("pupils", badRow, "--effective", "soon")
    #expect(day.status == 2 && day.errors.contains("“soon” is not a day"))
  }

  @Test func `a preview for people says what it would do, and writes nothing`() async throws {
    let school = try await CommandSchool(.sqlite)
    let file = school.folder.appending(path: "pupils.csv")
    try Data(badRow.utf8).write(to: file)
    for _ in 1...2 {
      let words = try school.run("import", "pupils", "--school", "123456", file.path).output
      #expect(words.contains("1 new") && words.contains("Row 2: Able, Kit") && words.contains("Row 3, DOB:"))
      #expect(words.hasSuffix("Add --commit to write it.\n"))
    }
  }

  @Test func `the demonstration's doors are spoken of before they close`() async throws {
    let program = Program()
    let address = try await freshDatabaseAddress(.sqlite)
    #expect(try program.run("demo", "--database", address).status == 0)
    let list = try program.run(
      "school", "add", "--urn", "900001", "--name", "A", "--phase", "primary", "--database", address)
    #expect(list.status == 1 && !list.errors.contains("demonstration"), "nothing closes where nothing is added")
    let added = try program.run(
      "school", "add", "--urn", "123456", "--name", "Oak", "--phase", "primary", "--database", address)
    #expect(added.status == 0)
    #expect(added.errors.contains("holds the demonstration. Adding a school closes its one-click sign-in for good"))
    let second = try program.run(
      "school", "add", "--urn", "123457", "--name", "Elm", "--phase", "primary", "--database", address)
    #expect(second.status == 0 && second.errors.isEmpty)
  }

  @Test func `so they are before the first import`() async throws {
    let program = Program()
    let address = try await freshDatabaseAddress(.sqlite)
    #expect(try program.run("demo", "--database", address).status == 0)
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv").path
    try Data("Name,Role\nAnn Ash,Teacher\n".utf8).write(to: URL(fileURLWithPath: file))
    let arguments = ["import", "staff", "--school", "900001", file, "--database", address]
    #expect(try program.run(arguments).errors.isEmpty, "a preview closes nothing")
    let done = try program.run(arguments + ["--commit"])
    #expect(done.status == 0 && done.errors.contains("This import closes its one-click sign-in for good"))
    #expect(try program.run(arguments + ["--commit"]).errors.isEmpty)
  }

  @Test func `an account beside open doors is made, and told of them`() async throws {
    let program = Program()
    let address = try await freshDatabaseAddress(.sqlite)
    #expect(try program.run("demo", "--database", address).status == 0)
    let commands = [
      ["account", "add", "--email", "real@council.example", "--name", "Real", "--role", "senco", "--school", "900001"],
      ["account", "add", "--email", "real@council.example", "--role", "teacher", "--school", "900001"],
      ["account", "reset-password", "--email", "real@council.example"],
    ]
    for command in commands {
      let done = try program.run(command + ["--database", address])
      #expect(done.status == 0 && !done.output.contains("demonstration"), "\(command)")
      #expect(done.errors.contains("anybody can come in by one click"), "\(command)")
    }
    let school = ["school", "add", "--urn", "123456", "--name", "Oak", "--phase", "primary", "--database", address]
    #expect(try program.run(school).errors.contains("closes its one-click sign-in for good"), "they were open still")
    #expect(try program.run(commands[2] + ["--database", address]).errors.isEmpty)
  }
}
