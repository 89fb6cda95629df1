import Components
import Domain
import Hummingbird

/// What a form's page needs to say that it was refused.
extension Refusals {
  static let none = Refusals()

  var isEmpty: Bool { all.isEmpty }

  /// The sentence at a field.
  subscript(field: String) -> String? { all.first { $0.field == field }?.sentence }

  /// All sentences, each leading to its field; nothing where nothing was refused.
  var summary: ErrorSummary { ErrorSummary(all.map { ErrorSummary.Item($0.sentence, field: $0.field) }) }
}

extension Visit {
  /// Runs the act of a form. Where what was typed cannot be taken, the answer is the page that `again` makes: the same
  /// one, with the sentences, and everything typed still there; where somebody else was quicker, with both values.
  func answering(
    _ act: () async throws -> Response, again: (Refusals) async throws -> some Page
  ) async throws -> Response {
    let refusals: Refusals
    do {
      return try await act()
    } catch let several as Refusals {
      refusals = several
    } catch let one as Refusal where one.kind == .invalid || one.kind == .conflict || one.field != nil {
      refusals = Refusals([one])
    }
    return page(try await again(refusals), status: refusals.isConflict ? .conflict : .unprocessableContent)
  }
}

extension Refusals {
  /// What `read` answers; nil where it refuses, and the refusal is kept for its field.
  mutating func taking<Value>(_ read: () throws(Refusal) -> Value) -> Value? {
    do {
      return try read()
    } catch {
      all.append(error)
      return nil
    }
  }

  /// Whether somebody else was quicker.
  var isConflict: Bool { all.contains { $0.kind == .conflict } }
}
