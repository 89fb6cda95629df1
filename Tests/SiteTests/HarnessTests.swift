import Domain
import TestSupport
import Testing

@testable import Site

@Suite struct HarnessTests {
  @Test(arguments: Engine.all) func `an address that is not there is a page with a sentence`(engine: Engine)
    async throws
  {
    let site = try await TestSite(engine)
    let page = try await site.browser().open("/nowhere")
    #expect(page.status == 404)
    #expect(page.h1 == "Page not found")
    #expect(page.markup["problems"] == nil)
  }

  @Test func `a form is read as a browser would send it`() {
    let markup = """
      <main><form method="post" action="/a"><input type="hidden" name="csrf" value="x&amp;y"><input name="name" value="Ada">
      <select name="year"><option value="1">One</option><option value="2" selected>Two</option></select>
      <textarea name="note">
      first
      second</textarea><input type="checkbox" name="day" value="1" checked><input type="checkbox" name="day" value="2">
      <button type="submit" name="act" value="save">Save</button></form></main>
      """
    let element = Element.read(markup)
    #expect(element["problems"] == nil)
    var form = ShownForm(element.first("form")!, at: "/", isInMain: true)
    form.press("Save")
    #expect(
      form.sent.map { "\($0)=\($1)" } == [
        "csrf=x&y", "name=Ada", "year=2", "note=first\nsecond", "day=1", "act=save",
      ])
    #expect(form.fill("day", ["1", "2"]) == nil)
    #expect(form.fill("year", ["3"]) != nil)
    #expect(form.fill("nothing", ["3"]) != nil)
  }
}
