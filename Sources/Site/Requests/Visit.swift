import Domain
import Foundation
import Hummingbird
import Markup
import SQL
import Security
import Store

/// One request, after its door: who asks, in which school, on which day, with which form.
struct Visit: Sendable {
  let site: Site
  let request: Request
  let parameters: Parameters
  /// The visitor's address as the proxies that we trust tell it: for throttling only, never logged with a name.
  let remoteAddress: String
  /// The cookie's token: the session's, or a visitor's before signing in.
  let token: Token
  /// Whether `token` has still to be given to the browser.
  let isNewToken: Bool
  let session: OpenSession?
  let school: School?
  /// The area that the address names: for its members and, on pages that are for anyone, for everybody.
  let area: Area?
  let form: SentForm
  let now: Date

  /// The day it is where the installation is.
  var today: Day { site.settings.day(of: now) }

  /// Who asks in the school that the address names. Only behind a school's door.
  var viewer: Viewer {
    guard let viewer = school.flatMap({ session?.viewer(in: $0.id) }) else {
      preconditionFailure("asked for a viewer outside a school's door")
    }
    return viewer
  }

  /// The school that the address names. Only behind a school's door.
  var here: School {
    guard let school else { preconditionFailure("asked for a school outside a school's door") }
    return school
  }

  /// Who asks in the area that the address names. Only behind an area's door.
  var areaViewer: AreaViewer {
    guard let viewer = area.flatMap({ session?.areaViewer(in: $0.id) }) else {
      preconditionFailure("asked for a viewer outside an area's door")
    }
    return viewer
  }

  /// The area that the address names; "not found" on a page for anyone whose address names none.
  func thisArea() throws -> Area {
    guard let area else { throw Refusal.notFound() }
    return area
  }

  /// The value that every form carries back: made from the cookie's token, so that another site cannot know it.
  var formToken: String { token.derived(for: "form") }

  /// A part of the address as an id; "not found" when it is none.
  func id<Found>(_ name: String, _ noun: Found.Type = Found.self) throws -> ID<Found> {
    guard let id = parameters.get(name).flatMap({ ID<Found>($0) }) else { throw Refusal.notFound() }
    return id
  }

  /// The id that something new is to have: the one that its form was given, so that a form that is sent twice adds one.
  func newID<New>(_ noun: New.Type = New.self) -> ID<New> { form["id"].flatMap { ID($0) } ?? ID.new(at: now) }

  func parameter(_ name: String) -> String? { parameters.get(name) }

  /// An item of the address's query; nil when absent or blank.
  func query(_ name: String) -> String? { queries(name).first }

  /// Every value of it. A browser writes a blank in a form as `+`, so the query is read as a form is.
  func queries(_ name: String) -> [String] {
    request.uri.query.map { SentForm(urlEncoded: $0).all(name) } ?? []
  }

  func read<Value: Sendable>(
    _ work: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    try await site.database.read(work)
  }

  /// One transaction for the school or area that the address names, or else for the account.
  func write<Value: Sendable>(
    _ work: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    let keeper = school?.id.text ?? area?.id.text ?? session?.account.text ?? "visitors"
    return try await site.database.write(keeper: keeper, work)
  }
}
