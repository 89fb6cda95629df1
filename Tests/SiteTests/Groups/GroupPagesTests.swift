import Domain
import Foundation
import Markup
import TestSupport
import Testing

@testable import Site

@Suite struct GroupPagesTests {
  @Test func `every page of groups and catalogue is drawn from its examples, whole and with one title`() throws {
    for page in GroupPages.all + CataloguePages.all {
      for (number, example) in examples(of: page).enumerated() {
        let markup = String(decoding: Frame.drawAlone(example).bytes, as: UTF8.self)
        let element = Element.read(markup)
        #expect(element["problems"] == nil, "\(page) \(number + 1)")
        #expect(element.all { $0.name == "h1" }.count == 1, "\(page) \(number + 1)")
        let ids = element.all { $0["id"] != nil }.compactMap { $0["id"] }
        #expect(
          Set(ids).count == ids.count,
          "\(page) \(number + 1) has an id twice: \(ids.filter { id in ids.count { $0 == id } > 1 })")
        if let folder = ProcessInfo.processInfo.environment["DUMP"] {
          try markup.write(toFile: "\(folder)/\(page)-\(number + 1).html", atomically: true, encoding: .utf8)
        }
      }
    }
  }

  private func examples(of page: any Page.Type) -> [any Page] { page.examples }
}
