import Domain
import Exchange
import SQL
import Store
import TestSupport
import Testing

struct `The national register` {
  private static let release = """
    URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),\
    EstablishmentStatus (name),OpenDate,CloseDate,PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,Town,Postcode,UPRN
    900901,999,Northvale,2001,St. Brannoc’s C.E. Primary School,Community school,Open,01-09-2011,,Primary,4,11,Harbourton,NV1 1AA,1
    900902,999,Northvale,4001,Hill Academy,Academy converter,Closed,1/9/1999,31/08/2020,Secondary,11,18,Hilton,NV2 2BB,2

    """

  private func preview(_ text: String, _ database: any Database) async throws -> RegisterImport {
    try await RegisterImport.prepared(ImportFile(name: "register.csv", bytes: Array(text.utf8)), in: database)
  }

  @Test(arguments: Engine.all)
  func `is previewed, written, and changes nothing the second time`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    let first = try await preview(Self.release, database)
    #expect(first.preview.new.map(\.row) == [2, 3] && !first.preview.committed)
    #expect(try await database.read { try Register.isEmpty($0) })
    #expect(try await first.commit(skipRefused: false, in: database).committed)
    let found = try await database.read { try Register.search("st brannocs", $0) }
    #expect(found.map(\.words) == ["St. Brannoc’s C.E. Primary School, Harbourton NV1 1AA (Northvale)"])
    #expect(found.first?.openedOn == Day(2011, 9, 1))
    #expect(try await database.read { try Register.search("hill academy", $0) }.isEmpty, "it is closed")
    #expect(try await database.read { try Register.search("900901", $0) }.count == 1)
    let again = try await preview(Self.release, database).preview
    #expect(again.unchanged.count == 2 && again.isEmpty)
  }

  @Test(arguments: Engine.all)
  func `of another release is compared field by field, and what it lacks stays`(engine: Engine) async throws {
    let database = try await sampleDatabase(engine)
    _ = try await preview(Self.release, database).commit(skipRefused: false, in: database)
    let next = try await preview(
      "establishmentname,urn,closedate\nHill Academy and Sixth Form,900902,31-08-2020\n", database)
    let fields = next.preview.changed.flatMap(\.changes).map(\.field)
    #expect(fields.contains("Name") && !fields.contains("Closed"))
    #expect(next.preview.missing.map(\.id) == ["900901"])
    _ = try await next.commit(skipRefused: false, in: database)
    #expect(try await database.read { try Register.all($0) }.count == 2)
  }

  @Test func `says which rows cannot be taken, and what is no register`() async throws {
    let database = try await sampleDatabase(.sqlite)
    let bad = try await preview(Self.release + "12,999,X,1,Nowhere\n900901,999,X,1,Twice\n", database)
    #expect(bad.preview.refused.map(\.row) == [4, 5] && bad.preview.refused.map(\.column) == ["URN", "URN"])
    await #expect(throws: Refusal.self) { try await bad.commit(skipRefused: false, in: database) }
    #expect(try await bad.commit(skipRefused: true, in: database).committed)
    await #expect(throws: Refusal.self) { _ = try await preview("Name,Town\nA,B\n", database) }
    await #expect(throws: Refusal.self) { _ = try await preview("", database) }
  }
}
