import Markup
import Testing

@Suite struct Addresses {
  @Test func `a segment cannot end itself or begin a query`() {
    let urn = "1/../2?x=y#z"
    let address: Address = "/schools/\(segment: urn)/map"
    #expect(address.text == "/schools/1%2F..%2F2%3Fx%3Dy%23z/map")
  }

  @Test(arguments: ["", ".", ".."]) func `a segment that browsers would resolve away is a blank`(segment: String) {
    let address: Address = "/schools/\(segment: segment)/map"
    #expect(address.text == "/schools/%20/map")
    let first: Address = "/\(segment: segment)/evil.example"
    #expect(first.text == "/%20/evil.example")
  }

  @Test func `letters of other scripts are percent-encoded`() {
    let address: Address = "/search/\(segment: "Łęcka é")"
    #expect(address.text == "/search/%C5%81%C4%99cka%20%C3%A9")
  }

  @Test func `a query is asked item by item`() {
    let map: Address = "/schools/100001/map"
    #expect(map.asking("q", "a&b=c").asking("by", "stage").text == "/schools/100001/map?q=a%26b%3Dc&by=stage")
    #expect(map.asking([("from", "2026-09-01"), ("to", "")]).text == "/schools/100001/map?from=2026-09-01")
    let part: Address = "/map#year-3"
    #expect(part.asking("by", "stage").text == "/map?by=stage#year-3")
  }

  @Test func `an address can be continued`() {
    let school: Address = "/schools/100001"
    let map: Address = "\(school)/map/\(3)"
    #expect(map.text == "/schools/100001/map/3")
  }

  @Test func `it is escaped in markup`() {
    let address = ("/map" as Address).asking("a", "1").asking("b", "2")
    let html: HTML = "<a href=\"\(address)\">\(address)</a>"
    #expect(html.text == "<a href=\"/map?a=1&amp;b=2\">/map?a=1&amp;b=2</a>")
  }

  @Test(arguments: [
    "http://example.org/", "javascript:alert(1)", "data:text/html,x", "//example.org", "https:///x", "https://",
    "https://a@b.example/", "https://example.org/a b", "https://example.org/\"", " https://example.org/",
    "java\tscript:x", "",
  ])
  func `an address from outside is https or nothing`(text: String) {
    #expect(Address(external: text) == nil)
  }

  @Test func `an evidence page elsewhere is kept as it is`() {
    #expect(Address(external: "https://example.org/a?b=c#d")?.text == "https://example.org/a?b=c#d")
    #expect(Address(external: "HTTPS://example.org") != nil)
  }

  @Test(arguments: ["https://example.org/", "//example.org", "/\\example.org", "/a\nb", "a", "", "/a\tb"])
  func `a way back stays on this site`(text: String) {
    #expect(Address(local: text) == nil)
  }

  @Test func `a way back is a path`() {
    #expect(Address(local: "/schools/1/map?by=stage")?.text == "/schools/1/map?by=stage")
  }

  @Test func `a literal of another kind stops the program`() async {
    await #expect(processExitsWith: .failure) { print("javascript:alert(1)" as Address) }
    await #expect(processExitsWith: .failure) { print("//example.org/x" as Address) }
    await #expect(processExitsWith: .failure) { print("http://example.org/x" as Address) }
    await #expect(processExitsWith: .failure) { print("\(segment: "javascript:x")" as Address) }
    await #expect(processExitsWith: .failure) { print("https://\(segment: "evil.example")/x" as Address) }
  }
}
