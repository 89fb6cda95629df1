import Domain
import Exchange
import Foundation
import SQL
import Store
import TestSupport

/// The sample school with a file for it.
struct Importing {
  let database: any Database
  let school: School
  var viewer: Viewer
  var today = Day(2026, 11, 21)!

  init(_ engine: Engine, as role: Role? = nil, sample: SampleSchool = .ashfieldPrimary) async throws {
    database = try await sampleDatabase(engine)
    school = try await database.read { try Schools.withID(sample.id, $0)! }
    viewer = role.map(sample.viewer) ?? sample.operatorViewer
  }

  /// A new school with an empty roll, as `trellis school add` makes it.
  static func newSchool(_ engine: Engine) async throws -> Importing {
    var importing = try await Importing(engine)
    let new = try NewSchool(urn: "900009", name: "Newfield Primary School", phase: .primary)
    let today = importing.today
    let school = try await importing.database.write(keeper: "schools") { try Schools.add(new, today: today, $0) }
    importing = Importing(database: importing.database, school: school, viewer: Viewer(operatorIn: school.id))
    return importing
  }

  private init(database: any Database, school: School, viewer: Viewer) {
    self.database = database
    self.school = school
    self.viewer = viewer
  }

  var importer: Importer { Importer(school, as: viewer, today: today, in: database) }

  func preview(
    _ kind: ImportKind, _ text: String, name: String = "list.csv", mapping: [String: String] = [:],
    effective: Day? = nil
  ) async throws -> PreparedImport {
    try await importer.preview(
      kind, ImportFile(name: name, bytes: Array(text.utf8)), mapping: mapping, effective: effective)
  }

  func preview(
    _ kind: ImportKind, fixture name: String, mapping: [String: String] = [:], effective: Day? = nil
  ) async throws -> PreparedImport {
    try await importer.preview(
      kind, ImportFile(name: name, bytes: try fixture(name)), mapping: mapping, effective: effective)
  }

  func roll() async throws -> [KeptPupil] {
    let viewer = viewer
    return try await database.read { try Pupils(viewer, $0).kept() }
  }

  func pupil(_ surname: String) async throws -> KeptPupil? {
    try await roll().first { $0.pupil.surname == surname }
  }
}

func fixture(_ name: String) throws -> [UInt8] {
  let folder = Bundle.module.resourceURL!.appending(path: "Fixtures")
  return Array(try Data(contentsOf: folder.appending(path: name)))
}

/// The sentence that `work` is refused with.
func refusal(_ work: () async throws -> Void) async -> String {
  do {
    try await work()
    return "was not refused"
  } catch let refusal as Refusal {
    return refusal.sentence
  } catch {
    return "\(error)"
  }
}

extension Importing {
  /// As if `trellis demo` had made all that is kept.
  func openDoors() async throws { try await database.becomeDemonstration() }

  func doorsAreOpen() async throws -> Bool { try await database.read { try Demonstration.isOpen($0) } }
}
