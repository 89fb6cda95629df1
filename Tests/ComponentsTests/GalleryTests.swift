import Components
import Foundation
import Markup
import Testing

@Suite struct `The gallery` {
  static let page = PageShell(
    title: "Components",
    place: .init("Ashfield Primary School", home: "/", sections: [Link("Map", "/", isCurrent: true)]),
    visitor: .init(name: "Priya Nair", role: "SENCO", account: "/", signOut: "/", elsewhere: [Link("Elsewhere", "/")]),
    token: "x", breadcrumbs: [Link("Home", "/")], ribbon: "A demonstration.", footer: [Link("Help", "/")],
    printNote: "Printed today.", refreshes: 2, main: GalleryView().html
  ).html.text

  @Test func `every component has its say on accessibility, and a name of its own`() {
    let entries = Gallery.entries
    #expect(entries.allSatisfy { !$0.accessibility.isEmpty })
    #expect(Set(entries.map(\.anchor)).count == entries.count)
    #expect(entries.count { $0.examples.isEmpty } <= 3)
  }

  @Test func `every tag that opens closes, in order`() throws {
    var open: [String] = []
    for match in Self.page.matches(of: /<(\/?)([a-z0-9]+)((?:[^>"]|"[^"]*")*)>/) {
      let name = String(match.2)
      if ["meta", "link", "input", "br", "img", "col"].contains(name) || match.3.hasSuffix("/") { continue }
      if match.1.isEmpty {
        open.append(name)
      } else {
        #expect(open.popLast() == name)
      }
    }
    #expect(open.isEmpty)
  }

  @Test func `ids are unique, and whatever names one finds it`() {
    let ids = Self.page.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
    let known = Set(ids)
    #expect(known.count == ids.count, "\(Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys)")
    for match in Self.page.matches(of: /\ (for|aria-describedby|aria-labelledby|data-copy|data-paste)="([^"]*)"/) {
      for id in match.2.split(separator: " ") { #expect(known.contains(String(id)), "\(match.0)") }
    }
  }

  @Test func `every control has a label`() {
    let labelled = Set(Self.page.matches(of: /<label for="([^"]*)"/).map { String($0.1) })
    for match in Self.page.matches(of: /<(?:input|select|textarea)((?:[^>"]|"[^"]*")*)>/) {
      if match.1.contains("type=\"hidden\"") || match.1.contains("data-select-all") { continue }
      let id = match.1.firstMatch(of: /\ id="([^"]*)"/).map { String($0.1) } ?? ""
      #expect(labelled.contains(id), "\(match.0)")
    }
  }

  @Test func `there is no inline style and no inline script`() {
    #expect(!Self.page.contains(" style=\""))
    #expect(Self.page.firstMatch(of: /\ on[a-z]+="/) == nil)
    #expect(Self.page.matches(of: /<script[^>]*>([^<]*)</).allSatisfy { $0.1.isEmpty })
    #expect(!Self.page.contains("<style"))
  }

  @Test func `every class has a rule`() throws {
    let ruled = try Stylesheet().classes
    /// Words of a component's state that need no rule of their own.
    let plain: Set<String> = ["main", "full", "wide", "text", "example", "title", "lines"]
    var unruled: Set<String> = []
    for match in Self.page.matches(of: /\ class="([^"]*)"/) {
      for name in match.1.split(separator: " ").map(String.init) where !ruled.contains(name) && !plain.contains(name) {
        unruled.insert(name)
      }
    }
    #expect(unruled.isEmpty)
  }

  @Test func `texts are escaped wherever they stand`() {
    let nasty = "\"><script>x</script>"
    let field = Field(nasty, nasty, hint: nasty, error: nasty)
    let parts: [any Component] = [
      TextInput(field, value: nasty), NumberInput(field, value: nasty, unit: nasty),
      MoneyInput(field, value: nasty, per: nasty),
      DateInput(field, value: nasty), Select(field, groups: [.init(nasty, [Choice(nasty, nasty)])], selected: nasty),
      Radios(field, [Choice(nasty, nasty, hint: nasty)], selected: nasty),
      Checkboxes(field, [Choice(nasty, nasty)], all: nasty),
      TextArea(field, value: nasty), FileInput(field, accepts: nasty), CodeInput(field),
      PasteBox(field, value: nasty, markup: nasty),
      CopyText(nasty, nasty, id: nasty), Checkbox(field, value: nasty), Button(nasty, name: nasty, value: nasty),
      FilterBox(nasty, of: nasty, noun: nasty, search: .init(to: "/", token: nasty, value: nasty)),
      StatusTag(nasty, tone: .bad), Chip(nasty, .plum), NotificationBanner(.warning, nasty),
      ErrorSummary([.init(nasty, field: nasty)]),
      DataTable(nasty, columns: [.init(nasty)], rows: [[.text(nasty)]], id: nasty), Tiles([.init(nasty, nasty)]),
      MapTable(
        nasty, columns: [.init(nasty, note: nasty)],
        sections: [
          .init(
            nasty,
            lines: [
              .init(
                nasty, detail: nasty,
                cells: [
                  [
                    .init(
                      .names([.init(nasty)]), when: nasty, by: nasty, note: nasty, hours: [nasty], cost: .init(nasty))
                  ]
                ],
                sums: [.init(nasty, .init(nasty))])
            ], figures: [.init(nasty)], sums: [])
        ], totals: [.init(nasty, note: nasty, figures: [.init(nasty)], all: .init(nasty))], id: nasty),
      Slip(nasty, lines: [nasty], link: nasty, small: nasty), MoreList(Array(repeating: nasty, count: 9)),
      CostWorking(nasty, lines: [.init(nasty, working: nasty, nasty)], total: .init(nasty, nasty), notes: [nasty]),
    ]
    for part in parts { #expect(!part.html.text.contains("<script"), "\(type(of: part))") }
  }
}
