import Domain
import SQL
import Store

/// What a pupil gets and got, in finished words: the lines of the pupil's page.
enum PupilSupport {
  /// For who may see groups; confidential provision only for who may know of it.
  static func isOpen(to viewer: Viewer) -> Bool { viewer.may(.see, .groups) }

  static func lines(
    of record: PupilRecord, for viewer: Viewer, _ connection: any Connection
  ) throws -> [PupilPage.Support] {
    guard isOpen(to: viewer) else { return [] }
    let places = try Groups(viewer, connection).ofPupil(record.pupil.id, on: record.today)
    return places.map { line($0, record) }
  }

  private static func line(_ found: GroupOfPupil, _ record: PupilRecord) -> PupilPage.Support {
    let ends = [found.place.span.until, found.group.span.until].compactMap { $0 }.min()
    let span = Span(found.place.span.from, ends) ?? found.place.span
    return PupilPage.Support(
      name: found.group.name, address: Way.group(found.group.id, record.school), heading: found.heading,
      when: found.schedule?.words ?? "Strategy: no set times", with: found.leads.map(\.name).joined(separator: ", "),
      since: PupilWording.words(span, today: record.today), cost: nil,
      isNow: span.until.map { $0 >= record.today } ?? true)
  }
}
