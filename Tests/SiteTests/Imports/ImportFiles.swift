import Domain
import Exchange
import Foundation
import SQL
import Store
import TestSupport
import Testing

@testable import Site

/// Files as schools have them, and the ways to the pages of imports.
enum ImportFiles {
  static let list = "/schools/900001/imports"
  static func new(_ kind: ImportKind) -> String { "\(list)/new?kind=\(kind.rawValue)" }

  /// As a school's system exports it: semicolons, Windows-1252, days day-first, headings of its own; a bad row, an old
  /// code, a wrong check letter, somebody twice.
  static var faultyPupils: [UInt8] {
    let text = """
      Adno;Legal Surname;Legal Forename;DOB;UPN;Yr;Reg;SEN Stage;Prim. need
      1;Yusuf;Amina;14/03/2019;;3;3A;E;SLCN
      2;Nowak;Zoé;17/05/2020;C900000120002;2;2F;A;MLD
      3;Begum;Aisha;31/02/2020;;2;2F;K;
      4;Nowak;Zoé;17/05/2020;C900000120002;2;2F;A;
      5;Price;Ella;09/06/2021;;1;1C;;
      """
    return text.unicodeScalars.map { UInt8($0.value) }
  }

  /// Columns whose headings say nothing.
  static let oddHeadings = Array(
    "Familie;Rufname;Geboren am;Gruppe\nOkafor;Ada;1.9.2019;3A\nSilva;Rui;3.10.2019;3A\n".utf8)

  static let map = """
    Provision\tYear 1\tYear 3\tYear 5
    Literacy\t\t\t
    Phonics catchup 20 mins daily (Mrs Carter)\tElla P\tAmina\t
    Lego club\t\tTomm O\tKuba
    """

  /// So many rows of a list that nothing is wrong with.
  static func pupils(_ count: Int) -> [UInt8] {
    var text = "Surname,Forename,DOB,Year\n"
    for number in 0..<count { text += "Sample\(letters(number)),Robin,0\(number % 9 + 1)/10/2019,3\n" }
    return Array(text.utf8)
  }

  private static func letters(_ number: Int) -> String {
    String(String(number).unicodeScalars.map { Character(UnicodeScalar($0.value + 49)!) })
  }
}

extension Browser {
  /// Chooses a file on its kind's page.
  @discardableResult
  func bringIn(
    _ kind: ImportKind, _ values: [String: any Typing] = [:], named name: String = "pupils.csv", _ bytes: [UInt8]
  ) async throws -> ShownPage {
    try await open(ImportFiles.new(kind))
    return try await upload(ImportFiles.list, values, named: name, bytes)
  }

  @discardableResult
  func bringIn(_ kind: ImportKind, _ bytes: [UInt8]) async throws -> ShownPage {
    try await bringIn(kind, [:], bytes)
  }

  /// Looks again until the file is read.
  func waitUntilRead() async throws {
    for _ in 0..<600 where page.h1 == "Reading your file" {
      try await Task.sleep(for: .milliseconds(20))
      try await open(page.path)
    }
  }
}

extension TestSite {
  func roll() async throws -> [KeptPupil] {
    try await database.read { try Pupils(SampleSchool.ashfieldPrimary.operatorViewer, $0).kept() }
  }

  func hasImports() async throws -> Bool {
    try await database.read { try $0.exists("SELECT 1 FROM imports WHERE kind <> 'entries'") }
  }
}
