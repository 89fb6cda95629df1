import Domain
import Foundation
import SQL
import Store
import TestSupport

@testable import Site

extension TestSite {
  /// Issues a code in place of the one of the sample.
  func issue(_ code: String, lastDay: Day? = nil, mostUses: Int? = nil, in area: SampleArea = .northvale) async throws {
    try await database.write(keeper: area.id.text) { connection in
      try JoinCodes(area.viewer(.coordinator), connection).issue(
        JoinCode(chosen: code), lastDay: lastDay, mostUses: mostUses)
    }
  }

  /// Changes what the project says of itself.
  func change(_ area: SampleArea = .northvale, _ change: @Sendable @escaping (inout AreaDetails) -> Void) async throws {
    try await database.write(keeper: area.id.text) { connection in
      guard let kept = try Areas.withID(area.id, connection) else { return }
      var details = kept.details
      change(&details)
      try Areas.change(to: details, version: kept.version, by: area.viewer(.coordinator), connection)
    }
  }

  func count(_ query: SQL) async throws -> Int { try await database.read { try $0.count(query) } }
}

/// How somebody registers, in two steps.
extension Browser {
  static let password = "quiet harbour lanterns walk"

  /// The first step, from the front page on.
  @discardableResult
  func begin(
    code: String = SampleArea.code, email: String = "ada@harbour.example",
    organisation: String = "Harbour Primary School",
    at area: SampleArea = .northvale
  ) async throws -> ShownPage {
    try await open("/areas/\(area.address)")
    try await follow("Register with the code")
    return try await submit([
      "code": code, "name": "Ada Okafor", "email": email, "organisation": organisation,
    ])
  }

  /// The second step.
  @discardableResult
  func finish(password: String = Browser.password, follows: Bool = true) async throws -> ShownPage {
    try await submit(
      ["job": "SENCO", "new-password": password, "again": password, "terms": "yes"], pressing: "Register",
      follows: follows)
  }
}
