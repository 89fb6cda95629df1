import Domain
import Store
import Testing

@testable import Exchange

struct `A name in a table` {
  private static func pupil(_ forename: String, _ surname: String, _ born: Int, called: String? = nil) -> KeptPupil {
    KeptPupil(
      Pupil(
        id: ID(high: UInt64(born), low: UInt64(surname.utf8.reduce(7) { $0 &* 31 &+ Int($1) }.magnitude)), upn: nil,
        surname: surname, forename: forename, preferredForename: called, birthDay: Day(born, 3, 1)!, sex: nil,
        flags: [],
        joinedOn: Day(2024, 9, 1)!, leftOn: nil, version: 1),
      PupilFacts())
  }

  /// Born in March of 2019: Year 3 in November 2026; 2020: Year 2; 2021: Year 1.
  private let roll = RollNames(
    [
      pupil("Amir", "Khan", 2019), pupil("Amir", "Kowalski", 2020), pupil("Eleanor", "Price", 2021, called: "Ellie"),
      pupil("Eleanor", "Stone", 2019), pupil("Mohammed", "Ali", 2019), pupil("Zofia", "Bell-Jones", 2020),
      pupil("Samuel", "O'Rourke", 2021), pupil("Samantha", "Reid", 2021),
    ], on: Day(2026, 11, 21)!)

  private func find(_ text: String, _ year: Int? = nil) -> String {
    let found = roll.find(
      WrittenName(text), years: year.map { [YearGroup($0)] } ?? [], during: Span(Day(2026, 9, 1)!)!)
    switch found {
    case .one(let entry, let note): return entry.pupil.fullName + (note == nil ? "" : "!")
    case .several(let entries, _): return entries.map(\.pupil.fullName).sorted().joined(separator: "? ") + "?"
    case .none: return "nobody"
    }
  }

  @Test func `with a surname's beginning is found in its year`() {
    #expect(find("Amir K", 3) == "Amir Khan")
    #expect(find("Amir K.", 2) == "Amir Kowalski")
    #expect(find("Amir Kh") == "Amir Khan")
    #expect(find("Amir K") == "Amir Khan? Amir Kowalski?")
    #expect(find("Amir K (Y2)", 3) == "Amir Kowalski")
    #expect(find("Zofia BJ", 2) == "Zofia Bell-Jones")
  }

  @Test func `with a forename's initial is found`() {
    #expect(find("A Khan") == "Amir Khan")
    #expect(find("S. O'Rourke", 1) == "Samuel O'Rourke")
  }

  @Test func `in either order is found whole`() {
    #expect(find("Khan, Amir") == "Amir Khan")
    #expect(find("KHAN Amir", 3) == "Amir Khan")
  }

  @Test func `that is a nickname is found where the year bears it out`() {
    #expect(find("Ellie P", 1) == "Ellie Price")
    #expect(find("Ella P", 1) == "Ellie Price")
    #expect(find("Ellie S", 3) == "Eleanor Stone")
    #expect(find("Mo Ali", 3) == "Mohammed Ali")
    #expect(find("Muhammad Ali", 3) == "Mohammed Ali")
    #expect(find("Sam", 1) == "Samantha Reid? Samuel O'Rourke?")
    #expect(find("Sam O", 1) == "Samuel O'Rourke")
    #expect(find("Mo") == "Mohammed Ali?")
  }

  @Test func `in another year than its column is taken only if it is whole`() {
    #expect(find("Amir Khan", 1) == "Amir Khan!")
    #expect(find("A Khan", 1) == "Amir Khan?")
  }

  @Test func `misspelt is asked about`() {
    #expect(find("Amri Khan", 3) == "Amir Khan?")
    #expect(find("Zophia Bell-Jones", 2) == "Zofia Bell-Jones?")
    #expect(find("Nobody Atall", 2) == "nobody")
  }
}
