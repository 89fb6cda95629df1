import Markup
import Testing

@Suite struct `HTML literals` {
  @Test func `an interpolated text is escaped`() {
    let name = "<script>alert('x & \"y\"')</script>"
    let html: HTML = "<p>\(name)</p>"
    #expect(html.text == "<p>&lt;script&gt;alert(&#39;x &amp; &quot;y&quot;&#39;)&lt;/script&gt;</p>")
  }

  @Test func `a text cannot leave its attribute`() {
    let value = "\" onfocus=\"x"
    let html: HTML = "<input value=\"\(value)\">"
    #expect(html.text == "<input value=\"&quot; onfocus=&quot;x\">")
  }

  @Test(arguments: ["", "Amina", "Zoë Łęcka 🌱", "أمينة", "a<", "<a", "&&", "\u{0}"])
  func `only five characters are rewritten`(text: String) {
    let expected =
      text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
      .split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
    let html: HTML = "\(text)"
    #expect(html.text == expected)
    #expect(HTML(text: text) == html)
  }

  @Test func `another HTML is spliced as it is`() {
    let inner: HTML = "<b>\("a & b")</b>"
    let html: HTML = "<p>\(inner)</p>"
    #expect(html.text == "<p><b>a &amp; b</b></p>")
  }

  @Test(arguments: [0, 9, 10, -1, Int.min, 1_234_567]) func `numbers are plain digits`(number: Int) {
    let html: HTML = "<td colspan=\"\(number)\">\(number)</td>"
    #expect(html.text == "<td colspan=\"\(number)\">\(number)</td>")
  }

  @Test func `rows are drawn each by its body`() {
    let rows = ["a", "<", "c"]
    let html: HTML = "<ul>\(each: rows, { "<li>\($0)</li>" })</ul>"
    #expect(html.text == "<ul><li>a</li><li>&lt;</li><li>c</li></ul>")
  }

  @Test func `parts can be optional`() {
    let note: String? = "see & sign"
    let none: String? = nil
    let html: HTML =
      "\(if: true, "<i>")\(if: false, "<b>")\(if: false, "x", else: "y")\(if: note, { "<p>\($0)</p>" })\(if: none, { "<p>\($0)</p>" })"
    #expect(html.text == "<i>y<p>see &amp; sign</p>")
  }

  @Test func `an attribute without a value is left out`() {
    let id: String? = "a\"b"
    let none: String? = nil
    let address: Address = "/a?b=c&d=e"
    let html: HTML = "<p\(attribute: "id", id)\(attribute: "title", none)\(attribute: "data-progress-url", address)>"
    #expect(html.text == "<p id=\"a&quot;b\" data-progress-url=\"/a?b=c&amp;d=e\">")
  }

  @Test func `a class can be spliced into a value`() {
    let isWide = true
    let html: HTML = "<p class=\"note\(if: isWide, " wide")\">\("x")</p>"
    #expect(html.text == "<p class=\"note wide\">x</p>")
  }

  @Test func `pieces join`() {
    #expect(HTML.joined(["a", "b", "c"], by: ", ").text == "a, b, c")
    #expect(HTML.joined([]).isEmpty)
    #expect(("a" + "b" as HTML).text == "ab")
  }

  @Test func `what is interpolated never decides where we are`() {
    let text = "href=\""
    let html: HTML = "<p>\(text)\(text)</p><p title=\"\(text)\(text)\">\(text)</p>"
    #expect(html.text.contains("<p title=\"href=&quot;href=&quot;\">href=&quot;</p>"))
  }
}

@Suite struct `Text that would become code` {
  @Test func `stops the program in an address`() async {
    await #expect(processExitsWith: .failure) {
      let html: HTML = "<a href=\"\("javascript:alert(1)")\">x</a>"
      print(html)
    }
    await #expect(processExitsWith: .failure) {
      let html: HTML = "<img alt=\"\" src=\"/pictures/\("x")\">"
      print(html)
    }
    await #expect(processExitsWith: .failure) {
      let html: HTML = "<form method=\"post\" action=\"\("/x")\">"
      print(html)
    }
    await #expect(processExitsWith: .failure) {
      let html: HTML = "<button FORMACTION=\"\("/x")\">"
      print(html)
    }
  }

  @Test func `stops the program after an address that goes on`() async {
    await #expect(processExitsWith: .failure) {
      let address: Address = "/a"
      let html: HTML = "<a href=\"\(address)/\("x")\">x</a>"
      print(html)
    }
  }

  @Test func `stops the program in style and script`() async {
    await #expect(processExitsWith: .failure) {
      let html: HTML = "<p style=\"\("color: red")\">"
      print(html)
    }
    await #expect(processExitsWith: .failure) {
      let html: HTML = "<p onclick=\"\("x()")\">"
      print(html)
    }
    await #expect(processExitsWith: .failure) {
      let name: String? = "x()"
      let html: HTML = "<p\(attribute: "onclick", name)>"
      print(html)
    }
  }

  @Test func `stops the program without quotation marks`() async {
    await #expect(processExitsWith: .failure) {
      let html: HTML = "<p class=\("x")>"
      print(html)
    }
    await #expect(processExitsWith: .failure) {
      let html: HTML = "<p class='\("x")'>"
      print(html)
    }
  }

  @Test func `stops the program as a tag within a value`() async {
    await #expect(processExitsWith: .failure) {
      let bold: HTML = "<b>x</b>"
      let html: HTML = "<p title=\"\(bold)\">"
      print(html)
    }
  }
}
