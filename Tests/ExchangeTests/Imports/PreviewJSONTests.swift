import Exchange
import Foundation
import TestSupport
import Testing

struct `The JSON of an import` {
  @Test func `has the documented keys, and no others`() async throws {
    let here = try await Importing(.sqlite)
    let preview = try await here.preview(.pupils, fixture: "pupils-sims.csv").preview
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(preview.json.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "new", "changed", "unchanged", "missing", "unsure", "refused", "warnings", "committed",
      ])
    let refused = try #require((object["refused"] as? [[String: Any]])?.first)
    #expect(Set(refused.keys) == ["row", "column", "message"])
    #expect(refused["row"] as? Int == 8)
    let changed = try #require((object["changed"] as? [[String: Any]])?.first)
    #expect(Set(changed.keys) == ["row", "id", "what", "changes"])
    let change = try #require((changed["changes"] as? [[String: Any]])?.first)
    #expect(Set(change.keys) == ["field", "from", "to"])
    #expect(change["from"] is NSNull)
    #expect(object["committed"] as? Bool == false)
    #expect(ImportPreview(kept: preview.keptText) == preview)
  }
}

struct `The demonstration's doors` {
  @Test(arguments: Engine.all)
  func `close with the first import, after saying so`(engine: Engine) async throws {
    let here = try await Importing(engine)
    try await here.openDoors()
    let prepared = try await here.preview(.pupils, fixture: "pupils-sims.csv")
    #expect(prepared.preview.warnings[0].message.contains("closes its one-click sign-in for good"))
    #expect(try await here.doorsAreOpen())
    _ = try await prepared.commit(skipRefused: true)
    #expect(try await !here.doorsAreOpen())
    #expect(try await here.preview(.pupils, fixture: "pupils-sims.csv").preview.warnings.isEmpty)
  }
}
