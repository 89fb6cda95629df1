import Domain
import Testing

@Suite struct PupilsTests {
  private let today = Day(2026, 11, 21)!

  private func details(_ change: (inout PupilDetails) -> Void = { _ in }) -> PupilDetails {
    var details = PupilDetails(
      surname: "Yusuf", forename: "Amina", birthDay: Day(2019, 3, 14)!, joinedOn: Day(2023, 9, 4)!)
    change(&details)
    return details
  }

  private func fields(_ details: PupilDetails) -> [String?] {
    do {
      try details.refuseUnlessSound(today: today)
      return []
    } catch {
      return (error as? Refusals)?.all.map(\.field) ?? ["?"]
    }
  }

  @Test func `sound details are taken`() {
    #expect(fields(details()) == [])
    #expect(fields(details { $0.sex = "F" }) == [])
    #expect(fields(details { $0.preferredForename = "Mina" }) == [])
    #expect(fields(details { $0.joinedOn = Day(2027, 9, 1)! }) == [])
  }

  @Test func `each mistake is told at its field`() {
    #expect(fields(details { $0.surname = "  " }) == ["surname"])
    #expect(fields(details { $0.forename = String(repeating: "a", count: 101) }) == ["forename"])
    #expect(fields(details { $0.birthDay = Day(2027, 1, 1)! }) == ["birth-day"])
    #expect(fields(details { $0.birthDay = Day(2024, 1, 1)! }) == ["joined-on"])
    #expect(fields(details { $0.birthDay = Day(1970, 1, 1)! }) == ["birth-day"])
    #expect(fields(details { $0.joinedOn = Day(2032, 9, 1)! }) == ["joined-on"])
    #expect(fields(details { $0.sex = "Q" }) == ["sex"])
    #expect(
      fields(
        details {
          $0.surname = ""; $0.forename = ""
        }) == ["surname", "forename"])
  }

  @Test func `age counts birthdays, also of those born on 29 February`() {
    let leap = Day(2020, 2, 29)!
    #expect(leap.age(on: Day(2026, 2, 28)!) == 5)
    #expect(leap.age(on: Day(2026, 3, 1)!) == 6)
    #expect(Day(2019, 3, 14)!.age(on: Day(2026, 3, 14)!) == 7)
  }

  @Test(arguments: [
    ("2018-09-01", 3), ("2019-08-31", 3), ("2019-09-01", 2), ("2021-09-01", 0), ("2022-08-31", 0), ("2022-09-01", -1),
    ("2010-09-01", 11), ("2009-08-31", 13),
  ])
  func `the year is the age on 31 August, less four`(born: String, year: Int) {
    #expect(YearGroup(bornOn: Day(iso: born)!, on: today) == YearGroup(year))
  }

  @Test(arguments: [
    ("3", 3), ("Y3", 3), ("Year 3", 3), ("Yr 3", 3), ("year  3", 3), ("Year 3 (Key stage 2)", 3), ("R", 0),
    ("Reception", 0), ("YR", 0), ("FS2", 0), ("N2", -1), ("Nursery", -1), ("N1", -2), ("Year 11", 11), ("13", 13),
    ("NC Year 6", 6),
  ])
  func `a year group is read as systems write it`(text: String, year: Int) {
    #expect(YearGroup(typed: text) == YearGroup(year))
  }

  @Test(arguments: ["", "Class 3", "15", "Year", "3A", "thirteen"])
  func `what is no year group is not guessed`(text: String) { #expect(YearGroup(typed: text) == nil) }

  @Test func `a pupil is called by the preferred name`() {
    let pupil = Pupil(
      id: ID(high: 1, low: 1), upn: nil, surname: "Wójcik", forename: "Jakub", preferredForename: "Kuba",
      birthDay: Day(2017, 1, 30)!, sex: nil, flags: [.eal, .watch], joinedOn: today, leftOn: today + 9,
      yearShifts: Timeline([Dated(-1, Span(today)!)]), version: 1)
    #expect(pupil.listName == "Wójcik, Kuba")
    #expect(pupil.shortName == "Kuba W")
    #expect(pupil.year(on: today) == YearGroup(4) && pupil.year(on: today - 1) == YearGroup(5))
    #expect(pupil.isOnRoll(on: today + 9) && !pupil.isOnRoll(on: today + 10) && !pupil.isOnRoll(on: today - 1))
    #expect(pupil.flags.names == ["Watch", "EAL"])
    #expect(Pupil.folded("  Wójcik-Łoś, O’Hara ") == "wojcik los ohara")
  }
}

@Suite struct UPNTests {
  @Test(arguments: ["R674123101121", "B801200005001", "H801200001001"])
  func `published numbers have the right check letter`(text: String) throws {
    let upn = try #require(UPN(text))
    #expect(upn.hasRightCheckLetter && !upn.isTemporary)
  }

  @Test func `a number is read with spaces and small letters`() {
    #expect(UPN(" r674 1231 01121 ")?.text == "R674123101121")
  }

  @Test func `a temporary number ends in a letter, which counts as its index`() throws {
    let upn = try #require(UPN("A80120000100A"))
    #expect(upn.isTemporary)
    let sum = [8, 0, 1, 2, 0, 0, 0, 0, 1, 0, 0, 0].enumerated().reduce(0) { $0 + $1.element * ($1.offset + 2) }
    #expect(upn.checkLetter == Array("ABCDEFGHJKLMNPQRTUVWXYZ")[sum % 23])
    let right = try #require(UPN("\(upn.checkLetter)80120000100A"))
    #expect(right.hasRightCheckLetter)
  }

  @Test func `a wrong check letter is kept and told`() throws {
    let upn = try #require(UPN("A674123101121"))
    #expect(!upn.hasRightCheckLetter && upn.checkLetter == "R")
  }

  @Test(arguments: [
    "", "R67412310112", "R6741231011211", "I674123101121", "R67412310112!", "R674123101I21", "1674123101121",
  ])
  func `what has not the shape is none`(text: String) { #expect(UPN(text) == nil) }
}
