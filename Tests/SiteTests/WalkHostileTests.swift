import Domain
import Foundation
import Hummingbird
import TestSupport
import Testing

@testable import Site

private let ashfield = SampleSchool.ashfieldPrimary

/// Every route with what nobody types: whatever stands in the address, in its query or in a form, the answer is a page or a
/// refusal, never a fault, and nothing of it comes back as markup. The names of queries and fields are read from the
/// sources, so that new ones are tried by themselves.
@Suite struct WalkHostileTests {
  /// As they stand in an address. Fields one by one are tried by the browser's tests.
  private static let values = [
    "%00", "%ff%fe", "-9223372036854775808", "31/12/9999", "01990000-0000-7000-8000-000000000000",
    String(repeating: "a", count: 5000), "", "0", "1e400", "99999999999999999999999", "%zz", "%F0%9F%A6%8A",
    "0001-01-01",
    "%27%20OR%201=1--", "%3Cscript%3Ealert(1)%3C/script%3E", "area:", "flag:9223372036854775807", "all",
  ]
  private static let few = values.prefix(6)

  @Test(arguments: Engine.all) func `addresses that nobody writes are not found or refused`(engine: Engine) async throws
  {
    let world = try await WalkWorld(engine)
    let browser = try await world.site.browser(as: .senco)
    for route in world.site.site.routes.all where route.path.contains("{") && route.method == .get {
      for value in Self.few {
        for address in addresses(of: route, in: world, with: value) {
          let page = try await browser.open(address, follows: false)
          expectSound(page, "\(route.path) with \(value.prefix(40))")
        }
      }
    }
  }

  @Test(arguments: Engine.all) func `queries that nobody writes leave a page that can be used`(engine: Engine)
    async throws
  {
    let world = try await WalkWorld(engine)
    let names = try names(#/(?:query|queries)\("([^"\\]+)"/#)
    #expect(names.count > 10)
    for role in [Role.senco, .governor] {
      let browser = try await world.site.browser(as: role)
      for route in world.site.site.routes.all where route.method == .get {
        guard let address = world.address(of: route, in: ashfield, recordsOf: ashfield) else { continue }
        for value in role == .senco && engine == .sqlite ? Self.values[...] : Self.few {
          let query = names.map { "\($0)=\(value)" }.joined(separator: "&")
          let page = try await browser.open("\(address)?\(query)", follows: false)
          expectSound(page, "\(role): \(route.path) asked with \(value.prefix(40))")
        }
      }
    }
  }

  @Test(arguments: Engine.all) func `forms that nobody sends are refused, and nothing breaks`(engine: Engine)
    async throws
  {
    let names = try names(#/(?:typed|all|has|\bday|\bnumber)\((?:form, )?"([^"\\]+)"/#)
      .union(names(#/(?:form|sent)\["([^"\\]+)"\]/#)).union(["act", "version"]).subtracting(["csrf"])
    #expect(names.count > 50)
    var world = try await WalkWorld(engine)
    for (index, value) in (engine == .sqlite ? Self.values[...] : Self.few).enumerated() {
      // Some of what is sent takes records away, so now and then there are new ones.
      if index % 3 == 2 { world = try await WalkWorld(engine) }
      for route in world.site.site.routes.all where route.method == .post && route.door != .demonstration {
        guard let address = world.address(of: route, in: ashfield, recordsOf: ashfield) else { continue }
        let browser = try await world.site.browser(as: route.path.contains("/rates") ? .finance : .senco)
        let text = value.removingPercentEncoding ?? "\u{fffd}"
        let fields = [("csrf", browser.formToken)] + names.sorted().map { ($0, text) }
        let page = try await browser.post(address, fields, follows: false)
        expectSound(page, "\(route.path) sent \(value.prefix(40))")
      }
    }
  }

  private func expectSound(_ page: ShownPage, _ name: String) {
    #expect(page.status < 500, "\(name) → \(page.status)")
    #expect(!page.source.contains("<script>alert"), "\(name) draws what was sent")
  }

  /// The route's address with each of its placeholders in turn holding `value`, the others a record.
  private func addresses(of route: Route, in world: WalkWorld, with value: String) -> [String] {
    let steps = route.path.split(separator: "/")
    guard let whole = world.address(of: route, in: ashfield, recordsOf: ashfield) else { return [] }
    let sound = whole.split(separator: "/", omittingEmptySubsequences: true)
    guard sound.count == steps.count else { return [] }
    return steps.indices.filter { steps[$0].hasPrefix("{") }.map { place in
      "/" + steps.indices.map { $0 == place ? value : String(sound[$0]) }.joined(separator: "/")
    }
  }

  /// What a pattern finds in the sources of the site.
  private func names(_ pattern: Regex<(Substring, Substring)>) throws -> Set<String> {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Site")
    var found: Set<String> = []
    for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)!
    where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      found.formUnion(text.matches(of: pattern).map { String($0.output.1) })
    }
    return found
  }
}
