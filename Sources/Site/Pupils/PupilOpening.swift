import Domain
import Hummingbird
import Store

/// Opening a pupil's record. It leaves a line of history: at most one an hour for each reader and pupil.
enum PupilOpening {
  /// `GET …/pupils/{pupil}`
  static func show(_ visit: Visit) async throws -> Response {
    let id = try visit.id("pupil", Pupil.self)
    let viewer = visit.viewer
    let (page, isNoted) = try await visit.read { connection in
      let pupils = Pupils(viewer, connection)
      let record = try PupilRecord.find(id, visit, connection)
      let mayRemove = viewer.may(.do, .pupils) && viewer.may(.do, .needs)
      let page = PupilPage(
        record: record, support: try PupilSupport.find(record, for: viewer, connection),
        contacts: try Contacts(viewer, connection).of(id),
        earlierStays: try pupils.earlierStays(of: id), rights: rights(of: viewer, record), token: visit.formToken,
        bonds: mayRemove ? try pupils.bonds(of: id) : nil)
      return (page, try pupils.isOpeningNoted(id))
    }
    if !isNoted { try await visit.write { try Pupils(viewer, $0).noteOpening(id) } }
    return visit.page(page)
  }

  static func rights(of viewer: Viewer, _ record: PupilRecord) -> PupilPage.Rights {
    PupilPage.Rights(
      changesPupils: viewer.may(.do, .pupils), changesNeeds: viewer.may(.do, .needs),
      seesContacts: viewer.may(.see, .contacts), changesContacts: viewer.may(.do, .contacts),
      seesUPN: viewer.may(.do, .pupils) || viewer.may(.see, .history), seesHistory: PupilHistory.isOpen(to: viewer),
      seesMap: viewer.may(.see, .map))
  }
}
