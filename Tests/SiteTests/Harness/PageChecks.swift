import Hummingbird
import Testing

/// What is true of every page.
enum PageChecks {
  static func check(_ page: ShownPage, _ name: String) {
    checkHeaders(page, name)
    guard page.headers[.contentType]?.hasPrefix("text/html") == true else { return }
    #expect(page.markup["problems"] == nil, "\(name)")
    #expect(page.markup.all { $0.name == "h1" }.count == 1, "\(name) has one h1")
    #expect(!page.title.isEmpty, "\(name) has a title")
    checkCode(page, name)
    checkForms(page, name)
    checkIDs(page, name)
    checkTables(page, name)
  }

  private static func checkHeaders(_ page: ShownPage, _ name: String) {
    let policy = page.headers[.contentSecurityPolicy] ?? ""
    #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "\(name)")
    #expect(page.headers[.xContentTypeOptions] == "nosniff", "\(name)")
    #expect(page.headers[.init("Referrer-Policy")!] == "no-referrer", "\(name)")
    #expect(page.headers[.cacheControl]?.contains("no-store") == true, "\(name) is kept by no cache")
  }

  /// Nothing inline: no script, no style, no handler.
  private static func checkCode(_ page: ShownPage, _ name: String) {
    for element in page.markup.all({ _ in true }) {
      let odd = element.attributes.keys.filter { $0 == "style" || $0.hasPrefix("on") }
      #expect(odd.isEmpty, "\(name): <\(element.name)> has \(odd)")
      #expect(element.name != "style", "\(name)")
      if element.name == "script" { #expect(element["src"] != nil, "\(name) has an inline script") }
    }
  }

  /// Every control has a label, every posting form its token.
  private static func checkForms(_ page: ShownPage, _ name: String) {
    let labelled = Set(page.markup.all { $0.name == "label" }.compactMap { $0["for"] })
    let within = page.markup.all { $0.name == "label" }.flatMap { $0.all { $0.name == "input" } }
    for control in page.markup.all({ ["input", "select", "textarea"].contains($0.name) }) {
      if ["hidden", "submit"].contains(control["type"]) { continue }
      let isLabelled =
        control["id"].map(labelled.contains) == true || control["aria-label"] != nil
        || control["aria-labelledby"] != nil || within.contains(control)
      #expect(isLabelled, "\(name): \(control.name) “\(control["name"] ?? "")” has no label")
    }
    for form in page.forms where form.method == "post" {
      #expect(form.sent.contains { $0.0 == "csrf" }, "\(name): the form to \(form.action) has no token")
    }
  }

  private static func checkIDs(_ page: ShownPage, _ name: String) {
    var seen: Set<String> = []
    for id in page.markup.all({ $0["id"] != nil }).compactMap({ $0["id"] }) {
      #expect(seen.insert(id).inserted, "\(name): two things have the id “\(id)”")
    }
    for label in page.markup.all({ $0.name == "label" }).compactMap({ $0["for"] }) {
      #expect(seen.contains(label), "\(name): a label is for “\(label)”, which is not there")
    }
    for ids in page.markup.all({ $0["aria-describedby"] != nil }).compactMap({ $0["aria-describedby"] }) {
      for id in ids.split(separator: " ") { #expect(seen.contains(String(id)), "\(name): no “\(id)”") }
    }
  }

  private static func checkTables(_ page: ShownPage, _ name: String) {
    for table in page.markup.all({ $0.name == "table" }) {
      #expect(table.first("caption")?.text.isEmpty == false, "\(name): a table has no caption")
      #expect(table.all { $0.name == "th" }.allSatisfy { $0["scope"] != nil }, "\(name): a header has no scope")
    }
  }
}
