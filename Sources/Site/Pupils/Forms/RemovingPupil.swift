import Components
import Domain
import Hummingbird
import Markup
import Store

/// Taking back a pupil who was added by mistake.
enum RemovingPupil {
  /// `POST …/pupils/{pupil}/removal`
  static func send(_ visit: Visit) async throws -> Response {
    let id = try visit.id("pupil", Pupil.self)
    let version = visit.form["version"].flatMap { Int($0) } ?? 0
    try await visit.write { try Pupils(visit.viewer, $0).remove(id, version: version) }
    return visit.redirect(to: Way.pupils(visit.here), saying: .removed)
  }
}

extension PupilPage {
  /// What would go, or what stands in the way.
  func removal(_ bonds: [PupilBond]) -> HTML {
    let way = Way.removal(Way.pupil(pupil.id, school))
    let body: HTML =
      bonds.isEmpty
      ? """
      <p>Then the record goes, with SEN status and needs, classes and contacts. The history keeps what stood here. Somebody \
      who was here and has left is marked as leaving instead.</p>\
      \(PostButton("Remove this pupil", to: way, token: token, style: .danger, fields: [HiddenField("version", String(pupil.version))]))
      """
      : """
      <p>Whoever was added by mistake can be removed as long as nothing hangs on them.</p>\
      <ul>\(each: bonds, { "<li>\($0.sentence)</li>" })</ul>
      """
    return "<div class=\"screen-only\">\(Details("They were added by mistake", body: body))</div>"
  }
}
