import Domain
import Hummingbird
import Markup
import SQL
import Store

/// “Nothing here”, said and taken back.
enum NothingHereActs {
  /// `POST /areas/{area}/desk/nothing-here`
  static func say(_ visit: Visit) async throws -> Response { try await act(visit, .nothingHere) }
  /// `POST /areas/{area}/desk/nothing-here/removal`
  static func takeBack(_ visit: Visit) async throws -> Response { try await act(visit, .somethingHere) }

  private static func act(_ visit: Visit, _ done: Done) async throws -> Response {
    let (area, viewer, today) = (try visit.thisArea(), visit.areaViewer, visit.today)
    return try await visit.answering {
      let (cellKey, specialismKey) = (visit.form["cell"] ?? "", visit.form["specialism"] ?? "")
      try await visit.write { connection in
        let here = try EntrySurroundings.find(visit, connection)
        guard let cell = here.framework.cell(keyed: cellKey),
          let specialism = here.specialisms.first(where: { $0.specialism.key == specialismKey })
        else { throw Refusal.invalid("Choose a cell in the grid first.") }
        let words = NothingHere(viewer, connection)
        if done == .nothingHere {
          try words.say(cell, specialism: specialism.position, in: here.round.id, today: today)
        } else {
          try words.takeBack(cell, specialism: specialism.position, in: here.round.id, today: today)
        }
      }
      return visit.redirect(to: Way.deskCell(cellKey, specialism: specialismKey, area), saying: done)
    } again: {
      try await AreaDeskPage.page(visit, $0)
    }
  }
}
